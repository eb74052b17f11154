"""Characters as the writer meant them: one kind of space, no invisible marks, composed letters."""

from __future__ import annotations

import re
import unicodedata

# Soft hyphens, zero-width characters, byte order marks, direction marks: they print nothing and break words in two.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# The white space that HTML makes one space of: NBSP and its like are not among it.
_HTML_SPACES = re.compile(r"[ \t\r\f]+")
# NBSP, thin and narrow spaces, tabs: all but the line break
_SPACES = re.compile(r"[^\S\n]+")
_LINE_BREAK = re.compile(r" ?(?:\n ?)+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def clean_text(text: str) -> str:
    """Return `text` with every run of spaces as one space, invisible marks gone and line breaks kept as single ``\\n``.

    >>> clean_text("1\\u00a0066\\u2009000  euroa, talousarvio\\u00adlomake \\n\\n loppu ")
    '1 066 000 euroa, talousarviolomake\\nloppu'
    """
    text = text.strip(" ")
    if text.isprintable() and "  " not in text:  # spaces other than the plain one, and what is invisible, are not
        return unicodedata.normalize("NFC", text)
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    return _LINE_BREAK.sub("\n", text).strip()


def collapsed(text: str) -> str:
    """Return `text` as a browser shows it: runs of the white space of HTML as one space, everything else as it is.

    >>> collapsed("1\\u00a0066 \\t euroa, talousarvio\\u00adlomake ")
    '1\\xa0066 euroa, talousarvio\\xadlomake'
    """
    return _HTML_SPACES.sub(" ", text).strip(" \n")
