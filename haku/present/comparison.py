"""A pair in the terminal: what differs, then paragraph beside paragraph."""

from __future__ import annotations

from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from haku.present import values
from haku.present.findings import in_words, value_in_words
from haku.terminal import told
from haku.texts import _, ngettext
from parsers.model import AlignedRow, Difference, Pair, Release


def show_pair(console: Console, pair: Pair, fi: Release, sv: Release) -> None:
    """Print a pair side by side."""
    console.print(_facts(fi, sv))
    console.print(told(_found(pair)))
    if pair.lag_hours is not None:
        console.print(told(_lag(pair.lag_hours)))
    if pair.lag_share:
        share = values.FORMATS.percent(pair.lag_share)
        console.print(told(_("For {share} of the application time there was only one version.").format(share=share)))
    if pair.titles_differ:
        console.print(told(_("The titles say different things."), style="yellow"))
    _show_unmatched(console, pair)
    _show_differences(console, pair.differences)
    console.print(_side_by_side(pair, fi, sv))


def _lag(hours: float) -> str:
    if hours == 0:
        return _("Both versions were published at the same time.")
    if hours > 0:
        return _("The Swedish version came {time} later.").format(time=values.FORMATS.lapse(hours))
    return _("The Finnish version came {time} later.").format(time=values.FORMATS.lapse(-hours))


def _show_unmatched(console: Console, pair: Pair) -> None:
    """Say how many paragraphs only one version has."""
    only = {"fi": sum(not row.sv for row in pair.alignment), "sv": sum(not row.fi for row in pair.alignment)}
    if only["fi"]:
        text = ngettext("{count} paragraph only in Finnish", "{count} paragraphs only in Finnish", only["fi"])
        console.print(told(text.format(count=only["fi"]), style="yellow"))
    if only["sv"]:
        text = ngettext("{count} paragraph only in Swedish", "{count} paragraphs only in Swedish", only["sv"])
        console.print(told(text.format(count=only["sv"]), style="yellow"))


def _found(pair: Pair) -> str:
    score = values.FORMATS.number(Decimal(str(pair.score)).quantize(Decimal("0.01")))
    return _("Found by {method}, score {score}").format(method=_method(pair), score=score)


def _method(pair: Pair) -> str:
    return _("declared links") if pair.method == "declared" else _("content")


def _facts(fi: Release, sv: Release) -> Table:
    table = Table(show_header=True, header_style="bold")
    for heading in ("", "Suomi", "Svenska"):
        table.add_column(heading)
    rows = [
        (_("Id"), fi.id, sv.id),
        (_("Published"), values.moment(fi.published), values.moment(sv.published)),
        (_("This version published"), values.moment(fi.translated), values.moment(sv.translated)),
        (_("Total"), values.total(fi), values.total(sv)),
        (_("Application period"), values.window(fi.application), values.window(sv.application)),
        (_("Period of use"), values.period(fi.use_period), values.period(sv.use_period)),
    ]
    for label, left, right in rows:
        table.add_row(told(label, style="bold"), told(left), told(right))
    return table


def _show_differences(console: Console, differences: tuple[Difference, ...]) -> None:
    if not differences:
        console.print(told(_("The versions agree on every fact."), style="green"))
    for difference in differences:
        sides = " | ".join(value_in_words(difference, side) for side in (difference.fi, difference.sv))
        line = f"≠ {in_words(difference)}: {sides}"
        console.print(told(line, style="bold red" if difference.kind == "contradicts" else "yellow"))


def _side_by_side(pair: Pair, fi: Release, sv: Release) -> Table:
    table = Table(show_lines=True, expand=True)
    table.add_column("Suomi", ratio=1)
    table.add_column("Svenska", ratio=1)
    for row in pair.alignment:
        table.add_row(_cell(fi, row.fi, row), _cell(sv, row.sv, row))
    return table


def _cell(release: Release, blocks: tuple[int, ...], row: AlignedRow) -> Text:
    text = told("\n".join(release.blocks[block].text for block in blocks))
    if not blocks:
        return told(_("(no counterpart)"), style="dim italic")
    if not (row.fi and row.sv):
        text.stylize("yellow")
    return text
