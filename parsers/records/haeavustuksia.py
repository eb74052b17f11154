"""The state's own records of its grant calls (haeavustuksia.fi): one text a language, the facts put into words.

The site answers for a call in pieces: its entry in the list, and a detail answer for each part of its announcement.
The crawler puts them together into one record, ``{"entry": …, "parts": {part: …}}``, which is read here. The shape of
an entry is known; of the parts it is known only that texts stand in them as ``{"fi": …, "sv": …}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from parsers.authorities import AUTHORITIES, named_authority
from parsers.language_data import load
from parsers.model import Kind, Language, Moment
from parsers.page.outline import Page
from parsers.page.segments import Segment
from parsers.problems import Problem
from parsers.records.decoding import civil_time, is_mapping, mappings, text_of
from parsers.records.texts import line_of, segments_of
from parsers.records.version import Version
from parsers.sources import source_of
from parsers.urls import canonical

SITE = "https://www.haeavustuksia.fi"
PARTS = ("yleistiedot", "hakuaika", "perustiedot", "myontoperusteet", "arviointiperusteet", "lisaehdot")
_LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")
# "va-lou-2026-5": it becomes part of addresses
_CASE = re.compile(r"[A-Za-z0-9](?:[\w.-]{0,58}\w)?", re.ASCII)
_RECORD_PATH = re.compile(rf"/api/haku/{_CASE.pattern}/hakuilmoitus", re.ASCII)
_PAGE_PATH = re.compile(rf"/(?:fi|sv|en)/haku/(?P<case>{_CASE.pattern})(?:/|$)", re.ASCII)
_CONTINUOUS = "jatkuva"


def record_address(case: str) -> str:
    """Return the address under which the record of a call is kept; its parts lie below it.

    >>> record_address("va-lou-2026-5")
    'https://www.haeavustuksia.fi/api/haku/va-lou-2026-5/hakuilmoitus'
    """
    return f"{SITE}/api/haku/{case}/hakuilmoitus"


def is_record(url: str) -> bool:
    """Tell whether an address is that of a call's record.

    >>> is_record(record_address("va-lou-2026-5")), is_record(record_address("va-lou-2026-5") + "/perustiedot")
    (True, False)
    """
    return _RECORD_PATH.fullmatch(urlsplit(url).path) is not None


def page_address(case: str, language: Language) -> str:
    """Return the address at which people read of a call: that of its release in a language.

    >>> page_address("va-lou-2026-5", "sv")
    'https://www.haeavustuksia.fi/sv/haku/va-lou-2026-5'
    """
    return f"{SITE}/{language}/haku/{case}"


@lru_cache(maxsize=50_000)
def call_of_page(url: str) -> str | None:
    """Return the case number of the call that a page of this site is about, None for any other address.

    >>> call_of_page("https://www.haeavustuksia.fi/fi/haku/va-lou-2026-5/"), call_of_page("https://tem.fi/fi/haku/va-1")
    ('va-lou-2026-5', None)
    """
    match = _PAGE_PATH.match(urlsplit(canonical(url)).path) if source_of(url) == "haeavustuksia" else None
    return match["case"] if match else None


def entries(listing: object) -> list[dict[str, Any]]:
    """Return the calls of a page of the list, those that have a case number."""
    found = listing.get("hakuilmoitukset") if is_mapping(listing) else None
    return [entry for entry in found if case_of(entry)] if isinstance(found, list) else []


def case_of(entry: object) -> str:
    """Return the case number of an entry, empty where it has none that can stand in an address."""
    number = text_of(entry, "hakuasianAsianumero")
    return number if _CASE.fullmatch(number) else ""


def window_of(entry: object) -> tuple[Moment | None, Moment | None]:
    """Return when a call opens and closes, in Finnish civil time."""
    return (
        civil_time(text_of(entry, "hakuAlkaaDateTimeUtc")),
        civil_time(text_of(entry, "hakuPaattyyDateTimeUtc")),
    )


def languages_of(record: object) -> list[Language]:
    """Return the languages in which the record of a call has a release: a name, and a text of its own."""
    if not is_mapping(record) or not is_mapping(record.get("entry")):
        return []
    return [language for language in _LANGUAGES if _is_written(record, language)]


def read_versions(record: object, url: str) -> tuple[Version, ...]:
    """Read the record of a call. A language in which it has no name, or no text of its own, has no version."""
    entry = record.get("entry") if is_mapping(record) else None
    if not is_mapping(record) or not is_mapping(entry) or not case_of(entry):
        raise Problem("{address}: the record names no call; has the site changed?", address=url)
    case, parts = case_of(entry), record.get("parts")
    addresses = {language: page_address(case, language) for language in languages_of(record)}
    return tuple(
        Version(
            url=address,
            page=Page(
                segments=tuple(_segments(entry, parts if is_mapping(parts) else {}, language, address)),
                organisation=_organisation(entry, language),
                declared={other: target for other, target in addresses.items() if other != language},
                language_hint=language,
            ),
            language=language,
            kind=Kind.CALL,
            authority=_authority(entry),
        )
        for language, address in addresses.items()
    )


def _is_written(record: Mapping[str, Any], language: Language) -> bool:
    """A form left in one language only repeats it in the fields of the other, or leaves them empty."""
    if not _text_in(record["entry"].get("nimi"), language):
        return False
    if language == "fi":
        return True
    texts = [value for value in mappings(record) if _is_bilingual(value)]
    return any((own := _text_in(value, language)) and own != _text_in(value, "fi") for value in texts)


def _is_bilingual(value: Mapping[str, Any]) -> bool:
    """``{"fi": "Haku", "sv": None, "richFi": "<p>Haku</p>"}``"""
    named = [key for key in _LANGUAGES if key in value]
    return bool(named) and all(value[key] is None or isinstance(value[key], str) for key in named)


def _text_in(value: object, language: Language) -> str:
    """The text of a bilingual value in a language: the marked up one where there is one."""
    return text_of(value, f"rich{language.capitalize()}") or text_of(value, language)


def _segments(entry: Mapping[str, Any], parts: Mapping[str, Any], language: Language, url: str) -> Iterator[Segment]:
    """Title, facts in words, description, and the parts' texts. What was said before is not said again."""
    yield Segment("h1", line_of(_text_in(entry["nimi"], language)))
    said = {line_of(_text_in(entry["nimi"], language))}
    facts = [Segment("p", line) for line in _facts(entry, language)]
    yield from _unsaid([*facts, *segments_of(_text_in(entry.get("kuvaus"), language), url)], said)
    for part in PARTS:
        texts = [_text_in(value, language) for value in mappings(parts.get(part)) if _is_bilingual(value)]
        found = list(_unsaid((segment for text in texts for segment in segments_of(text, url)), said))
        if found:
            yield Segment("h2", load(language, "records")["parts"][part])
            yield from found


