"""Full text: a Whoosh index over the releases, with analysers of our own, and its queries."""

from index.fulltext.analysis.words import terms_of
from index.fulltext.fulltext import FullText
from index.fulltext.results import Excerpt, Hit, HitFacts, SearchResult, Version

__all__ = ["Excerpt", "FullText", "Hit", "HitFacts", "SearchResult", "Version", "terms_of"]
