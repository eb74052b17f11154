"""`haku calls`: the grant rounds, each with all its releases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import get_args
from zoneinfo import ZoneInfo

import click
import msgspec

from haku.options import narrowing_options, read_filter
from haku.present.calls import show_calls
from haku.terminal import console
from haku.texts import _
from index.archive import Archive
from index.catalogue.records import encode
from index.filters import Filter
from parsers.calls.status import status, was_open
from parsers.model import Call, CallStatus

_FINLAND = ZoneInfo("Europe/Helsinki")
_STATUSES: tuple[CallStatus, ...] = get_args(CallStatus)


@click.command(
    "calls",
    help=_("List the grant rounds: when one could apply, and the releases from the opening to the decision."),
    epilog=_("Example: haku calls --open-on 2021-04-01"),
)
@narrowing_options("authority", "from", "to", "open-on")
@click.option(
    "--status", "wanted", type=click.Choice(_STATUSES), multiple=True, help=_("Only calls that stand so; repeatable.")
)
@click.option("--on", "day", metavar=_("DATE"), help=_("The day whose status is told; else --open-on, else today."))
@click.option("--format", "format_", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
@click.pass_obj
def command(
    archive: Archive, /, wanted: tuple[CallStatus, ...], day: str | None, format_: str, **filters: str | None
) -> None:
    conditions = read_filter(**filters)
    on = read_filter(open_on=day).open_on or conditions.open_on or f"{datetime.now(_FINLAND):%Y-%m-%d}"
    with archive.catalogue() as catalogue:
        found = [call for call in catalogue.calls if _meets(call, conditions)]
    found = [call for call in found if not wanted or status(call, on) in wanted]
    if format_ == "text":
        show_calls(console(), found, on)
    elif format_ == "json":
        click.echo(encode(list(_records(found, on))).decode())
    else:
        for record in _records(found, on):
            click.echo(encode(record).decode())


def _meets(call: Call, conditions: Filter) -> bool:
    """A call is of the time of any of its releases."""
    if conditions.authority not in (None, call.authority):
        return False
    if conditions.open_on and not was_open(call, conditions.open_on):
        return False
    days = [(member.published or "")[:10] for member in call.members]
    in_time = any(conditions.first_day <= day <= conditions.last_day for day in days)
    return in_time or not conditions.narrows_publication


def _records(calls: list[Call], day: str) -> Iterator[dict[str, object]]:
    return ({"status": status(call, day), "on": day, **msgspec.structs.asdict(call)} for call in calls)
