"""Full text: a Whoosh index over the releases, with analysers of our own, and its queries."""

from index.fulltext.browser_terms import BrowserTerms
from index.fulltext.columns import FACETS
from index.fulltext.fulltext import FullText
from index.fulltext.query.parser import parse
from index.fulltext.results import Excerpt, Facet, FacetValue, Hit, HitFacts, SearchResult, Translation, Version
from index.fulltext.selection import SORTS, Sort
from index.fulltext.store import IndexBusyError

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
    "IndexBusyError",
    "SearchResult",
    "Sort",
    "Translation",
    "Version",
    "parse",
]
