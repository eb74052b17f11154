"""Text into tokens: words whole with their hyphens, numbers whole with their spaces, case numbers, e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from index.fulltext.language_data import load

TokenKind = Literal["word", "number", "code"]

_TOKEN = re.compile(
    r"""
    # "kuntien", and behind it a space or a stop: most of all tokens, told without trying the rest
    (?P<plain> [^\W\d_]++ (?= [\s,;!?)] | \.\s | \.?\Z ) )
    # "etunimi.sukunimi@gov.fi"
    | (?P<email> [\w.+-]{1,64}+ @ [\w-]{1,64} (?: \. [\w-]{1,64} )+ )
    # "VN/5521/2022", "TEM/1234/08.10.01/2021", "VN/5521/2022-TEM-3"
    | (?P<case> [^\W\d_]{2,8}+ (?: / \d [\w.-]* )+ )
    # "0295 047 990", "+358 29 504 7990", "040-1234567"
    | (?P<phone> (?<! [\w.,/+-] ) (?: \+358 [ \u00a0\u2007\u2009\u202f-]? | 0 ) \d{1,3}
        [ \u00a0\u2007\u2009\u202f-]? \d (?: [ \u00a0\u2007\u2009\u202f]? \d ){3,8} (?! [\w-] | [.,:/] \d ) )
    # "1 066 000", "3.200.000", "12 500,50"
    | (?P<grouped> (?<![\d.,]) \d{1,3} (?: [ .\u00a0\u2007\u2009\u202f] \d{3} )+ (?! \d ) (?: , \d+ )? )
    # "17.3.2021", "27,4", "16:15", "2021"; not the beginning of "2021-luku" or "3a"
    | (?P<number> \d++ (?: [.,:/] \d++ )*+ (?! \w | [-‐‑] [^\W\d_] ) )
    # "kuntien", "TE-palvelut", "TEM:n", "Erasmus", "S2-opetus"
    | (?P<word> [^\W_]++ (?: [-‐‑] [^\W_]+ | ['’:] [^\W\d_]+ )* )
    """,
    re.VERBOSE,
)
# The same without names: to find all at once, without where each stands and what it is.
_WRITTEN = re.compile(re.sub(r"\(\?P<\w+>", "(?:", _TOKEN.pattern), re.VERBOSE)
# "ELYn", "TEMissä"
_INFLECTED = re.compile(r"(?P<name> [A-ZÅÄÖ]{2,} ) (?P<ending> [a-zåäö]{1,5} )", re.VERBOSE)
_GROUP_SEPARATORS = re.compile(r"[ .\u00a0\u2007\u2009\u202f]")
_PHONE_SEPARATORS = re.compile(r"[ \u00a0\u2007\u2009\u202f-]")
_HYPHENS = re.compile(r"[‐‑]")


class Token(NamedTuple):
    """A piece of text that is looked up as one: its normal form, where it stands, and what it is."""

    text: str
    start: int
    end: int
    kind: TokenKind


def tokenize(text: str) -> Iterator[Token]:
    """Walk the tokens of a text. Words come in lower case, numbers without the spaces that group their digits.

    >>> [token.text for token in tokenize("TE-palvelut: 1 066 000 euroa, työ- ja (VN/5521/2022)")]
    ['te-palvelut', '1066000', 'euroa', 'työ', 'ja', 'vn/5521/2022']
    >>> [token.text for token in tokenize("Haku 17.3.–20.4.2021 klo 16.15, 27,4 milj., 1990-luku ja/tai")]
    ['haku', '17.3', '20.4.2021', 'klo', '16.15', '27,4', 'milj', '1990-luku', 'ja', 'tai']
    >>> [token.text for token in tokenize("+358 29 504 7990 ja 0295 047 990 20.4.2021, 0245437-2, ELYn, PhD")]
    ['0295047990', 'ja', '0295047990', '20.4.2021', '0245437', '2', 'ely:n', 'phd']
    """
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match.lastgroup == "plain":
            yield Token(_lower(match[0]), start, end, "word")
        else:
            kind, form, length = _normal(match.lastgroup or "word", match[0])
            yield Token(form, start, start + length, kind)


def written(text: str) -> list[str]:
    """Return the tokens of a text as they are written, which takes a fifth of the time.

    >>> written("TE-palvelut: 1 066 000 euroa, työ- ja (VN/5521/2022)")
    ['TE-palvelut', '1 066 000', 'euroa', 'työ', 'ja', 'VN/5521/2022']
    """
    return _WRITTEN.findall(text)


@lru_cache(maxsize=2**16)
def _normal(group: str, found: str) -> tuple[TokenKind, str, int]:
    """Return the kind, the normal form and the length of what was found."""
    if group == "grouped":
        return "number", _GROUP_SEPARATORS.sub("", found), len(found)
    if group == "number":
        return "number", _plain_number(found), len(found)
    if group == "phone":
        return "number", _PHONE_SEPARATORS.sub("", found.replace("+358", "0")), len(found)
    if group == "word":
        return "word", _lower(_HYPHENS.sub("-", found).replace("’", "'")), len(found)
    code = found.rstrip(".-")
    return "code", code.lower(), len(code)


def _lower(word: str) -> str:
    """Return a word in lower case, the ending of an abbreviation set off as the colon does: "ELYn", "EUs".

    >>> _lower("TEMissä"), _lower("STEA"), _lower("Suomen")
    ('tem:issä', 'stea', 'suomen')
    """
    lower = word.lower()
    if word[1:2].isupper() and (parts := _INFLECTED.fullmatch(word)) and parts["ending"] in _endings():
        return f"{parts['name'].lower()}:{parts['ending']}"
    return lower


@cache
def _endings() -> frozenset[str]:
    endings = {ending for language in ("fi", "sv") for ending in load(language)["colon_endings"]}
    return frozenset(endings | {"i" + ending for ending in endings})


def _plain_number(found: str) -> str:
    """Dates and times are the same with a leading zero or a colon.

    >>> _plain_number("01.03.2021"), _plain_number("16:15"), _plain_number("029")
    ('1.3.2021', '16.15', '029')
    """
    if "." not in found and ":" not in found:
        return found
    return ".".join(piece.lstrip("0") or "0" for piece in re.split(r"[.:]", found))
