"""Take the pictures of the README: `make screenshots`. Needs Chromium, as the browser tests do."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from haku.serving import site_server
from index.archive import Archive

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
DESKTOP, PHONE = (1280, 900), (390, 844)


def main() -> int:
    """Build the demo in a temporary folder and take a picture of each kind of page."""
    with tempfile.TemporaryDirectory() as folder:
        start = "from haku.cli import main; main()"
        subprocess.run([sys.executable, "-c", start, "demo", "--no-serve", "--output", folder], check=True)
        with site_server(Path(folder) / "site", 0) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            _take_all(f"http://127.0.0.1:{server.server_port}", Archive(Path(folder) / "archive"))
            server.shutdown()
    return 0


def _take_all(address: str, archive: Archive) -> None:
    FOLDER.mkdir(exist_ok=True)
    with archive.catalogue() as catalogue:
        pair = next(pair for pair in catalogue.pairs() if any(d.kind == "contradicts" for d in pair.differences))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=ARGUMENTS)
        _take(browser, f"{address}/fi/", "front", DESKTOP)
        _take(browser, f"{address}/fi/", "front-phone", PHONE)
        _take(browser, f"{address}/fi/compare/{pair.fi.id}/", "comparison", DESKTOP)
        _take(browser, f"{address}/sv/release/{pair.sv.id}/", "release-dark", DESKTOP, dark=True)
        _take(browser, f"{address}/fi/search/?q=avustus", "search", DESKTOP)
        browser.close()


def _take(browser: Browser, url: str, name: str, size: tuple[int, int], *, dark: bool = False) -> None:
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light")
    page.goto(url, wait_until="networkidle")
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


def _chromium() -> str | None:
    """A browser on PATH, else the one that Playwright has installed."""
    return next((path for name in ("chromium", "google-chrome") if (path := shutil.which(name))), None)


if __name__ == "__main__":
    sys.exit(main())
