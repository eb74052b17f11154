"""Run the sample site by hand: ``python -m crawler.samplesite --port 8001``."""

from __future__ import annotations

import click

from crawler.samplesite.server import SampleSite
from crawler.samplesite.sites import sites


@click.command()
@click.option("--port", default=8001, show_default=True, help="Port on the loopback interface; 0 takes a free one.")
def main(port: int) -> None:
    """Serve the invented ministry sites until interrupted.

    The Host header chooses the site: curl --header "Host: tem.fi" http://127.0.0.1:8001/ajankohtaista/tiedotteet
    """
    try:
        with SampleSite(port) as site:
            click.echo(f"{site.address} answers for {', '.join(ministry.host for ministry in sites())}")
            site.wait()
    except KeyboardInterrupt:
        click.echo("stopped")
    except OSError as error:
        raise click.ClickException(f"port {port}: {error.strerror}; choose another with --port") from error


if __name__ == "__main__":
    main()
