"""What every command needs of a terminal: progress, one line a fault, and an exit status that tells."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from haku.texts import explain, printable
from parsers.problems import Problem

_INDENT = 4
Advance = Callable[[int, int | None], None]


def console() -> Console:
    """A console for results: as wide as the terminal, no colour where there is none."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def told(value: str, style: str = "") -> Text:
    """Return what came from the web as a text for the console, harmless to the terminal."""
    return Text(printable(value), style=style)


def print_indented(out: Console, text: Text) -> None:
    """Print a text four columns in; wrapped to the width of a terminal, on one line elsewhere."""
    out.print(Padding(text, (0, 0, 0, _INDENT)) if out.is_terminal else Text(" " * _INDENT).append_text(text))


class Faults:
    """Prints faults as they come, one line each, and remembers that there were some."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, problem: Problem) -> None:
        self.count += 1
        click.echo(f"haku: {explain(problem)}", err=True)

    def note(self, problem: Problem) -> None:
        """Print what was found and has been set right: no reason to fail."""
        click.echo(f"haku: {explain(problem)}", err=True)

    def finish(self) -> None:
        """End the command with exit status 1 if anything was found."""
        if self.count:
            raise click.exceptions.Exit(1)


@contextmanager
def progress(what: str) -> Iterator[Advance]:
    """Show how far long work is: a bar on a terminal, nothing elsewhere, for cron mails whatever a job prints there.

    The function it gives takes how much is done and of how much, None while that is unknown.
    """
    if not sys.stderr.isatty():
        yield _quiet
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _quiet(done: int, total: int | None) -> None:
    """Progress that nobody watches."""
