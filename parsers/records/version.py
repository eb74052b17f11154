"""What the readers of records give."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.model import Kind, Language
from parsers.page.outline import Page


@dataclass(frozen=True, slots=True)
class Version:
    """One language version of a release: its own address, its text, and its language, None where that is unknown.

    `kind` and `authority` are what the source states of them, None where it leaves them to be read from the text.
    """

    url: str
    page: Page
    language: Language | None
    kind: Kind | None = None
    authority: str | None = None
