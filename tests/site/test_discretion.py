"""An operator's switch for contact persons: what the pages, feeds and files of a site say of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.fulltext import BrowserTerms
from sitegen.build import build
from sitegen.discretion import Discreet
from tests.site.sample import BASE_URL, SampleArchive


def _texts(folder: Path) -> str:
    endings = {".html", ".xml", ".json", ".bib", ".ris", ".ics", ".csv", ".jsonld"}
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.suffix in endings)


def _persons(archive: SampleArchive) -> set[str]:
    return {contact.name for release in archive.releases() for contact in release.contacts if contact.name}


@pytest.mark.parametrize("policy", ["roles", "none"])
def test_no_person_is_named(archive: SampleArchive, tmp_path: Path, policy: str) -> None:
    build(archive, tmp_path / "site", BASE_URL, contacts=policy, terms=BrowserTerms())  # type: ignore[arg-type]
    found = _texts(tmp_path / "site")
    persons = _persons(archive)
    assert persons and not [name for name in persons if name in found]
    tables = "\n".join(path.read_text("utf-8") for path in (tmp_path / "site" / "pagefind").rglob("forms/*.txt"))
    assert tables and not [name for name in persons if name.split()[-1].lower() in tables.split()]
    emails = {contact.email for release in archive.releases() for contact in release.contacts if contact.name}
    assert not [email for email in emails if email and email in found]


def test_roles_are_shown(archive: SampleArchive, tmp_path: Path) -> None:
    build(archive, tmp_path / "site", contacts="roles")
    release = next(one for one in archive.releases() for contact in one.contacts if contact.name and contact.title)
    title = next(contact.title for contact in release.contacts if contact.name and contact.title)
    page = (tmp_path / "site" / "fi" / "release" / release.id / "index.html").read_text("utf-8")
    contacts = page[page.index('class="contacts"') :]
    assert title in contacts[: contacts.index("</ul>")]
    assert "None" not in contacts[: contacts.index("</ul>")]


def test_everything_by_default(archive: SampleArchive, site: Path) -> None:
    found = _texts(site)
    assert all(name in found for name in _persons(archive))


def test_the_other_versions_persons_are_taken_out_too(archive: SampleArchive) -> None:
    discreet = Discreet(archive, "none")
    for pair in archive.joined:
        names = {contact.name for side in (pair.fi, pair.sv) for contact in archive.release(side.id).contacts}
        texts = "\n".join(block.text for side in (pair.fi, pair.sv) for block in discreet.release(side.id).blocks)
        assert not [name for name in names if name and name in texts]
    for pair in discreet.pairs():
        assert not any(each.fi or each.sv for each in pair.differences if each.field == "contacts")
