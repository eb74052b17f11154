"""A pair side by side: aligned passages, what agrees marked quietly, what differs marked plainly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from parsers.model import AlignedRow, Language, Moment, Pair, Release
from sitegen.addresses import compare_path, release_path, web_link
from sitegen.article import Spans, block_html
from sitegen.entries import DifferenceEntry, difference_of, publisher_of
from sitegen.holdings import Card
from sitegen.pages.base import Page, common
from sitegen.passages import is_redacted
from sitegen.sameness import Side, compared_spans, counted, difference_anchor, evidence_on
from sitegen.scope import Scope
from sitegen.texts import mark as _


@dataclass(frozen=True, slots=True)
class Passage:
    """A block in a row: its type, its text, the number by which it is cited."""

    type: str
    html: Markup
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Passages that say the same; a side without any has no counterpart. `differs` is the kind of its differences.

    `en` is what the English version says beside them.
    """

    number: int
    fi: tuple[Passage, ...]
    sv: tuple[Passage, ...]
    en: tuple[Passage, ...]
    differs: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A version at the top of the comparison: `appeared` is when this version itself was published."""

    language: Language
    title: str
    path: str
    original: str | None
    published: Moment | None
    appeared: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """A difference in the list to jump from; a place is None where that version says nothing of it."""

    difference: DifferenceEntry
    fi_place: str | None
    sv_place: str | None


@dataclass(frozen=True, kw_only=True)
class ComparePage(Page):
    """`lag` is told in words; `alike` counts the facts that both versions state, `missing_*` their lone passages.
    `redacted` tells that persons were taken out of a text.

    `english` is the English version, a third column, None where there is none.
    """

    template: ClassVar[str] = "compare.html"

    lead: Head
    publisher: str | None
    publisher_language: Language | None
    heads: tuple[Head, Head]
    english: Head | None
    redacted: bool
    method: str
    lag: str | None
    jumps: tuple[Jump, ...]
    alike: int
    missing_fi: int
    missing_sv: int
    rows: tuple[Row, ...]


def compare_page(pair: Pair, fi: Release, sv: Release, scope: Scope, en: Release | None = None) -> ComparePage:
    """Return the comparison of a pair, with its English version if there is one, in an interface language."""
    heads = (_head(fi, "fi", scope), _head(sv, "sv", scope))
    lead = heads[1] if scope.language == "sv" else heads[0]
    rows = tuple(_rows(pair, fi, sv, en, scope))
    publisher, publisher_language = publisher_of(Card.of(fi), scope)
    return ComparePage(
        **common(scope, compare_path(fi.id), scope.text(_("Comparison: %(title)s"), title=lead.title), "differences"),
        lead=lead,
        publisher=publisher,
        publisher_language=publisher_language,
        heads=heads,
        english=_head(en, "en", scope) if en else None,
        redacted=is_redacted(fi, sv, *([en] if en else [])),
        method=pair.method,
        lag=lag_in_words(pair.lag_hours, *heads, scope),
        jumps=tuple(_jumps(pair, scope)),
        alike=counted(fi, sv),
        missing_fi=sum(not row.fi for row in rows),
        missing_sv=sum(not row.sv for row in rows),
        rows=rows,
    )


def lag_in_words(hours: float | None, fi: Head, sv: Head, scope: Scope) -> str | None:
    """Return which version came later and by how much, None where the stamps do not tell."""
    if hours is None or fi.appeared is None or sv.appeared is None:
        return None
    if hours == 0:
        return scope.text(_("Both versions appeared at the same time."))
    later = _("The Swedish version appeared %(lapse)s after the Finnish one.")
    if fi.appeared > sv.appeared:
        later = _("The Finnish version appeared %(lapse)s after the Swedish one.")
    return scope.text(later, lapse=scope.formats.lapse(abs(hours)))


def _head(release: Release, language: Language, scope: Scope) -> Head:
    return Head(
        language=language,
        title=release.title,
        path=f"{scope.language}/{release_path(release.id)}",
        original=web_link(release.url),
        published=release.published,
        appeared=release.translated or release.published,
    )


def _jumps(pair: Pair, scope: Scope) -> Iterator[Jump]:
    for number, difference in enumerate(pair.differences, 1):
        places = {side: difference_anchor(number, side) if evidence_on(difference, side) else None for side in _sides()}
        yield Jump(
            difference=difference_of(number, difference, "", scope), fi_place=places["fi"], sv_place=places["sv"]
        )


def _rows(pair: Pair, fi: Release, sv: Release, en: Release | None, scope: Scope) -> Iterator[Row]:
    marks: dict[Side, Spans] = {
        "fi": compared_spans(fi, sv, pair, "fi", scope),
        "sv": compared_spans(sv, fi, pair, "sv", scope),
    }
    for number, row in enumerate(_all_rows(pair, fi, sv)):
        yield Row(
            number=number,
            fi=_passages(fi, row.fi, marks["fi"]),
            sv=_passages(sv, row.sv, marks["sv"]),
            en=_passages(en, _beside(pair, number), {}) if en else (),
            differs=_differs(pair, row),
        )


def _all_rows(pair: Pair, fi: Release, sv: Release) -> tuple[AlignedRow, ...]:
    """Without an alignment, the versions stand beside each other as wholes: nothing is claimed of their parts."""
    whole = AlignedRow(fi=tuple(range(len(fi.blocks))), sv=tuple(range(len(sv.blocks))))
    return pair.alignment or (whole,)


def _beside(pair: Pair, number: int) -> tuple[int, ...]:
    """Return the English version's blocks beside a row."""
    return pair.english.rows[number] if pair.english and number < len(pair.english.rows) else ()


def _passages(release: Release, blocks: tuple[int, ...], marks: Spans) -> tuple[Passage, ...]:
    return tuple(
        Passage(release.blocks[at].type, block_html(release.blocks[at], marks.get(at, [])), at) for at in blocks
    )


def _differs(pair: Pair, row: AlignedRow) -> str | None:
    """Return the gravest kind of the differences that stand in a row, None where there are none."""
    kinds = {
        difference.kind
        for difference in pair.differences
        for blocks, evidence in ((row.fi, difference.evidence.fi), (row.sv, difference.evidence.sv))
        if evidence and evidence.block in blocks
    }
    return min(kinds, default=None)


def _sides() -> tuple[Side, Side]:
    return "fi", "sv"
