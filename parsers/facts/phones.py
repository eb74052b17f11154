"""Telephone numbers: found only where something announces them, since dates and sums pass for valid numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import phonenumbers

from parsers.facts.wordlists import phrase_pattern, phrases
from parsers.text.alternatives import alternatives

# "029 504 7990", "+358 (0)29 504 7990", "029-504 7990", "(09) 123 456": at most three marks between two digits.
# A bracket opens only before a 0 that is not dialled: "0295 160 274 (22.–26.8.)" is a number and a date.
_GAP = r"(?:[\ \u00a0\u2011)-]{0,3}|[\ \u00a0]?\((?=0\)))"
_DIGITS = rf"(?:\+\s?)?\(?\d(?:{_GAP}\d){{4,18}}"
# What follows a cue: ". 029 504 7990", ":0295163012", " (arkisin klo 9–15) 0295 016 731". "(09)" is no note, and
# "12 345 euroa" no number
_AFTER_CUE = rf"""
    \.? [\s:]{{0,4}} (?: \( (?!\d{{2,3}}\)) [^()\n]{{1,40}} \) \s? )? (?P<number> {_DIGITS} ) (?! \d | \s?(?:€|eur) )
"""
# "0295 047 990" in a contact line that has no cue: from 0 or +, at least seven digits
_BARE = re.compile(rf"(?<![\w.,:/+-])(?<!\d )(?:\+\s?\d|\(?0[1-9])(?:{_GAP}\d){{5,18}}(?![\w%€]|/(?:19|20)\d\d)")
# No number has fewer digits: without so many near each other a text is not searched for what announces one.
_FEWEST_DIGITS = re.compile(r"\d(?:[ \u00a0\u2011()-]{0,3}\d){4}")
# "+358 295 047 366" anywhere
_INTERNATIONAL = re.compile(rf"(?<![\w+])\+\s?\d(?:{_GAP}\d){{6,18}}")
# "0201456-7", a business id, looks like a number with a hyphen
_BUSINESS_ID = re.compile(r"\d{7}-\d")
# "0295 330 461 1.7.–31.7.", "0295 330 461 9:30", "0295 330 461 2.–3.6.": the last group belongs to what follows
_RUNS_ON = re.compile(r"[.:,]\d|\.?[–-]\d")
# Direct numbers of the authorities, 029 5xx xxxx, have ten digits; only switchboards have fewer.
_NATIONAL_PREFIX = "29"
_DIRECT_LENGTH = 9


@dataclass(frozen=True, slots=True)
class PhoneMention:
    """A telephone number in a text: `start:end` with what announces it, `printed` without."""

    start: int
    end: int
    printed: str


def find_phones(text: str, *, bare: bool = False) -> list[PhoneMention]:
    """Return the numbers in `text` behind a cue (p., puh., tfn, tel., +358 …) in either language, in order.

    With `bare`, numbers that begin with 0 and have no cue count too: say so only for a line that holds a contact.

    >>> [mention.printed for mention in find_phones("Hakuaika 17.3.-20.4.2021, p. 029 504 7990 (klo 9–11)")]
    ['029 504 7990']
    >>> find_phones("Haettavissa on 1 066 000 euroa vuosina 2020 2021 momentilta 29.10.20.")
    []
    """
    found: list[PhoneMention] = []
    if not may_hold_number(text):
        return found
    position = 0
    patterns = [_cued(), _glued()] + [_INTERNATIONAL] * ("+" in text) + [_BARE] * bare
    matches = sorted((match for each in patterns for match in each.finditer(text)), key=lambda match: match.start())
    for match in matches:
        if match.start() >= position and (mention := _mention(text, match)):
            found.append(mention)
            position = mention.end
    return found


def may_hold_number(text: str) -> bool:
    """Return whether there are as many digits near each other in `text` as the shortest number has."""
    return _FEWEST_DIGITS.search(text) is not None


def normal_number(printed: str, *, switchboard: bool = False) -> tuple[str, bool]:
    """Return a number as printed in E.164 and True, or its digits as printed and False where it cannot be dialled.

    A direct number with prefix 029 has nine digits after the 0; a `switchboard` may have fewer.

    >>> normal_number("029 504 7990"), normal_number("+358 (0)29 504 7990")
    (('+358295047990', True), ('+358295047990', True))
    >>> normal_number("029 295 047 117"), normal_number("0295 0472"), normal_number("0295 16001", switchboard=True)
    (('029295047117', False), ('02950472', False), ('+35829516001', True))
    """
    digits = re.sub(r"[^\d+]", "", printed.replace("(0)", "") if "+" in printed else printed)
    try:
        number = phonenumbers.parse(digits, "FI")
    except phonenumbers.NumberParseException:
        return digits, False
    if phonenumbers.is_valid_number(number) and _has_its_length(number, switchboard):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), True
    return digits, False


def is_switchboard(text: str) -> bool:
    """Return whether `text` calls its number a switchboard's.

    >>> is_switchboard("ministeriön vaihde, p. 0295 16001"), is_switchboard("Outi Aho, p. 0295 160 012")
    (True, False)
    """
    return bool(switchboard_cue(text))


def switchboard_cue(text: str) -> str:
    """Return the word by which `text` calls its number a switchboard's, "" where it does not."""
    found = phrase_pattern("switchboard_cues").search(text)
    return found[0] if found else ""


def _has_its_length(number: phonenumbers.PhoneNumber, switchboard: bool) -> bool:
    national = str(number.national_number)
    if number.country_code != 358 or not national.startswith(_NATIONAL_PREFIX):
        return True
    return len(national) == _DIRECT_LENGTH or (switchboard and len(national) < _DIRECT_LENGTH)


def _mention(text: str, match: re.Match[str]) -> PhoneMention | None:
    start = match.start("number") if "number" in match.re.groupindex else match.start()
    end = match.end()
    if _RUNS_ON.match(text, end):
        end = max(text.rfind(" ", start, end), start)
    printed = text[start:end].strip()
    if len(re.findall(r"\d", printed)) < 5 or _BUSINESS_ID.fullmatch(printed):
        return None
    return PhoneMention(match.start(), end, printed)


@cache
def _cued() -> re.Pattern[str]:
    """Return a pattern for a cue and its number.

    "p. 029 504 7990", "Puhelin:0295163012", "tfn +358 295 047 366", "puh. (arkisin klo 9–15) 0295 016 731"
    """
    cues = alternatives([*phrases("phone_cues"), *phrases("switchboard_cues")])
    return re.compile(rf"(?<![^\W\d_]) {cues} (?![^\W\d_]) {_AFTER_CUE}", re.VERBOSE | re.IGNORECASE)


@cache
def _glued() -> re.Pattern[str]:
    """Return a pattern for a cue that has lost the space before it: "Anna VirtanenPuhelin:0295163012"."""
    cues = alternatives(cue.capitalize() for cue in phrases("phone_cues") if len(cue) > 2)
    return re.compile(rf"(?<=[a-zåäö]) {cues} (?![^\W\d_]) {_AFTER_CUE}", re.VERBOSE)
