"""A crawl, as the rest of the program starts it.

Twisted's reactor runs once in a process, so each crawl is a process of its own (crawler.job). It gets its job as one
line of JSON, answers with one line for each thing that happens, and stops in order when its standard input is closed:
by an interrupt here, or because this process is gone.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from threading import Thread, Timer
from typing import IO, Any

from crawler.outcomes import Outcome
from crawler.permits import check_contact, checked_address
from crawler.report import CrawlReport
from crawler.sources import crawled
from parsers.problems import Problem
from parsers.sources import WEB_ARCHIVE

_POLITE_DELAY = 1.0
_PATIENCE = 30.0  # seconds in which an interrupted crawl may finish what is under way


def crawl(
    store_folder: Path,
    sources: Iterable[str],
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int | None = None,
    at: str | None = None,
    contact: str | None = None,
    delay: float | None = None,
    of: Iterable[str] = (),
    settings: Mapping[str, object] | None = None,
    on_progress: Callable[[CrawlReport], None] = lambda report: None,
) -> CrawlReport:
    """Crawl sources side by side into the WARC files of a folder, and return what came of it.

    `since` and `until` limit by the day of publication, `limit` the releases fetched of each source; `at` is the
    address of a stand-in on this machine; `contact` is told to the sites; `delay` is the pause between two requests
    to a host in seconds, at least 1 away from this machine. `of` are the sources whose past the source ``wayback`` is
    to fetch. `settings` are further ones of Scrapy, for a rehearsal at a stand-in. `on_progress` is called with the
    growing report when something has happened; it may take its time, the crawl does not wait for it.

    A crawl of a source that did not come to its end is gone on with: the report covers both parts.

    Raises Problem where the crawl cannot begin or breaks down. An interrupt (Ctrl-C) ends it in order, a second one
    at once; the report then says so.
    """
    job = {
        "folder": str(store_folder.absolute()),
        "sources": _checked_sources(sources),
        "arguments": {
            "since": since and since.isoformat(),
            "until": until and until.isoformat(),
            "limit": limit,
            **({"source": ",".join(past)} if (past := _checked_past(of)) else {}),
        },
        "settings": _settings(checked_address(at), contact, delay) | (dict(settings or {}) if at else {}),
    }
    with tempfile.TemporaryFile() as errors:
        process = _start(job, errors)
        report = CrawlReport()
        _follow(process, report, on_progress)
        if process.returncode < 0 and not report.interrupted:
            message = "the crawl was killed ({name}); run it again to go on"
            raise Problem(message, name=signal.Signals(-process.returncode).name)
        if process.returncode and not report.interrupted:
            raise Problem("the crawl broke down: {reason}", reason=_last_line(errors))
    return report


def _checked_sources(sources: Iterable[str]) -> list[str]:
    wanted = list(dict.fromkeys(sources))
    for source in wanted:
        if source not in (*crawled(), WEB_ARCHIVE):
            raise Problem("{source}: cannot be crawled; haku sources lists what can", source=source)
    return wanted


def _checked_past(of: Iterable[str]) -> tuple[str, ...]:
    """Only a crawl of the past needs to know the spiders here, which take long to load."""
    wanted = tuple(dict.fromkeys(of))
    if wanted:
        from crawler.spiders.past import checked_pasts

        checked_pasts(wanted)
    return wanted


def _settings(at: str | None, contact: str | None, delay: float | None) -> dict[str, Any]:
    if at is None:
        check_contact(contact)
        if delay is not None and delay < _POLITE_DELAY:
            raise Problem("{delay} s is too short a pause between requests; it must be at least 1 s", delay=delay)
    pause = delay if delay is not None else 0.0 if at else _POLITE_DELAY
    settings: dict[str, Any] = {"STAND_IN": at or "", "CONTACT": contact or "", "DOWNLOAD_DELAY": pause}
    if pause == 0:
        settings |= {
            "AUTOTHROTTLE_ENABLED": False,
            "CONCURRENT_REQUESTS": 16,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
            "RETRY_BACKOFF": 0.02,
            "RETRY_BACKOFF_MAX": 0.5,
            "DOWNLOAD_TIMEOUT": 10,
        }
    return settings


def _start(job: dict[str, Any], errors: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start the process in a session of its own: an interrupt at the terminal reaches it only through us."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "crawler.job"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        start_new_session=True,
    )
    assert process.stdin
    process.stdin.write(json.dumps(job).encode() + b"\n")
    process.stdin.flush()
    return process


def _follow(process: subprocess.Popen[bytes], report: CrawlReport, on_progress: Callable[[CrawlReport], None]) -> None:
    """Take in what the process tells until it ends; end it in order whatever happens here."""
    lines: SimpleQueue[bytes | None] = SimpleQueue()
    Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
    end = Timer(_PATIENCE, process.kill)
    try:
        try:
            _take_in(lines, report, on_progress)
        except KeyboardInterrupt:
            report.interrupted = True
            end.start()
            _close_input(process)
            _take_in(lines, report, on_progress)
        process.wait()
    except KeyboardInterrupt:
        return  # the second one: the process ends here and now
    finally:
        end.cancel()
        process.kill()
        process.wait()


def _pump(stream: IO[bytes], lines: SimpleQueue[bytes | None]) -> None:
    """Read in a thread of its own, so that no interrupt tears a line in two."""
    for line in stream:
        lines.put(line)
    lines.put(None)


def _close_input(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin
    process.stdin.close()


def _take_in(lines: SimpleQueue[bytes | None], report: CrawlReport, on_progress: Callable[[CrawlReport], None]) -> None:
    while (line := lines.get()) is not None:
        _take(json.loads(line), report)
        if lines.qsize() <= 1:  # all that has happened is in the report, but for the end
            on_progress(report)


def _take(event: dict[str, Any], report: CrawlReport) -> None:
    if "outcome" in event:
        report.add(event["source"], event["language"], Outcome(event["outcome"]))
        return
    if "list" in event:
        report.lists[event["source"], event["language"], event["list"]] = event["named"]
        return
    problem = Problem(event["message"], **event["values"])
    if event["kind"] == "fatal":
        raise problem
    (report.problems if event["kind"] == "problem" else report.notes).append(problem)


def _last_line(errors: IO[bytes]) -> str:
    errors.seek(0)
    lines = [line for line in errors.read().decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1].strip() if lines else "without a word"
