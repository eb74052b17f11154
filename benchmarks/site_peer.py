"""Pelican building pages of the same words, to compare with: its plainest theme, without lists, feeds and menus."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup

_SETTINGS = """\
SITENAME = "Hakuarkisto"
TIMEZONE = "Europe/Helsinki"
THEME = "simple"
PAGE_PATHS, ARTICLE_PATHS = ["pages"], []
DISPLAY_PAGES_ON_MENU = DISPLAY_CATEGORIES_ON_MENU = False
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
LOAD_CONTENT_CACHE = False
"""
# What would mean something in Markdown.
_MARKUP = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]()#+-.!<>|"})


@dataclass(frozen=True)
class PeerFigures:
    """What Pelican took: pages written, seconds by the clock and of the processor, the most memory in MiB."""

    pages: int
    seconds: float
    processor: float
    memory: float


def build_peer(pages: Iterable[Path], folder: Path) -> PeerFigures:
    """Have Pelican build a page of the words of each of `pages`; writing them down as Markdown is not measured."""
    written = 0
    (folder / "pages").mkdir(parents=True)
    (folder / "settings.py").write_text(_SETTINGS, encoding="utf-8")
    for written, page in enumerate(pages, 1):
        (folder / "pages" / f"p{written}.md").write_text(_markdown(page, written), encoding="utf-8")
    command = [sys.executable, "-m", "pelican", str(folder), "-o", str(folder / "out"), "-s", "settings.py", "-q"]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    made = sum(1 for _ in (folder / "out").rglob("*.html"))
    if status or made < written:
        raise SystemExit(f"Pelican wrote {made} of {written} pages (status {status})")
    return PeerFigures(made, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _markdown(page: Path, number: int) -> str:
    """Return the words of a page, a paragraph for each element that has some."""
    document = BeautifulSoup(page.read_bytes(), "lxml")
    title = " ".join(document.title.get_text().split()) if document.title else page.parent.name
    body = document.body.stripped_strings if document.body else ()
    paragraphs = "\n\n".join(" ".join(line.split()).translate(_MARKUP) for line in body)
    return f"Title: {title}\nSlug: p{number}\n\n{paragraphs}\n"
