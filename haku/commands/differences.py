"""`haku differences`: where Finnish and Swedish versions disagree, in the whole archive."""

from __future__ import annotations

import click

from haku.options import filter_options, read_filter
from haku.present.findings import show_findings
from haku.terminal import console
from haku.texts import _
from index.archive import Archive
from index.catalogue.records import encode
from index.findings import findings
from parsers.model import Severity

_SEVERITIES = ("high", "medium", "low")


@click.command(
    "differences",
    help=_("List the facts on which Finnish and Swedish versions disagree, the gravest first."),
    epilog=_("Example: haku differences --severity high --from 2021"),
)
@filter_options
@click.option(
    "--severity",
    type=click.Choice(_SEVERITIES),
    default="low",
    show_default=True,
    help=_("At least so grave: high is a deadline or a sum, medium the opening or the period of use."),
)
@click.option("--contradictions", is_flag=True, help=_("Leave out what only one version states."))
@click.option("--format", "format_", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
@click.pass_obj
def command(archive: Archive, /, severity: Severity, contradictions: bool, format_: str, **filters: str | None) -> None:
    conditions = read_filter(**filters)
    with archive.catalogue() as catalogue:
        found = findings(catalogue, conditions, least=severity, only_contradictions=contradictions)
    if format_ == "text":
        show_findings(console(), found)
    elif format_ == "json":
        click.echo(encode([finding.record for finding in found]).decode())
    else:
        for finding in found:
            click.echo(encode(finding.record).decode())