def _unsaid(segments: Iterable[Segment], said: set[str]) -> Iterator[Segment]:
    for segment in segments:
        if segment.text not in said:
            said.add(segment.text)
            yield segment


def _facts(entry: Mapping[str, Any], language: Language) -> Iterator[str]:
    words = load(language, "records")
    if name := _organisation(entry, language):
        yield words["authority"].format(name=name)
    yield words["case_number"].format(number=case_of(entry))
    opens, closes = window_of(entry)
    values = {"opens": _in_words(opens, words["clock"]), "closes": _in_words(closes, words["clock"])}
    if form := _window_form(entry, opens, closes):
        yield words[form].format(**values)


def _window_form(entry: Mapping[str, Any], opens: Moment | None, closes: Moment | None) -> str | None:
    if text_of(entry, "hakuTyyppi").casefold() == _CONTINUOUS:
        return "continuous_from" if opens else "continuous"
    if opens and closes:
        return "window"
    return "opens" if opens else "closes" if closes else None


def _in_words(moment: Moment | None, clock: str) -> str:
    """
    >>> _in_words("2026-03-31T16:15", "klo")
    '31.3.2026 klo 16.15'
    """
    day, _, time = (moment or "").partition("T")
    written = ".".join(str(int(number)) for number in reversed(day.split("-"))) if day else ""
    hour, _, minute = time.partition(":")
    return f"{written} {clock} {int(hour)}.{minute}" if time else written


def _organisation(entry: Mapping[str, Any], language: Language) -> str | None:
    organiser = entry.get("vastuullinenJarjestajaOrganisaatio")
    names = organiser.get("nimi") if is_mapping(organiser) else None
    return line_of(_text_in(names, language) or _text_in(names, "fi")) or None


def _authority(entry: Mapping[str, Any]) -> str | None:
    """The organiser by its name, in whichever language is known, else by its abbreviation."""
    organiser = entry.get("vastuullinenJarjestajaOrganisaatio")
    short = text_of(organiser, "lyhenne").casefold()
    named = (named_authority(name) for language in _LANGUAGES if (name := _organisation(entry, language)))
    by_short = (each.id for each in AUTHORITIES.values() if short and short == each.short["fi"].casefold())
    return next(filter(None, named), None) or next(by_short, None)
