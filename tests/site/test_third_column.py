"""A pair whose text has an English version too: a third column of its comparison."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from sitegen.addresses import compare_path
from sitegen.build import build
from tests.site.rare import join_english
from tests.site.sample import sample_archive


def test_a_third_column(tmp_path: Path) -> None:
    archive = sample_archive()
    pair, others = join_english(archive), archive.joined[1:]
    build(archive, tmp_path / "site")

    page = _page(tmp_path / "site", pair.fi.id)
    assert len(page.select(".version")) == 3
    cells = page.select(".row .cell-en")
    assert len(cells) == len(pair.alignment)
    assert [cell.select_one(".cell-text") is not None for cell in cells[:3]] == [True, False, True]
    assert "19 April 2024" in cells[2].get_text()
    assert "A person has decided" in page.select_one(".summary").get_text()  # type: ignore[union-attr]
    other = _page(tmp_path / "site", others[0].fi.id)
    assert other.select(".cell-en, .column-en, .parallel-3") == []


def _page(site: Path, fi: str) -> BeautifulSoup:
    path = site / "en" / compare_path(fi)
    return BeautifulSoup((path if path.suffix else path / "index.html").read_text(encoding="utf-8"), "lxml")
