"""Documents read in processes of their own: a pathological file costs its own text, never the ingest."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import LifoQueue

from index.confined import Confined, CrashError, OverrunError
from parsers.capture import Capture
from parsers.documents import DocumentText, read_document
from parsers.model import DocumentState


class DocumentReaders:
    """Up to `count` processes, each started when there is work for it."""

    def __init__(self, count: int) -> None:
        self._readers: list[Confined[Capture, DocumentText]] = [Confined(read_document) for _ in range(count)]
        # The last to come back is the first to be used again: one document at a time needs one process.
        self._idle: LifoQueue[Confined[Capture, DocumentText]] = LifoQueue()
        for reader in self._readers:
            self._idle.put(reader)
        # Threads only wait for the processes.
        self._threads = ThreadPoolExecutor(count)

    def read(self, captures: Sequence[Capture]) -> list[DocumentText]:
        """Return the text of each document, in order."""
        return list(self._threads.map(self._read, captures))

    def close(self) -> None:
        """End the processes, whatever they do."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for reader in self._readers:
            reader.kill()
        self._threads.shutdown()
        for reader in self._readers:
            reader.close()

    def _read(self, capture: Capture) -> DocumentText:
        reader = self._idle.get()
        try:
            return reader(capture)
        except OverrunError:
            return DocumentText(state=DocumentState.TOO_LARGE)
        except CrashError:
            return DocumentText(state=DocumentState.DAMAGED)
        finally:
            self._idle.put(reader)
