"""WACZ: a zip file with WARC files under ``archive/``. Nothing is unpacked to the disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from crawler.importing.formats import GLANCE, Format, format_of
from crawler.importing.model import Elsewhere, Fault, Found, Item
from crawler.importing.warcs import read_warc
from crawler.warc.layout import MIB
from parsers.capture import Capture
from parsers.problems import Problem

_MOST_MEMBERS = 10_000
# WARC files in a WACZ are gzipped already: a member that packs this well again is a bomb.
_BOMB_RATIO = 100
_BOMB_FLOOR = 64 * MIB


def read_wacz(path: Path, payloads: dict[str, Capture], *, all_hosts: bool) -> Iterator[Item]:
    """Yield what the WARC files in a WACZ hold. Raises Problem for another zip file, or a broken one."""
    try:
        with zipfile.ZipFile(path) as container:
            members = _warc_members(container)
            if not members:
                raise Problem("{file}: a zip file without WARC files in it; is it a WACZ?", file=path)
            for member in members:
                yield from _read_member(container, member, payloads, all_hosts=all_hosts)
    except zipfile.BadZipFile as error:
        raise Problem("{file}: not a whole zip file ({reason})", file=path, reason=error) from error


def _warc_members(container: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = [
        member
        for member in container.infolist()[:_MOST_MEMBERS]
        if member.filename.startswith("archive/") and member.filename.endswith((".warc", ".warc.gz"))
    ]
    return sorted(members, key=lambda member: member.filename)


def _read_member(
    container: zipfile.ZipFile, member: zipfile.ZipInfo, payloads: dict[str, Capture], *, all_hosts: bool
) -> Iterator[Item]:
    if member.file_size > max(_BOMB_FLOOR, _BOMB_RATIO * member.compress_size):
        yield Fault(member.filename, "it unpacks to far more than any WARC file would")
        return
    try:
        with container.open(member) as file:
            packed = format_of(file.read(GLANCE), member.filename) is not Format.WARC
            name = member.filename.rpartition("/")[2]
            items = read_warc(file, name=name, packed=packed, payloads=payloads, all_hosts=all_hosts)  # type: ignore[arg-type]
            for item in items:
                yield _within(member, item)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as error:
        yield Fault(member.filename, str(error))  # a damaged, encrypted or strangely packed member


def _within(member: zipfile.ZipInfo, item: Item) -> Item:
    if isinstance(item, Fault):
        return replace(item, where=f"{member.filename}, {item.where}")
    if isinstance(item, Found | Elsewhere):
        return replace(item, at=member.header_offset)
    return item
