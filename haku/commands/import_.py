"""`haku import`: files into the archive."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.importing import ImportReport, import_paths
from crawler.warc import WarcStore
from haku.ingesting import read_new, report_line, take_in
from haku.terminal import Faults, progress
from haku.texts import _, ngettext
from index.archive import Archive
from index.catalogue import Catalogue
from index.reading import read
from parsers.capture import Capture
from parsers.problems import Problem


@click.command(
    "import",
    help=_("Take files into the archive: WARC, WACZ, WET, saved HTML, pasted text, and folders of these."),
    epilog=_("Example: haku import collection.warc.gz saved-pages/"),
)
@click.argument("paths", nargs=-1, required=True, metavar=_("PATH…"), type=click.Path(path_type=Path))
@click.option(
    "--all-hosts",
    is_flag=True,
    help=_("Of Common Crawl's files, take the pages of every host, not only of those in the catalogue."),
)
@click.pass_obj
def command(archive: Archive, paths: tuple[Path, ...], *, all_hosts: bool) -> None:
    faults = Faults()
    report = _import(archive, paths, faults, all_hosts=all_hosts)
    for note in report.notes:
        faults.note(note)
    ingested = take_in(archive, faults)
    click.echo(_import_line(report))
    if report.elsewhere:
        click.echo(_elsewhere_line(report.elsewhere))
    click.echo(report_line(ingested))
    faults.finish()


def _import(archive: Archive, paths: tuple[Path, ...], faults: Faults, *, all_hosts: bool) -> ImportReport:
    """Store what the files hold and the archive does not; the catalogue knows what that is once it is up to date."""
    with (
        archive.writing() as catalogue,
        WarcStore(archive.warc, on_repair=faults.note) as store,
    ):
        catalogue.captures.forget_lost({path.name: path.stat().st_size for path in archive.warc.glob("*.warc.gz")})
        read_new(archive, catalogue, faults)
        with progress(_("Importing")) as advance:
            return import_paths(
                paths,
                store,
                all_hosts=all_hosts,
                on_problem=faults,
                on_known=lambda capture: _tell_again(capture, catalogue, faults),
                progress=lambda now: advance(now.done, now.total),
            )


def _tell_again(capture: Capture, catalogue: Catalogue, faults: Faults) -> None:
    """A page that could not be read the first time cannot be read now: the reader hears why again."""
    if catalogue.captures.problem(capture.url, capture.digest):
        outcome = read(capture)
        if isinstance(outcome, Problem):
            faults(outcome)


def _import_line(report: ImportReport) -> str:
    files = ngettext("{count} file read", "{count} files read", report.files).format(count=report.files)
    rest = _("{added} captures added, {known} already there, {skipped} left out").format(
        added=report.added, known=report.known, skipped=report.skipped
    )
    return f"{files}: {rest}"


def _elsewhere_line(count: int) -> str:
    return ngettext(
        "{count} capture of a host outside the catalogue was passed over; --all-hosts takes such too",
        "{count} captures of hosts outside the catalogue were passed over; --all-hosts takes such too",
        count,
    ).format(count=count)
