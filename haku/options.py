"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from haku.texts import _, explain
from index.filters import Filter
from parsers.authorities import AUTHORITIES
from parsers.language import LANGUAGES
from parsers.model import Kind
from parsers.problems import Problem

Command = Callable[..., Any]


def filter_options(command: Command) -> Command:
    """Add the options that narrow a walk or a search; the command gets them as keywords of `Filter`."""
    return narrowing_options("language", "kind", "authority", "from", "to", "open-on")(command)


def narrowing_options(*names: str) -> Callable[[Command], Command]:
    """Return what adds some of the options of `filter_options`, in the order named."""
    options = {
        "language": click.option("--language", type=click.Choice(LANGUAGES), help=_("Only releases in this language.")),
        "kind": click.option(
            "--kind", type=click.Choice([kind.value for kind in Kind]), help=_("Only releases of this kind.")
        ),
        "authority": click.option(
            "--authority", metavar="ID", callback=_known_authority, help=_("Only this body's: tem, okm, stm …")
        ),
        "from": click.option(
            "--from", "date_from", metavar=_("DATE"), help=_("Published on this day, month or year or later.")
        ),
        "to": click.option(
            "--to", "date_to", metavar=_("DATE"), help=_("Published on this day, month or year or earlier.")
        ),
        "open-on": click.option("--open-on", metavar=_("DATE"), help=_("Calls for which one could apply on this day.")),
    }

    def add(command: Command) -> Command:
        for name in reversed(names):
            command = options[name](command)
        return command

    return add


def read_filter(**values: str | None) -> Filter:
    """Return the filter that the options describe. Raises click's UsageError for a date that is none."""
    kind = values.pop("kind", None)
    try:
        return Filter(kind=Kind(kind) if kind else None, **values)
    except Problem as problem:
        raise click.UsageError(explain(problem)) from problem


def _known_authority(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and value not in AUTHORITIES:
        known = ", ".join(sorted(AUTHORITIES))
        raise click.BadParameter(_("there is no such authority; the known ones are {known}").format(known=known))
    return value
