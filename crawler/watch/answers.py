"""Rules on whether a source answers: with anything, with a listing that names releases, with most of its pages."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.watch.model import Code
from crawler.watch.subject import Subject
from crawler.watch.verdicts import Verdict
from parsers.urls import is_discovery

# The words of the crawler for a page that was kept from us, a listing that names nothing, a run that reached a bound.
BLOCKED = "{url}: the site shows a check for robots instead of the page"
NOTHING_LISTED = "{source}: its listing pages name no releases; has the site changed?"
STOPPED = "{source}: stopped before its end ({reason}); run it again to go on"

_MANY_FAILED = 10
_FAILED_SHARE = 0.25
_ENOUGH_FAILED = 5


def judge_answers(subject: Subject) -> Iterator[Verdict]:
    """Yield what is to be said of the answers. The first rule that finds something amiss is the last that is asked."""
    for rule in (_answer, _listed, _fetched):
        verdict = rule(subject)
        yield verdict
        if verdict.alarm:
            return


def _answer(subject: Subject) -> Verdict:
    """Anything at all?"""
    answered = sum(map(subject.total, ("new", "changed", "unchanged", "gone", "untranslated")))
    failed = _failed(subject)
    if answered or not failed or not _has_failed_as_a_whole(subject):
        return subject.verdict(Code.NO_ANSWER, Code.BLOCKED)
    checks = sum(told.message == BLOCKED for told in subject.problems)
    code = Code.BLOCKED if 2 * checks > len(subject.problems) else Code.NO_ANSWER
    return subject.raised(code, 0, failed, detail=subject.first_problem)


def _has_failed_as_a_whole(subject: Subject) -> bool:
    """A release that failed is no silent source, where the listing was read and nothing else was to be asked for."""
    if subject.run.arguments.is_full or _failed(subject) >= _ENOUGH_FAILED:
        return True
    return any(is_discovery(told.values.get("url", "")) for told in subject.problems)


def _listed(subject: Subject) -> Verdict:
    """A site whose listings are answered, but name nothing, has been rebuilt: no news would be no good news."""
    said = any(told.message == NOTHING_LISTED for told in subject.problems)
    found = subject.run.found(subject.source) + subject.total("gone")
    if not said and (found or not subject.run.arguments.is_full):
        return subject.verdict(Code.NO_RELEASES)
    usual = subject.earlier[-1].found(subject.source) if subject.earlier else 1
    return subject.raised(Code.NO_RELEASES, 0, usual)


def has_seen_all(subject: Subject) -> bool:
    """Tell whether a run that asked for everything was given an answer to everything."""
    stopped = any(told.message == STOPPED for told in subject.problems)
    return subject.run.arguments.is_full and not stopped and not subject.total("skipped")


def _failed(subject: Subject) -> int:
    """What came to nothing, and what was not even asked for since its host is left alone."""
    return subject.total("failed") + subject.total("skipped")


def _fetched(subject: Subject) -> Verdict:
    """Not too many failures?"""
    failed = _failed(subject)
    asked = failed + subject.run.found(subject.source) + subject.total("gone")
    if failed < _MANY_FAILED or failed < _FAILED_SHARE * asked:
        return subject.verdict(Code.FAILING)
    return subject.raised(Code.FAILING, failed, 0, count=asked, detail=subject.first_problem)
