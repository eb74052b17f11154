"""One release in the terminal: what is told of a page that is gone, and of linked documents."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from haku.present.release import show_release
from parsers.model import Attachment, Block, DocumentState, Kind, Release


def _shown(**changes: Any) -> str:
    out = io.StringIO()
    release = Release(
        **{
            "id": "0123456789abcdef",
            "url": "https://tem.fi/-/haku",
            "source": "tem",
            "authority": "tem",
            "organisation": None,
            "language": "fi",
            "title": "Haku on auki",
            "form": None,
            "kind": Kind.CALL,
            "published": "2021-03-17",
            "translated": None,
            "blocks": (Block(type="h1", text="Haku on auki"), Block(type="p", text="Avustusta voi hakea.")),
            "captured": "2026-11-01T09:00:00Z",
            "digest": "sha256:" + "0" * 64,
            **changes,
        }
    )
    show_release(Console(file=out, width=300), release)
    return out.getvalue()


def test_page_that_is_gone() -> None:
    shown = _shown(gone="2026-11-09T09:00:00Z")
    assert "9" in next(line for line in shown.splitlines() if "gone from its site" in line)
    assert "Avustusta voi hakea." in shown


def test_page_that_is_there() -> None:
    assert "gone" not in _shown()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (None, "(not in the archive)"),
        (DocumentState.TEXT, "(text in the archive)"),
        (DocumentState.SCANNED, "(scanned pages without text)"),
        (DocumentState.ENCRYPTED, "(locked with a password)"),
        (DocumentState.DAMAGED, "(damaged file)"),
        (DocumentState.TOO_LARGE, "(too large to be read whole)"),
        (DocumentState.UNSUPPORTED, "(file format that is not read)"),
    ],
)
def test_linked_document(state: DocumentState | None, words: str) -> None:
    linked = Attachment(url="https://tem.fi/a.pdf", text="Ilmoitus", media_type="application/pdf", block=1, state=state)
    assert f"Attachment: Ilmoitus https://tem.fi/a.pdf {words}" in _shown(attachments=(linked,))
