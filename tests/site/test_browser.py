"""The site as readers meet it: in Chromium, served from a plain file server under a path of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.browsing import opened

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with opened(browser) as page:
        yield page


@pytest.mark.parametrize(
    ("language", "word", "title", "count"),
    [
        pytest.param("fi", "kirjastoille", "Lukutaitotyöhön", "Löytyi 1 tiedote", id="fi"),
        pytest.param("sv", "vattendrag", "Energistöd", "1 meddelande hittades", id="sv"),
        pytest.param("en", "energistöd", "Energistöd", "1 release found", id="en-finds-swedish"),
        pytest.param("sv", "energiatukea", "Energiatukea", "1 meddelande hittades", id="sv-finds-finnish"),
    ],
)
def test_the_search_finds(page: Page, address: str, language: str, word: str, title: str, count: str) -> None:
    page.goto(f"{address}{language}/search/")
    page.get_by_role("searchbox").fill(word)
    expect(page.locator("#results .entry-title").first).to_contain_text(title)
    expect(page.get_by_role("status")).to_have_text(count)
    assert page.url.endswith(f"?q={word}") or "%C3%B6" in page.url
    page.locator("#results .entry-title a").first.click()
    expect(page.locator("h1")).to_contain_text(title)
    assert f"/{language}/release/" in page.url


def test_the_search_from_the_front_page(page: Page, address: str) -> None:
    page.goto(f"{address}fi/")
    page.get_by_role("searchbox").fill("lukukoirat")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#results .entry")).to_have_count(1)
    assert page.url.endswith("/fi/search/?q=lukukoirat")


def test_filters_narrow_and_can_be_shared(page: Page, address: str) -> None:
    page.goto(f"{address}fi/search/?q=avustusta")
    expect(page.locator("#results .entry")).not_to_have_count(0)
    everything = page.locator("#results .entry").count()
    page.get_by_label("Tyyppi").select_option("decision")
    expect(page.locator("#results .entry")).not_to_have_count(everything)
    assert {text.strip() for text in page.locator("#results [data-slot=kind]").all_text_contents()} == {"Avustuspäätös"}
    shared = page.url
    assert "kind=decision" in shared
    narrowed = page.locator("#results .entry").count()
    page.goto(shared)
    expect(page.locator("#results .entry")).to_have_count(narrowed)
    expect(page.get_by_label("Tyyppi")).to_have_value("decision")


def test_versions_of_one_text_are_one_hit(page: Page, address: str) -> None:
    page.goto(f"{address}fi/search/?q=Kuvitteellisen")
    expect(page.locator("#results .entry")).to_have_count(1)
    page.goto(f"{address}fi/search/?q=Kurkim%C3%A4ki")
    expect(page.locator("#results .entry")).to_have_count(1)
    page.locator("#results").get_by_role("link", name="Vertaa").click()
    expect(page.locator("h1")).to_contain_text("Suomi–ruotsi-vertailu")


def test_a_word_of_one_language_finds_nothing_by_chance_in_the_other(page: Page, address: str) -> None:
    page.goto(f"{address}fi/search/?q=avustusta")
    expect(page.locator("#results .entry")).not_to_have_count(0)
    assert set(page.locator("#results .entry-title a").evaluate_all("links => links.map(a => a.lang)")) == {"fi"}


def test_an_empty_result_is_told(page: Page, address: str) -> None:
    page.goto(f"{address}sv/search/?q=xylofonkonsert")
    expect(page.locator("#nothing")).to_be_visible()
    expect(page.locator("#nothing")).to_contain_text("Inget hittades")
    expect(page.locator("#results .entry")).to_have_count(0)


def test_the_search_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}fi/search/?q=avustusta")
    expect(page.locator("#results .entry").nth(1)).to_be_visible()
    page.get_by_role("searchbox").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#results .entry-title a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_the_skip_link_comes_first(page: Page, address: str) -> None:
    page.goto(f"{address}fi/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Siirry sisältöön")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_comparison_shows_its_difference(page: Page, address: str, call_ids: tuple[str, str]) -> None:
    page.goto(f"{address}fi/compare/{call_ids[0]}/")
    page.get_by_role("link", name="näytä tekstissä").first.click()
    marked = page.locator("#d1-fi")
    expect(marked).to_be_in_viewport()
    assert marked.evaluate("mark => getComputedStyle(mark).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert marked.evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"
    page.get_by_role("link", name="Ero 1").first.click()
    expect(page.locator("#d1")).to_be_in_viewport()


def test_a_fact_leads_to_its_words(page: Page, address: str, call_ids: tuple[str, str]) -> None:
    page.goto(f"{address}sv/release/{call_ids[1]}/")
    page.locator(".fact-total .fact-link").click()
    expect(page.locator("mark:target")).to_have_text("4,2 miljoner euro")


@pytest.mark.parametrize(
    "path", ["fi/", "fi/search/", "fi/browse/", "fi/differences/", "sv/about/", "en/browse/kind/call/"]
)
def test_reading_without_javascript(browser: Browser, address: str, path: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{address}{path}")
        expect(page.locator("h1")).to_be_visible()
        if path == "fi/search/":
            expect(page.get_by_role("heading", name="Haku edellyttää JavaScriptiä")).to_be_visible()
            page.get_by_role("link", name="selaa vuoden, tyypin tai viranomaisen mukaan").click()
            expect(page.get_by_role("link", name="2024")).to_be_visible()


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_type_fits_its_screen(
    browser: Browser, address: str, call_ids: tuple[str, str], width: int, scheme: str, tmp_path: Path
) -> None:
    paths = ["", "fi/", "sv/search/", "fi/browse/", "sv/browse/year/2024/", "fi/differences/", "fi/about/"]
    paths += [f"fi/release/{call_ids[0]}/", f"sv/compare/{call_ids[0]}/"]
    with opened(browser, viewport={"width": width, "height": 900}, color_scheme=scheme) as page:
        for number, path in enumerate(paths):
            page.goto(f"{address}{path}")
            page.screenshot(path=tmp_path / f"{number}-{width}-{scheme}.png", full_page=True)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            light = page.evaluate(LIGHTNESS)
            assert (light > 128) == (scheme == "light"), path


LIGHTNESS = "Number(getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0])"

# Contrast of every text with what is behind it, by the formula of WCAG 2.2; gives the texts that fall short.
CONTRAST = """
() => {
  const channel = (value) => ((value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = numbers(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest("svg, noscript")) continue;
    const style = getComputedStyle(element);
    const [one, other] = [luminance(numbers(style.color)), luminance(behind(element))].sort((a, b) => b - a);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${walker.currentNode.data.trim().slice(0, 40)}`);
  }
  return faint;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough(browser: Browser, address: str, call_ids: tuple[str, str], scheme: str) -> None:
    paths = ["", "fi/", "fi/browse/", "fi/differences/", "fi/about/", "fi/search/?q=avustusta"]
    paths += [f"fi/release/{call_ids[0]}/", f"fi/compare/{call_ids[0]}/"]
    with opened(browser, color_scheme=scheme) as page:
        for path in paths:
            page.goto(f"{address}{path}", wait_until="networkidle")
            assert page.evaluate(CONTRAST) == [], path


def test_targets_can_be_hit(browser: Browser, address: str) -> None:
    """WCAG 2.2's 2.5.8: links that stand alone are at least 24 pixels high."""
    small = "links => links.map(a => a.getBoundingClientRect()).filter(box => box.height < 24).length"
    with opened(browser, viewport={"width": 360, "height": 800}) as page:
        page.goto(f"{address}fi/")
        assert page.locator("nav.menu a, nav.tongues a, .colophon a, button").evaluate_all(small) == 0


def test_a_comparison_on_paper_stands_in_two_columns(browser: Browser, address: str, call_ids: tuple[str, str]) -> None:
    with opened(browser, viewport={"width": 700, "height": 900}) as page:
        page.goto(f"{address}fi/compare/{call_ids[0]}/")
        page.emulate_media(media="print")
        left, right = page.locator("#r1 .cell-fi").bounding_box(), page.locator("#r1 .cell-sv").bounding_box()
        assert left and right and left["y"] == right["y"] and right["x"] >= left["x"] + left["width"] - 1
        expect(page.locator("nav.menu")).to_be_hidden()


def test_a_release_on_paper_leaves_out_what_is_for_programs(
    browser: Browser, address: str, call_ids: tuple[str, str]
) -> None:
    with opened(browser) as page:
        page.goto(f"{address}fi/release/{call_ids[0]}/")
        expect(page.locator(".citation-files")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator(".citation-files")).to_be_hidden()
        expect(page.locator(".citation")).to_be_visible()


def test_nothing_is_asked_of_other_hosts(browser: Browser, address: str, call_ids: tuple[str, str]) -> None:
    asked: list[str] = []
    with opened(browser) as page:
        page.on("request", lambda request: asked.append(request.url))
        for path in ("", "fi/", f"fi/release/{call_ids[0]}/", "fi/search/?q=avustusta"):
            page.goto(f"{address}{path}", wait_until="networkidle")
    assert asked and all(url.startswith(address) for url in asked)
