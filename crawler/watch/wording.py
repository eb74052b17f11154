"""Alarms in words."""

from __future__ import annotations

from crawler.outcomes import NO_LANGUAGE
from crawler.watch.model import PAGE, Alarm, Code
from parsers.problems import Problem


def problem_of(alarm: Alarm) -> Problem:
    """Return an alarm as one line that says what was seen and what was expected.

    >>> figures = {"observed": 0.0, "expected": 0.97, "count": 12, "since": "2026-11-01T09:00:00Z"}
    >>> print(problem_of(Alarm(code=Code.MISSING, source="tem", language="fi", field="published", **figures)))
    tem (fi): the date of publication is missing on 12 of 12 pages; expected on 97%
    """
    if alarm.field:
        return _problem_of_reading(alarm)
    values = {"source": named(alarm), "observed": f"{alarm.observed:g}", "expected": f"{alarm.expected:g}"}
    return _PROBLEMS[alarm.code](alarm, values)


def named(alarm: Alarm) -> str:
    """Return the source of an alarm, with the language that it concerns."""
    return alarm.source if alarm.language == NO_LANGUAGE else f"{alarm.source} ({alarm.language})"


def _no_answer(alarm: Alarm, values: dict[str, str]) -> Problem:
    return Problem("{source}: nothing usable was answered; first: {reason}", **values, reason=alarm.detail)


def _blocked(alarm: Alarm, values: dict[str, str]) -> Problem:
    return Problem("{source}: the site shows checks for robots instead of its pages", **values)


def _failing(alarm: Alarm, values: dict[str, str]) -> Problem:
    message = "{source}: {observed} of {count} pages could not be fetched; first: {reason}"
    return Problem(message, **values, count=alarm.count, reason=alarm.detail)


def _no_releases(alarm: Alarm, values: dict[str, str]) -> Problem:
    return Problem("{source}: no releases are listed any more; has the site been rebuilt?", **values)


def _empty_list(alarm: Alarm, values: dict[str, str]) -> Problem:
    message = "{source}: the list at {url} names no releases any more; has it been rebuilt, or moved?"
    return Problem(message, **values, url=alarm.detail)


def _below_floor(alarm: Alarm, values: dict[str, str]) -> Problem:
    return Problem("{source}: only {observed} releases found; the catalogue expects {expected} at least", **values)


def _fewer(alarm: Alarm, values: dict[str, str]) -> Problem:
    return Problem("{source}: only {observed} releases found; the earlier crawls found {expected}", **values)


def _language_vanished(alarm: Alarm, values: dict[str, str]) -> Problem:
    return Problem("{source}: no releases found in this language; {expected} would be usual", **values)


def _many_gone(alarm: Alarm, values: dict[str, str]) -> Problem:
    message = "{source}: {observed} of {count} known pages are gone; have they moved?"
    return Problem(message, **values, count=alarm.count)


_PROBLEMS = {
    Code.NO_ANSWER: _no_answer,
    Code.BLOCKED: _blocked,
    Code.FAILING: _failing,
    Code.NO_RELEASES: _no_releases,
    Code.EMPTY_LIST: _empty_list,
    Code.BELOW_FLOOR: _below_floor,
    Code.FEWER: _fewer,
    Code.LANGUAGE_VANISHED: _language_vanished,
    Code.MANY_GONE: _many_gone,
}


def _problem_of_reading(alarm: Alarm) -> Problem:
    missing = round((1 - alarm.observed) * alarm.count)
    values = {"source": named(alarm), "missing": str(missing), "count": str(alarm.count)}
    if alarm.code is Code.REDESIGN:
        return _redesign(alarm, values)
    values["expected"] = f"{alarm.expected * 100:.0f}"
    if alarm.field == PAGE:
        return Problem("{source}: {missing} of {count} pages cannot be read; expected are {expected}%", **values)
    return _missing(alarm, values)


def _redesign(alarm: Alarm, values: dict[str, str]) -> Problem:
    if alarm.field == PAGE:
        message = "{source}: all pages changed at once and {missing} of {count} cannot be read; was the site rebuilt?"
        return Problem(message, **values)
    message = "{source}: all pages changed at once and {missing} of {count} lack {field}; was the site rebuilt?"
    return Problem(message, **values, field=alarm.field)


def _missing(alarm: Alarm, values: dict[str, str]) -> Problem:
    match alarm.field:
        case "title":
            return Problem(
                "{source}: the title is missing on {missing} of {count} pages; expected on {expected}%", **values
            )
        case "published":
            message = (
                "{source}: the date of publication is missing on {missing} of {count} pages; expected on {expected}%"
            )
            return Problem(message, **values)
        case "blocks":
            return Problem(
                "{source}: the text is missing on {missing} of {count} pages; expected on {expected}%", **values
            )
    message = "{source}: {field} is missing on {missing} of {count} pages; expected on {expected}%"
    return Problem(message, **values, field=alarm.field)
