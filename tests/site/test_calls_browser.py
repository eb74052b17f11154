"""Calls and the calendar in Chromium: without JavaScript, on a phone, in both themes, by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.site.browsing import opened
from tests.site.sample import SampleArchive
from tests.site.test_browser import CONTRAST

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def paths(calls_archive: SampleArchive) -> list[str]:
    choirs = max(calls_archive.calls, key=lambda call: len(call.members))
    return [
        "fi/",
        f"fi/call/{choirs.id}/",
        "fi/calls/",
        "sv/calls/decided/",
        "fi/calendar/",
        "sv/calendar/2024/",
        "fi/browse/",
        "sv/browse/year/2024/",
        "fi/browse/group/associations/",
        f"sv/release/{choirs.id}/",
    ]


def follow(link: Locator) -> None:
    """Follow a link and wait until its page has all it asks for: the next step would break off the rest."""
    link.click()
    link.page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (768, "dark"), (1440, "light")])
def test_pages_fit_their_screen_and_can_be_read(
    browser: Browser, calls_address: str, paths: list[str], width: int, scheme: str
) -> None:
    with opened(browser, viewport={"width": width, "height": 900}, color_scheme=scheme) as page:
        for path in paths:
            page.goto(f"{calls_address}{path}", wait_until="networkidle")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            assert page.evaluate(CONTRAST) == [], path


def test_from_the_menu_to_a_decision_without_javascript(browser: Browser, calls_address: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{calls_address}fi/", wait_until="networkidle")
        follow(page.get_by_role("navigation", name="Päävalikko").get_by_role("link", name="Avustushaut"))
        follow(page.get_by_role("navigation", name="Haut tilan mukaan").get_by_role("link", name="Ratkaistu"))
        follow(page.get_by_role("link", name="Kuorojen kiertueisiin haettavana"))
        expect(page.get_by_role("heading", name="Haun vaiheet")).to_be_visible()
        expect(page.locator(".timeline > li")).to_have_count(6)
        follow(page.locator(".step-decision .call-versions").get_by_role("link"))
        expect(page.locator("h1")).to_contain_text("2,7 miljoonaa euroa")
        follow(page.locator(".release-call").get_by_role("link"))
        expect(page.locator("h1")).to_contain_text("Kuorojen kiertueisiin haettavana")


def test_a_day_of_the_calendar_leads_to_its_deadlines(browser: Browser, calls_address: str) -> None:
    with opened(browser, java_script_enabled=False, viewport={"width": 360, "height": 640}) as page:
        page.goto(f"{calls_address}fi/browse/", wait_until="networkidle")
        follow(page.get_by_role("link", name="Määräaikakalenteri"))
        follow(page.get_by_role("link", name="2024", exact=False).first)
        day = page.get_by_role("link", name=re.compile(r"^15 ?: 1 määräaika$"))
        box = day.bounding_box()
        assert box and box["width"] >= 24 and box["height"] >= 24
        day.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#d2024-03-15:target .deadline-date")).to_be_in_viewport()
        expect(page.get_by_role("table", name="Maaliskuu 2024").get_by_role("columnheader")).to_have_count(7)


def test_calendar_files_can_be_fetched(browser: Browser, calls_address: str) -> None:
    with opened(browser) as page:
        page.goto(f"{calls_address}sv/calendar/", wait_until="networkidle")
        links = page.locator('a[type="text/calendar"]').evaluate_all("links => links.map(a => a.href)")
        assert len(links) == 5
        for link in links:
            assert page.request.get(link).text().startswith("BEGIN:VCALENDAR\r\n")
