"""The texts of the sample site, read from `releases/<name>.<language>.toml`."""

from __future__ import annotations

import html
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import Any, Literal

import msgspec

from crawler.samplesite.expected import Expected, PlantedDifference
from crawler.samplesite.sites import Site, site_of
from parsers.structs import from_plain

Generation = Literal["2016", "2020", "2025"]
EmailStyle = Literal["text", "mailto", "cloudflare"]


class Pdf(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A PDF that a text links to: its path on the site, and the lines it holds."""

    path: str
    lines: tuple[str, ...]


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One text in one language.

    `name` is shared by the versions of one text; `path` is set for a lasting page, `slug` and the stamps for a
    release. `published` is when the first version was issued, `appeared` when this one was, where that was later; both
    are Finnish civil time. `declared` is false where the platform does not know the versions for one text.
    """

    name: str
    language: str
    host: str
    title: str
    lead: str
    body: str
    slug: str = ""
    path: str = ""
    published: str | None = None
    appeared: str | None = None
    form: str | None = None
    number: str | None = None
    kicker: str | None = None
    organisations: tuple[str, ...] = ()
    email: EmailStyle = "text"
    declared: bool = True
    attachments: tuple[Pdf, ...] = ()
    expected: Expected | None = None
    differences: tuple[PlantedDifference, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.name}.{self.language}"

    @property
    def site(self) -> Site:
        return site_of(self.host)

    @property
    def url(self) -> str:
        """The address on the publishing ministry's own site."""
        return f"https://{self.host}{self.path_on(self.site)}"

    @property
    def generation(self) -> Generation:
        """Which template a release of its year is in; the years are those of the platform's redesigns."""
        year = (self.published or "2020")[:4]
        if year <= "2017":
            return "2016"
        return "2020" if year <= "2024" else "2025"

    def path_on(self, site: Site, language: str | None = None) -> str:
        """Return the path of this text on `site`, under the prefix of `language` (its own by default)."""
        prefix = prefix_of(language or self.language)
        if self.path:
            return prefix + self.path.removeprefix(prefix_of(self.language))
        group = f"{self.site.group}/" if site.joint else ""
        return f"{prefix}/-/{group}{self.slug}"


def prefix_of(language: str) -> str:
    """Return the path prefix of a language: none for Finnish.

    >>> prefix_of("fi"), prefix_of("sv")
    ('', '/sv')
    """
    return "" if language == "fi" else f"/{language}"


def language_of(path: str) -> str:
    """Return the language that a path's prefix names.

    >>> language_of("/sv"), language_of("/sv/pressmeddelanden"), language_of("/svenska")
    ('sv', 'sv', 'fi')
    """
    return next((language for language in ("sv", "en") if f"{path}/".startswith(f"/{language}/")), "fi")


@cache
def documents() -> tuple[Document, ...]:
    """Return every text, the newest first, lasting pages last."""
    folder = files("crawler.samplesite").joinpath("releases")
    texts = [_read(entry.name, entry.read_text(encoding="utf-8")) for entry in folder.iterdir()]
    return tuple(sorted(texts, key=lambda text: (text.published or "", text.id), reverse=True))


def versions(document: Document) -> dict[str, Document]:
    """Return all language versions of a text, itself included, by language."""
    return {other.language: other for other in documents() if other.name == document.name}


def expected() -> list[dict[str, Any]]:
    """Return the facts of every Finnish and Swedish text, one object each, in the form of the project's gold files."""
    return [_gold(document, document.expected) for document in documents() if document.expected]


def differences() -> list[dict[str, Any]]:
    """Return the pairs whose versions differ in a fact, and in which. All other pairs agree in every fact."""
    return [
        {
            "fi": versions(document)["fi"].url,
            "sv": document.url,
            "differences": msgspec.to_builtins(document.differences),
        }
        for document in documents()
        if document.differences
    ]


def _read(file_name: str, content: str) -> Document:
    name, language, _ = PurePath(file_name).name.split(".")
    table: dict[str, Any] = tomllib.loads(content)
    for key in ("title", "lead", "body"):
        table[key] = html.unescape(table[key]).strip()
    return from_plain(table | {"name": name, "language": language}, Document)


def _gold(document: Document, facts: Expected) -> dict[str, Any]:
    other = versions(document).get({"fi": "sv", "sv": "fi"}[document.language])
    return {
        "id": document.id,
        "url": document.url,
        "language": document.language,
        "title": document.title,
        "published": document.published,
        "translated": document.appeared,
        "translation": other.id if other else None,
    } | facts.gold()
