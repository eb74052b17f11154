"""The fields of a query by their names in every language, and the codes that stand for words in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import cast, get_args

from index.fulltext.analysis.tokens import tokenize
from index.fulltext.analysis.words import Words
from index.fulltext.language_data import LANGUAGES, load
from index.fulltext.query.nodes import Field, NameField
from parsers.authorities import AUTHORITIES
from parsers.facts.cues import CueList, tokens_of
from parsers.language_data import load as load_topic
from parsers.sources import SOURCES

NAME_FIELDS: tuple[NameField, ...] = get_args(NameField)


@cache
def field_names() -> Mapping[str, Field]:
    """Return which field each name means, in small letters.

    >>> [field_names()[name] for name in ("ministeriö", "sista dag", "year")]
    ['authority', 'deadline', 'published']
    """
    return {
        name: cast(Field, field)
        for language in LANGUAGES
        for field, names in load(language)["fields"].items()
        for name in names
    }


@cache
def field_pattern() -> str:
    """Return a regular expression for the names of fields; a space in one may be any."""
    names = sorted(field_names(), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)


def codes_named(field: NameField, name: str) -> tuple[str, ...]:
    """Return the codes that a word or name means in a field: none, one, or several where it is not clear.

    >>> codes_named("authority", "TEM"), codes_named("authority", "arbets- och näringsministeriet")
    (('tem',), ('tem',))
    >>> codes_named("kind", "haut"), codes_named("applicant", "kunnat"), codes_named("status", "auki")
    (('call',), ('municipalities',), ('open',))
    >>> codes_named("kind", "kissa")
    ()
    """
    plain = " ".join(name.casefold().split())
    known = _names(field)
    if plain in known:
        return (known[plain],)
    if field == "applicant":
        return tuple(dict.fromkeys(_groups_in(plain)))
    wanted = _terms(plain)
    return tuple(dict.fromkeys(code for text, code in known.items() if wanted and wanted & _terms(text)))


def codes_of(field: NameField) -> tuple[str, ...]:
    """Return all codes of a field."""
    return tuple(dict.fromkeys(_names(field).values()))


@cache
def _names(field: NameField) -> Mapping[str, str]:
    """Return the codes of a field by all that they are called; a code itself comes before other codes' names."""
    if field == "authority":
        return _authorities()
    if field == "source":
        return {id_: id_ for id_ in SOURCES}
    if field == "applicant":
        return {name: code for code in _groups() for name in (code, code.replace("_", " "))}
    words = ((word, code) for language in LANGUAGES for code, all_ in _values(language, field) for word in all_)
    codes = {code: code for language in LANGUAGES for code, _ in _values(language, field)}
    return codes | {word: code for word, code in words if word not in codes}


def _values(language: str, field: NameField) -> Iterable[tuple[str, list[str]]]:
    values: Mapping[str, list[str]] = load(language)["values"][field]
    return values.items()


def _authorities() -> dict[str, str]:
    ids = {id_: id_ for id_ in AUTHORITIES}
    called = [
        (name.casefold(), id_)
        for id_, authority in AUTHORITIES.items()
        for name in (*authority.short.values(), *authority.names.values())
    ]
    return ids | {name: id_ for name, id_ in reversed(called) if name not in ids}


@cache
def _terms(name: str) -> frozenset[str]:
    """Return the base forms of a name's words, by which another form of it is recognised."""
    words = Words()
    found = [words.terms(token, language).whole for language in LANGUAGES for token in tokenize(name)]
    return frozenset(term for terms in found for term in terms)


def _groups_in(name: str) -> Iterator[str]:
    tokens = tokens_of(name)
    for cues, ids in _group_cues():
        yield from (ids[hit.pattern] for hit in cues.find(tokens))


@cache
def _groups() -> tuple[str, ...]:
    return tuple(dict.fromkeys(group for _, ids in _group_cues() for group in ids))


@cache
def _group_cues() -> list[tuple[CueList, list[str]]]:
    """The words by which the texts name groups of applicants, which are those by which people ask for them."""
    tables = [load_topic(language, "eligibility")["groups"] for language in ("fi", "sv")]
    pairs = [[(pattern, group) for group, patterns in table.items() for pattern in patterns] for table in tables]
    return [(CueList(pattern for pattern, _ in each), [group for _, group in each]) for each in pairs]
