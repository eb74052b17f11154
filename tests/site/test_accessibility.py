"""axe-core's rules, WCAG 2.2 A and AA and its best practices, on every type of page in both themes."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from tests.site.browsing import opened

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations'], preload: false})"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing(browser: Browser, page_types: dict[str, str], scheme: str, width: int) -> None:
    found = []
    with opened(browser, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        for kind, url in page_types.items():
            page.goto(url, wait_until="networkidle" if "search" in kind else "load")
            page.evaluate(AXE_SCRIPT)
            found += [f"{kind}: {told(fault)}" for fault in page.evaluate(RUN, TAGS)["violations"]]
    assert not found


def test_axe_would_find_something(browser: Browser, page_types: dict[str, str]) -> None:
    with opened(browser, bypass_csp=True) as page:
        page.goto(page_types["about"], wait_until="networkidle")
        page.evaluate("document.querySelector('h1').style.color = '#ddd'")
        page.evaluate("document.querySelector('main').append(document.createElement('button'))")
        page.evaluate(AXE_SCRIPT)
        assert {fault["id"] for fault in page.evaluate(RUN, TAGS)["violations"]} == {"button-name", "color-contrast"}


def told(fault: dict[str, Any]) -> str:
    return f"{fault['id']} {[node['html'][:200] for node in fault['nodes'][:3]]}"
