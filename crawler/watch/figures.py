"""Rules on what was found: are there as many releases as there should be, in every language?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from crawler.watch.answers import has_seen_all, judge_answers
from crawler.watch.history import History
from crawler.watch.lists import judge_lists
from crawler.watch.model import Code, Run
from crawler.watch.statistics import bounds, least_usual
from crawler.watch.subject import Subject
from crawler.watch.verdicts import Verdict

_FEW_GONE = 5
_GONE_SHARE = 0.2
_FEWEST_OF_LANGUAGE = 5
_FEWEST_NEW = 40


def judge_figures(run: Run, source: str, history: History) -> Iterator[Verdict]:
    """Yield what the counts of a run say of a source that it was asked for.

    Only a run that asked for everything compares with others: one with `--since` or `--limit` finds fewer by design.
    The past of a source says nothing of it.
    """
    subject = Subject(run, source, history)
    if run.interrupted or run.arguments.of or not run.of(source):
        return
    answers = list(judge_answers(subject))
    yield from answers
    if any(verdict.alarm for verdict in answers):
        return
    if run.arguments.limit is None:
        yield from judge_lists(subject)
    if has_seen_all(subject):
        for language in subject.languages:
            yield from _on_language(subject, language)
        yield from _still_there(subject)
    for language in subject.languages if run.takes_what_is_new else ():
        yield from _new_in_language(subject, language)


def _on_language(subject: Subject, language: str) -> Iterator[Verdict]:
    found = subject.run.found(subject.source, language)
    before = subject.earlier[-1].found(subject.source, language) if subject.earlier else 0
    if not found and before >= _FEWEST_OF_LANGUAGE:
        yield subject.raised(Code.LANGUAGE_VANISHED, 0, before, language=language)
        return
    if found:
        yield subject.verdict(Code.LANGUAGE_VANISHED, language=language)
    yield from _floor(subject, language, found)
    yield from _usual(subject, language, found)


def _floor(subject: Subject, language: str, found: int) -> Iterator[Verdict]:
    """What the catalogue expects concerns the source itself, not a rehearsal at a stand-in."""
    floor = subject.floor.get(language)
    if floor and not subject.run.arguments.at:
        if found < floor:
            yield subject.raised(Code.BELOW_FLOOR, found, floor, language=language)
        else:
            yield subject.verdict(Code.BELOW_FLOOR, language=language)


def _usual(subject: Subject, language: str, found: int) -> Iterator[Verdict]:
    counts = _comparable_counts(subject, language)
    least = least_usual(counts)
    if least is None:
        return
    if found < least:
        yield subject.raised(Code.FEWER, found, round(median(counts)), language=language)
    else:
        yield subject.verdict(Code.FEWER, language=language)


def _comparable_counts(subject: Subject, language: str) -> list[int]:
    """What the earlier runs found, the newest first, without what has gone since."""
    counts, gone = [], subject.total("gone", language=language)
    for run in reversed(subject.earlier):
        counts.append(run.found(subject.source, language) - gone)
        gone = max(gone, subject.total("gone", run, language))
    return counts


def _still_there(subject: Subject) -> Iterator[Verdict]:
    """Has much gone at once? Links that have long been dead are no news."""
    if not subject.earlier:
        return
    gone, usual = subject.total("gone"), max(subject.total("gone", run) for run in subject.earlier)
    known = gone + subject.run.found(subject.source)
    if gone - usual >= _FEW_GONE and gone >= _GONE_SHARE * known:
        yield subject.raised(Code.MANY_GONE, gone, usual, count=known)
    else:
        yield subject.verdict(Code.MANY_GONE)


def _new_in_language(subject: Subject, language: str) -> Iterator[Verdict]:
    """A language of which nothing new has come for long, while much has come in others, is no longer found."""
    if subject.total("new", language=language):
        yield subject.verdict(Code.LANGUAGE_VANISHED, language=language)
        return
    recent, earlier = _split([*subject.history.unlimited(subject.source), subject.run], subject)
    news, news_before = _new(recent, subject), _new(earlier, subject)
    share = bounds(_new(earlier, subject, language), news_before)[0]
    if recent and not _new(recent, subject, language) and bounds(0, news)[1] < share:
        expected = round(_new(earlier, subject, language) / news_before * news)
        yield subject.raised(Code.LANGUAGE_VANISHED, 0, expected, language=language)


def _split(runs: Sequence[Run], subject: Subject) -> tuple[Sequence[Run], Sequence[Run]]:
    """Cut off the newest runs, as many as it takes to bring enough new releases together for a verdict."""
    for number in range(len(runs) - 1, -1, -1):
        if _new(runs[number:], subject) >= _FEWEST_NEW:
            return runs[number:], runs[:number]
    return (), runs


def _new(runs: Sequence[Run], subject: Subject, language: str | None = None) -> int:
    return sum(subject.total("new", run, language) for run in runs)
