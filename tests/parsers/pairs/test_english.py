from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from urllib.parse import urlsplit

import msgspec
from rich.console import Console

from crawler.samplesite import documents, render
from haku.present.comparison import show_pair
from parsers.capture import Capture
from parsers.model import Pair, Release
from parsers.pairs.compare import compare
from parsers.pairs.lexicon import glossary
from parsers.pairs.merged import stated_elsewhere
from parsers.pairs.pairing import make_works
from parsers.pairs.tokens import text_tokens
from parsers.release import read_release
from tests.parsers.pairs.test_traps import _TRAPS, _releases


def _compared() -> tuple[Pair, list[Release]]:
    trap = next(trap for trap in _TRAPS if trap["id"] == "english_beside_the_pair")
    releases = [release for _, release in _releases(trap)][:3]
    (work,) = make_works(releases)
    assert work.pair and work.english
    fi, sv, en = releases
    return compare(fi, sv, work.pair, english=(en, work.english)), releases


def test_english_blocks_stand_beside_the_rows_of_the_pair() -> None:
    pair, (fi, _, en) = _compared()
    assert pair.english is not None
    assert (pair.english.id, pair.english.method) == (en.id, "content")
    assert len(pair.english.rows) == len(pair.alignment)
    assert sorted(block for row in pair.english.rows for block in row) == list(range(len(en.blocks)))
    beside = {pair.alignment[number].fi: row for number, row in enumerate(pair.english.rows)}
    assert beside == {(block,): (block,) for block in range(len(fi.blocks))}


def test_a_shorter_english_version() -> None:
    pair, (fi, sv, en) = _compared()
    assert pair.english
    shorter = msgspec.structs.replace(en, blocks=(en.blocks[0], en.blocks[2], en.blocks[4]))
    (work,) = make_works([fi, sv, shorter])
    assert work.pair and work.english
    side = compare(fi, sv, work.pair, english=(shorter, work.english)).english
    assert side is not None and side.rows == ((0,), (), (1,), (), (2,))


def test_a_freely_shortened_version_stands_beside_what_it_says() -> None:
    """Whole paragraphs share no word with the Finnish: their sums and dates must do."""
    fi, sv, en = (_sample(f"osaajat-2025.{language}") for language in ("fi", "sv", "en"))
    (work,) = make_works([fi, sv, en])
    assert work.pair and work.english
    pair = compare(fi, sv, work.pair, english=(en, work.english))
    assert pair.english
    beside = {
        fi.blocks[ours].text.split()[0]: [en.blocks[theirs].text.split()[0] for theirs in row]
        for aligned, row in zip(pair.alignment, pair.english.rows, strict=True)
        for ours in aligned.fi[:1]
    }
    assert beside["Kansainvälisten"] == ["EUR"]  # the title stands alone
    assert beside["Kunnat"][0] == "Municipalities" and beside["Avustusta"]


def test_what_the_english_version_says_in_one_passage_stands_beside_its_first() -> None:
    """Two sums that Finnish lists one by one, beside the line that introduces them; a contact beside the other."""
    fi, pair, en = _merged()
    assert pair.english
    rows = [[en.blocks[block].text.split(".")[0] for block in row] for row in pair.english.rows]
    introduced = next(number for number, row in enumerate(pair.alignment) if _begins(fi, row.fi, "Rahoitus jakautuu"))
    assert rows[introduced] == ["The funding is divided into two parts"]
    assert rows[introduced - 1] and rows[introduced + 1] == rows[introduced + 2] == []


def test_facts_of_a_passage_without_an_english_one_are_found_where_they_are() -> None:
    fi, pair, en = _merged()
    found = stated_elsewhere(pair, fi, _sample("osaajat-2025.sv"), en)
    told = {fi.blocks[pair.alignment[row].fi[0]].text.split()[0]: en.blocks[at].text[:11] for row, at in found.items()}
    assert told == {
        "työ-": "The funding",
        "opetus-": "The funding",
        "Hakijana": "Municipalit",
        "Hakemus": "The grants ",
        "Oppilaitosten": "Kristoffer ",
    }
    lone = [fi.blocks[row.fi[0]].type for number, row in enumerate(pair.alignment) if _is_lone(pair, number, found)]
    assert lone == ["h2", "h2", "h2", "p"], "headings and the quotation are truly missing"


def test_a_pair_without_an_english_version_has_nothing_elsewhere() -> None:
    fi, pair, en = _merged()
    assert stated_elsewhere(msgspec.structs.replace(pair, english=None), fi, fi, en) == {}


def _is_lone(pair: Pair, number: int, found: dict[int, int]) -> bool:
    return pair.english is not None and not pair.english.rows[number] and number not in found


def _begins(fi: Release, blocks: tuple[int, ...], words: str) -> bool:
    return bool(blocks) and fi.blocks[blocks[0]].text.startswith(words)


def _merged() -> tuple[Release, Pair, Release]:
    fi, sv, en = (_sample(f"osaajat-2025.{language}") for language in ("fi", "sv", "en"))
    (work,) = make_works([fi, sv, en])
    assert work.pair and work.english
    return fi, compare(fi, sv, work.pair, english=(en, work.english)), en


def _sample(name: str) -> Release:
    text = next(each for each in documents() if each.id == name)
    address = urlsplit(text.url)
    body = render(address.netloc, address.path).body
    return read_release(Capture(url=text.url, time=datetime(2026, 11, 1, tzinfo=UTC), body=body, charset="utf-8"))


def test_export_and_terminal_show_the_third_column() -> None:
    pair, (fi, sv, en) = _compared()
    assert json.loads(msgspec.json.encode(pair))["english"]["rows"][0] == [0]
    out = io.StringIO()
    show_pair(Console(file=out, width=150), pair, fi, sv, en)
    assert "English" in out.getvalue() and "Kokkola" in out.getvalue()
    without = io.StringIO()
    show_pair(Console(file=without, width=150), msgspec.structs.replace(pair, english=None), fi, sv)
    assert "English" not in without.getvalue()


def test_english_words_stand_for_themselves() -> None:
    """Neither the Swedish nor the Finnish word list is asked what "grant" means."""
    names = {token.name for token in text_tokens("The grant is EUR 1,066,000", "en", glossary())}
    assert names == {"the", "grant", "is", "eur", "#1066000"}
    assert not any(token.keys for token in text_tokens("fond projekt stöd haku", "en", glossary()))
