"""Serve the hostile site: ``python -m crawler.hostile NAME…``; without a name, list what it can do."""

from __future__ import annotations

import click

from crawler.hostile.behaviours import BEHAVIOURS
from crawler.hostile.server import HostileSite


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...", type=click.Choice(list(BEHAVIOURS)))
@click.option("--port", default=0, show_default=True, help="Port on the loopback interface; 0 takes a free one.")
@click.option("--visit", default=1, show_default=True, help="Which visit of a crawler's to answer.")
def main(names: tuple[str, ...], port: int, visit: int) -> None:
    """Serve the behaviours named until interrupted, a quarter of an hour at most; without a name, list them all.

    What a site does between two visits (changed, vanished, redesign, moved_listing) shows to a second crawl, with
    --visit 2.
    """
    if not names:
        for behaviour in BEHAVIOURS.values():
            click.echo(f"{behaviour.name:20} {behaviour.about}")
        return
    try:
        with HostileSite(*names, port=port, visit=visit) as site:
            click.echo(f"{site.address} stands in for https://tem.fi; it stops by itself")
            site.wait()
    except KeyboardInterrupt:
        click.echo("stopped")
    except OSError as error:
        raise click.ClickException(f"port {port}: {error.strerror}; choose another with --port") from error


if __name__ == "__main__":
    main()
