"""The texts of the other sources' sites, one file a text in one language: ``texts/<source>/<name>.<language>.toml``."""

from __future__ import annotations

import html
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec

from crawler.samplesite.documents import EmailStyle, Pdf
from parsers.structs import from_plain


class Text(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One text. `name` is shared by its versions, which the site links to one another.

    `kind` is ``news``, ``blog`` or ``page``; `date` is Finnish civil time, such as ``2021-02-05T12:03``, None for a
    lasting page. `notice` is printed over the title, `lead` wherever the site has it.
    """

    name: str
    language: str
    path: str
    title: str
    body: str
    kind: Literal["news", "blog", "page"] = "news"
    date: str | None = None
    lead: str = ""
    notice: str = ""
    tags: tuple[str, ...] = ()
    email: EmailStyle = "text"
    attachments: tuple[Pdf, ...] = ()


@cache
def texts(source: str) -> tuple[Text, ...]:
    """Return the texts of a source, the newest first, lasting pages last."""
    folder = files("crawler.samplesite.others").joinpath("texts", source)
    found = [_read(entry.name, entry.read_text(encoding="utf-8")) for entry in folder.iterdir()]
    return tuple(sorted(found, key=lambda text: (text.date or "", text.path), reverse=True))


def versions(source: str, text: Text) -> dict[str, Text]:
    """Return all language versions of a text, itself included, by language."""
    return {other.language: other for other in texts(source) if other.name == text.name}


def _read(file_name: str, content: str) -> Text:
    name, language, _ = file_name.split(".")
    table: dict[str, Any] = tomllib.loads(content)
    for key in ("title", "lead", "notice", "body"):
        table[key] = html.unescape(table.get(key, "")).strip()
    return from_plain(table | {"name": name, "language": language}, Text)
