"""The hits of a search: for a reader, as JSON, as CSV."""

from __future__ import annotations

import csv
import io

import click
from rich.console import Console
from rich.text import Text

from haku.present import values
from haku.terminal import print_indented, told
from haku.texts import LANGUAGE, _, ngettext
from index.catalogue.records import builtins, encode
from index.export.writers import cell
from index.fulltext import Excerpt, Hit, SearchResult
from sitegen import words

FORMATS = ("text", "json", "jsonl", "csv")
_MOST_VALUES = 12
_COLUMNS = ("rank", "score", "id", "url", "language", "title", "kind", "authority", "published", "closes", "total")


def show_hits(console: Console, result: SearchResult, *, facets: bool = False, explained: bool = False) -> None:
    """Print hits for a reader: title, what and when, the best sentence with what was found in it."""
    if explained:
        _show_understanding(console, result)
    for hit in result.hits:
        _show_hit(console, hit, explained)
    if facets:
        _show_facets(console, result)
    console.print(told(_count(result)))
    if result.suggestion:
        console.print(told(_("Did you mean: {query}").format(query=result.suggestion), style="bold"))


def _show_hit(console: Console, hit: Hit, explained: bool) -> None:
    console.print(Text.assemble((f"{hit.rank}. ", "dim"), told(hit.title, "bold")))
    console.print(told(f"   {_about(hit)}", style="cyan"))
    if hit.excerpt.text:
        print_indented(console, _excerpt(hit.excerpt))
    for version in hit.versions:
        console.print(told(f"   {version.language}: {version.title} ({version.id})", style="dim"))
    if explained:
        how = _("found by translation") if hit.is_translated else _("found by its own words")
        console.print(told(f"   {_('score {score}').format(score=hit.score)}, {how}", style="dim"))
    console.print(told(f"   {hit.id}  {hit.url}", style="dim"))


def _show_understanding(console: Console, result: SearchResult) -> None:
    if result.understood:
        console.print(told(_("Understood as: {query}").format(query=result.understood)))
    for each in result.translations:
        console.print(told(f"   {each.word} → {each.language}: {', '.join(each.words)}", style="dim"))


def _show_facets(console: Console, result: SearchResult) -> None:
    for facet in result.facets:
        shown = [f"{_called(facet.name, value.code)} {value.count}" for value in facet.values[:_MOST_VALUES]]
        if len(facet.values) > _MOST_VALUES:
            shown.append("…")
        if shown:
            console.print(told(f"{_facet_name(facet.name)}: {', '.join(shown)}"))


def _facet_name(name: str) -> str:
    names = {
        "authority": _("Authority"),
        "year": _("Year"),
        "kind": _("Kind"),
        "language": _("Language"),
        "status": _("Status"),
        "applicant": _("Applicants"),
    }
    return names[name]


def _called(facet: str, code: str) -> str:
    """Name a code in the reader's words."""
    if facet == "authority":
        return words.authority_name(code, LANGUAGE)
    tables = {"kind": words.KINDS_PLURAL, "language": words.LANGUAGES, "applicant": words.GROUPS}
    return _statuses()[code] if facet == "status" else values.word(code, tables.get(facet, {}))


def _statuses() -> dict[str, str]:
    return {
        "upcoming": _("upcoming"),
        "open": _("open"),
        "closed": _("closed"),
        "decided": _("decided"),
        "continuous": _("continuous"),
    }


def _count(result: SearchResult) -> str:
    """Say how many texts there are, and how many of them are shown or were found only in the other language."""
    said = [ngettext("{count} text found", "{count} texts found", result.total).format(count=result.total)]
    if result.translated:
        said.append(_("{count} of them only by translation").format(count=result.translated))
    if len(result.hits) < result.total:
        if result.hits:
            first, last = result.hits[0].rank, result.hits[-1].rank
            said.append(_("{first}–{last} shown").format(first=first, last=last))
        else:
            said.append(_("no more on this page"))
    return ", ".join(said)


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


def write(
    result: SearchResult, format_: str, console: Console, *, facets: bool = False, explained: bool = False
) -> None:
    """Print hits in one of the formats of `haku search`."""
    if format_ == "text":
        show_hits(console, result, facets=facets, explained=explained)
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
    return text
