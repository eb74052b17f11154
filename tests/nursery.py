"""Crawls without their start: a process imports once what a crawl needs, and forks the process of each crawl.

What a crawl does is the same; that `crawler.run` starts it as a program of its own is what tests/crawler/test_crawl.py
is for.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import IO, Any

# Each message brings the input, the output, the errors and the status of a crawl. A keeper of its own waits for each
# crawl: it tells the crawl's number at first, and in the end how it ended.
_NURSERY = """
import array, gc, os, signal, socket, sys
from scrapy.utils.misc import walk_modules
for name in ("crawler.spiders", "crawler.middlewares", "crawler.standin", "crawler.queue", "crawler.job"):
    walk_modules(name)
assert "twisted.internet.reactor" not in sys.modules
gc.freeze()
signal.signal(signal.SIGINT, signal.SIG_IGN)
wishes = socket.socket(fileno=int(sys.argv[1]))

def be_crawl(streams):
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.closerange(3, max(*streams, wishes.fileno()) + 1)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")
    try:
        sys.modules["crawler.job"].main()
    except BaseException:
        sys.excepthook(*sys.exc_info())
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0

def keep(streams, status):
    crawl = os.fork()
    if not crawl:
        os.close(status)
        os._exit(be_crawl(streams))
    for stream in streams:
        os.close(stream)
    os.write(status, b"%d\\n" % crawl)
    os.write(status, b"%d\\n" % os.waitpid(crawl, 0)[1])
    os._exit(0)

keepers = set()
while True:
    message, given, _, _ = socket.recv_fds(wishes, 1, 4)
    if not message:
        break
    keepers = {keeper for keeper in keepers if not os.waitpid(keeper, os.WNOHANG)[0]}
    keeper = os.fork()
    if not keeper:
        keep(given[:3], given[3])
    keepers.add(keeper)
    for descriptor in given:
        os.close(descriptor)
for keeper in keepers:
    os.waitpid(keeper, 0)
"""


class Crawl:
    """The process of a crawl, with what `crawler.run` needs of a `subprocess.Popen`."""

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes], status: IO[bytes]) -> None:
        self.stdin = stdin
        self.stdout = stdout
        self.returncode: int | None = None
        self._status = status
        self._number = int(status.readline())

    def poll(self) -> int | None:
        """Return the exit status, None as long as it runs."""
        return self.wait() if select.select([self._status], [], [], 0)[0] else self.returncode

    def wait(self) -> int:
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(int(self._status.readline()))
            for stream in (self._status, self.stdin):
                stream.close()
        return self.returncode

    def kill(self) -> None:
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self._number, signal.SIGKILL)


class Nursery:
    """Starts crawls as `crawler.run` does, at any number at a time."""

    def __init__(self) -> None:
        self._wishes, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-P", "-c", _NURSERY, str(theirs.fileno())]
            self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()])

    def start(self, job: Mapping[str, Any], errors: IO[bytes], stdout: IO[bytes] | None = None) -> Crawl:
        """Stands for `crawler.run._start`; a `stdout` takes what nobody is going to read."""
        (their_input, stdin), (told, their_output), (status, their_status) = os.pipe(), os.pipe(), os.pipe()
        output = stdout.fileno() if stdout else their_output
        socket.send_fds(self._wishes, [b"."], [their_input, output, errors.fileno(), their_status])
        for descriptor in (their_input, their_output, their_status):
            os.close(descriptor)
        crawl = Crawl(os.fdopen(stdin, "wb"), os.fdopen(told, "rb"), os.fdopen(status, "rb"))
        crawl.stdin.write(json.dumps(job).encode() + b"\n")
        crawl.stdin.flush()
        return crawl

    def close(self) -> None:
        self._wishes.close()
        self._process.wait()
