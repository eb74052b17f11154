"""A pair in the terminal: what differs, then paragraph beside paragraph."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from haku.present import values
from haku.present.findings import in_words, value_in_words
from haku.terminal import told
from haku.texts import _, ngettext
from parsers.model import AlignedRow, Difference, Pair, Release, Stretch


def show_pair(console: Console, pair: Pair, fi: Release, sv: Release, en: Release | None = None) -> None:
    """Print a pair side by side, with the text's English version as a third column where it has one."""
    console.print(_facts(fi, sv, en))
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
    console.print(_side_by_side(pair, fi, sv, en))


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
    return {"declared": _("declared links"), "content": _("content"), "reviewed": _("a person's decision")}[pair.method]


def _facts(fi: Release, sv: Release, en: Release | None) -> Table:
    table = Table(show_header=True, header_style="bold")
    for heading in ("", *_headings(en)):
        table.add_column(heading)
    rows: list[tuple[str, Callable[[Release], str]]] = [
        (_("Id"), lambda release: release.id),
        (_("Published"), lambda release: values.moment(release.published)),
        (_("This version published"), lambda release: values.moment(release.translated)),
        (_("Total"), values.total),
        (_("Application period"), lambda release: values.window(release.application)),
        (_("Period of use"), lambda release: values.period(release.use_period)),
    ]
    versions = (fi, sv, en) if en else (fi, sv)
    for label, value in rows:
        table.add_row(told(label, style="bold"), *(told(value(release)) for release in versions))
    return table


def _headings(en: Release | None) -> tuple[str, ...]:
    return ("Suomi", "Svenska", "English") if en else ("Suomi", "Svenska")


def _show_differences(console: Console, differences: tuple[Difference, ...]) -> None:
    if not differences:
        console.print(told(_("The versions agree on every fact."), style="green"))
    for difference in differences:
        sides = " | ".join(value_in_words(difference, side) for side in (difference.fi, difference.sv))
        line = f"≠ {in_words(difference)}: {sides}"
        console.print(told(line, style="bold red" if difference.kind == "contradicts" else "yellow"))


def _side_by_side(pair: Pair, fi: Release, sv: Release, en: Release | None) -> Table:
    table = Table(show_lines=True, expand=True)
    for heading in _headings(en):
        table.add_column(heading, ratio=1)
    for number, row in enumerate(pair.alignment):
        cells = [_cell(fi, row.fi, row), _cell(sv, row.sv, row)]
        if en and pair.english:
            cells.append(_english_cell(en, pair.english.rows[number]))
        table.add_row(*cells)
    return table


def _english_cell(en: Release, blocks: tuple[int, ...]) -> Text:
    if not blocks:
        return told(_("(no counterpart)"), style="dim italic")
    return told("\n".join(en.blocks[block].text for block in blocks))


def _cell(release: Release, blocks: tuple[int, ...], row: AlignedRow) -> Text:
    if not blocks:
        return told(_("(no counterpart)"), style="dim italic")
    texts = {block: told(release.blocks[block].text, style="" if row.fi and row.sv else "yellow") for block in blocks}
    for block, start, end in _alone(release, row):
        texts[block].stylize("yellow", start, end)
    cell = Text("\n").join(texts.values())
    return Text.assemble((_("(elsewhere in the other version)"), "dim italic"), "\n", cell) if row.moved else cell


def _alone(release: Release, row: AlignedRow) -> list[Stretch]:
    """Where the sentences of aligned blocks stand that only this version has."""
    if release.language == "fi":
        return [stretch for part in row.sentences if not part.sv for stretch in part.fi]
    return [stretch for part in row.sentences if not part.fi for stretch in part.sv]
