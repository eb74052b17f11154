"""`haku serve`: the live search of the archive and its JSON API, for this machine."""

from __future__ import annotations

import os
import traceback
from contextlib import suppress
from importlib.metadata import version

import click

from haku.terminal import progress
from haku.texts import _, explain_in, one_line
from index.archive import Archive
from index.fulltext import IndexBusyError


@click.command(
    "serve",
    help=_(
        "Serve the archive's live search on this machine: pages with all that haku search has, and the same as JSON "
        "under /api/v1/. What a crawl or an import adds meanwhile is found as soon as it has ended."
    ),
    epilog=_("Example: haku serve --port 8080"),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8080,
    show_default=True,
    help=_("The port to serve at; 0 takes a free one."),
)
@click.pass_obj
def command(archive: Archive, port: int) -> None:
    _update_index(archive)
    # A second of imports, which neither the help nor a missing archive should have to wait for.
    from siteserve.app import make_app
    from siteserve.server import serve

    app = make_app(archive, version("hakuarkisto"), explain_in, _tell)
    serve(app, port, _show_address)


def _update_index(archive: Archive) -> None:
    """Have the first reader not wait for it. Raises Problem where there is no archive."""
    with archive.catalogue() as catalogue, suppress(IndexBusyError), progress(_("Indexing")) as advance:
        archive.fulltext(catalogue).update(advance)


def _show_address(port: int) -> None:
    click.echo(_("The archive is at http://127.0.0.1:{port}/ (end with Ctrl-C)").format(port=port))


def _tell(fault: Exception) -> None:
    """Say on the terminal what a reader was only told to have gone wrong."""
    message = _("an unexpected fault: {fault}; please report it with what HAKU_DEBUG=1 shows")
    click.echo(f"haku: {message.format(fault=one_line(repr(fault))[:300])}", err=True)
    if os.environ.get("HAKU_DEBUG"):
        traceback.print_exception(fault)
