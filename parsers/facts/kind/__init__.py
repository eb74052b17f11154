"""What a release is to someone who looks for money: a call, a decision, a guide or something else."""

from __future__ import annotations

from parsers.facts.kind.scores import Judgement, judge
from parsers.model import Document, Evidence, Kind


def read_kind(document: Document) -> tuple[Kind, Evidence | None]:
    """Return the kind of `document`, and the words that weighed most for it (None where nothing speaks for any kind).

    The title weighs most, then the lead, the headings and the rest; the words and weights are
    `language_data/*/kind.toml`. A page without a stamp of publication is a guide unless it announces a round.
    """
    judgement = judge(document)
    return judgement.kind, _evidence(document, judgement)


def _evidence(document: Document, judgement: Judgement) -> Evidence | None:
    best = judgement.best
    return document.evidence(best.block, best.start, best.end) if best else None
