"""A pair whose text has an English version too: a third column of its comparison."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
from bs4 import BeautifulSoup

from parsers.model import Amount, Block
from sitegen.addresses import compare_path
from sitegen.build import build
from sitegen.formats import NBSP
from tests.site.rare import join_english
from tests.site.sample import SampleArchive, sample_archive


def test_a_third_column(tmp_path: Path) -> None:
    archive = sample_archive()
    pair, others = join_english(archive), archive.joined[1:]
    build(archive, tmp_path / "site")

    page = _page(tmp_path / "site", pair.fi.id)
    assert len(page.select(".version")) == 3
    cells = page.select(".row .cell-en")
    assert len(cells) == len(pair.alignment)
    assert [cell.select_one(".cell-text") is not None for cell in cells[:3]] == [True, False, True]
    assert f"19{NBSP}April 2024" in cells[2].get_text()
    assert "A person has decided" in page.select_one(".summary").get_text()  # type: ignore[union-attr]
    other = _page(tmp_path / "site", others[0].fi.id)
    assert other.select(".cell-en, .column-en, .parallel-3") == []


def test_the_english_version_is_marked_counted_and_told(tmp_path: Path) -> None:
    page = _built(tmp_path, _stating_the_sums(sample_archive()))
    assert [mark.get_text() for mark in page.select(".cell-en mark.same")] == [
        f"EUR{NBSP}4.2{NBSP}million",
        f"EUR{NBSP}50,000–250,000",
    ]
    told = page.select_one(".findings").get_text().replace(NBSP, " ")  # type: ignore[union-attr]
    assert "2 of them in the English one too" in told
    assert "Differences are looked for between the Finnish and the Swedish version." in told
    assert "The English version appeared 2 days after the Finnish one." in told


def test_what_the_english_version_has_in_another_passage_is_not_missing(tmp_path: Path) -> None:
    page = _built(tmp_path, _stating_the_sums(sample_archive()))
    merged = page.select(".cell-en .merged")
    assert [link.get_text() for cell in merged for link in cell.select("a")] == [
        f"The grant is EUR{NBSP}50,000–250,000 a project."
    ]
    assert [link["href"] for cell in merged for link in cell.select("a")] == ["#en-b1"]
    missing = len(page.select(".cell-en .gone")) - len(merged)
    told = page.select_one(".findings").get_text()  # type: ignore[union-attr]
    assert f"{missing} passages are missing from the English version." in told
    assert "1 passage has no passage of its own in the English version" in told


def test_agreeing_versions_with_a_third_say_which_agree(tmp_path: Path) -> None:
    archive = sample_archive()
    pair = join_english(archive)
    archive.joined[0] = msgspec.structs.replace(pair, differences=())
    page = _built(tmp_path, archive)
    heading = page.select_one("#findings")
    assert heading and heading.get_text() == "No differences in the facts between the Finnish and the Swedish version"


def _stating_the_sums(archive: SampleArchive) -> SampleArchive:
    """An English version of two passages two days later, the second with the sums of a passage it stands not beside."""
    pair = join_english(archive)
    assert pair.english
    text = "The grant is EUR 50,000–250,000 a project."
    en = archive.stored[pair.english.id]
    blocks = (msgspec.structs.replace(en.blocks[0], text="EUR 4.2 million for advice"), Block(type="p", text=text))
    archive.stored[en.id] = msgspec.structs.replace(
        en,
        blocks=blocks,
        translated="2024-03-07T10:05",
        amounts=(
            _sum(0, "EUR 4.2 million", blocks[0].text, 4200000, 4200000),
            _sum(1, "EUR 50,000–250,000", text, 50000, 250000),
        ),
    )
    return archive


def _sum(block: int, words: str, text: str, low: int, high: int) -> Amount:
    start = text.index(words)
    return Amount(block=block, start=start, end=start + len(words), text=words, min=Decimal(low), max=Decimal(high))


def _built(folder: Path, archive: SampleArchive) -> BeautifulSoup:
    build(archive, folder / "site", languages=("en",))
    return _page(folder / "site", archive.joined[0].fi.id)


def _page(site: Path, fi: str) -> BeautifulSoup:
    path = site / "en" / compare_path(fi)
    return BeautifulSoup((path if path.suffix else path / "index.html").read_text(encoding="utf-8"), "lxml")
