"""`haku sources`: the catalogue of what is collected from."""

from __future__ import annotations

import json
from typing import Any

import click
import msgspec
from rich.text import Text

from crawler.sources import GOVERNMENT, crawled
from haku.terminal import console, print_indented
from haku.texts import LANGUAGE, _
from parsers.sources import SOURCES, Source


@click.command(
    "sources", help=_("List the sources that releases are collected from."), epilog=_("Example: haku sources")
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=_("Output format."),
)
def command(output_format: str) -> None:
    if output_format == "json":
        click.echo(json.dumps([_entry(source) for source in SOURCES.values()], ensure_ascii=False, indent=2))
        return
    out = console()
    for source in SOURCES.values():
        out.print(Text(f"{source.id}  ", style="bold").append(source.names[LANGUAGE], style="not bold"))
        print_indented(out, Text(source.about[LANGUAGE]))
        print_indented(out, Text(" · ".join((_way(source), ", ".join(source.languages), ", ".join(source.hosts)))))


def _way(source: Source) -> str:
    """How a source is crawled, in words."""
    if source.platform:
        return _("government platform: listings, feeds, sitemap")
    if source.id not in crawled():
        return _("only when it is named")
    return _("spider of its own: {module}").format(module=source.spider)


def _entry(source: Source) -> dict[str, Any]:
    """An entry of the catalogue, with the addresses that a crawl of it begins at."""
    entry: dict[str, Any] = msgspec.to_builtins(source)
    site = GOVERNMENT.get(source.id)
    if site:
        entry |= {"listings": _by_language(site.listings), "feeds": _by_language(site.feeds), "sitemap": site.sitemap}
    return entry


def _by_language(addresses: tuple[tuple[str, str], ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, address in addresses:
        found.setdefault(language, []).append(address)
    return found
