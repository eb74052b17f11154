"""How soon a page shows what matters on a slow line: ``python -m benchmarks.page_speed [--site DIR]``.

A site (that of 200 generated releases, unless ``--site`` names one that is built) is served on this machine, gzipped as
a host would serve it, and opened in Chromium with an empty cache, a line of 1.6 Mbit/s that takes 150 ms there and back
and a processor slowed down four times: what Lighthouse takes for a phone. Told are, for the front page, the search and
a comparison, the largest contentful paint in milliseconds (2,500 are good) and the cumulative layout shift (0.1 is),
each as the median and the worst of some visits. On the search page a word is typed too, and what the results shift
counts.
"""

from __future__ import annotations

import argparse
import gzip
import mimetypes
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.site_archive import make_archive
from index.archive import Archive
from index.fulltext import BrowserTerms
from sitegen.build import build

_BASE_URL = "https://example.org/"
_RELEASES, _VISITS = 200, 5
_KBIT, _LATENCY_MS, _SLOWED = 1_600, 150, 4
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PHONE = {"width": 360, "height": 740}
_PACKED = ("text/", "application/javascript", "application/json", "image/svg")
# Notes every larger paint and every shift that no one has caused.
_OBSERVE = """
window.painted = 0; window.shifted = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.painted = entry.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


class Visit(NamedTuple):
    """The largest contentful paint in milliseconds, and the cumulative layout shift."""

    paint: float
    shift: float


class _PackingHandler(SimpleHTTPRequestHandler):
    """Serves files as hosts do: text gzipped."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if not path.is_file() or not kind.startswith(_PACKED):
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes())
        self.send_response(200)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(content))),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are of no interest here."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--site", type=Path, help="the folder of a built site")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = asked.site or _built(Path(folder))
        with sync_playwright() as playwright, _served(site) as address:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_ARGUMENTS))
            for name, path, typed in _pages(site):
                _tell(name, [_visit(browser, address + path, typed) for _ in range(_VISITS)])
            browser.close()


def _built(folder: Path) -> Path:
    make_archive(folder / "archive", _RELEASES)
    with Archive(folder / "archive").catalogue() as catalogue:
        build(catalogue, folder / "site", _BASE_URL, terms=BrowserTerms())
    return folder / "site"


def _pages(site: Path) -> Iterator[tuple[str, str, str]]:
    """Give the pages to visit: name, path, and what is typed there."""
    yield "front", "fi/", ""
    yield "search", "fi/search/", "avustus"
    heaviest = max((site / "fi" / "compare").iterdir(), key=lambda page: (page / "index.html").stat().st_size)
    yield "comparison", f"{heaviest.relative_to(site).as_posix()}/", ""


def _visit(browser: Browser, address: str, typed: str) -> Visit:
    context = browser.new_context(viewport=_PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    _slow_down(page)
    page.add_init_script(_OBSERVE)
    page.goto(address, wait_until="networkidle")
    paint = page.evaluate("window.painted")
    if typed:
        page.fill("#search input[name=q]", typed)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(1_000)
    shift = page.evaluate("window.shifted")
    context.close()
    return Visit(paint, shift)


def _slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    rate = _KBIT * 1000 / 8
    line = {"offline": False, "latency": _LATENCY_MS, "downloadThroughput": rate, "uploadThroughput": rate / 2}
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", line)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWED})


def _tell(name: str, visits: list[Visit]) -> None:
    paints, shifts = [visit.paint for visit in visits], [visit.shift for visit in visits]
    paint = f"{statistics.median(paints):.0f} ms, at most {max(paints):.0f} ms"
    print(f"{name:10} paint {paint}; shift {statistics.median(shifts):.3f}, at most {max(shifts):.3f}", flush=True)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_PackingHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main()
