"""Bytes out of WARC files, in bounded pieces, that say so when a file is damaged or ends too early."""

from __future__ import annotations

import zlib
from typing import BinaryIO

from crawler.warc.layout import MIB

CHUNK = 64 * 1024
_LONGEST_LINE = 64 * 1024
_LONGEST_HEAD = 1 * MIB
# Text packs 5 to 30 times, deflate at most 1,032 times: what goes on unpacking beyond this is a bomb.
_BOMB_RATIO = 200
_BOMB_FLOOR = 64 * MIB


class DamagedError(Exception):
    """What stands here cannot be read. `torn`: it breaks off where the file ends, as an interrupted write does."""

    def __init__(self, reason: str, *, torn: bool = False) -> None:
        super().__init__(reason)
        self.torn = torn


class RecordStream:
    """A file's bytes from an offset on, in the way that warcio's record loader reads them."""

    def __init__(self, file: BinaryIO, offset: int) -> None:
        file.seek(offset)
        self._file = file
        self._buffer = bytearray()
        self._delivered = 0
        self._head = 0

    def read(self, size: int) -> bytes:
        """Return `size` bytes, fewer only where the stream ends."""
        self._head = 0
        while len(self._buffer) < size and (piece := self._piece()):
            self._buffer += piece
        return self._take(size)

    def readline(self, size: int = _LONGEST_LINE) -> bytes:
        """Return a line of at most `size` bytes; raise DamagedError where heads grow beyond reason."""
        size = min(size, _LONGEST_LINE)
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0 and len(self._buffer) < size:
            searched = len(self._buffer)
            if not (piece := self._piece()):
                break
            self._buffer += piece
        line = self._take(min(size, end + 1 if end >= 0 else size))
        self._head += len(line)
        if len(line) == _LONGEST_LINE or self._head > _LONGEST_HEAD:
            raise DamagedError("a record's head is longer than any should be")
        return line

    def tell(self) -> int:
        """Return how many bytes were delivered so far."""
        return self._delivered

    def drain(self) -> int:
        """Pass over the rest; return the offset in the file at which the stream ended."""
        while self.read(CHUNK):
            pass
        return self._file.tell()

    def _piece(self) -> bytes:
        return self._file.read(CHUNK)

    def _take(self, size: int) -> bytes:
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        self._delivered += len(taken)
        return taken


class MemberStream(RecordStream):
    """The content of the one gzip member that begins at an offset."""

    def __init__(self, file: BinaryIO, offset: int) -> None:
        super().__init__(file, offset)
        self._offset = offset
        self._zip = zlib.decompressobj(wbits=31)
        self._unpacked = 0

    def drain(self) -> int:
        return super().drain() - len(self._zip.unused_data)

    def _piece(self) -> bytes:
        while not self._zip.eof:
            packed = self._zip.unconsumed_tail or self._file.read(CHUNK)
            piece = self._unpack(packed)
            if piece:
                return piece
            if not packed and not self._zip.eof:
                raise DamagedError("the file ends inside a record", torn=True)
        return b""

    def _unpack(self, packed: bytes) -> bytes:
        try:
            piece = self._zip.decompress(packed, CHUNK)
        except zlib.error as error:
            raise DamagedError(f"a record does not unpack ({error})") from error
        self._unpacked += len(piece)
        read = self._file.tell() - self._offset
        if self._unpacked > _BOMB_FLOOR and self._unpacked > _BOMB_RATIO * read:
            raise DamagedError("a record unpacks to far more than any text would")
        return piece
