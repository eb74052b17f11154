"""Faults in what comes in from outside, worded for the person who must mend them."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818 - it is told to people, not raised at programmers
    """A fault that a person can act on: one line that names the file or address, the field and what to do.

    `message` is an English sentence with ``{name}`` placeholders, the key of its translations; `values` fill them.
    The command line translates and prints it; `str()` gives the English.

    >>> str(Problem("{file}: not a WARC file", file="a.txt"))
    'a.txt: not a WARC file'
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values)
