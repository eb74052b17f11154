"""A stand-in for a ministry's site that misbehaves on purpose, on the loopback interface only and for a bounded time.

``python -m crawler.hostile gzip_bomb redirect_loop`` serves it, to crawl with ``haku crawl tem --at ADDRESS``.
"""

from crawler.hostile.behaviours import BEHAVIOURS, Behaviour
from crawler.hostile.server import HostileSite
from crawler.hostile.visits import changed, moved_listing, redesign, vanished

__all__ = ["BEHAVIOURS", "Behaviour", "HostileSite", "changed", "moved_listing", "redesign", "vanished"]
