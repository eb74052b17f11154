"""A person taken out of a release, and everything else left where it was."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

import msgspec
import pytest

from benchmarks.fuzzing import false_evidence
from crawler.samplesite import expected, render
from parsers.capture import Capture
from parsers.model import AttachedDocument, Contact, Evidence, Release
from parsers.privacy import MASK, Person, Redactor, persons_of, read_persons, with_policy
from parsers.privacy.persons import number_tail
from parsers.release import read_release


@pytest.fixture(scope="module")
def releases() -> list[Release]:
    return [read_release(_capture(entry["url"])) for entry in expected()]


def _capture(url: str) -> Capture:
    address = urlsplit(url)
    body = render(address.hostname or "", address.path).body
    return Capture(
        url=url, status=200, media_type="text/html", charset="utf-8", body=body, time=datetime(2026, 11, 1, tzinfo=UTC)
    )


def test_nothing_of_a_contact_is_left_and_all_else_is(releases: list[Release]) -> None:
    concerned = 0
    for release in releases:
        for person in persons_of(release.contacts):
            redacted = Redactor([person]).release(release)
            stored = msgspec.json.encode(redacted).decode()
            assert person.name not in stored
            assert not any(email in stored for email in person.emails)
            assert len(redacted.contacts) < len(release.contacts)
            assert [len(block.text) for block in redacted.blocks] == [len(block.text) for block in release.blocks]
            assert (redacted.total, redacted.application.closes) == (release.total, release.application.closes)
            assert false_evidence(redacted) == ""
            concerned += 1
    assert concerned > 30


def test_who_is_not_there_changes_nothing(releases: list[Release]) -> None:
    stranger = Redactor([Person("Xerxes Kvartsilainen", ("+358 50 123 4567",), ("x@example.org",))])
    assert all(stranger.release(release) is release for release in releases)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("Anna Aho, p. 0295 047 990", "████ ███, p. ████ ███ ███", id="number"),
        pytest.param("puh.0295 047 990", "puh.████ ███ ███", id="number_behind_a_point"),
        pytest.param("1.295 047 990 euroa", "1.295 047 990 euroa", id="part_of_a_number"),
        pytest.param("Anna Aho, tfn +358 295 047 990.", "████ ███, tfn +███ ███ ███ ███.", id="international"),
        pytest.param("anna.aho(at)gov.fi", "████.███(██)███.██", id="at_in_words"),
        pytest.param("Vaihde 0295 16001, Aho & kumpp.", "Vaihde 0295 16001, Aho & kumpp.", id="surname_of_others"),
        pytest.param("Haettavana 295 047 990 euroa", "Haettavana ███ ███ ███ euroa", id="same_digits"),
        pytest.param("Anna Aho kertoo. Ahon mukaan", "████ ███ kertoo. ████ mukaan", id="surname_alone"),
    ],
)
def test_texts(text: str, left: str) -> None:
    assert Redactor([Person("Anna Aho", ("0295047990",), ("Anna.Aho@gov.fi",))]).text(text) == left


def test_documents() -> None:
    document = AttachedDocument(
        release="a", release_url="u", url="v", link="Anna Ahon esitys", media_type="application/pdf", text="Anna Aho"
    )
    redacted = Redactor([Person("Anna Aho")]).document(document)
    assert (redacted.link, redacted.text) == ("████ ████ esitys", "████ ███")


def test_roles_only(releases: list[Release]) -> None:
    for release in releases:
        shown = with_policy(release, "roles")
        named = [contact for contact in release.contacts if contact.name]
        assert not any(contact.name for contact in shown.contacts)
        desks = [contact for contact in release.contacts if not contact.name]
        assert [each.phone for each in shown.contacts if each.phone] == [each.phone for each in desks if each.phone]
        assert all(str(contact.name) not in block.text for contact in named for block in shown.blocks)
        if named and named[0].title:
            assert named[0].title in [contact.title for contact in shown.contacts]
            assert MASK in "".join(block.text for block in shown.blocks)


def test_no_contacts(releases: list[Release]) -> None:
    shown = [with_policy(release, "none") for release in releases]
    assert not any(contact.name or contact.title for release in shown for contact in release.contacts if contact.name)
    assert all(with_policy(release, "all") is release for release in releases)


def test_the_file_of_the_forgotten() -> None:
    content = "# comment\n\nAnna Aho\t+358295047990,09 1234567\ta@b.fi\t2026-11-22\nAho\n\t\tc@d.fi\t\n"
    persons, problems = read_persons(content, "forgotten.tsv")
    assert persons == (
        Person("Anna Aho", ("+358295047990", "09 1234567"), ("a@b.fi",), "2026-11-22"),
        Person("", (), ("c@d.fi",), ""),
    )
    assert [str(problem) for problem in problems] == [
        "forgotten.tsv, line 4: names nobody; write name, numbers, addresses and day separated by tabs"
    ]
    assert read_persons(persons[0].line, "again")[0] == persons[:1]


@pytest.mark.parametrize("phone", ["0295 047 990", "+358295047990", "00358 295 047990", "(0295) 047-990"])
def test_one_number_in_any_notation(phone: str) -> None:
    assert number_tail(phone) == "295047990"


def test_who_is_who() -> None:
    at = Evidence(block=1, start=0, end=1, text="A")
    person = Person("Anna Aho", ("0295047990",))
    assert person.is_of(Contact(name=None, phone="+358295047990", evidence=at))
    assert not person.is_of(Contact(name="Anni Aho", phone="+358295047991", evidence=at))
