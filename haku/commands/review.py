"""`haku review`: where it is unsure what belongs together, and a person's decision on it."""

from __future__ import annotations

import getpass
from datetime import date

import click

from haku.present.doubts import show_doubts
from haku.terminal import Faults, console, progress
from haku.texts import _
from index.archive import Archive
from index.catalogue import Catalogue
from index.catalogue.records import encode
from index.decisions import unfollowed
from index.pairing import follows, update_pairs
from index.reading import Workers
from index.review import doubts
from parsers.pairs.decisions import Decision, Decisions, Verdict
from parsers.problems import Problem


@click.command(
    "review",
    help=_(
        "List where it is unsure which releases are versions of one text; or decide on two of them. Decisions are "
        "lines of decisions.tsv in the archive's folder: they override what haku finds, and can be edited there."
    ),
    epilog=_("Example: haku review 3f2a 91cc different"),
)
@click.argument("one", required=False, metavar=_("[ID|ADDRESS"))
@click.argument("other", required=False, metavar=_("ID|ADDRESS"))
@click.argument("verdict", required=False, type=click.Choice(["same", "different"]), metavar="same|different]")
@click.option("--note", default="", help=_("Why: kept with the decision."))
@click.option("--by", "who", default=None, metavar=_("NAME"), help=_("Who decides; else the user of this machine."))
@click.option("--format", "format_", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
@click.pass_obj
def command(
    archive: Archive,
    one: str | None,
    other: str | None,
    verdict: Verdict | None,
    note: str,
    who: str | None,
    format_: str,
) -> None:
    faults = Faults()
    if one and other and verdict:
        _decide(archive, (one, other), verdict, (who or _user(), note), faults)
    elif one or note or who:
        raise click.UsageError(_("name two releases and say same or different"))
    else:
        _list(archive, format_, faults)
    faults.finish()


def _decide(
    archive: Archive, references: tuple[str, str], verdict: Verdict, words: tuple[str, str], faults: Faults
) -> None:
    with archive.catalogue():
        pass  # there is an archive: none is made by deciding on it
    with archive.writing() as catalogue:
        one, other = (catalogue.find(reference) for reference in references)
        if one.language == other.language:
            raise Problem("{one} and {other} are in one language: no versions of one text", one=one.id, other=other.id)
        day = date.today().isoformat()
        decision = Decision(verdict, one.id, other.id, day, *words, addresses=(one.url, other.url))
        archive.decisions.add(decision)
        _follow(archive, catalogue, faults)
    click.echo(_("Kept in {file}.").format(file=archive.decisions.path))


def _list(archive: Archive, format_: str, faults: Faults) -> None:
    decisions, damaged = archive.decisions.read()
    with archive.catalogue() as catalogue:
        edited = not follows(catalogue, decisions)
    if edited:
        with archive.writing() as catalogue:
            _follow(archive, catalogue, faults)
    else:
        _tell(damaged, faults)
    with archive.catalogue() as catalogue:
        _show(catalogue, decisions, format_)


def _show(catalogue: Catalogue, decisions: Decisions, format_: str) -> None:
    found = doubts(catalogue, decisions)
    if format_ == "text":
        show_doubts(console(), found)
    elif format_ == "json":
        click.echo(encode([doubt.record for doubt in found]).decode())
    else:
        for doubt in found:
            click.echo(encode(doubt.record).decode())


def _follow(archive: Archive, catalogue: Catalogue, faults: Faults) -> None:
    """Bring pairs and index in line with the decisions."""
    decisions, damaged = archive.decisions.read()
    with progress(_("Pairing")), Workers() as workers:
        update_pairs(catalogue, workers, decisions)
        archive.fulltext(catalogue).update()
    _tell([*damaged, *unfollowed(catalogue, decisions, archive.decisions.path)], faults)


def _tell(problems: list[Problem], faults: Faults) -> None:
    for problem in problems:
        faults(problem)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
