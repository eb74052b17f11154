"""Every type of page in every way of reading: without JavaScript, by keyboard, on a phone, on paper, in plain colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.browsing import opened

pytestmark = pytest.mark.browser

NEEDS_SCRIPT = {"search-hits"}
# What cannot be reached by scrolling up and down alone
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDTHS = (320, 360, 768, 1024)
# The spacing of a text that WCAG's 1.4.12 lets a reader set
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
# A style of the reader's, which a page's own policy does not forbid
STYLED = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}"""
# All that can be used, in the order of the page, and whether it is seen when it has the focus
FOCUSABLE = """() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter(each => each.checkVisibility()).length"""
FOCUSED = """() => {
  const each = document.activeElement, box = each.getBoundingClientRect(), style = getComputedStyle(each);
  const page = document.documentElement;
  return {
    body: each === document.body,
    seen: box.bottom > 0 && box.top < page.clientHeight && box.right > 0 && box.left < page.clientWidth,
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    what: each.outerHTML.slice(0, 120),
  };
}"""
MOVING = """() => [...document.querySelectorAll('*')].filter(each => {
  const style = getComputedStyle(each);
  return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === 'smooth';
}).length"""


@pytest.fixture(scope="module")
def pages(page_types: dict[str, str]) -> dict[str, str]:
    return {kind: url for kind, url in page_types.items() if kind not in NEEDS_SCRIPT}


def test_everything_but_hits_is_read_without_javascript(browser: Browser, pages: dict[str, str]) -> None:
    with opened(browser, java_script_enabled=False) as page:
        for kind, url in pages.items():
            page.goto(url)
            expect(page.locator("h1"), kind).to_be_visible()
            assert len(page.locator("main").inner_text()) > 100, kind


@pytest.mark.parametrize("style", [pytest.param("", id="as-it-is"), pytest.param(SPACED, id="with-a-reader's-spacing")])
def test_no_page_scrolls_sideways(browser: Browser, page_types: dict[str, str], style: str) -> None:
    """320 pixels are a phone, and what WCAG's 1.4.10 asks of a page that is enlarged to four times its size."""
    with opened(browser) as page:
        wide = {kind: _widest(goto(page, url), style) for kind, url in page_types.items()}
        assert not {kind: by for kind, by in wide.items() if by}


@pytest.mark.parametrize("kind", ["call", "calendar-year", "translation", "differences", "data"])
def test_the_tab_key_reaches_everything_and_shows_where_it_is(
    browser: Browser, pages: dict[str, str], kind: str
) -> None:
    with opened(browser, viewport={"width": 360, "height": 640}, reduced_motion="reduce") as page:
        count = goto(page, pages[kind]).evaluate(FOCUSABLE)
        assert count > 12
        for _ in range(count):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            assert focused["seen"] and focused["outlined"] and not focused["body"], focused
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body"), "something is reached twice"


def test_narrower_lists_are_unfolded_by_keyboard(browser: Browser, pages: dict[str, str]) -> None:
    with opened(browser) as page:
        goto(page, pages["differences"])
        page.locator(".facets summary").focus()
        page.keyboard.press("Enter")
        link = page.locator(".facets details a").first
        expect(link).to_be_visible()
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_load_state()
        expect(page.locator(".facets a[aria-current=page]")).to_be_visible()


def test_the_menu_of_a_phone_is_one_row_that_has_all(browser: Browser, pages: dict[str, str]) -> None:
    with opened(browser, viewport={"width": 360, "height": 640}) as page:
        links = goto(page, pages["about"]).locator("nav.menu a")
        tops = links.evaluate_all("all => all.map(each => Math.round(each.getBoundingClientRect().top))")
        assert len(tops) == 7 and len(set(tops)) == 1
        links.first.focus()
        expect(links.first).to_be_in_viewport()
        links.last.focus()
        expect(links.last).to_be_in_viewport(ratio=1)


def test_nothing_moves_for_those_who_ask(browser: Browser, pages: dict[str, str]) -> None:
    with opened(browser, reduced_motion="no-preference") as page:
        assert goto(page, pages["front"]).evaluate(MOVING) > 0
    with opened(browser, reduced_motion="reduce") as page:
        assert {kind: goto(page, url).evaluate(MOVING) for kind, url in pages.items()} == dict.fromkeys(pages, 0)


