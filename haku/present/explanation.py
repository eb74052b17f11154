"""Which rule read what, in the terminal: a line a step, with the characters it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from rich.console import Console
from rich.text import Text

from haku.present.release import sentence_of
from haku.terminal import print_indented, told
from haku.texts import _
from parsers.explain import Step
from parsers.model import Release

_READERS = {
    "kind": _("Kind"),
    "amounts": _("Amounts"),
    "total": _("Total"),
    "application": _("Application period"),
    "use_period": _("Period of use"),
    "decision_date": _("Day of decision"),
    "self_financing": _("Share of the costs"),
    "contacts": _("Contacts"),
    "eligibility": _("Who may apply"),
    "case_numbers": _("Case numbers"),
}


def show_explanation(console: Console, release: Release, steps: Iterable[Step]) -> None:
    """Print what the readers found, reader by reader; what was weighed and not taken is dim and crossed out."""
    console.print(told(release.title, style="bold"))
    console.print(told(release.url, style="dim"))
    for reader, of_reader in groupby(steps, key=lambda step: step.reader):
        console.print()
        console.print(told(_READERS.get(reader, reader), style="bold"))
        for step in of_reader:
            print_indented(console, _line(step))
            if step.evidence:
                print_indented(console, Text("  ").append_text(sentence_of(release, step.evidence)))


def _line(step: Step) -> Text:
    mark = "✓" if step.taken else "✗"
    value = told(step.value, style="bold" if step.taken else "dim")
    weights = f"  ({_weights(step.weights)})" if step.weights else ""
    return Text.assemble(f"{mark} ", value, told(f"  [{step.rule}]{weights}", style="" if step.taken else "dim"))


def _weights(weights: Mapping[str, float]) -> str:
    return ", ".join(f"{group} {weight:+g}" for group, weight in weights.items())
