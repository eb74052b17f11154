"""The terms of a release as the browser's index keeps them: hidden words, in fields by how much they weigh."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Hidden words end in a letter that stands at the end of no word that is searched for and that no stemmer takes off:
# Pagefind looks for all words with a beginning, and would find "kuntayhtymä" for "kunta".
_END = "q"
_OTHER = re.compile(r"[\W_]")
# From what weight on a term is in which field; static/search-index.js says what each counts, as BM25 would have it.
_STRONG, _MARKED, _PLAIN = 5.0, 2.0, 0.75


@dataclass(frozen=True, slots=True)
class HiddenTerms:
    """Terms by what they count: of the title, repeated or in the lead, mentioned, parts of compounds and contacts."""

    strong: str = ""
    marked: str = ""
    plain: str = ""
    faint: str = ""


def hidden_terms(weights: Mapping[str, float]) -> HiddenTerms:
    """Return the hidden words for terms with their weights.

    >>> hidden_terms({"kunta": 6.0, "17.3.2021": 1.0, "euro": 0.4})
    HiddenTerms(strong='kuntaq', marked='', plain='17q3q2021q', faint='euroq')
    """
    fields: dict[str, list[str]] = {"strong": [], "marked": [], "plain": [], "faint": []}
    for term, weight in weights.items():
        fields[_field(weight)].append(hidden(term))
    return HiddenTerms(**{field: " ".join(sorted(terms)) for field, terms in fields.items()})


def hidden(term: str) -> str:
    """Return the hidden word for a term. static/search-words.js does the same.

    >>> hidden("vn/5521/2022")
    'vnq5521q2022q'
    """
    return _OTHER.sub(_END, term) + _END


def _field(weight: float) -> str:
    if weight >= _STRONG:
        return "strong"
    if weight >= _MARKED:
        return "marked"
    return "plain" if weight >= _PLAIN else "faint"
