"""A pair whose text has an English version too: a third column of its comparison."""

from __future__ import annotations

from pathlib import Path

import msgspec
from bs4 import BeautifulSoup

from parsers.model import Application, Block, EnglishSide, Release
from parsers.urls import release_id
from sitegen.addresses import compare_path
from sitegen.build import build
from tests.site.sample import sample_archive


def test_a_third_column(tmp_path: Path) -> None:
    archive = sample_archive()
    pair, *others = archive.joined
    url = "https://tem.fi/en/-/third"
    blocks = (Block(type="h1", text="Grants for advice"), Block(type="p", text="The call closes on 19 April 2024."))
    en = msgspec.structs.replace(
        archive.stored[pair.fi.id], id=release_id(url), url=url, language="en", title=blocks[0].text, blocks=blocks
    )
    archive.stored[en.id] = _bare(en)
    rows = ((0,), (), (1,), *(() for _ in pair.alignment[3:]))
    side = EnglishSide(id=en.id, url=url, method="content", score=0.9, rows=rows)
    archive.joined[0] = msgspec.structs.replace(pair, english=side, method="reviewed")
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


def _bare(release: Release) -> Release:
    """The facts of the Finnish version stand where the English one has no such words."""
    return msgspec.structs.replace(
        release, amounts=(), contacts=(), eligibility=(), case_numbers=(), attachments=(), links=(), warnings=(),
        application=Application(), use_period=None, kind_evidence=None, dates=(), self_financing=(), decision_date=None, total=None,
    )  # fmt: skip


def _page(site: Path, fi: str) -> BeautifulSoup:
    path = site / "en" / compare_path(fi)
    return BeautifulSoup((path if path.suffix else path / "index.html").read_text(encoding="utf-8"), "lxml")
