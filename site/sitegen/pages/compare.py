"""A pair side by side: aligned passages, what agrees marked quietly, what differs marked plainly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten
from typing import ClassVar

from markupsafe import Markup

from parsers.model import AlignedRow, Evidence, Language, Moment, Pair, Release
from parsers.pairs.lag import lag_hours
from parsers.pairs.merged import stated_elsewhere
from sitegen.addresses import compare_path, release_path, web_link
from sitegen.article import Spans, block_html
from sitegen.entries import Currencies, DifferenceEntry, difference_of, publisher_of
from sitegen.holdings import Card
from sitegen.pages.base import Page, common
from sitegen.passages import is_redacted
from sitegen.sameness import Side, agreeing_spans, amount_at, compared_spans, difference_anchor, places
from sitegen.scope import Scope
from sitegen.stated_alike import counted
from sitegen.texts import mark as _

# How much of a passage is quoted to name it, in characters.
_BEGINNING = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """A block in a row: its type, its text, the number by which it is cited."""

    type: str
    html: Markup
    block: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A passage that stands beside another row: how it begins, and the number by which it is cited."""

    beginning: str
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Passages that say the same; a side without any has no counterpart. `differs` is the kind of its differences.

    `en` is what the English version says beside them; `elsewhere`, where it has no passage of its own beside them, is
    another that states facts of theirs.
    """

    number: int
    fi: tuple[Passage, ...]
    sv: tuple[Passage, ...]
    en: tuple[Passage, ...]
    elsewhere: Elsewhere | None
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
    """A difference in the list to jump from, with the ids of its places; a version that says nothing of it has none."""

    difference: DifferenceEntry
    fi_places: tuple[str, ...]
    sv_places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Third:
    """The English version, a third column: when it appeared in words, how many facts all three versions state alike.

    `merged` passages of the others have none of their own in it but facts in another, `missing` have nothing in it.
    """

    head: Head
    lag: str | None
    alike: int
    merged: int
    missing: int


@dataclass(frozen=True, kw_only=True)
class ComparePage(Page):
    """`lag` is told in words; `alike` counts the facts that both versions state, `missing_*` their lone passages.
    `redacted` tells that persons were taken out of a text.

    `english` is None where there is no English version.
    """

    template: ClassVar[str] = "compare.html"

    lead: Head
    publisher: str | None
    publisher_language: Language | None
    heads: tuple[Head, Head]
    english: Third | None
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
        english=_third(fi, sv, en, rows, scope) if en else None,
        redacted=is_redacted(fi, sv, *([en] if en else [])),
        method=pair.method,
        lag=lag_in_words(pair.lag_hours, *heads, scope),
        jumps=tuple(_jumps(pair, fi, sv, scope)),
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


def _third(fi: Release, sv: Release, en: Release, rows: tuple[Row, ...], scope: Scope) -> Third:
    return Third(
        head=_head(en, "en", scope),
        lag=_english_lag(lag_hours(fi, en), scope),
        alike=counted(fi, sv, en),
        merged=sum(row.elsewhere is not None for row in rows),
        missing=sum(not row.en and row.elsewhere is None for row in rows),
    )


def _english_lag(hours: float | None, scope: Scope) -> str | None:
    if hours is None:
        return None
    if hours == 0:
        return scope.text(_("The English version appeared at the same time as the Finnish one."))
    told = _("The English version appeared %(lapse)s after the Finnish one.")
    if hours < 0:
        told = _("The English version appeared %(lapse)s before the Finnish one.")
    return scope.text(told, lapse=scope.formats.lapse(abs(hours)))


def _head(release: Release, language: Language, scope: Scope) -> Head:
    return Head(
        language=language,
        title=release.title,
        path=f"{scope.language}/{release_path(release.id)}",
        original=web_link(release.url),
        published=release.published,
        appeared=release.translated or release.published,
    )


def _jumps(pair: Pair, fi: Release, sv: Release, scope: Scope) -> Iterator[Jump]:
    for number, difference in enumerate(pair.differences, 1):
        evidence = difference.evidence
        currencies = Currencies(_currency(fi, evidence.fi), _currency(sv, evidence.sv))
        yield Jump(
            difference=difference_of(number, difference, "", scope, currencies),
            fi_places=_anchors(number, "fi", len(places(difference, "fi", fi, sv))),
            sv_places=_anchors(number, "sv", len(places(difference, "sv", sv, fi))),
        )


def _currency(release: Release, evidence: Evidence | None) -> str:
    amount = amount_at(release, evidence) if evidence else None
    return amount.currency if amount else release.total_currency


def _anchors(number: int, side: Side, count: int) -> tuple[str, ...]:
    return tuple(difference_anchor(number, side, time) for time in range(1, count + 1))


def _rows(pair: Pair, fi: Release, sv: Release, en: Release | None, scope: Scope) -> Iterator[Row]:
    marks = compared_spans(fi, sv, pair, "fi", scope), compared_spans(sv, fi, pair, "sv", scope)
    english = agreeing_spans(en, fi, sv) if en else {}
    elsewhere = stated_elsewhere(pair, fi, sv, en) if en else {}
    kinds = tuple(_kinds(pair, fi, sv))
    for number, row in enumerate(_all_rows(pair, fi, sv)):
        yield Row(
            number=number,
            fi=_passages(fi, row.fi, marks[0]),
            sv=_passages(sv, row.sv, marks[1]),
            en=_passages(en, _beside(pair, number), english) if en else (),
            elsewhere=_elsewhere(en, elsewhere[number]) if en and number in elsewhere else None,
            differs=_differs(kinds, row),
        )


def _elsewhere(en: Release, block: int) -> Elsewhere:
    return Elsewhere(shorten(en.blocks[block].text, _BEGINNING, placeholder=" …"), block)


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


def _kinds(pair: Pair, fi: Release, sv: Release) -> Iterator[tuple[Side, int, str]]:
    """Walk the places of all differences: the version, the block, the kind."""
    for difference in pair.differences:
        yield from (("fi", place.block, difference.kind) for place in places(difference, "fi", fi, sv))
        yield from (("sv", place.block, difference.kind) for place in places(difference, "sv", sv, fi))


def _differs(kinds: Iterable[tuple[Side, int, str]], row: AlignedRow) -> str | None:
    """Return the gravest kind of the differences that stand in a row, None where there are none."""
    blocks = {"fi": row.fi, "sv": row.sv}
    return min((kind for side, block, kind in kinds if block in blocks[side]), default=None)
