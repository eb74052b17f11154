"""Charts, their tables and the lists of differences as readers meet them, in Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.browsing import opened
from tests.site.test_browser import CONTRAST

pytestmark = pytest.mark.browser

PATHS = [
    "fi/figures/",
    "sv/translation/",
    "fi/amounts/",
    "fi/differences/severity/low/",
    "sv/differences/",
    "fi/about/",
]
SMALLEST_TEXT = "Math.min(...[...document.querySelectorAll('.chart text')].map(t => t.getBoundingClientRect().height))"
FILLS = "all => all.map(each => getComputedStyle(each).fill)"
DASHES = "all => all.map(each => getComputedStyle(each).strokeDasharray)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_fit_every_screen_and_can_be_read(browser: Browser, address: str, scheme: str) -> None:
    with opened(browser, color_scheme=scheme) as page:
        for path in PATHS:
            page.goto(f"{address}{path}", wait_until="networkidle")
            assert page.evaluate(CONTRAST) == [], path
            for width in (360, 768, 1440):
                page.set_viewport_size({"width": width, "height": 900})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


def test_words_in_a_chart_are_large_enough_on_a_phone(browser: Browser, address: str) -> None:
    with opened(browser, viewport={"width": 360, "height": 800}) as page:
        for path in ("fi/translation/", "fi/amounts/"):
            page.goto(f"{address}{path}", wait_until="networkidle")
            assert page.evaluate(SMALLEST_TEXT) >= 11, path


def test_a_wide_table_scrolls_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, viewport={"width": 360, "height": 800}) as page:
        page.goto(f"{address}fi/translation/")
        box = page.get_by_role("region", name="Suomenkieliset hakutiedotteet").first
        box.focus()
        expect(box).to_be_focused()
        page.keyboard.press("ArrowRight")
        assert scrolled(page, box)


def scrolled(page: Page, box: Locator) -> bool:
    """Tell whether a box comes to be scrolled: asked from outside, since the page's policy forbids to evaluate text."""
    for _ in range(100):
        if box.evaluate("element => element.scrollLeft") > 0:
            return True
        page.wait_for_timeout(50)
    return False


def test_a_chart_is_one_picture_with_its_words(browser: Browser, address: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{address}sv/amounts/")
        picture = page.get_by_role("img", name="Belopp att söka och beviljade belopp: Alla myndigheter")
        expect(picture).to_be_visible()
        expect(page.get_by_role("table", name="Belopp per år").first).to_be_visible()


@pytest.mark.parametrize("forced", ["none", "active"])
def test_series_differ_in_more_than_colour(browser: Browser, address: str, forced: str) -> None:
    with opened(browser, forced_colors=forced) as page:
        page.goto(f"{address}fi/translation/")
        keys = page.locator(".chart-keys").first.locator("rect")
        filled, outlined, dashed = keys.evaluate_all(FILLS)
        assert filled not in (outlined, dashed)
        assert keys.evaluate_all(DASHES) == ["none", "none", "3px, 2px"]


def test_figures_can_be_taken_along(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(f"{address}en/amounts/")
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Download the figures (CSV)").click()
        assert waiting.value.suggested_filename == "amounts.csv"
        assert waiting.value.path().read_text(encoding="utf-8").startswith("authority,authority_name,year,currency,")


def test_differences_are_narrowed_without_javascript(browser: Browser, address: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{address}en/differences/", wait_until="networkidle")
        page.get_by_role("link", name="Only in one version").click()
        expect(page.get_by_role("heading", level=1, name="Only in one version")).to_be_visible()
        expect(page.get_by_role("link", name="Only in one version")).to_have_attribute("aria-current", "page")


def test_figures_on_paper_have_their_tables_whole(browser: Browser, address: str) -> None:
    with opened(browser, viewport={"width": 700, "height": 900}) as page:
        page.goto(f"{address}fi/amounts/")
        page.emulate_media(media="print")
        expect(page.locator("nav.jumps, a.button").first).to_be_hidden()
        assert page.locator(".table-scroll").first.evaluate("box => getComputedStyle(box).overflowX") == "visible"
