"""`haku`: the program's one door. Commands live in `haku.commands`, a module each."""

from __future__ import annotations

import logging
import os
import sys
from importlib import import_module
from pathlib import Path

import click

from haku.texts import _, explain
from parsers.problems import Problem

# Loaded when they are run: a command should not wait for the libraries of another.
_COMMANDS = {
    "import": "haku.commands.import_",
    "crawl": "haku.commands.crawl",
    "rebuild": "haku.commands.rebuild",
    "search": "haku.commands.search",
    "show": "haku.commands.show",
    "explain": "haku.commands.explain",
    "compare": "haku.commands.compare",
    "review": "haku.commands.review",
    "differences": "haku.commands.differences",
    "coverage": "haku.commands.coverage",
    "calls": "haku.commands.calls",
    "site": "haku.commands.site",
    "serve": "haku.commands.serve",
    "export": "haku.commands.export",
    "status": "haku.commands.status",
    "check": "haku.commands.check",
    "sources": "haku.commands.sources",
    "forget": "haku.commands.forget",
    "demo": "haku.commands.demo",
}


class _Commands(click.Group):
    """The commands by name, in the order in which a newcomer meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name]).command
        return command


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("An archive of Finnish ministries' press releases about grant calls, in Finnish and Swedish."),
    epilog=_("Example: haku import saved-pages/ && haku search osaamiskeskus"),
)
@click.option(
    "--archive",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("archive"),
    envvar="HAKU_ARCHIVE",
    show_default=True,
    show_envvar=True,
    help=_("The archive's folder."),
)
@click.version_option(package_name="hakuarkisto", prog_name="haku")
@click.pass_context
def haku(ctx: click.Context, archive: Path) -> None:
    """Keep what every command needs: where the archive is."""
    from index.archive import Archive

    ctx.obj = Archive(archive)


def main() -> None:
    """Run the program. Exit status: 0 done, 1 a fault in the data or unfinished work, 2 wrong usage."""
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        haku(prog_name="haku")
    except Exception as error:
        if os.environ.get("HAKU_DEBUG"):
            raise
        click.echo(f"haku: {_one_line(error)}", err=True)
        sys.exit(1)


def _one_line(error: Exception) -> str:
    if isinstance(error, Problem):
        return explain(error)
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
    message = _("an unexpected fault: {fault}; please report it with what HAKU_DEBUG=1 shows")
    return message.format(fault=" ".join(repr(error).split())[:300])


if __name__ == "__main__":
    main()
