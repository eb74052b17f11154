from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.facts.contacts import read_contacts
from parsers.model import Block, Contact, Document

FORMS = Path(__file__).parent / "forms"


def forms(name: str) -> list[pytest.ParameterSet]:
    """Return the cases of a table of forms: an id, the text in blocks, and a line for each contact expected."""
    cases = []
    for case in (FORMS / name).read_text(encoding="utf-8").split("== ")[1:]:
        head, _, body = case.partition("\n")
        lines = body.rstrip().split("\n")
        expected = [line[3:] for line in lines if line.startswith("-> ")]
        text = "\n".join(line for line in lines if not line.startswith("-> "))
        cases.append(pytest.param(text, expected, id=head.strip()))
    return cases


def document(text: str, language: str) -> Document:
    """Return a document of a title and the blocks of `text`: "# " opens a heading, "- " an item, "| " a row."""
    blocks = [Block(type="h1", text="Otsikko")]
    for paragraph in text.split("\n\n"):
        lines = paragraph.strip().split("\n")
        if lines[0].startswith("- "):
            blocks += [Block(type="li", text=line[2:]) for line in lines]
        elif lines[0].startswith("| "):
            blocks += [Block(type="tr", text=line[2:]) for line in lines]
        elif lines[0].startswith("#"):
            blocks.append(Block(type="h2" if lines[0][1] == " " else "h3", text=lines[0].lstrip("# ")))
        else:
            blocks.append(Block(type="p", text="\n".join(lines)))
    return Document(language=language, blocks=tuple(blocks))


def shown(contact: Contact) -> str:
    """Return a contact as the tables write it; "!" marks a number that cannot be dialled."""
    phone = (contact.phone or "-") + ("!" if contact.phone_valid is False else "")
    fields = [contact.name, contact.title, contact.organisation, phone, contact.email]
    return "; ".join(value or "-" for value in fields)


@pytest.mark.parametrize(("text", "expected"), forms("contacts.fi.txt"))
def test_finnish_forms(text: str, expected: list[str]) -> None:
    assert [shown(contact) for contact in read_contacts(document(text, "fi"))] == expected


@pytest.mark.parametrize(("text", "expected"), forms("contacts.sv.txt"))
def test_swedish_forms(text: str, expected: list[str]) -> None:
    assert [shown(contact) for contact in read_contacts(document(text, "sv"))] == expected


GIVEN = ["Anna", "Ville", "Åsa", "Kirsi", "Joakim", "Päivi"]
SURNAMES = ["Virtanen", "Koskimäki", "Öhrnberg", "Lindqvist", "Aho", "Salmela"]
TITLES = {
    "fi": ["erityisasiantuntija", "neuvotteleva virkamies", "ylitarkastaja", "yksikön päällikkö", "opetusneuvos"],
    "sv": ["specialsakkunnig", "konsultativ tjänsteman", "överinspektör", "planerare", "kulturråd"],
}
LABELS = {
    "fi": ["Lisätietoja:", "Lisätiedot", "Lisätietoja antaa"],
    "sv": ["Mer information:", "Ytterligare information"],
}
CUES = {"fi": ["p.", "puh.", "puhelin"], "sv": ["tfn", "tel.", "telefon"]}


@st.composite
def persons(draw: st.DrawFn, language: str) -> tuple[str, str, str, str]:
    """Return a person's line in one of the orders that occur, and the name, title and number in it."""
    name = f"{draw(st.sampled_from(GIVEN))} {draw(st.sampled_from(SURNAMES))}"
    title = draw(st.sampled_from(TITLES[language]))
    digits = f"{draw(st.integers(0, 9_999_999)):07}"
    phone = f"{draw(st.sampled_from(CUES[language]))} 029{digits[0]} {digits[1:4]} {digits[4:]}"
    organisation = draw(st.sampled_from(["", ", TEM", ", Opetushallitus"]))
    who = draw(st.sampled_from([f"{title} {name}", f"{name}, {title}"]))
    return f"{who}{organisation}, {phone}", name, title, f"+35829{digits}"


@given(
    st.sampled_from(["fi", "sv"]).flatmap(lambda code: st.tuples(st.just(code), st.lists(persons(code), min_size=1)))
)
def test_persons_are_read_back(case: tuple[str, list[tuple[str, str, str, str]]]) -> None:
    language, people = case
    distinct = {name: (line, name, title, phone) for line, name, title, phone in reversed(people)}
    kept = list(distinct.values())[::-1]
    for label in LABELS[language]:
        text = "\n".join([label, *(line for line, *_ in kept)])
        found = read_contacts(document(text, language))
        assert [(each.name, each.title, each.phone) for each in found] == [
            (name, title, phone) for _, name, title, phone in kept
        ]
        assert [each.evidence.text for each in found] == [line for line, *_ in kept]


WORDS = "erityisasiantuntija|Lisätietoja|antaa|TEM|p.|029 504 7990|anna.aho@gov.fi|ja".split("|")
PARTS = st.sampled_from(
    [
        *GIVEN,
        *SURNAMES,
        *",|:|(|)|\n|;| – |etunimi.sukunimi@gov.fi|ministeriön vaihde|klo 9–15|Vaihde|.".split("|"),
        *WORDS,
    ]
)


@given(st.lists(st.lists(PARTS, max_size=25).map(" ".join) | st.text(max_size=80), max_size=6), st.booleans())
def test_evidence_is_what_stands_there(texts: list[str], headed: bool) -> None:
    heading = (Block(type="h2", text="Lisätietoja"),) if headed else ()
    blocks = (Block(type="h1", text="Otsikko"), *heading, *(Block(type="p", text=text) for text in texts))
    for contact in read_contacts(Document(language="fi", blocks=blocks)):
        evidence = contact.evidence
        assert blocks[evidence.block].text[evidence.start : evidence.end] == evidence.text
        assert contact.name or contact.phone or contact.email


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "a-",
        "Anna Aho ",
        "0295 ",
        "a@",
        "(",
        "p. ",
        "Lisätietoja ",
        "Anna Aho, p. 029 504 7990\n",
        "AB: ",
        "yksikön ",
    ],
)
@pytest.mark.parametrize("headed", [True, False], ids=["section", "loose"])
def test_time_grows_with_length_alone(unit: str, headed: bool) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        heading = (Block(type="h2", text="Lisätietoja"),) if headed else ()
        blocks = (Block(type="h1", text="Otsikko"), *heading, Block(type="p", text=text))
        began = time.process_time()
        read_contacts(Document(language="fi", blocks=blocks))
        return time.process_time() - began

    seconds(2_000)
    assert seconds(40_000) < 1.0
