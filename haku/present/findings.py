"""The differences of an archive in the terminal: two lines each, the values beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from haku.present import values
from haku.terminal import print_indented, told
from haku.texts import _, ngettext
from index.findings import Finding
from parsers.model import Difference
from sitegen import words

_SEVERITIES = {"high": _("grave"), "medium": _("notable"), "low": _("slight")}
_STYLES = {"high": "bold red", "medium": "yellow", "low": ""}


def show_findings(console: Console, found: Sequence[Finding]) -> None:
    """Print the differences, and how many there are."""
    for finding in found:
        console.print(_line(finding.difference))
        print_indented(console, told(f"{_value(finding, 'fi')} | {_value(finding, 'sv')}"))
        print_indented(console, told(f"{finding.fi.title} ({finding.fi.id})", style="dim"))
    message = ngettext("{count} difference", "{count} differences", len(found))
    console.print(told(message.format(count=len(found)), style="bold"))


def in_words(difference: Difference) -> str:
    """Say what differs and how: "Closing. The versions contradict each other"."""
    return f"{values.word(difference.field, words.FIELDS)}. {values.word(difference.kind, words.DIFFERENCES)}"


def value_in_words(difference: Difference, value: str | None) -> str:
    """Write one side of a difference."""
    return words.value_in_words(value, difference.field, values.FORMATS) if value else values.NOTHING


def _line(difference: Difference) -> Text:
    severity = _SEVERITIES[difference.severity]
    return told(f"≠ {in_words(difference)} ({severity})", style=_STYLES[difference.severity])


def _value(finding: Finding, side: str) -> str:
    return value_in_words(finding.difference, getattr(finding.difference, side))
