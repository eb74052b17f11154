"""The test lists of the search through the browser: what any form of a word finds, in real Chromium.

Every release has a few unrelated words, each among words that nobody looks for. Run with -s for the misses.
By Pagefind alone over hidden base forms, without the table of forms: 0.79 (fi) and 0.88 (sv) of the forms of 60 words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from parsers.model import Language, Release
from tests.index.conftest import build_release
from tests.index.fulltext.written import (
    LANGUAGES,
    Spelling,
    Text,
    compounds,
    distinct,
    forms_wanted,
    names,
    numbers,
    parts_wanted,
    sentence,
    share_found,
    spellings_wanted,
    texts,
    words,
)
from tests.site.searching import searchable

pytestmark = pytest.mark.browser

LEAST_FOUND = LEAST_PARTS = LEAST_SPELLINGS = 0.95
MOST_ALIKE = {"fi": 1, "sv": 5}
_TOGETHER = 6
_ALONE = "alone"


Find = Callable[[str], frozenset[Text]]


def _queries() -> Iterator[str]:
    for language in LANGUAGES:
        yield from (form for lemma, forms, _ in words(language) for form in (lemma, *forms))
        yield from (part for _, parts in compounds(language) for part in parts)
        yield from (pair.search for pair in distinct(language))
    yield from (spelling.search for spelling in (*names(), *numbers()))


def _releases(said: list[Text]) -> Iterator[tuple[Release, list[Text]]]:
    """Put texts into releases, those that follow one another, the forms of a word, into different ones."""
    for language in LANGUAGES:
        own = [text for text in said if text.language == language]
        count = -(-len(own) // _TOGETHER)
        for number in range(count):
            yield _release(f"{language}{number}", own[number::count]), own[number::count]
        for number, (_, other) in enumerate(distinct(language)):
            alone = Text(language, _ALONE, other)
            yield _release(f"{language}-{number}", [alone]), [alone]


def _release(name: str, held: list[Text]) -> Release:
    return build_release(name, "x", *map(sentence, held), language=held[0].language, organisation=None)


@pytest.fixture(scope="module")
def find(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Find]:
    """What finds the texts for a query; all are asked at once."""
    held = list(_releases(list(dict.fromkeys(texts(alike="search")))))
    known = {release.id: texts for release, texts in held}
    queries = list(dict.fromkeys(_queries()))
    with searchable(browser, tmp_path_factory.mktemp("lists"), [release for release, _ in held], []) as search:
        answers = search(queries)
    found = {
        query: frozenset(text for id_ in ids for text in known[id_])
        for query, ids in zip(queries, answers, strict=True)
    }
    yield found.__getitem__


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_form_finds_all_forms(find: Find, language: Language) -> None:
    assert share_found(f"forms ({language})", forms_wanted(language), find) >= LEAST_FOUND


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_compounds_are_found_by_their_parts(find: Find, language: Language) -> None:
    assert share_found(f"parts of compounds ({language})", parts_wanted(language), find) >= LEAST_PARTS


@pytest.mark.parametrize("spellings", [pytest.param(names(), id="names"), pytest.param(numbers(), id="numbers")])
def test_names_and_numbers_are_found(find: Find, spellings: tuple[Spelling, ...]) -> None:
    assert share_found("spellings", spellings_wanted(spellings), find) >= LEAST_SPELLINGS


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_words_that_look_alike_stay_apart(find: Find, language: Language) -> None:
    met = [pair for pair in distinct(language) if Text(language, _ALONE, pair.other) in find(pair.search)]
    print(f"\nalike ({language}): {len(met)} of {len(distinct(language))}", *met, sep="\n  ")
    assert len(met) <= MOST_ALIKE[language]
