"""The review list in the terminal: what is in doubt, why, and what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from rich.console import Console

from haku.present import values
from haku.terminal import print_indented, told
from haku.texts import _, ngettext
from index.review import Doubt
from parsers.pairs.clues import Clue

_REASONS = {
    "contradicted": _("a page names the other as its version, but the content says otherwise"),
    "ambiguous": _("another release is about as like it"),
    "unsure": _("joined, but barely"),
    "near_miss": _("barely not joined"),
}
_CLUES = {
    "declared": _("links between the pages"),
    "stamps": _("publication"),
    "words": _("words"),
    "names": _("names"),
    "anchors": _("numbers and dates"),
    "title": _("title"),
    "slug": _("address"),
    "years": _("year"),
    "authority": _("authority"),
    "host": _("site"),
    "form": _("form"),
    "kind": _("kind"),
    "sums": _("sums"),
    "people": _("contacts"),
    "case_numbers": _("case numbers"),
    "closes": _("closing"),
    "opens": _("opening"),
    "use_period": _("period of use"),
    "no_content": _("nothing in the content"),
}
# A clue weaker than this is not worth naming.
_WORTH_NAMING = 0.25


def show_doubts(console: Console, found: Sequence[Doubt]) -> None:
    """Print what is in doubt, and how much of it there is."""
    for doubt in found:
        score = values.FORMATS.number(Decimal(str(doubt.score)).quantize(Decimal("0.01")))
        console.print(told(f"? {_REASONS[doubt.reason]} ({score})", style="yellow"))
        for release in (doubt.one, doubt.other):
            published = values.moment(release.published)
            print_indented(console, told(f"{release.id}  {release.language}  {published}  {release.title}"))
        for line in _evidence(doubt.evidence):
            print_indented(console, told(line, style="dim"))
        if doubt.rivals:
            print_indented(console, told(_("Rivals: {ids}").format(ids=", ".join(doubt.rivals)), style="dim"))
    message = ngettext("{count} doubt", "{count} doubts", len(found))
    console.print(told(message.format(count=len(found)), style="bold"))


def _evidence(clues: Iterable[Clue]) -> list[str]:
    """Say what speaks for and what against, the strongest first."""
    named = [clue for clue in clues if clue.name in _CLUES and abs(clue.weight) >= _WORTH_NAMING]
    ranked = sorted(named, key=lambda clue: -abs(clue.weight))
    sides = (
        (_("For: {clues}"), [clue for clue in ranked if clue.weight > 0]),
        (_("Against: {clues}"), [clue for clue in ranked if clue.weight < 0]),
    )
    return [text.format(clues=", ".join(map(_word, side))) for text, side in sides if side]


def _word(clue: Clue) -> str:
    weight = values.FORMATS.number(Decimal(str(abs(clue.weight))).quantize(Decimal("0.1")))
    return f"{_CLUES[clue.name]} {'+' if clue.weight > 0 else '−'}{weight}"
