"""The file of a person's decisions beside the archive: ``decisions.tsv``."""

from __future__ import annotations

from pathlib import Path

from index.appended import append_line
from index.catalogue import Catalogue
from parsers.pairs.decisions import HEADER, NONE, Decision, Decisions, read_decisions
from parsers.problems import Problem


class DecisionFile:
    """Reads the decisions, and adds to them. What is in the file is never written anew: a person may have edited it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> tuple[Decisions, list[Problem]]:
        """Return the decisions and what is wrong with damaged lines; none of either where there is no file.

        Raises Problem for a file that is there and cannot be read: to go on without it would undo what was decided.
        """
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return NONE, []
        except OSError as fault:
            raise Problem("{file}: cannot be read: {reason}", file=self.path, reason=fault.strerror) from fault
        return read_decisions(content.decode("utf-8", "replace"), str(self.path))

    def add(self, decision: Decision) -> None:
        """Write a decision behind the others. Raises Problem where that is not possible."""
        append_line(self.path, decision.line, HEADER)


def unfollowed(catalogue: Catalogue, decisions: Decisions, file: Path) -> list[Problem]:
    """Return which decisions the archive's works do not follow though it has both releases, and why."""
    return [
        problem
        for decision in decisions
        if decision.verdict == "same" and (problem := _unfollowed(catalogue, decision, file))
    ]


def _unfollowed(catalogue: Catalogue, decision: Decision, file: Path) -> Problem | None:
    one, other = (catalogue.likenesses.language(release) for release in (decision.one, decision.other))
    if one is None or other is None:
        return None
    if one == other:
        message = "{file}: {one} and {other} are in one language ({language}) and cannot be versions of one text"
        return Problem(message, file=file, one=decision.one, other=decision.other, language=one)
    if decision.other in catalogue.versions(decision.one):
        return None
    message = "{file}: {one} and {other} stay apart: a later decision joins either to another release"
    return Problem(message, file=file, one=decision.one, other=decision.other)
