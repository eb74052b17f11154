"""Reports of crawls for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text

from crawler.outcomes import NO_LANGUAGE
from crawler.watch import Alarm, Counts, Run, problem_of
from haku.terminal import told
from haku.texts import _, explain

_OUTCOMES = {
    "requests": _("Requests"),
    "new": _("New"),
    "changed": _("Changed"),
    "unchanged": _("Unchanged"),
    "gone": _("Gone"),
    "untranslated": _("No translation"),
    "attachments": _("Attachments"),
    "failed": _("Failed"),
    "skipped": _("Not asked for"),
}
_ALWAYS = ("requests", "new", "changed", "unchanged")
_WIDTH_OF_LOGS = 160


def show_run(out: Console, run: Run) -> None:
    """Print what a run came to, by source and language, and in all."""
    met = [counts for counts in run.counts if counts.language != NO_LANGUAGE or _has_pages(counts)]
    columns = _met(run.counts)
    table = _table(columns, _("Source"), _("Language"))
    for counts in met:
        table.add_row(told(counts.source), counts.language, *_numbers([counts], columns))
    table.add_section()
    table.add_row(_("All"), "", *_numbers(run.counts, columns), style="bold")
    _print(out, table)


def show_last_runs(out: Console, runs: Mapping[str, Run]) -> None:
    """Print the last run of each source with its figures."""
    columns = _met(counts for source, run in runs.items() for counts in run.of(source))
    table = _table(columns, _("Source"), _("Last crawl"))
    table.add_column("")
    for source, run in runs.items():
        table.add_row(told(source), _moment(run.start), *_numbers(run.of(source), columns), _state(run))
    _print(out, table)


def show_alarms(out: Console, alarms: Iterable[Alarm]) -> None:
    """Print the alarms that stand, each with its code and since when."""
    for alarm in alarms:
        line = told(explain(problem_of(alarm)))
        since = _("{code}, since {moment}").format(code=alarm.code.value, moment=_moment(alarm.since))
        out.print(Text.assemble((f"{_('Alarm')}: ", "bold red"), line, (f" ({since})", "dim")))


def _has_pages(counts: Counts) -> bool:
    """Whether anything was met but requests that lead to pages."""
    return any(getattr(counts, name) for name in _OUTCOMES if name != "requests")


def _met(counts: Iterable[Counts]) -> list[str]:
    """The outcomes that were met at all: a column of noughts tells nothing."""
    each = list(counts)
    return [name for name in _OUTCOMES if name in _ALWAYS or any(getattr(one, name) for one in each)]


def _table(columns: Iterable[str], *headings: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in headings:
        table.add_column(heading, no_wrap=True)
    for name in columns:
        table.add_column(_OUTCOMES[name], justify="right")
    return table


def _numbers(counts: Iterable[Counts], columns: Iterable[str]) -> list[str]:
    each = list(counts)
    return [str(sum(getattr(one, name) for one in each)) for name in columns]


def _print(out: Console, table: Table) -> None:
    """A log takes lines of any length; a terminal shows what fits."""
    (out if out.is_terminal else Console(file=out.file, width=_WIDTH_OF_LOGS)).print(table)


def _state(run: Run) -> str:
    if run.interrupted:
        return _("interrupted")
    return "" if run.judged else _("not finished")


def _moment(stamp: str) -> str:
    """A moment of a report in the reader's own time, as a table takes it: 2026-11-01 11:00."""
    return f"{datetime.fromisoformat(stamp).astimezone():%Y-%m-%d %H:%M}"
