"""Whoever publishes a site: how readers reach them, by interface language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parsers.model import Language
from parsers.problems import Problem
from sitegen.addresses import mail_link, web_link
from sitegen.texts import LANGUAGES

# "Kuvitteellinen kirjasto <arkisto@example.org>", "arkisto@example.org", "https://example.org/palaute"
_NAMED = re.compile(r"(?:(?P<name>[^<>]{1,200})<)?(?P<address>[^<>\s]{3,300})>?")
# "sv=Påhittade biblioteket <arkisto@example.org>": a name for the pages in Swedish
_IN_LANGUAGE = re.compile(r"(?P<language>[a-z]{2})=(?P<operator>.*)", re.DOTALL)

_EVERY_LANGUAGE = ""


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator's name, where it was given, the address as it is shown, and the link that it makes."""

    name: str | None
    address: str
    link: str


def read_operators(given: Sequence[str]) -> Mapping[Language, Operator]:
    """Read how an operator is named in each interface language; nothing given makes an empty mapping.

    One without a language stands for all languages that have none of their own. Without it, the first one does.

    >>> named = read_operators(["fi=Kuvakirjasto <arkisto@example.org>", "sv=Bildbiblioteket <arkisto@example.org>"])
    >>> named["fi"].name, named["sv"].name, named["en"].name
    ('Kuvakirjasto', 'Bildbiblioteket', 'Kuvakirjasto')

    Raises `Problem` for what is no address, for a language that the site does not speak, and for two in one language.
    """
    read: dict[Language, Operator] = {}
    for text in given:
        language, named = _language_of(text)
        if language in read:
            message = "--operator {text!r}: one for the same language has been given already"
            raise Problem(message, text=text)
        read[language] = read_operator(named)
    if not read:
        return {}
    others = read.get(_EVERY_LANGUAGE) or next(iter(read.values()))
    return {language: read.get(language, others) for language in LANGUAGES}


def _language_of(text: str) -> tuple[Language, str]:
    found = _IN_LANGUAGE.fullmatch(text.strip())
    if not found:
        return _EVERY_LANGUAGE, text
    if found["language"] not in LANGUAGES:
        message = "--operator {text!r}: the site has no interface in the language {language!r}; use fi, sv or en"
        raise Problem(message, text=text, language=found["language"])
    return found["language"], found["operator"]


def read_operator(text: str) -> Operator:
    """Read an e-mail or web address, alone or behind a name.

    >>> read_operator("Kuvitteellinen kirjasto <arkisto@example.org>")
    Operator(name='Kuvitteellinen kirjasto', address='arkisto@example.org', link='mailto:arkisto@example.org')
    >>> read_operator("https://example.org/palaute").link
    'https://example.org/palaute'

    Raises `Problem` for anything else.
    """
    found = _NAMED.fullmatch(text.strip())
    link = found and (mail_link(found["address"]) or web_link(found["address"]))
    if not found or not link:
        raise Problem(
            "--operator {text!r} is not an e-mail or web address such as arkisto@example.org, "
            'nor a name with one: "Library <arkisto@example.org>"',
            text=text,
        )
    return Operator((found["name"] or "").strip() or None, found["address"], link)
