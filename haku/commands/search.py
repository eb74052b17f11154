"""`haku search`: find releases by words and by what is known of them."""

from __future__ import annotations

import click

from haku.options import filter_options, read_filter
from haku.present import hits
from haku.terminal import console
from haku.texts import LANGUAGE, _
from index.archive import Archive
from index.fulltext import SORTS, FullText, SearchResult, Sort
from parsers.model import Language

_LANGUAGES: dict[str, Language] = {"fi": "fi", "sv": "sv", "en": "en"}


@click.command(
    "search",
    help=_(
        "Find releases by words, in any inflection and as parts of compounds, in Finnish or Swedish. Words must all "
        'occur; "a phrase", one OR another, -excluded, begin* and fields such as year:2021 or amount:>1M are '
        "understood. A text in two languages is one hit."
    ),
    epilog=_("Example: haku search osaamiskeskus --kind call --from 2020"),
)
@click.argument("query", nargs=-1, metavar=_("QUERY"))
@filter_options
@click.option("--like", metavar="ID", help=_("The texts that are most like this release, in place of a query."))
@click.option(
    "--sort",
    type=click.Choice(SORTS),
    default="relevance",
    show_default=True,
    help=_("The best first, the newest, the earliest deadline, or the largest amount."),
)
@click.option("--reverse", is_flag=True, help=_("Sort the other way round."))
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help=_("At most this many hits.")
)
@click.option(
    "--page", type=click.IntRange(1, 10_000), default=1, show_default=True, help=_("Which page of that many hits.")
)
@click.option(
    "--no-translate", is_flag=True, help=_("Look only for the query's own words, not for them in the other language.")
)
@click.option("--facets/--no-facets", default=False, help=_("Count the hits by authority, year, kind and the like."))
@click.option("--explain", is_flag=True, help=_("Say how the query was understood and what each hit scores."))
@click.option("--format", "format_", type=click.Choice(hits.FORMATS), default="text", show_default=True)
@click.pass_obj
def command(
    archive: Archive,
    /,
    query: tuple[str, ...],
    like: str | None,
    sort: Sort,
    reverse: bool,
    limit: int,
    page: int,
    no_translate: bool,
    facets: bool,
    explain: bool,
    format_: str,
    **filters: str | None,
) -> None:
    if bool(query) == bool(like):
        raise click.UsageError(_("Give either a query or --like with the id of a release."))
    conditions = read_filter(**filters)

    def find(fulltext: FullText) -> SearchResult:
        offset = (page - 1) * limit
        prefer = _LANGUAGES.get(LANGUAGE)
        if like:
            return fulltext.like(
                like, conditions, sort=sort, reverse=reverse, limit=limit, offset=offset, prefer=prefer
            )
        return fulltext.search(
            " ".join(query),
            conditions,
            sort=sort,
            reverse=reverse,
            limit=limit,
            offset=offset,
            prefer=prefer,
            translate=not no_translate,
        )

    with archive.catalogue() as catalogue:
        result = find(archive.fulltext(catalogue))
    hits.write(result, format_, console(), facets=facets, explained=explain)
