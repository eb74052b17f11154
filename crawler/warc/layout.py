"""Where the WARC files of an archive lie, how they are named, and what a place in them is."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

MIB = 1024 * 1024
# The largest payload that is stored or read, decoded: no release comes near it, an attachment seldom does.
MAX_BODY = 20 * MIB
# "haku-20261101T090000Z-00012.warc.gz"
_OWN_NAME = re.compile(r"haku-(?P<stamp>\d{8}T\d{6}Z)-(?P<serial>\d{5,})\.warc\.gz")


def warc_files(folder: Path) -> list[Path]:
    """Return the WARC files of an archive in the order in which they are read: by name, which is by age."""
    return sorted(path for path in folder.glob("*.warc.gz") if path.is_file())


def last_own_file(folder: Path) -> Path | None:
    """Return the newest file that a store has written into the folder, None where there is none."""
    return max((path for path in warc_files(folder) if _OWN_NAME.fullmatch(path.name)), default=None)


def next_name(last: str | None, now: datetime) -> str:
    """Return the name of the file to begin after `last`; it sorts behind it even where the clock was set back.

    >>> next_name("haku-20261101T090000Z-00012.warc.gz", datetime(2026, 11, 2, 8, 30))
    'haku-20261102T083000Z-00013.warc.gz'
    >>> next_name("haku-20261101T090000Z-00012.warc.gz", datetime(2020, 1, 1))
    'haku-20261101T090000Z-00013.warc.gz'
    """
    stamp, serial = f"{now:%Y%m%dT%H%M%SZ}", 1
    if last and (before := _OWN_NAME.fullmatch(last)):
        stamp, serial = max(stamp, before["stamp"]), int(before["serial"]) + 1
    return f"haku-{stamp}-{serial:05d}.warc.gz"
