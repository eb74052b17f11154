"""Works into hits: which version is shown, and what of it."""

from __future__ import annotations

from collections.abc import Sequence

from index.catalogue import Catalogue
from index.fulltext.analysis.words import Words, language_of
from index.fulltext.excerpts import Found, find_excerpt
from index.fulltext.query.matching import Matcher
from index.fulltext.query.nodes import Leaf
from index.fulltext.query.translation import Translator
from index.fulltext.results import Excerpt, Hit, HitFacts, Version
from index.fulltext.schema import TEXT_FIELDS
from parsers.model import Language, Release

_SCORE_DIGITS = 3


class Display:
    """Shows works for one query. `only` is the language that alone may be shown, `prefer` the one that rather is."""

    def __init__(
        self,
        catalogue: Catalogue,
        words: Words,
        leaves: Sequence[Leaf],
        *,
        only: Language | None = None,
        prefer: Language | None = None,
        translator: Translator | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._matchers = {language: Matcher(leaves, words, language, translator) for language in TEXT_FIELDS}
        self._leaf_count = len(leaves)
        self._only = only
        self._prefer = prefer

    def hit(self, rank: int, score: float, ids: Sequence[str], *, is_translated: bool = False) -> Hit:
        """Return the hit for a work, by the ids of its releases."""
        versions = [self._catalogue.release(one) for one in ids]
        shown, found = self._shown([one for one in versions if self._only in (None, one.language)] or versions)
        return _hit(rank, score, shown, [one for one in versions if one is not shown], found.excerpt, is_translated)

    def _shown(self, candidates: list[Release]) -> tuple[Release, Found]:
        """Return the version in which more of the query itself stands, of equals the preferred one, else the first."""
        shown: tuple[Release, Found] | None = None
        for one in sorted(candidates, key=lambda version: version.language != self._prefer):
            found = find_excerpt(one, self._matchers[language_of(one.language)], self._leaf_count)
            if shown is None or found.in_release > shown[1].in_release:
                shown = one, found
            if found.in_release[0] == self._leaf_count:
                break
        assert shown is not None
        return shown


def _hit(rank: int, score: float, shown: Release, others: list[Release], excerpt: Excerpt, is_translated: bool) -> Hit:
    return Hit(
        rank=rank,
        score=round(score, _SCORE_DIGITS),
        id=shown.id,
        url=shown.url,
        language=shown.language,
        title=shown.title,
        kind=shown.kind,
        authority=shown.authority,
        published=shown.published,
        versions=tuple(Version(id=one.id, url=one.url, language=one.language, title=one.title) for one in others),
        excerpt=excerpt,
        facts=HitFacts(closes=shown.application.closes, total=shown.total),
        is_translated=is_translated,
    )
