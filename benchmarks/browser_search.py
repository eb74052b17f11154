"""The static site's own search in Chromium: ``python -m benchmarks.browser_search [--pages 2000 20000]``.

A site is built of generated releases (benchmarks.generated) with the pages of one interface language, and served
on this machine. Measured are, on its search page, as a reader has them:

- the first query of a visit, which loads Pagefind and the beginning of its indexes: bytes and time;
- the queries after it, each for another word;
- the building, by the clock, and the size of the indexes.

The bytes are those of the files as served, without compression on the way; the time runs from the last letter typed to
the first results shown. For the first part of it the page waits whether more is typed.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.generated import asked, fill, generated, material
from index.catalogue import Catalogue
from index.fulltext import BrowserTerms
from parsers.model import Language, Release
from sitegen.browser_index import BUNDLE
from sitegen.build import build

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_INTERFACE: Language = "fi"
_VISITS, _WARM = 5, 20
_PATIENCE_MS = 60_000

# Types a word into the emptied field; gives the milliseconds until results, or that there are none, are shown.
_ASK = """
async (word) => {
  const field = document.querySelector("#search input[name=q]");
  const type = (text) => { field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })); };
  const isShown = () => document.querySelector("#results .entry") || !document.getElementById("nothing").hidden;
  const until = async (isSo) => { while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2)); };
  type("");
  await until(() => !isShown());
  const start = performance.now();
  type(word);
  await until(isShown);
  return performance.now() - start;
}
"""


class Answer(NamedTuple):
    """What a query took: bytes served, milliseconds."""

    size: int
    time: float


class Meter:
    """Counts the bytes that are served."""

    def __init__(self) -> None:
        self.served = 0


class CountingHandler(SimpleHTTPRequestHandler):
    """Serves files, and counts their bytes."""

    def __init__(self, *arguments: object, meter: Meter, directory: str) -> None:
        self._meter = meter
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def send_header(self, keyword: str, value: str) -> None:
        if keyword == "Content-Length":
            self._meter.served += int(value)
        super().send_header(keyword, value)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are counted, not told."""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[2000, 20_000])
    for count in parser.parse_args().pages:
        source = random.Random(6)
        releases = list(generated(material(), count, source))
        words = [query for query in asked(releases, source) if " " not in query]
        with tempfile.TemporaryDirectory() as folder:
            measure(releases, words, Path(folder))
    return 0


def measure(releases: Sequence[Release], words: Sequence[str], folder: Path) -> None:
    start = time.perf_counter()
    build_site(releases, folder)
    bundles = sum(path.stat().st_size for path in (folder / "site" / BUNDLE).rglob("*") if path.is_file())
    built = f"site built in {time.perf_counter() - start:.0f} s, indexes {bundles / 1e6:.1f} MB"
    print(f"{len(releases)} pages: {built}", flush=True)
    with sync_playwright() as playwright, served(folder / "site") as (address, meter):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_ARGUMENTS))
        search = f"{address}{_INTERFACE}/search/"
        visits = [list(visit(browser, search, meter, words[at : at + 1 + _WARM])) for at in range(_VISITS)]
        browser.close()
    print(f"  first query: {described([answers[0] for answers in visits])}")
    print(f"  warm query:  {described([answer for answers in visits for answer in answers[1:]])}", flush=True)


def build_site(releases: Sequence[Release], folder: Path) -> None:
    with Catalogue(folder / "catalogue.sqlite") as catalogue:
        fill(catalogue, releases)
        build(catalogue, folder / "site", languages=(_INTERFACE,), terms=BrowserTerms())


def visit(browser: Browser, address: str, meter: Meter, words: Sequence[str]) -> Iterator[Answer]:
    """Walk what the queries of one visit took, from an empty cache on."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(_PATIENCE_MS)
    page.goto(address, wait_until="networkidle")
    for word in words:
        yield ask(page, meter, word)
    context.close()


def ask(page: Page, meter: Meter, word: str) -> Answer:
    before = meter.served
    milliseconds = page.evaluate(_ASK, word)
    # What is fetched ahead of a need comes with the query that caused it.
    page.wait_for_load_state("networkidle")
    return Answer(meter.served - before, milliseconds)


def described(answers: Sequence[Answer]) -> str:
    sizes, times = [answer.size / 1000 for answer in answers], [answer.time for answer in answers]
    size = f"median {statistics.median(sizes):.0f} kB, at most {max(sizes):.0f} kB"
    return f"{size}; median {statistics.median(times):.0f} ms, at most {max(times):.0f} ms"


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Meter]]:
    """Serve a folder on a free port of this machine; give its address and what counts the bytes."""
    meter = Meter()
    handler = partial(CountingHandler, meter=meter, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", meter
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    raise SystemExit(main())
