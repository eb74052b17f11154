"""Terms learned from the archive: the same however releases arrive, and learned no oftener than needed."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

import index.terms
from index.catalogue import Catalogue
from index.export import export
from index.pairing import update_pairs
from index.reading import Workers
from index.terms import learned_terms, learned_words
from parsers.model import Release
from parsers.pairs.compare import compare
from parsers.pairs.pairing import EnglishPairing, Pairing
from tests.parsers.pairs.invented import release

# Words of no language, so that no list has them.
INVENTED = [
    ("kvorpo", "blimfa"), ("snelmi", "drautik"), ("trufka", "ogmer"), ("hyljö", "vantsel"), ("pirppa", "ekvom"),
]  # fmt: skip
PLACES = [
    ("järven kunnostukseen", "restaurering av en sjö"), ("kirjaston kalustoon", "inventarier till ett bibliotek"),
    ("koulun remonttiin", "renovering av en skola"), ("museon näyttelyyn", "en utställning på ett museum"),
    ("teatterin musiikkiin", "musik för en teater"), ("kalojen tutkimukseen", "forskning om fiskar"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _without_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAKU_FREEDICT", "off")


def _work(number: int, year: int) -> list[Release]:
    """A call in both languages in which three of the invented words stand, each in a paragraph with others."""
    source = random.Random(number)
    words = source.sample(INVENTED, 3)
    places = source.sample(PLACES, 3)
    fi, sv = f"https://tem.fi/-/haku-{number}", f"https://tem.fi/sv/-/ansokan-{number}"
    sum_, stamp = f"{source.randrange(100, 900)} 000", f"{year}-03-{number % 28 + 1:02}T10:{number % 60:02}"
    ours = [f"{word} saa avustusta {place}." for (word, _), (place, _) in zip(words, places, strict=True)]
    theirs = [f"{word} får understöd för {place}." for (_, word), (_, place) in zip(words, places, strict=True)]
    finnish = "\n".join([f"Haku {number}", *ours, f"Haettavana on {sum_} euroa."])
    swedish = "\n".join([f"Ansökan {number}", *theirs, f"Det går att söka {sum_} euro."])
    return [
        release("fi", finnish, url=fi, published=stamp, authority="tem", declared={"sv": sv}),
        release("sv", swedish, url=sv, published=stamp, authority="tem", declared={"fi": fi}),
    ]


@pytest.fixture(autouse=True)
def _from_few_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.terms, "_FEWEST_PAIRS", 10)


@pytest.fixture(scope="module")
def releases() -> list[Release]:
    """Twenty calls of years that are over and two of the newest."""
    works = [_work(number, 2015 + number % 5) for number in range(20)] + [_work(number, 2020) for number in (20, 21)]
    return [release for work in works for release in work]


def _take_in(catalogue: Catalogue, batches: Iterable[Sequence[Release]]) -> bytes:
    """Add releases batch by batch as an ingest does; return the pairs as they are exported."""
    with Workers() as workers:
        for batch in batches:
            with catalogue.transaction():
                for release in batch:
                    catalogue.add_release(release)
            update_pairs(catalogue, workers)
    return _pairs(catalogue)


def _pairs(catalogue: Catalogue) -> bytes:
    out = io.BytesIO()
    export(catalogue, "pairs", out, "jsonl")
    return out.getvalue()


def test_what_stands_side_by_side_is_learned(catalogue: Catalogue, releases: list[Release]) -> None:
    _take_in(catalogue, [releases])
    assert set(INVENTED) == set(learned_words(catalogue))
    status = catalogue.status()
    assert (status.terms, status.dictionary) == (len(INVENTED), None)


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_arrival_changes_nothing(releases: list[Release], tmp_path: Path, seed: int) -> None:
    mixed = random.Random(seed).sample(releases, len(releases))
    with Catalogue(tmp_path / "whole.sqlite") as whole, Catalogue(tmp_path / "parts.sqlite") as parts:
        assert _take_in(whole, [releases]) == _take_in(parts, [mixed[:25], mixed[25:33], mixed[33:]])
        assert learned_terms(whole) == learned_terms(parts)
        assert whole.content() == parts.content()


def test_pairs_are_aligned_with_what_was_learned(
    catalogue: Catalogue, releases: list[Release], monkeypatch: pytest.MonkeyPatch
) -> None:
    learned = _take_in(catalogue, [releases])
    monkeypatch.setattr(index.terms, "_FEWEST_PAIRS", 1000)
    with Catalogue(catalogue.path.with_name("other.sqlite")) as other:
        assert _take_in(other, [releases]) != learned
        assert learned_words(other) == ()


def test_the_running_year_has_nothing_learned_anew(
    catalogue: Catalogue, releases: list[Release], monkeypatch: pytest.MonkeyPatch
) -> None:
    _take_in(catalogue, [releases])
    monkeypatch.setattr(index.terms, "_learn", None)
    _take_in(catalogue, [_work(50, 2020)])
    assert len(learned_words(catalogue)) == len(INVENTED)
    with pytest.raises(TypeError):
        _take_in(catalogue, [_work(51, 2021)])


def test_a_kill_while_pairs_are_compared_again(
    catalogue: Catalogue, releases: list[Release], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(index.terms, "_PAIRS_AT_ONCE", 8)
    again = index.terms._again
    left = iter(range(10))
    with monkeypatch.context() as killed:
        killed.setattr(index.terms, "_again", lambda material: next(left) >= 0 and again(material))
        with pytest.raises(StopIteration):
            _take_in(catalogue, [releases])
    assert (catalogue.content(), learned_words(catalogue)) == (None, ())
    with Catalogue(tmp_path / "whole.sqlite") as whole:
        assert _take_in(catalogue, [[]]) == _take_in(whole, [releases])


def test_another_dictionary_has_all_pairs_compared_again(
    catalogue: Catalogue, releases: list[Release], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _take_in(catalogue, [releases[:-2]])
    index_file = tmp_path / "fin-swe.index"
    text = "kvorpo /kvorpo/ <n>\nblimfa\n"
    index_file.write_text("kvorpo\tA\tb\n", encoding="utf-8")
    index_file.with_suffix(".dict").write_text(text, encoding="utf-8")
    monkeypatch.setenv("HAKU_FREEDICT", str(index_file))
    index.terms.lexicon.cache_clear()
    with Catalogue(tmp_path / "whole.sqlite") as whole:
        assert _take_in(catalogue, [releases[-2:]]) == _take_in(whole, [releases])
    found = learned_terms(catalogue)
    assert found is not None and (found.dictionary or "").startswith("fin-swe ")
    assert ("kvorpo", "blimfa") not in learned_words(catalogue)
    assert catalogue.status().dictionary == found.dictionary
    index.terms.lexicon.cache_clear()


def test_compared_again_a_pair_keeps_its_english_version() -> None:
    fi, sv = _work(1, 2019)
    en = release("en", "Call 1\nGrants for lakes.", url="https://tem.fi/en/-/call-1")
    pairing = Pairing(fi=fi.id, sv=sv.id, method="content", score=0.8)
    joined = EnglishPairing(en=en.id, version=fi.id, language="fi", method="declared", score=0.9)
    pair = compare(fi, sv, pairing, english=(en, joined))
    assert pair.english is not None
    assert index.terms._again((pair, fi, sv, en, ())) == pair
