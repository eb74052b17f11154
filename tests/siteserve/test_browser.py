"""The live search in Chromium: found, narrowed, opened, in both themes and on a phone, without a foreign request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from index.archive import Archive
from tests.site.browsing import opened
from tests.siteserve.serving import serving

pytestmark = pytest.mark.browser

SCREENS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}},
}
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"


@pytest.fixture(scope="module")
def address(archive: Archive) -> Iterator[str]:
    with serving(archive.folder) as served:
        yield served.address


def asked_elsewhere(page: Page, address: str) -> list[str]:
    found: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(address) else found.append(request.url))
    return found


def test_from_a_word_to_a_release_and_its_comparison(browser: Browser, address: str) -> None:
    with opened(browser, locale="fi-FI") as page:
        elsewhere = asked_elsewhere(page, address)
        page.goto(address)
        page.get_by_label("Hakusanat").fill("kyläkaupalle")
        page.keyboard.press("Enter")
        expect(page.locator(".results .entry").first).to_contain_text("yläkaup")
        before = page.locator(".results .entry").count()
        page.locator(".facet a", has_text="Avustuspäätökset").click()
        expect(page.locator(".chips")).to_contain_text("Avustuspäätökset")
        assert page.locator(".results .entry").count() < before
        page.locator(".results .entry-title a").first.click()
        expect(page.locator("article.text")).to_be_visible()
        page.get_by_role("link", name="Vertaa rinnakkain").click()
        expect(page.locator("h1")).to_be_visible()
        assert not elsewhere


@pytest.mark.parametrize("screen", list(SCREENS))
def test_nothing_is_wider_than_the_screen(browser: Browser, address: str, screen: str) -> None:
    with opened(browser, **SCREENS[screen]) as page:
        for path in (
            "/fi/search/?q=avustus&kind=call&from=2021",
            "/sv/search/?q=xyzzy",
            "/en/differences/",
            "/sv/api/",
        ):
            page.goto(f"{address}{path}", wait_until="networkidle")
            assert page.evaluate(OVERFLOW) <= 0, path


def test_the_search_works_with_the_keyboard_alone(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(f"{address}/en/search/?q=avustus")
        names = []
        for _ in range(40):
            page.keyboard.press("Tab")
            names.append(page.evaluate("document.activeElement.id || document.activeElement.innerText"))
        assert names[0] == "Skip to the content"
        assert "q" in names
        assert "How to write a query" in names
        assert names.index("q") < names.index("Newest")
        page.get_by_text("How to write a query").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("the words one after the other")).to_be_visible()


def test_every_field_and_link_has_a_name(browser: Browser, address: str) -> None:
    with opened(browser) as page:
        page.goto(f"{address}/sv/search/?q=avustus&from=2021")
        nameless = page.evaluate(
            """() => [...document.querySelectorAll("a, button, input:not([type=hidden])")]
              .filter((each) => !each.textContent.trim() && !each.labels?.length && !each.getAttribute("aria-label"))
              .map((each) => each.outerHTML)"""
        )
        assert nameless == []
