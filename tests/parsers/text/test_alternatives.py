"""Many phrases as one pattern match what the plain list of them does."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from parsers.text.alternatives import alternatives

PHRASES = st.lists(st.text("abB *.(", min_size=1, max_size=6), min_size=1, max_size=8)


def _listed(phrases: list[str]) -> str:
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\*", r"\w{0,30}") for phrase in ordered) + ")"


@given(PHRASES, st.text("abB .(", max_size=30), st.sampled_from([re.NOFLAG, re.IGNORECASE]), st.booleans())
def test_the_first_phrase_that_matches_is_found(
    phrases: list[str], text: str, flag: re.RegexFlag, whole_words: bool
) -> None:
    end = r"(?!\w)" if whole_words else ""
    spans = [
        [match.span() for match in re.finditer(pattern + end, text, flag)]
        for pattern in (alternatives(phrases), _listed(phrases))
    ]
    assert spans[0] == spans[1]
