"""Whoever publishes a site: how readers reach them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.problems import Problem
from sitegen.addresses import mail_link, web_link

# "Kuvitteellinen kirjasto <arkisto@example.org>", "arkisto@example.org", "https://example.org/palaute"
_NAMED = re.compile(r"(?:(?P<name>[^<>]{1,200})<)?(?P<address>[^<>\s]{3,300})>?")


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator's name, where it was given, the address as it is shown, and the link that it makes."""

    name: str | None
    address: str
    link: str


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
