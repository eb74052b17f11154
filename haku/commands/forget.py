"""`haku forget`: a person who has asked for it is named no more, from the next build on and for good."""

from __future__ import annotations

import shutil
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from haku.ingesting import report_line, take_in
from haku.terminal import Faults, console, print_indented, told
from haku.texts import _, ngettext
from index.archive import Archive
from index.forgetting import Trace, trace
from parsers.privacy import Person
from parsers.privacy.persons import number_tail

_FINLAND = ZoneInfo("Europe/Helsinki")


@click.command(
    "forget",
    help=_(
        "Take a person out of the archive: the name in every form, numbers and addresses. The record is kept in "
        "forgotten.tsv and followed by every later crawl, import and rebuild. Without a name: list who is forgotten."
    ),
    epilog=_('Example: haku forget "Anna Esimerkki" --email anna.esimerkki@example.org'),
)
@click.argument("name", required=False, metavar=_("[NAME]"))
@click.option("--phone", "phones", multiple=True, metavar=_("NUMBER"), help=_("A number of theirs; repeatable."))
@click.option("--email", "emails", multiple=True, metavar=_("ADDRESS"), help=_("An address of theirs; repeatable."))
@click.option("--yes", is_flag=True, help=_("Do not ask before it is done."))
@click.pass_obj
def command(archive: Archive, name: str | None, phones: tuple[str, ...], emails: tuple[str, ...], yes: bool) -> None:
    if not (name or phones or emails):
        _list(archive)
        return
    _check(name, phones, emails)
    day = f"{datetime.now(_FINLAND):%Y-%m-%d}"
    with archive.catalogue() as catalogue:
        found = trace(catalogue, Person(" ".join((name or "").split()), phones, emails, day))
    _show(found)
    if not yes:
        click.confirm(_("Forget this person?"), abort=True)
    archive.forgotten.add(found.person)
    _rebuild(archive)


def _check(name: str | None, phones: tuple[str, ...], emails: tuple[str, ...]) -> None:
    if name is not None and len(name.split()) < 2:
        raise click.UsageError(_("give the whole name, given name and surname: a surname alone is many people's"))
    if wrong := next((phone for phone in phones if not number_tail(phone)), None):
        raise click.UsageError(_("{phone}: is no whole telephone number").format(phone=wrong))
    if wrong := next((email for email in emails if "@" not in email), None):
        raise click.UsageError(_("{email}: is no e-mail address").format(email=wrong))
    if any(set(value) & set("\t\n\r,") for value in (name or "", *phones, *emails)):
        raise click.UsageError(_("names, numbers and addresses have neither tabs, line ends nor commas"))


def _show(found: Trace) -> None:
    out, person = console(), found.person
    count = len(found.releases)
    out.print(told(", ".join(filter(None, (person.name, *person.phones, *person.emails)))))
    text = ngettext("{count} release names this person:", "{count} releases name this person:", count)
    out.print(text.format(count=count))
    for release in found.releases:
        print_indented(out, told(f"{(release.published or '')[:10]} {release.id} {release.title}".strip()))


def _rebuild(archive: Archive) -> None:
    """Make everything anew: the index keeps what was removed from it until its parts are merged."""
    faults = Faults()
    shutil.rmtree(archive.index_folder, ignore_errors=True)
    report = take_in(archive, faults, anew=True)
    click.echo(report_line(report))
    click.echo(_("Kept in {file}.").format(file=archive.forgotten.path))
    click.echo(_("Build the site and the exports again. The captures in warc/ stay as they were: do not publish them."))
    faults.finish()


def _list(archive: Archive) -> None:
    persons = archive.forgotten.read()
    for person in persons:
        line = " ".join(filter(None, (person.day, person.name, *person.phones, *person.emails)))
        click.echo(told(line).plain)
    click.echo(ngettext("{count} person", "{count} persons", len(persons)).format(count=len(persons)))
