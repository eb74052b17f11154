"""Every mention of a date in a text, in one pass."""

from __future__ import annotations

import re
from datetime import date

from parsers.dates.drafts import Draft
from parsers.dates.grammar import openings, read_mention
from parsers.dates.mention import DateMention, Edge
from parsers.dates.resolve import Setting, has_year, resolve
from parsers.dates.tokens import Stream, stream_of
from parsers.dates.words import Words, words_of
from parsers.model import Moment

# A sentence ends between two dates: "…17.11.2023. Hakemus"; "…asti.\n"
_SENTENCE_END = re.compile(r"[.!?:]\s+(?=[A-ZÅÄÖ])|\n")
# How far the neighbours (in characters) and the tense (in tokens) of a date without year are looked for.
_REACH = 160
_PAST_WORDS = 14


def find_dates(text: str, language: str, reference: Moment | None = None) -> list[DateMention]:
    """Return the mentions of dates in `text`, in order and apart from each other.

    `reference` is the moment of publication, from which a missing year and "tänään" are inferred.

    >>> [(m.text, m.first, m.last) for m in find_dates("Haku on avoinna 17.3.–20.4.2021 klo 16.15 asti.", "fi")]
    [('17.3.–20.4.2021 klo 16.15', '2021-03-17', '2021-04-20T16:15')]
    >>> [(m.kind, m.closing) for m in find_dates("fram till utgången av april", "sv", "2021-03-01")]
    [('month', '2021-04-30')]
    >>> [m.faults for m in find_dates("Haku päättyy 31.11.2013.", "fi")]
    [('impossible_date',)]
    >>> find_dates("Laki 1386/2010, momentti 33.20.50, VN/5521/2022, p. 0295 047 990, 1.500.000 €, 16.15", "fi")
    []
    """
    words = words_of(language)
    stream = stream_of(text)
    drafts = _drafts(stream, words)
    day = date.fromisoformat(reference[:10]) if reference else None
    settings = _settings(stream, words, drafts, day)
    return [_mention(stream, words, draft, setting) for draft, setting in zip(drafts, settings, strict=True)]


def _drafts(stream: Stream, words: Words) -> list[Draft]:
    drafts: list[Draft] = []
    end = 0
    for position in openings(stream, words):
        draft = read_mention(stream, words, position) if position >= end else None
        if draft:
            drafts.append(draft)
            end = draft.end
    return drafts


def _settings(stream: Stream, words: Words, drafts: list[Draft], reference: date | None) -> list[Setting]:
    """Return for each draft what its year can be inferred from; only drafts without a year need it."""
    settings = []
    for index, draft in enumerate(drafts):
        if has_year(draft) or draft.kind == "time":
            settings.append(Setting(reference))
            continue
        before = drafts[index - 1] if index else None
        after = drafts[index + 1] if index + 1 < len(drafts) else None
        settings.append(
            Setting(
                reference,
                before=_bound(before, last=True) if before and _is_beside(stream, before, draft) else None,
                after=_bound(after, last=False) if after and _is_beside(stream, draft, after) else None,
                past=_is_past(stream, words, draft, before.end if before else 0),
            )
        )
    return settings


def _bound(draft: Draft, *, last: bool) -> date | None:
    """Return the last or first day of a neighbour that prints its year."""
    if not has_year(draft) or draft.kind not in ("day", "range"):
        return None
    resolved = resolve(draft, Setting())
    moment = resolved.last if last else resolved.first
    return date.fromisoformat(moment[:10]) if moment else None


def _is_beside(stream: Stream, left: Draft, right: Draft) -> bool:
    start, end = stream[left.end - 1].end, stream[right.begin].start
    return end - start <= _REACH and _SENTENCE_END.search(stream.text, start, end) is None


def _is_past(stream: Stream, words: Words, draft: Draft, start: int) -> bool:
    """Return whether a word of the sentence, after the date before, says that this one has passed."""
    past = words.phrases["tense.past"]
    for position in range(draft.begin - 1, max(start, draft.begin - _PAST_WORDS) - 1, -1):
        if stream.word(position) == "." and stream[position + 1].gap and not stream[position - 1].number:
            return False
        if stream.word(position) in past:
            return True
    return False


def _mention(stream: Stream, words: Words, draft: Draft, setting: Setting) -> DateMention:
    start, end = stream[draft.begin].start, stream[draft.end - 1].end
    resolved = resolve(draft, setting)
    clock = (draft.last or draft.first).clock
    return DateMention(
        kind=draft.kind,
        start=start,
        end=end,
        text=stream.text[start:end],
        first=resolved.first,
        last=resolved.last,
        part=draft.part,
        edge=_edge(stream, words, draft),
        time=str(clock) if clock and not clock.span else None,
        hours=clock is not None and clock.span,
        year_inferred=resolved.year_inferred,
        faults=resolved.faults,
    )


def _edge(stream: Stream, words: Words, draft: Draft) -> Edge | None:
    """Return what a word beside the mention, or between its date and time, says of its open side."""
    if draft.last is not None:
        return None
    after = draft.end + 1 if stream.word(draft.end) == ")" else draft.end
    if words.at(stream, after, "edges.until_after") or _is_linked(stream, words, draft, "until"):
        return "until"
    if words.at(stream, after, "edges.from_after") or _is_linked(stream, words, draft, "from"):
        return "from"
    if words.before(stream, draft.begin, "edges.until_before") or draft.first.case == "until":
        return "until"
    if words.before(stream, draft.begin, "edges.from_before") or draft.first.case == "from":
        return "from"
    return None


def _is_linked(stream: Stream, words: Words, draft: Draft, edge: Edge) -> bool:
    names = (f"edges.{edge}_before", f"edges.{edge}_after")
    inside = range(draft.begin, draft.end) if draft.first.clock or draft.part else ()
    return any(words.at(stream, position, *names) for position in inside)
