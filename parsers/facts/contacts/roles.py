"""What a word of a contact line can be: title, organisation, desk or topic."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from parsers.facts.wordlists import LANGUAGES, phrases, words
from parsers.language_data import load

# Distinct words that are remembered: a corpus has few, hostile text has many.
_MOST_WORDS = 20_000
# "TEM", "STEA:n", "OKM/KUPO", but not "EU-asiantuntija"
_ACRONYM = re.compile(r"[A-ZÅÄÖ]{2,7}(?:[:/]\w{1,20})?")
# "erityisasiantuntijalta", "neuvoksen": inflected endings of Finnish titles
_INFLECTION = re.compile(r"(?:lta|ltä|lle|na|nä)$")


@lru_cache(maxsize=_MOST_WORDS)
def is_title_word(word: str) -> bool:
    """Return whether a title can end in `word`.

    >>> is_title_word("vesitalousasiantuntija"), is_title_word("Överinspektör"), is_title_word("ministerrådet")
    (True, True, False)
    """
    plain = word.casefold().strip(".,")
    if plain in words("organisations") or is_acronym(word) or plain.endswith(("ministerrådet", "statsrådet")):
        return False
    heads = phrases("title_heads")
    return plain.endswith(heads) or _INFLECTION.sub("", plain).endswith(heads)


def is_modifier(word: str) -> bool:
    """Return whether `word` can stand in any title before its last word.

    >>> is_modifier("neuvotteleva"), is_modifier("ministerin"), is_modifier("ministeriön")
    (True, True, False)
    """
    plain = word.casefold()
    if {plain, _INFLECTION.sub("", plain)} & words("title_modifiers"):
        return True
    return plain.endswith(phrases("title_owners"))


def is_title_genitive(word: str) -> bool:
    """Return whether `word` belongs to the short title after it: "yksikön päällikkö", "enhetens chef"."""
    plain = word.casefold()
    if plain in words("title_genitives"):
        return True
    return plain.endswith(phrases("title_genitives")) and not is_organisation_genitive(word)


def is_bare_title(word: str) -> bool:
    """Return whether `word` is a title's head alone, which says little without a genitive.

    >>> is_bare_title("päällikkö"), is_bare_title("kulttuuripäällikkö")
    (True, False)
    """
    return word.casefold() in words("title_heads")


@lru_cache(maxsize=_MOST_WORDS)
def is_organisation_word(word: str) -> bool:
    """Return whether the name of an organisation can end in `word`, in its plain form or as a genitive.

    >>> is_organisation_word("maahanmuuttovirasto"), is_organisation_word("ministeriön"), is_organisation_word("Aho")
    (True, True, False)
    """
    plain = word.casefold().strip(".,")
    return is_organisation_name(word) or _has_head(plain, "organisation_heads") or is_organisation_genitive(word)


def is_organisation_name(word: str) -> bool:
    """Return whether `word` alone is an organisation's known name or an acronym.

    >>> is_organisation_name("Traficom"), is_organisation_name("TEM"), is_organisation_name("Tem")
    (True, True, False)
    """
    return word.casefold() in words("organisations") or (is_acronym(word) and word.casefold() not in words("degrees"))


def is_acronym(word: str) -> bool:
    """Return whether `word` is capitals, as an organisation's short name is."""
    return bool(_ACRONYM.fullmatch(word))


def is_authority(word: str) -> bool:
    """Return whether `word` names an organisation that a contact can belong to, not a fund or scheme.

    >>> is_authority("TEM"), is_authority("Opetushallitus"), is_authority("AMIF")
    (True, True, False)
    """
    if word.isupper():
        return word.casefold() in words("authority_acronyms")
    return is_organisation_word(word) and not is_acronym(word)


def is_organisation_genitive(word: str) -> bool:
    """Return whether `word` is an organisation's genitive: "ministeriön", "TEM:n"."""
    return plain_organisation(word) != word or (is_acronym(word) and word.endswith((":n", ":s")))


def plain_organisation(name: str) -> str:
    """Return an organisation's name without the genitive that joins it to a title.

    >>> plain_organisation("työ- ja elinkeinoministeriön"), plain_organisation("TEM:n")
    ('työ- ja elinkeinoministeriö', 'TEM')
    """
    for genitive, plain in _genitives():
        if name.casefold().endswith(genitive):
            return name[: len(name) - len(genitive)] + plain
    return re.sub(r"(?<=[A-ZÅÄÖ]):(?:n|in|s)$", "", name)


@lru_cache(maxsize=_MOST_WORDS)
def is_desk_word(word: str) -> bool:
    """Return whether the name of a desk or switchboard can end in `word`.

    >>> is_desk_word("Avustusneuvonta"), is_desk_word("växel"), is_desk_word("Virtanen")
    (True, True, False)
    """
    return _has_head(word.casefold().strip(".,"), "desk_heads")


@lru_cache(maxsize=_MOST_WORDS)
def is_topic(word: str) -> bool:
    """Return whether `word` tells what a contact answers, not who it is.

    >>> is_topic("hakulomake"), is_topic("Holm")
    (True, False)
    """
    return word.casefold().startswith(phrases("topics")) or word == "om"


def is_no_name(word: str) -> bool:
    """Return whether `word` is capitalised in names of organisations, not of people: "Business", "Helsingin"."""
    return word.casefold() in words("not_names")


def is_degree(word: str) -> bool:
    """Return whether `word` is a degree before a name: "FT", "VTM"."""
    return word.casefold() in words("degrees")


def _has_head(plain: str, key: str) -> bool:
    """Whether `plain` is a head of the list or a compound of a longer one (short heads stand alone: "ry", "ab")."""
    return plain in words(key) or plain.endswith(_long_heads(key))


@cache
def _long_heads(key: str) -> tuple[str, ...]:
    return tuple(head for head in phrases(key) if len(head) > 3 and " " not in head)


@cache
def _genitives() -> tuple[tuple[str, str], ...]:
    pairs = (pair for language in LANGUAGES for pair in load(language, "contacts")["organisation_genitives"].items())
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
