"""What reading a document gives, and how much of one is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parsers.model import DocumentState

MOST_PAGES = 5_000
MOST_CHARACTERS = 5_000_000
# All that a packed document holds, unpacked.
MOST_UNPACKED = 200 * 1024 * 1024

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """A document's text, paragraph by paragraph with a blank line between them, as far as it can be read.

    `media_type` is what the document is by its content, None where that is unknown; `pages` are counted where the
    format has pages.
    """

    state: DocumentState
    media_type: str | None = None
    pages: int | None = None
    text: str = ""

    @property
    def characters(self) -> int:
        return len(self.text)


class UnreadableError(Exception):
    """Why there is no text; `state` says it."""

    def __init__(self, state: DocumentState) -> None:
        super().__init__(state.value)
        self.state = state


def gathered(media_type: str, paragraphs: Iterable[str], pages: int | None = None) -> DocumentText:
    """Return the text that paragraphs make; too large where they are more than `MOST_CHARACTERS`."""
    kept: list[str] = []
    room = MOST_CHARACTERS
    for paragraph in filter(None, paragraphs):
        kept.append(paragraph[: max(0, room)])
        room -= len(paragraph) + len(_BETWEEN)
        if room < 0:
            return DocumentText(
                state=DocumentState.TOO_LARGE, media_type=media_type, pages=pages, text=_BETWEEN.join(kept)
            )
    return DocumentText(state=DocumentState.TEXT, media_type=media_type, pages=pages, text=_BETWEEN.join(kept))