@pytest.mark.parametrize(
    ("kind", "place", "style", "seen"),
    [
        pytest.param("compare", "mark.diff", "borderBottomStyle", "solid", id="a-difference"),
        pytest.param("release", "mark.fact", "borderBottomStyle", "solid", id="a-fact"),
        pytest.param("calls", ".standing", "borderTopStyle", "solid", id="a-call's-status"),
        pytest.param("call", ".step", "visibility", "visible", id="a-call's-steps"),
        pytest.param("calendar-year", ".sheet a", "borderTopStyle", "solid", id="a-day-with-deadlines"),
        pytest.param("amounts", ".chart-column", "strokeWidth", "1.5px", id="a-chart's-columns"),
    ],
)
def test_meaning_is_left_when_colours_are_the_readers_own(
    browser: Browser, pages: dict[str, str], kind: str, place: str, style: str, seen: str
) -> None:
    with opened(browser, forced_colors="active") as page:
        found = goto(page, pages[kind]).locator(place).first
        expect(found).to_be_visible()
        assert found.evaluate(f"each => getComputedStyle(each).{style}") == seen


@pytest.mark.parametrize("kind", ["call", "calls", "calendar-year", "figures", "amounts", "differences", "data"])
def test_on_paper_the_content_is_alone_and_black(browser: Browser, pages: dict[str, str], kind: str) -> None:
    with opened(browser, viewport={"width": 680, "height": 900}, color_scheme="dark") as page:
        goto(page, pages[kind]).emulate_media(media="print", color_scheme="dark")
        for chrome in ("nav.menu", "nav.tongues", ".colophon", ".skip"):
            expect(page.locator(chrome)).to_be_hidden()
        expect(page.locator("h1")).to_be_visible()
        assert page.locator("h1").evaluate("each => getComputedStyle(each).color") == "rgb(0, 0, 0)"
        assert page.evaluate(WIDER) <= 0
        assert page.pdf().startswith(b"%PDF")


def test_a_table_that_is_cut_shows_that_there_is_more(browser: Browser, pages: dict[str, str]) -> None:
    with opened(browser, viewport={"width": 360, "height": 740}) as page:
        box = goto(page, pages["amounts"]).locator(".table-scroll").first
        assert box.evaluate("each => each.scrollWidth > each.clientWidth")
        assert box.evaluate("each => getComputedStyle(each).backgroundAttachment") == "local, local, scroll, scroll"


@pytest.mark.parametrize("width", [768, 1440])
def test_the_longest_date_stays_on_one_line(browser: Browser, pages: dict[str, str], width: int) -> None:
    with opened(browser, viewport={"width": width, "height": 900}) as page:
        date = goto(page, pages["list"]).locator(".entry-date time").first
        date.evaluate("each => each.textContent = '30\\u00a0september\\u00a02024'")
        assert date.evaluate("each => each.getClientRects().length") == 1


def test_three_versions_stand_side_by_side_on_paper(browser: Browser, pages: dict[str, str]) -> None:
    with opened(browser, viewport={"width": 680, "height": 900}) as page:
        goto(page, pages["compare-english"]).emulate_media(media="print")
        tops = page.locator(".version").evaluate_all("all => all.map(each => each.getBoundingClientRect().top)")
        assert len(tops) == 3 and len(set(tops)) == 1


def test_persons_taken_out_are_told_of_and_not_spelled_out(browser: Browser, pages: dict[str, str]) -> None:
    with opened(browser) as page:
        for kind in ("release-gone", "compare-english"):
            expect(goto(page, pages[kind]).locator(".redaction")).to_be_visible()
            assert page.locator(".redacted").first.get_attribute("aria-hidden") == "true"
        expect(goto(page, pages["release"]).locator(".redaction")).to_have_count(0)


def goto(page: Page, url: str) -> Page:
    page.goto(url, wait_until="networkidle" if "/search/" in url else "load")
    return page


def _widest(page: Page, style: str) -> dict[int, int]:
    """Return by how many pixels a page is wider than the window, at each of the widths at which it is."""
    page.evaluate(STYLED, style)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(WIDER)
    return {width: by for width, by in found.items() if by > 0}
