"""What the search in readers' browsers is made of: the terms of releases as in the index, and a table of all forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from index.fulltext.analysis.swedish import split
from index.fulltext.analysis.swedish_bases import bases
from index.fulltext.analysis.terms import Terms
from index.fulltext.analysis.tokens import Token, tokenize, written
from index.fulltext.analysis.words import Words, language_of, stop_words
from index.fulltext.works import sections, text_postings
from parsers.model import Language, Release


class BrowserTerms:
    """Reads releases for the static site as the index reads them; each distinct word is analysed once."""

    def __init__(self) -> None:
        self._words = Words()

    def weights(self, release: Release) -> Mapping[str, float]:
        """Return the terms by which a release is found, each with how much it weighs there: the title's the most."""
        return {term: weight for term, weight, _ in text_postings(release, self._words, _no_text)}

    def forms(self, releases: Iterable[Release]) -> Mapping[str, tuple[str, ...]]:
        """Return what to look for when a form is searched for, for all forms that the releases give reason to expect.

        These are the words as they are written, in lower case, their base forms, and the parts of compounds. What is
        too common to be looked for has no terms.
        """
        found: dict[str, tuple[str, ...]] = {}
        for language, spelled in _spelled(releases).items():
            plain = {form for text in spelled for form in _forms(text)}
            for form in plain.union(*(self._related(form, language) for form in plain)):
                terms = () if form in stop_words(language) else self._sought(form, language)
                found[form] = tuple(dict.fromkeys((*found.get(form, ()), *terms)))
        return found

    def _related(self, form: str, language: Language) -> Iterable[str]:
        """Return the base forms and parts of a form; those of Finnish are its terms, of Swedish the terms are stems."""
        if language == "fi":
            return self._terms(form, language).all
        return _swedish(form) if language == "sv" else ()

    def _sought(self, form: str, language: Language) -> tuple[str, ...]:
        terms = self._terms(form, language)
        return terms.whole + terms.related

    def _terms(self, form: str, language: Language) -> Terms:
        return self._words.terms(Token(form, 0, len(form), "word"), language)


def _spelled(releases: Iterable[Release]) -> Mapping[Language, set[str]]:
    """Return the tokens of releases as they are written, by the language whose words they are read as."""
    found: dict[Language, set[str]] = defaultdict(set)
    for release in releases:
        for _, text in sections(release, _no_text):
            found[language_of(release.language)].update(written(text))
    return found


def _forms(text: str) -> Iterator[str]:
    """Walk the forms of a written token that a query may have; numbers and codes are their own terms.

    >>> list(_forms("TEMissä")), list(_forms("TEM:n")), list(_forms("Kuntien")), list(_forms("1 066 000"))
    (['tem', 'temissä'], ['tem'], ['kuntien'], [])
    """
    for token in tokenize(text):
        if token.kind == "word":
            plain, colon, ending = token.text.partition(":")
            yield plain
            if colon and ":" not in text:
                yield plain + ending


def _swedish(form: str) -> Iterator[str]:
    """Walk the base forms of a word and of its parts.

    >>> sorted({"ansökningstid", "ansökning", "ansökan", "tid"} - set(_swedish("ansökningstiden")))
    []
    """
    pieces = form.split("-") if "-" in form else []
    for word in (form, *pieces, *split(form.replace("-", "") if pieces else form)):
        yield word
        yield from bases(word)


def _no_text(_: str) -> None:
    """Attached documents are not searched in the browser."""
