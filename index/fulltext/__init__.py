"""Full text: a Whoosh index over the releases, with analysers of our own, and its queries."""

from index.fulltext.analysis.words import terms_of
from index.fulltext.browser_terms import BrowserTerms
from index.fulltext.columns import FACETS
from index.fulltext.fulltext import FullText
from index.fulltext.results import Excerpt, Facet, FacetValue, Hit, HitFacts, SearchResult, Translation, Version
from index.fulltext.selection import SORTS, Sort

__all__ = [
    "FACETS",
    "SORTS",
    "BrowserTerms",
    "Excerpt",
    "Facet",
    "FacetValue",
    "FullText",
    "Hit",
    "HitFacts",
    "SearchResult",
    "Sort",
    "Translation",
    "Version",
    "terms_of",
]
