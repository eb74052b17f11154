"""A release as a reference for reference managers: BibTeX, RIS and CSL-JSON, one file of each for a release.

The .bib file is for BibLaTeX, which has a type for web pages, dates of publication and of access, and languages, and
for the classical styles (plain, natbib's, IEEE's), which know nothing of these: it says in their fields too when and
where a release was published. It is UTF-8; only what TeX would read as commands is written otherwise.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from parsers.model import Language, Moment, Release
from sitegen.addresses import citation_path, release_path, web_link
from sitegen.instants import in_finland
from sitegen.words import authority_name

# The formats by the endings of their files.
FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
# BibTeX's own names of months, which each style writes its way
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGE_IDS = {"fi": "finnish", "sv": "swedish", "en": "english"}
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # braces by name: readers of .bib files count them, even behind a backslash
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&#%_"},
    }
)
# Line ends and other control characters, of which a reference has none; lone surrogates, which UTF-8 has none of.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
# What would end a line or an argument in the files that BibLaTeX makes; the command of an address takes all else.
_TEX_IN_ADDRESS = str.maketrans({sign: f"\\{sign}" for sign in "%#"})
# What may stand in an address unquoted; not braces, which .bib files count, nor spaces.
_SAFE_IN_ADDRESS = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A release in the parts that a reference has. `url` is where it was published, `page` its page in the archive.

    The days are those of Finland, that of the capture too: the source's own stamps are of the same clock.
    """

    id: str
    author: str | None
    title: str
    language: Language | None
    published: Moment | None
    url: str | None
    captured: Moment
    page: str | None


def citation_files(
    release: Release, languages: tuple[Language, ...], base_url: str | None
) -> Iterator[tuple[str, str]]:
    """Give the files of a release, path and content: one of each format, the same for all interface languages."""
    reference = reference_of(release, languages, base_url)
    for ending, write in (("bib", bibtex), ("ris", ris), ("json", csl_json)):
        yield citation_path(release.id, ending), write(reference)


def reference_of(release: Release, languages: tuple[Language, ...], base_url: str | None) -> Reference:
    """Return a release's reference; its page is the one in its own language, where the site speaks that."""
    language = release.language if release.language in languages else languages[0]
    publisher = authority_name(release.authority, language) if release.authority else release.organisation
    original = web_link(release.url)
    return Reference(
        id=release.id,
        author=_plain(publisher) if publisher else None,
        title=_plain(release.title),
        language=release.language,
        published=release.published and release.published[:10],
        url=_quoted(original) if original else None,
        captured=in_finland(release.captured)[:10],
        page=_quoted(f"{base_url}{language}/{release_path(release.id)}") if base_url else None,
    )


def bibtex(reference: Reference) -> str:
    r"""Return a reference as an ``@online`` entry, which styles that do not know the type take for a ``@misc``.

    >>> made = Reference(id="0a", author="A & B", title="100 %", language="sv", published="2021-03-17",
    ...                  url="https://tem.fi/-/a%20b", captured="2026-11-01", page=None)
    >>> print(bibtex(made), end="")
    @online{hakuarkisto-0a,
      author = {{A \& B}},
      title = {{100 \%}},
      date = {2021-03-17},
      year = {2021},
      month = mar,
      langid = {swedish},
      url = {https://tem.fi/-/a%20b},
      urldate = {2026-11-01},
      howpublished = {\url{https://tem.fi/-/a\%20b}},
      note = {Hakuarkisto, 0a}
    }
    """
    place = _typeset(reference.page) if reference.page else reference.id
    fields = {
        # in braces of its own, an organisation is not taken apart into given names and surname
        "author": reference.author and f"{{{{{_tex(reference.author)}}}}}",
        # and a title keeps its capitals: in Finnish and Swedish they tell names from words
        "title": f"{{{{{_tex(reference.title)}}}}}",
        **_issued(reference.published),
        "langid": _braced(_LANGUAGE_IDS.get(reference.language or "")),
        "url": _braced(reference.url),
        "urldate": _braced(reference.url and reference.captured),
        "howpublished": _braced(reference.url and _typeset(reference.url)),
        "note": _braced(f"Hakuarkisto, {place}"),
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@online{{hakuarkisto-{reference.id},\n{lines}\n}}\n"


def ris(reference: Reference) -> str:
    """Return a reference as a record of type ELEC, an electronic source."""
    fields = (
        ("TY", "ELEC"),
        ("AU", reference.author),
        ("TI", reference.title),
        ("PY", reference.published and reference.published[:4]),
        ("DA", reference.published and _slashed(reference.published)),
        ("LA", reference.language),
        ("UR", reference.url),
        ("Y2", _slashed(reference.captured)),
        ("DB", "Hakuarkisto"),
        ("AN", reference.id),
        ("L2", reference.page),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value is not None)


def csl_json(reference: Reference) -> str:
    """Return a reference as a list of one item, as Zotero, Pandoc and citeproc read it."""
    item: dict[str, Any] = {
        "id": f"hakuarkisto-{reference.id}",
        "type": "webpage",
        "author": [{"literal": reference.author}] if reference.author else None,
        "title": reference.title,
        "issued": {"date-parts": [_parts(reference.published)]} if reference.published else None,
        "accessed": {"date-parts": [_parts(reference.captured)]},
        "language": reference.language,
        "URL": reference.url,
        "archive": "Hakuarkisto",
        "archive_location": reference.page or reference.id,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False) + "\n"


def _issued(day: Moment | None) -> dict[str, str | None]:
    """Return the fields of a day: BibLaTeX takes ``date`` before the others, the classical styles know only them."""
    if day is None:
        return {}
    year, month = _parts(day)[:2]
    return {"date": _braced(day), "year": _braced(str(year)), "month": _MONTHS[month - 1]}


def _braced(value: str | None) -> str | None:
    return value and f"{{{value}}}"


def _typeset(address: str) -> str:
    return rf"\url{{{address.translate(_TEX_IN_ADDRESS)}}}"


def _quoted(address: str) -> str:
    return quote(address, safe=_SAFE_IN_ADDRESS)


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _plain(text: str) -> str:
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def _slashed(day: Moment) -> str:
    """Return a day as RIS writes it, with a slash before what is not said."""
    return f"{day.replace('-', '/')}/"


def _parts(day: Moment) -> list[int]:
    return [int(part) for part in day.split("-")]
