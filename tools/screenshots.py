"""Take a picture of every type of page: `make screenshots`. Needs Chromium, as the browser tests do.

All are taken on a desktop in the light theme, the main four also in the dark one and on a phone. The pages are those of
the demo: the folder is made anew, and is at most `MOST` bytes.
"""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

from haku.serving import site_server
from index.archive import Archive
from parsers.model import Call, Pair

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
DESKTOP, PHONE = (1280, 900), (390, 844)
MAIN = ("front", "search", "release", "comparison")
MOST = 6_000_000


def main() -> int:
    """Build the demo in a temporary folder and take pictures of it; returns 1 when they are too large together."""
    with tempfile.TemporaryDirectory() as folder:
        start = "from haku.cli import main; main()"
        subprocess.run([sys.executable, "-c", start, "demo", "--no-serve", "--output", folder], check=True)
        with site_server(Path(folder) / "site", 0) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            _take_all(f"http://127.0.0.1:{server.server_port}/", page_paths(Archive(Path(folder) / "archive")))
            server.shutdown()
    size = sum(path.stat().st_size for path in FOLDER.iterdir())
    print(f"{FOLDER}: {len(list(FOLDER.iterdir()))} pictures, {size / 1e6:.1f} MB")
    return int(size > MOST)


def page_paths(archive: Archive) -> dict[str, str]:
    """Return the path of a page of every type on the site of an archive, by the name of its picture."""
    with archive.catalogue() as catalogue:
        pair, call = _telling_pair(catalogue.pairs()), _longest(catalogue.calls)
    year = (call.closes or "")[:4]
    return {
        "front": "fi/",
        "search": "fi/search/?q=avustus",
        "release": f"sv/release/{pair.sv.id}/",
        "comparison": f"fi/compare/{pair.fi.id}/",
        "browse": "fi/browse/",
        "list": "sv/browse/kind/call/",
        "calls": "fi/calls/",
        "call-list": "sv/calls/decided/",
        "call": f"fi/call/{call.id}/",
        "calendar": "fi/calendar/",
        "calendar-year": f"fi/calendar/{year}/",
        "differences": "fi/differences/",
        "differences-severity": "sv/differences/severity/high/",
        "figures": "en/figures/",
        "translation": "fi/translation/",
        "amounts": "sv/amounts/",
        "translation-list": "sv/translation/all/2024/",
        "amounts-list": "fi/amounts/all/2024/",
        "data": "en/data/",
        "about": "fi/about/",
        "entrance": "",
        "not-found": "404.html",
    }


def _telling_pair(pairs: Iterable[Pair]) -> Pair:
    """Return the pair with the most contradictions, and of those the one with the most passages."""
    return max(pairs, key=lambda pair: (sum(d.kind == "contradicts" for d in pair.differences), len(pair.alignment)))


def _longest(calls: Iterable[Call]) -> Call:
    """Return a call with a deadline whose life has the most releases."""
    return max((call for call in calls if call.closes), key=lambda call: (len(call.members), call.id))


def _take_all(address: str, paths: dict[str, str]) -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=ARGUMENTS)
        for name, path in paths.items():
            _take(browser, address + path, name, DESKTOP)
        for name in MAIN:
            _take(browser, address + paths[name], f"{name}-dark", DESKTOP, dark=True)
            _take(browser, address + paths[name], f"{name}-phone", PHONE)
        browser.close()


def _take(browser: Browser, url: str, name: str, size: tuple[int, int], *, dark: bool = False) -> None:
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light")
    page.goto(url, wait_until="networkidle")
    (FOLDER / f"{name}.webp").write_bytes(_webp(page))
    page.close()


def _webp(page: Page) -> bytes:
    """Return what is on the screen as WebP, which Playwright itself does not write; words stay sharp in it."""
    picture = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 90})
    return base64.b64decode(picture["data"])


def _chromium() -> str | None:
    """A browser on PATH, else the one that Playwright has installed."""
    return next((path for name in ("chromium", "google-chrome") if (path := shutil.which(name))), None)


if __name__ == "__main__":
    sys.exit(main())
