"""One release in the terminal: its facts, each with the sentence it was read from, then its text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from haku.present import values
from haku.present.calls import show_call_of
from haku.terminal import print_indented, told
from haku.texts import _
from parsers.facts.total import headline
from parsers.model import Call, Evidence, Release
from parsers.text.sentences import sentence_at, sentences
from sitegen import words

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def show_release(console: Console, release: Release, call: Call | None = None) -> None:
    """Print a release, and the `call` that it belongs to."""
    console.print(told(release.title, style="bold"))
    console.print(told(release.url, style="dim"))
    if release.gone:
        message = _("The page is gone from its site, as was found on {date}. This is its last capture.")
        console.print(told(message.format(date=values.day(release.gone)), style="yellow"))
    console.print(_head(release))
    for label, value, evidence in _facts(release):
        if label:
            console.print(Text.assemble((f"{label}: ", "bold"), told(value)))
        if evidence:
            print_indented(console, sentence_of(release, evidence))
    if call:
        show_call_of(console, release, call)
    console.print()
    for block in release.blocks[1:]:
        console.print(told(f"• {block.text}" if block.type == "li" else block.text, style=_style(block.type)))


def _style(block_type: str) -> str:
    return "bold" if block_type in _HEADINGS else ""


def _head(release: Release) -> Table:
    table = Table.grid(padding=(0, 2))
    rows = [
        (_("Id"), release.id),
        (_("Authority"), values.authority(release)),
        (_("Kind"), values.word(release.kind, words.KINDS)),
        (_("Published"), values.moment(release.published)),
        (_("This version published"), values.moment(release.translated) if release.translated else ""),
        (_("Other language"), release.translation or ""),
        (_("Captured"), f"{release.captured} {release.digest[:19]}…"),
    ]
    for label, value in rows:
        if value:
            table.add_row(told(label, style="bold"), told(value))
    return table


def _facts(release: Release) -> Iterator[tuple[str, str, Evidence | None]]:
    if release.total is not None:
        yield _("Total"), values.total(release), _total_evidence(release)
    window = release.application
    if window.opens or window.closes or window.continuous:
        evidence = window.evidence or (None,)
        yield _("Application period"), values.window(window), evidence[0]
        yield from (("", "", piece) for piece in evidence[1:])
    if release.use_period:
        yield _("Period of use"), values.period(release.use_period), release.use_period.evidence
    if release.decision_date:
        decided = release.decision_date
        yield _("Day of decision"), values.days(decided.first, decided.last), decided
    for share in release.self_financing:
        label = _("The applicant's share") if share.of == "own" else _("The grant's share")
        yield label, values.share(share), share
    for amount in release.amounts:
        yield _("Amount"), f"{values.amount(amount)} ({values.word(amount.role, words.ROLES)})", amount
    for eligibility in release.eligibility:
        yield (
            _("Who may apply"),
            ", ".join(values.word(group, words.GROUPS) for group in eligibility.groups),
            eligibility.evidence,
        )
    for contact in release.contacts:
        yield _("Contact"), values.contact(contact), contact.evidence
    for case_number in release.case_numbers:
        yield _("Case number"), case_number.value, case_number.evidence
    for attachment in release.attachments:
        yield _("Attachment"), values.attachment(attachment), None
    for warning in release.warnings:
        yield _("Warning"), values.warning(warning), warning.evidence


def _total_evidence(release: Release) -> Evidence | None:
    """The sum that the total was read from."""
    found = headline(release.document, release.amounts, release.kind)
    return found.exact if found else None


def sentence_of(release: Release, evidence: Evidence) -> Text:
    """The sentence that holds the evidence, the very characters underlined."""
    block = release.blocks[evidence.block].text
    spans = sentences(block, release.language or "fi")
    start, end = sentence_at(spans, evidence.start) if spans else (0, len(block))
    end = max(end, evidence.end)
    text = told(block[start:end], style="dim")
    text.stylize("underline", max(0, evidence.start - start), evidence.end - start)
    return text
