"""Lists of words and phrases as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of `phrases` as whole words, in any case; a star stands for any letters.

    >>> words = pattern(["avustu*", "*tuki", "oma rahoitus"])
    >>> [match[0] for match in words.finditer("Avustuksen oma rahoitus, energiatuki, perusavustus")]
    ['Avustuksen', 'oma rahoitus', 'energiatuki']
    """
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases)})(?!\w)", re.IGNORECASE)


def alternatives(phrases: Iterable[str]) -> str:
    r"""Return the inside of such a pattern, the longest phrase first.

    >>> alternatives(["tuki", "oma rahoit*"])
    'oma\\ rahoit\\w{0,30}|tuki'
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\*", r"\w{0,30}") for phrase in ordered)
