"""Scrapy's settings: polite, bounded, without traces. ``scrapy crawl tem -a since=2024-01-01`` uses them as they are.

Settings of our own: ``CONTACT``, a mail or web address at which the site's keepers can reach us, without which no crawl
leaves this machine; ``WARC_FOLDER``, where captures go; ``STAND_IN``, an address on this machine to crawl in place of
the source; ``RETRY_BACKOFF``, ``RETRY_BACKOFF_MAX``, ``HOST_WAIT_MAX`` and ``HOST_FAILURES_MAX``, see below.
"""

from __future__ import annotations

import os
from pathlib import Path

from crawler.warc.layout import MAX_BODY

BOT_NAME = "hakuarkisto"
SPIDER_MODULES = ["crawler.spiders"]
COMMANDS_MODULE = "crawler.commands"

CONTACT = os.environ.get("HAKU_CONTACT", "")
WARC_FOLDER = str(Path(os.environ.get("HAKU_ARCHIVE", "archive")) / "warc")
STAND_IN = ""

# One request a second to a host, fewer where it answers slowly.
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "Hakuarkisto"
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0.0
CONCURRENT_REQUESTS_PER_DOMAIN = 1
# More than there are hosts in a crawl: one that is waited for keeps no other waiting.
CONCURRENT_REQUESTS = 32
# Scrapy starts so many tasks for every response, which nothing here has a use for: items are small and go nowhere slow.
CONCURRENT_ITEMS = 1
SCHEDULER_PRIORITY_QUEUE = "crawler.queue.PatientQueue"
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0
RETRY_TIMES = 3
RETRY_GIVE_UP_LOG_LEVEL = "INFO"  # what failed in the end is told once, by the spider
# A host that fails is given a pause of so many seconds, twice as long with each failure in a row.
RETRY_BACKOFF = 2.0
RETRY_BACKOFF_MAX = 60.0
# A host that fails so many times in a row, or asks for a longer wait, is left alone for the rest of the run.
HOST_FAILURES_MAX = 12
HOST_WAIT_MAX = 600.0

# Nothing that a site sends may exhaust us.
DOWNLOAD_MAXSIZE = MAX_BODY
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 60
DOWNLOAD_FAIL_ON_DATALOSS = True
DOWNLOAD_VERIFY_CERTIFICATES = True
REDIRECT_MAX_TIMES = 5
DEPTH_LIMIT = 1000
CLOSESPIDER_PAGECOUNT = 250_000

# No cookies, no way in, no code run from pages.
COOKIES_ENABLED = False
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
REFERER_ENABLED = True
REFERRER_POLICY = "same-origin"

# Bodies are unpacked where they are recorded, so that what is stored and what is read are the same bytes.
COMPRESSION_ENABLED = False
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate, br",
    "Accept-Language": "fi,sv;q=0.9,en;q=0.5",
}
METAREFRESH_ENABLED = False
DOWNLOAD_HANDLERS = {"http": "crawler.standin.StandInHandler", "https": "crawler.standin.StandInHandler"}
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.middlewares.hosts.HostGuard": 50,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.robots.Robots": 100,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.middlewares.redirects.TellingRedirects": 600,
    "crawler.middlewares.conditional.Conditional": 760,
    "crawler.middlewares.recording.Recorder": 800,
    "crawler.middlewares.health.Judge": 840,
    "crawler.middlewares.pacing.Pace": 850,
}
SPIDER_MIDDLEWARES = {"crawler.middlewares.items.ReleaseItems": 950}

LOG_LEVEL = os.environ.get("HAKU_LOG_LEVEL", "INFO")
STATS_DUMP = True
