"""Rules on the lists of a source, each for itself: one that dies is not seen in the figures of the others.

Known releases are asked for whether a list names them or not, and a language may come along as versions of another; so
all figures look well for as long as nothing new is missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from crawler.watch.model import Code, Listed
from crawler.watch.subject import Subject
from crawler.watch.verdicts import Verdict


def judge_lists(subject: Subject) -> Iterator[Verdict]:
    """Yield what is to be said of the lists of each language that a run was given an answer for.

    A list names its releases whatever time a run asks for; one that never named any may have none to name.
    """
    lists = [each for each in subject.run.lists if each.source == subject.source]
    for language in sorted({each.language for each in lists}):
        yield from _on_language(subject, language, [each for each in lists if each.language == language])


def _on_language(subject: Subject, language: str, lists: list[Listed]) -> Iterator[Verdict]:
    emptied = [(each.url, named) for each in lists if not each.named and (named := subject.history.named(each))]
    if emptied:
        url, named = emptied[0]
        yield subject.raised(Code.EMPTY_LIST, 0, named, language=language, detail=url)
    elif any(each.named for each in lists):
        yield subject.verdict(Code.EMPTY_LIST, language=language)
