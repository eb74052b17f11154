"""The import of many files: each costs at most one line of complaint, and none costs the rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from crawler.importing.formats import GLANCE, Format, format_of
from crawler.importing.model import Elsewhere, Fault, Found, Item, Skipped
from crawler.importing.paths import expand
from crawler.importing.saved import file_address, read_saved
from crawler.importing.wacz import read_wacz
from crawler.importing.warcs import read_warc
from crawler.importing.wording import one_problem, unreadable
from crawler.warc.store import WarcStore
from parsers.capture import Capture
from parsers.problems import Problem


@dataclass(slots=True)
class ImportReport:
    """What an import came to: captures `added`, captures the archive held already (`known`), things of no interest
    that were `skipped` (images, error pages, files beside saved pages, folders that are links, and of a file of the
    whole web what is no release), captures of other hosts than the catalogue's (`elsewhere`), `files` read, the faults,
    one a file or folder, and `notes` on what was kept but may surprise."""

    added: int = 0
    known: int = 0
    skipped: int = 0
    elsewhere: int = 0
    files: int = 0
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: the file in hand, bytes done and bytes in all."""

    path: Path
    done: int
    total: int


def import_paths(
    paths: Iterable[Path],
    store: WarcStore,
    *,
    all_hosts: bool = False,
    on_problem: Callable[[Problem], None],
    on_known: Callable[[Capture], None] = lambda capture: None,
    progress: Callable[[Progress], None] = lambda progress: None,
) -> ImportReport:
    """Add what files and folders hold to an archive. What it holds already, address and payload, is not added again.

    Of a file that holds the whole web (Common Crawl), only what may be a release or a document of the catalogue's hosts
    is taken, unless `all_hosts`.
    `on_problem` is told of every file or folder that is damaged, foreign, missing or unreadable; what could be read of
    it is kept. `on_known` is told of every capture that the archive holds already. Raises Problem only where the
    archive itself cannot be written to.
    """
    report, payloads, done = ImportReport(), dict[str, Capture](), 0

    def complain(problem: Problem) -> None:
        report.problems.append(problem)
        on_problem(problem)

    files = [file for path in paths for file in expand(path, lambda error: complain(_unlisted(error)))]
    total = sum(_size(path) for path, _ in files)
    for path, is_page in files:
        progress(Progress(path, done, total))
        if not is_page:
            report.skipped += 1
            continue
        report.files += 1
        faults: list[Fault | Problem] = []
        for item in items_of(path, payloads, all_hosts=all_hosts):
            if isinstance(item, Found) and store.holds(item.capture.url, item.capture.digest):
                report.known += 1
                on_known(item.capture)
            else:
                _take(path, item, store, report, faults)
            progress(Progress(path, done + (item.at if isinstance(item, Found | Elsewhere) else 0), total))
        if faults:
            complain(one_problem(path, faults))
        done += _size(path)
    return report


def _unlisted(error: OSError) -> Problem:
    return unreadable(Path(os.fsdecode(error.filename)), error)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0  # reported when it is to be read


def items_of(path: Path, payloads: dict[str, Capture], *, all_hosts: bool = True) -> Iterator[Item | Problem]:
    """What a file holds; the last item is a Problem where the file cannot be read, or not to its end."""
    try:
        yield from _read(path, payloads, all_hosts=all_hosts)
    except Problem as problem:
        yield problem
    except OSError as error:
        yield unreadable(path, error)


def _read(path: Path, payloads: dict[str, Capture], *, all_hosts: bool) -> Iterator[Item]:
    if path.exists() and not path.is_file():
        raise Problem("{file}: neither a file nor a folder", file=path)
    with path.open("rb") as file:
        format_ = format_of(file.read(GLANCE), path.name)
        if format_ in (Format.WARC, Format.PACKED_WARC):
            packed = format_ is Format.PACKED_WARC
            yield from read_warc(file, name=path.name, packed=packed, payloads=payloads, all_hosts=all_hosts)
            return
    if format_ is Format.WACZ:
        yield from read_wacz(path, payloads, all_hosts=all_hosts)
    elif format_ in (Format.HTML, Format.TEXT):
        yield read_saved(path, html=format_ is Format.HTML)
    elif format_ is Format.EMPTY:
        raise Problem("{file}: the file is empty", file=path)
    else:
        raise Problem("{file}: neither a WARC, WACZ or WET file nor a saved page or text", file=path)


def _take(
    path: Path, item: Item | Problem, store: WarcStore, report: ImportReport, faults: list[Fault | Problem]
) -> None:
    if isinstance(item, Skipped):
        report.skipped += 1
    elif isinstance(item, Elsewhere):
        report.elsewhere += 1
    elif not isinstance(item, Found):
        faults.append(item)
    elif not item.capture.body and store.payload(item.capture.digest) is None:
        report.skipped += 1  # it refers to a payload that the archive has lost
    else:
        _note_namesake(path, item.capture, store, report)
        store.write(item.capture, record_type=item.record_type)
        report.added += 1


def _note_namesake(path: Path, capture: Capture, store: WarcStore, report: ImportReport) -> None:
    """Files that name no address share one with all of their name, as if each were a revision of the one before."""
    if capture.url == file_address(path) and store.last(capture.url):
        report.notes.append(
            Problem(
                "{file}: the archive holds another text under the name {name}; both are kept, the newer one is shown",
                file=path,
                name=capture.url.removeprefix("file:"),
            )
        )
