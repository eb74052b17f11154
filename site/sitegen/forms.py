"""The table that leads the browser's search from a form to its terms: small files, each of the words with a beginning.

`prefixes.txt` has the beginnings. A word's row is in the file of the longest of them that it begins with. Rows are in
order, each shortened by what the row before begins with like it, the terms by what the word does:

    0kunnallinen b
    3ta 5
    5a 5
    5yhtymässä b

("kunnallinen", "kunta", "kuntaa", "kuntayhtymässä".) The figures are of base 36. static/search-words.js reads it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

FOLDER = "forms"
PREFIXES = "prefixes.txt"
# Bytes of a file, before any compression.
MOST_BYTES = 6000
_LONGEST_FORM = 40
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASIC_PLANE = "\uffff"

Rows = list[tuple[str, tuple[str, ...]]]


def form_files(forms: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Walk the files of a table: their paths under the bundle of a language, and what they say."""
    rows = sorted((form, tuple(terms)) for form, terms in forms.items() if _fits(form))
    shards = dict(_shards("", rows))
    yield f"{FOLDER}/{PREFIXES}", "\n".join(sorted(shards))
    for prefix, shard in shards.items():
        yield f"{FOLDER}/{file_name(prefix)}", _packed(shard)


def file_name(prefix: str) -> str:
    """Return the name of the file of a beginning, which any file system and web server takes.

    >>> file_name("hä"), file_name("te-"), file_name("")
    ('p-h_e4.txt', 'p-te_2d.txt', 'p-.txt')
    """
    return f"p-{''.join(letter if letter in _DIGITS else f'_{ord(letter):x}' for letter in prefix)}.txt"


def _fits(form: str) -> bool:
    """Whether a form is a word that somebody may type; JavaScript counts the letters beyond the basic plane twice."""
    return 0 < len(form) <= _LONGEST_FORM and max(form) <= _BASIC_PLANE and form.split() == [form]


def _shards(prefix: str, rows: Rows) -> Iterator[tuple[str, Rows]]:
    """Split the rows of a beginning: its largest continuations get files of their own until the rest fits in one."""
    longer: dict[str, Rows] = defaultdict(list)
    for row in rows:
        longer[row[0][: len(prefix) + 1]].append(row)
    rest = len(_packed(rows).encode())
    own: set[str] = set()
    for size, start in sorted(((len(_packed(some).encode()), start) for start, some in longer.items()), reverse=True):
        if rest > MOST_BYTES and start != prefix:
            own.add(start)
            rest -= size
    yield prefix, [row for row in rows if row[0][: len(prefix) + 1] not in own]
    for start in sorted(own):
        yield from _shards(start, longer[start])


def _packed(rows: Rows) -> str:
    """Return rows as lines.

    >>> _packed([("kunnallinen", ("kunnallinen",)), ("kunnille", ("kunta",)), ("ja", ())])
    '0kunnallinen b\\n4ille 3ta\\n0ja'
    """
    befores = ["", *(form for form, _ in rows)]
    return "\n".join(
        " ".join([_shortened(form, before), *(_shortened(term, form) for term in terms)])
        for before, (form, terms) in zip(befores, rows, strict=False)
    )


def _shortened(text: str, before: str) -> str:
    """Return a text without what it begins with like another one, and how long that is."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, before, strict=False)))
    shared = min(alike, len(_DIGITS) - 1)
    return _DIGITS[shared] + text[shared:]
