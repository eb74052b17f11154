"""Register numbers under which an authority handles a matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.facts.wordlists import phrases
from parsers.model import CaseNumber, Document
from parsers.text.alternatives import alternatives

_YEAR = r"(?:19|20)\d\d"
# "VN/5521/2022", "VN/5521/2022-TEM-2", "OKM/12/592/2015", "TRAFICOM/123/01.02.03/2023", "VARELY / 1234 / 2015"
_LETTERED = re.compile(
    rf"""
    (?<![\w/-]) [A-ZÅÄÖ]{{2,10}} (?: \s?/\s? [\d.]{{1,12}} ){{1,3}} (?<= [/\s]{_YEAR})
    (?: -[A-ZÅÄÖ]{{2,10}}-\d{{1,4}} )?
    (?![\w/])
    """,
    re.VERBOSE,
)
# "OPH-1234-2021", "SMDno-2021-123"
_HYPHENED = re.compile(rf"(?<![\w/-])[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,9}}-(?:\d{{1,6}}-{_YEAR}|{_YEAR}-\d{{1,6}})(?![\w/-])")
# "va-lou-2026-5" in the grant service's own addresses
_GRANT_SERVICE = re.compile(rf"(?<![\w-])va-[a-z]{{2,6}}-{_YEAR}-\d{{1,6}}(?![\w-])")
# What stands behind "dnro": "42/530/2012", "530/2012", "12/2015:4"
_PLAIN = rf"\d{{1,6}}(?:\s?/\s?\d{{1,6}}){{0,2}}\s?/\s?{_YEAR}(?!\d)(?:-\d{{1,4}})?"
# What every register number has: most texts have none, and need not be searched for each form.
_TRACE = re.compile(rf"[/-]\s?{_YEAR}")
# European acts are numbered alike: "EU/800/2008"
_NO_REGISTERS = frozenset({"EU", "EY", "ETY", "EG", "EEG", "HE", "RP"})


def read_case_numbers(document: Document) -> tuple[CaseNumber, ...]:
    """Return the register numbers of `document`, each once, in order of first mention; `value` has no spaces.

    Numbers without letters count only behind "diaarinumero", "dnro" and the like: alone they are laws or releases.

    >>> from parsers.model import Block
    >>> text = "Viite VN/5521/2022-TEM-2 tai dnro 42/530/2012. Laki 1386/2010, tiedote 84/2016, EU/800/2008"
    >>> document = Document(language="fi", blocks=(Block(type="h1", text="Haku"), Block(type="p", text=text)))
    >>> [number.value for number in read_case_numbers(document)]
    ['VN/5521/2022-TEM-2', '42/530/2012']
    """
    found: dict[str, CaseNumber] = {}
    for number, block in enumerate(document.blocks):
        for start, end in _spans(block.text) if _TRACE.search(block.text) else ():
            value = re.sub(r"\s", "", block.text[start:end])
            found.setdefault(value, CaseNumber(value=value, evidence=document.evidence(number, start, end)))
    return tuple(found.values())


def _spans(text: str) -> Iterator[tuple[int, int]]:
    matches = [
        match.span("number") if "number" in match.re.groupindex else match.span()
        for pattern in (_LETTERED, _HYPHENED, _GRANT_SERVICE, _announced())
        for match in pattern.finditer(text)
        if re.split(r"[\s/-]", match[0])[0] not in _NO_REGISTERS
    ]
    position = 0
    for start, end in sorted(matches):
        if start >= position:
            yield start, end
            position = end


@cache
def _announced() -> re.Pattern[str]:
    """Return a pattern for a plain number behind a cue: "diaarinumero 42/530/2012", "(Dnr: 530/2012)"."""
    cues = alternatives(phrases("cues", "case_numbers"))
    return re.compile(rf"(?<!\w){cues}(?!\w)\.?\s?:?\s?(?P<number>{_PLAIN})", re.IGNORECASE)
