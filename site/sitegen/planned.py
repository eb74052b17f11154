"""What may have to be made: each page or file with a digest of all that it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from sitegen.digests import digest_of, encoded
from sitegen.pages.base import Page


class Planned(NamedTuple):
    """A page or file that may have to be made: where it lies, what it is made from, and how."""

    path: str
    inputs: str
    make: Callable[[], Page | str]


def planned(page: Page) -> Planned:
    """Return a page that is made already: its fields are all that its template sees."""
    return Planned(page.path, _of_page(page), lambda: page)


def planned_list(frame: Page, rows: Iterable[str], make: Callable[[], Page]) -> Planned:
    """Return a page of a list, whose rows are put into words only where it has to be made.

    `frame` is the page without its rows, `rows` are digests of what each row is made from: together all that it shows.
    """
    return Planned(frame.path, digest_of(_of_page(frame), *rows), make)


def _of_page(page: Page) -> str:
    return digest_of(type(page).__name__, encoded(page))
