"""The hits of a search: for a reader, as JSON, as CSV."""

from __future__ import annotations

import csv
import io

import click
from rich.console import Console
from rich.text import Text

from haku.present import values
from haku.terminal import told
from haku.texts import LANGUAGE, _, ngettext
from index.catalogue.records import builtins, encode
from index.export.writers import cell
from index.fulltext import Excerpt, Hit, SearchResult
from sitegen import words

FORMATS = ("text", "json", "jsonl", "csv")
_COLUMNS = ("rank", "score", "id", "url", "language", "title", "kind", "authority", "published", "closes", "total")


def show_hits(console: Console, result: SearchResult) -> None:
    """Print hits for a reader: title, what and when, the best sentence with what was found in it."""
    for hit in result.hits:
        console.print(Text.assemble((f"{hit.rank}. ", "dim"), told(hit.title, "bold")))
        console.print(told(f"   {_about(hit)}", style="cyan"))
        console.print(_excerpt(hit.excerpt))
        for version in hit.versions:
            console.print(told(f"   {version.language}: {version.title} ({version.id})", style="dim"))
        console.print(told(f"   {hit.id}  {hit.url}", style="dim"))
    found = ngettext("{count} text found", "{count} texts found", result.total).format(count=result.total)
    shown = _("{count} shown").format(count=len(result.hits))
    console.print(told(found if len(result.hits) == result.total else f"{found}, {shown}"))


def hit_lines(result: SearchResult) -> str:
    """Return the hits as JSON Lines."""
    return "".join(f"{encode(hit).decode()}\n" for hit in result.hits)


def hits_json(result: SearchResult) -> str:
    """Return the hits as one JSON document with the number found."""
    return encode(result).decode()


def hits_csv(result: SearchResult) -> str:
    """Return the hits as CSV, one row a hit."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for hit in result.hits:
        writer.writerow({key: cell(value) for key, value in {**builtins(hit), **builtins(hit.facts)}.items()})
    return out.getvalue()


def write(result: SearchResult, format_: str, console: Console) -> None:
    """Print hits in one of the formats of `haku search`."""
    if format_ == "text":
        show_hits(console, result)
    elif format_ == "json":
        click.echo(hits_json(result))
    else:
        click.echo({"jsonl": hit_lines, "csv": hits_csv}[format_](result), nl=False)


def _about(hit: Hit) -> str:
    authority = words.authority_name(hit.authority, LANGUAGE) if hit.authority else ""
    kind, language = values.word(hit.kind, words.KINDS), values.word(hit.language or "", words.LANGUAGES)
    parts = [authority, kind, values.moment(hit.published), language]
    if hit.facts.closes:
        parts.append(_("closes {moment}").format(moment=values.moment(hit.facts.closes)))
    if hit.facts.total is not None:
        parts.append(values.FORMATS.money(hit.facts.total))
    return " · ".join(part for part in parts if part)


def _excerpt(excerpt: Excerpt) -> Text:
    text = told(excerpt.text)
    for start, end in excerpt.matches:
        text.stylize("bold yellow", start, end)
    return Text("   ").append_text(text)
