"""Work that hangs, crashes or takes all memory costs itself, and the next is done."""

from __future__ import annotations

import ctypes
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from index.confined import Confined, CrashError, OverrunError
from index.documents import DocumentReaders
from parsers.capture import Capture
from parsers.documents import DocumentText
from parsers.model import DocumentState
from parsers.problems import Problem
from tests.parsers.documents.material import capture, make_docx, make_pdf, make_xlsx, printed

MIB = 1024 * 1024


def misbehave(how: str) -> str:
    """Do what a pathological file has a library do."""
    if how == "turns":
        while True:
            pass
    if how == "sleeps":
        time.sleep(100)
    if how == "takes memory":
        return str(len(bytes(4096 * MIB)))
    if how == "crashes":
        ctypes.string_at(0)
    if how == "aborts":
        os.abort()
    if how == "is ended":
        os.kill(os.getpid(), signal.SIGTERM)
    if how == "raises":
        raise ValueError(how)
    return how


@pytest.fixture
def confined() -> Iterator[Confined[str, str]]:
    worker = Confined(misbehave, seconds=1, memory=1024 * MIB)
    yield worker
    worker.close()


@pytest.mark.parametrize(
    ("how", "fault"),
    [
        pytest.param("turns", OverrunError, id="time"),
        pytest.param("takes memory", OverrunError, id="memory"),
        pytest.param("aborts", OverrunError, id="abort"),
        pytest.param("crashes", CrashError, id="crash"),
        pytest.param("is ended", Problem, id="ended from outside"),
        pytest.param("raises", ValueError, id="a fault of its own"),
    ],
)
def test_misbehaving_work(confined: Confined[str, str], how: str, fault: type[Exception]) -> None:
    assert confined("first") == "first"
    with pytest.raises(fault):
        confined(how)
    assert confined("next") == "next"


def test_work_that_only_waits(confined: Confined[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as hurried:
        hurried.setattr("index.confined._WAITING", 1)
        with pytest.raises(OverrunError):
            confined("sleeps")
    assert confined("next") == "next"


def test_time_is_counted_for_each_piece_of_work(confined: Confined[str, str]) -> None:
    for _ in range(2):
        with pytest.raises(OverrunError):
            confined("turns")
    assert confined("next") == "next"


def test_ended_while_it_works(confined: Confined[str, str]) -> None:
    timer = threading.Timer(0.3, confined.kill)
    timer.start()
    with pytest.raises(OverrunError):
        confined("sleeps")
    timer.join()


@pytest.fixture
def readers() -> Iterator[DocumentReaders]:
    opened = DocumentReaders(2)
    yield opened
    opened.close()


# A sheet with one cell in its last corner: the reader makes room for all 17,000 million between.
CORNERS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def test_documents_are_read_in_order(readers: DocumentReaders) -> None:
    bodies = [
        make_pdf(printed("Haku on auki.")),
        make_xlsx(CORNERS),
        make_docx("Avustusta voivat hakea kunnat."),
        b"%PDF-1.7",
    ]
    assert [(one.state, one.text) for one in readers.read([capture(body) for body in bodies])] == [
        (DocumentState.TEXT, "Haku on auki."),
        (DocumentState.TOO_LARGE, ""),
        (DocumentState.TEXT, "Avustusta voivat hakea kunnat."),
        (DocumentState.DAMAGED, ""),
    ]


@pytest.mark.parametrize(
    ("fault", "state"), [(OverrunError, DocumentState.TOO_LARGE), (CrashError, DocumentState.DAMAGED)]
)
def test_what_its_end_says_of_a_document(
    readers: DocumentReaders, monkeypatch: pytest.MonkeyPatch, fault: Callable[[], Exception], state: DocumentState
) -> None:
    def ended(reader: Confined[Capture, DocumentText], item: Capture) -> DocumentText:
        raise fault()

    monkeypatch.setattr(Confined, "__call__", ended)
    assert readers.read([capture(b"")]) == [DocumentText(state=state)]


def test_no_process_without_documents(readers: DocumentReaders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.confined.Confined._started", lambda reader: pytest.fail("a process was started"))
    assert readers.read([]) == []
