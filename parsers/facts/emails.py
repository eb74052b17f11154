"""E-mail addresses: plain, with (at), hidden, and lines that only show how addresses are formed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from parsers.facts.wordlists import words

# "@", "(at)", " [at] ", "[(at)]", "(ät)"
_AT = re.compile(r"\s?(?:@|[\[({<]{1,2}\s?(?:at|ät|@|a)\s?[\])}>]{1,2})\s?", re.IGNORECASE)
# " ät ", " at ": bare words, which only stand for the sign between "matti.meikalainen" and "gov.fi"
_AT_IN_WORDS = re.compile(r"\s{1,2}[aä]t\s{1,2}(?=[\w-]{1,63}\.[^\W\d_])", re.IGNORECASE)
# "matti.meikalainen", but not "tem.fi", "example.com" or "16.15": names, the last of three letters or more
_TWO_NAMES = re.compile(
    r"[^\W\d_][\w'’-]{0,40}\.(?:[\w'’-]{1,40}\.)?(?!(?:com|org|net|info)$)[^\W\d_]{2}[\w'’-]{0,40}[^\W\d_]$",
    re.IGNORECASE,
)
# What an address, or its place, has in any form
_TRACE = re.compile(r"[@\[({<]|\s[aäAÄ][tT]\s{1,2}[\w-]{1,63}\.[^\W\d_]")
# "etunimi.sukunimi", "avustukset-tem": what stands before the at
_LOCAL = re.compile(r"[^\W_](?:[\w.+'’-]{0,62}[\w])?$")
# "gov.fi", "ely-keskus.fi", "edu.hel.fi": what stands after it
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,5}[a-z]{2,12}(?![\w-])", re.IGNORECASE)
# What Cloudflare leaves in pasted text: "[email protected]", also with a no-break space
_HIDDEN = re.compile(r"\[email\s{1,2}protected\]", re.IGNORECASE)
_LONGEST_LOCAL = 64
# Letters whose place in an address is certain; é, ü, š and apostrophes are spelled in more than one way.
_FOLDED = str.maketrans("åäö", "aao")


@dataclass(frozen=True, slots=True)
class EmailMention:
    """An address in a text: `address`, or the `domain` of a line that shows how addresses are formed.

    Both are None where the page hides the address.
    """

    start: int
    end: int
    address: str | None = None
    domain: str | None = None


def find_emails(text: str) -> list[EmailMention]:
    """Return the e-mail addresses in `text`, in order, in small letters.

    >>> [m.address for m in find_emails("outi.rissanen(at)ely-keskus.fi, tuki @ tem.fi. [email protected] 17.3.")]
    ['outi.rissanen@ely-keskus.fi', 'tuki@tem.fi', None]
    >>> find_emails("Förnamn.Efternamn@gov.fi")[0].domain
    'gov.fi'
    >>> find_emails("matti.meikalainen ät gov.fi")[0].address
    'matti.meikalainen@gov.fi'
    >>> find_emails("klo 9 @ ministeriö, hinta (at) 5.30, more information is available at tem.fi")
    []
    """
    if not may_hold_address(text):
        return []
    hidden = [EmailMention(match.start(), match.end()) for match in _HIDDEN.finditer(text)]
    found = [mention for match in _AT.finditer(text) if (mention := _mention(text, match, _LOCAL))]
    found += [mention for match in _AT_IN_WORDS.finditer(text) if (mention := _mention(text, match, _TWO_NAMES))]
    return sorted(hidden + found, key=lambda mention: mention.start)


def may_hold_address(text: str) -> bool:
    """Return whether there is anything in `text` without which it holds no address."""
    return _TRACE.search(text) is not None


def expand(name: str, domain: str) -> str | None:
    """Return the address of `name` where addresses are given.surname@domain; None where that is not certain.

    å, ä and ö lose their marks, hyphens stay. Other marked letters, apostrophes and names of three words are spelled
    in more than one way.

    >>> expand("Tiina Koskimäki", "gov.fi"), expand("Åsa Öhrnberg-Sjö", "om.fi")
    ('tiina.koskimaki@gov.fi', 'asa.ohrnberg-sjo@om.fi')
    >>> expand("René Aho", "gov.fi"), expand("Anna Maija Aho", "gov.fi")
    (None, None)
    """
    parts = unicodedata.normalize("NFC", name).casefold().split()
    if len(parts) != 2:
        return None
    local = ".".join(parts).translate(_FOLDED)
    return f"{local}@{domain}" if re.fullmatch(r"[a-z]+(?:-[a-z]+)?\.[a-z]+(?:-[a-z]+)?", local) else None


def belongs_to(address: str, name: str) -> bool:
    """Return whether an address is made of `name`: its surname, or its given name, is in the local part.

    >>> belongs_to("marika.lehtovaara@gov.fi", "Marika Lehtovaara"), belongs_to("kirjaamo@tem.fi", "Marika Lehtovaara")
    (True, False)
    """
    local = plain_letters(address.partition("@")[0])
    parts = [part for part in re.split(r"[\s-]+", plain_letters(name)) if len(part) > 2]
    return any(part in local for part in parts)


def plain_letters(text: str) -> str:
    """Return `text` in small letters without marks, for comparing.

    >>> plain_letters("Öhrnberg")
    'ohrnberg'
    """
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("ø", "o").replace("æ", "ae").replace("ß", "ss"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _mention(text: str, at: re.Match[str], form: re.Pattern[str]) -> EmailMention | None:
    begin = max(0, at.start() - _LONGEST_LOCAL)
    local = form.search(text[begin : at.start()])
    domain = _DOMAIN.match(text, at.end())
    if not local or not domain:
        return None
    start, end = begin + local.start(), domain.end()
    placeholder = _is_placeholder(local[0].casefold())
    address = None if placeholder else f"{local[0]}@{domain[0]}".lower()
    return EmailMention(start, end, address, domain[0].lower() if placeholder else None)


def _is_placeholder(local: str) -> bool:
    given, _, surname = local.rpartition(".")
    return given in words("given_placeholders") and surname in words("surname_placeholders")
