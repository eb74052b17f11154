"""`haku status`: what the archive holds, how the last crawls went, and what is amiss with the sources."""

from __future__ import annotations

from typing import Any

import click
import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from crawler.watch import Alarm, Run, last_runs, problem_of, standing_alarms
from haku.present import values
from haku.present.runs import show_alarms, show_last_runs
from haku.terminal import Faults, console
from haku.texts import _
from haku.watching import reports_of
from index.archive import Archive
from index.catalogue.status import Status
from sitegen import words

_BY = {
    "source": _("Source"),
    "authority": _("Authority"),
    "language": _("Language"),
    "kind": _("Kind"),
    "year": _("Year"),
}


@click.command(
    "status",
    help=_("Count what the archive holds, and tell how the last crawl of each source went and which alarms stand."),
    epilog=_("Example: haku --archive archive status"),
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(archive: Archive, format_: str) -> None:
    with archive.catalogue() as catalogue:
        status = catalogue.status()
    runs = reports_of(archive).read(Faults().note)
    last, alarms = last_runs(runs), standing_alarms(runs)
    if format_ == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(_record(status, last, alarms)), indent=2).decode())
        return
    _show(console(), status)
    if last:
        console().print()
        show_last_runs(console(), last)
    show_alarms(console(), alarms)


def _record(status: Status, last: dict[str, Run], alarms: list[Alarm]) -> dict[str, Any]:
    """The status for other programs: `runs` holds the start, end and figures of each source's last crawl."""
    runs = {
        source: {
            "start": run.start,
            "end": run.end,
            "interrupted": run.interrupted,
            "judged": run.judged,
            "arguments": run.arguments,
            "counts": run.of(source),
        }
        for source, run in last.items()
    }
    problems = [{**msgspec.to_builtins(alarm), "text": str(problem_of(alarm))} for alarm in alarms]
    return {"archive": status, "runs": runs, "alarms": problems}


def _show(out: Console, status: Status) -> None:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    for label, value in (
        (_("Captures"), status.captures),
        (_("Releases"), status.releases),
        (_("Earlier revisions"), status.revisions),
        (_("Pairs"), status.pairs),
        (_("Differences"), status.differences),
        (_("Terms learned from it"), status.terms),
        (_("Pages that could not be read"), status.problems),
        (_("Pages gone from their sites"), status.gone),
        (_("Attached documents"), sum(status.documents.values())),
        (_("Oldest release"), values.moment(status.first)),
        (_("Newest release"), values.moment(status.last)),
    ):
        table.add_row(label, str(value))
    out.print(table)
    if status.dictionary:
        out.print(Text(_("Aligned with the dictionary {name}.").format(name=status.dictionary)))
    if status.outdated:
        out.print(Text(_("Read by other rules than this version's: run haku rebuild."), style="yellow"))
    for name, label in _BY.items():
        counts = ", ".join(f"{_name(name, value)} {count}" for value, count in status.by[name].items())
        out.print(Text.assemble((f"{label}: ", "bold"), counts))


def _name(counted_by: str, value: str) -> str:
    if counted_by == "kind":
        return values.word(value, words.KINDS)
    return value or _("unknown")
