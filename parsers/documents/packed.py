"""The ZIP file that an office document is: what it holds, and whether it may be unpacked."""

from __future__ import annotations

import io
import zipfile

from parsers.documents.model import MOST_UNPACKED, UnreadableError
from parsers.model import DocumentState

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEXT = "application/vnd.oasis.opendocument.text"
SHEET = "application/vnd.oasis.opendocument.spreadsheet"

_ENCRYPTED = 0x1
_LONGEST_TYPE = 200
_LONGEST_MANIFEST = 1024 * 1024
# "<manifest:encryption-data manifest:checksum-type=…>", for the package or for a file in it
_LOCKED = b"encryption-data"
_PARTS = {"word/": WORD, "xl/": EXCEL}


def kind_of(body: bytes) -> str | None:
    """Return the media type of the document that a ZIP file is, None for another ZIP file.

    Raises UnreadableError for one that is damaged, encrypted, or larger unpacked than `MOST_UNPACKED`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            _refuse(packed)
            return _opendocument(packed) if "mimetype" in packed.namelist() else _office(packed)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, OSError) as fault:
        raise UnreadableError(DocumentState.DAMAGED) from fault


def _refuse(packed: zipfile.ZipFile) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in packed.infolist()):
        raise UnreadableError(DocumentState.ENCRYPTED)
    if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
        raise UnreadableError(DocumentState.TOO_LARGE)


def _office(packed: zipfile.ZipFile) -> str | None:
    if "[Content_Types].xml" not in packed.namelist():
        return None
    found = (kind for part, kind in _PARTS.items() if any(name.startswith(part) for name in packed.namelist()))
    return next(found, None)


def _opendocument(packed: zipfile.ZipFile) -> str | None:
    stated = _beginning(packed, "mimetype", _LONGEST_TYPE).decode("latin-1").strip()
    if _LOCKED in _beginning(packed, "META-INF/manifest.xml", _LONGEST_MANIFEST):
        raise UnreadableError(DocumentState.ENCRYPTED)
    # A template holds the same text as the document that is made of it.
    kind = stated.removesuffix("-template")
    return kind if kind in (TEXT, SHEET) else None


def _beginning(packed: zipfile.ZipFile, name: str, size: int) -> bytes:
    if name not in packed.namelist():
        return b""
    with packed.open(name) as file:
        return file.read(size)
