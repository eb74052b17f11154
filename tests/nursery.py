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
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
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
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    crawl = os.fork()
    if not crawl:
        os.close(status)
        os._exit(be_crawl(streams))
    for stream in streams:
        os.close(stream)
    os.write(status, b"%d\\n" % crawl)
    os.write(status, b"%d\\n" % os.waitpid(crawl, 0)[1])
    os._exit(0)

while True:
    message, given, _, _ = socket.recv_fds(wishes, 1, 4)
    if not message:
        break
    if not os.fork():
        keep(given[:3], given[3])
    for descriptor in given:
        os.close(descriptor)
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

    def start(self, job: Mapping[str, Any], errors: IO[bytes]) -> Crawl:
        """Stands for `crawler.run._start`."""
        read_input, stdin = os.pipe()
        stdout, write_output = os.pipe()
        status, write_status = os.pipe()
        given = [read_input, write_output, errors.fileno(), write_status]
        socket.send_fds(self._wishes, [b"."], given)
        for descriptor in (read_input, write_output, write_status):
            os.close(descriptor)
        crawl = Crawl(os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb"), os.fdopen(status, "rb"))
        crawl.stdin.write(json.dumps(job).encode() + b"\n")
        crawl.stdin.flush()
        return crawl

    def close(self) -> None:
        self._wishes.close()
        self._process.wait()
