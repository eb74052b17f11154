"""Serve the hostile site: ``python -m crawler.hostile NAME…``; without a name, list what it can do."""

from __future__ import annotations

import sys

from crawler.hostile.behaviours import BEHAVIOURS
from crawler.hostile.server import HostileSite


def main() -> None:
    """Serve the behaviours named until interrupted, a quarter of an hour at most."""
    names = sys.argv[1:]
    if not names or not BEHAVIOURS.keys() >= set(names):
        for behaviour in BEHAVIOURS.values():
            print(f"{behaviour.name:20} {behaviour.about}")
        return
    with HostileSite(*names) as site:
        print(f"{site.address} stands in for https://tem.fi; it stops by itself", flush=True)
        try:
            site.wait()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
