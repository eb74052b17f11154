from __future__ import annotations

from pathlib import Path

import pytest

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
        if lines[0].startswith(("- ", "| ")):
            kind = "li" if lines[0][0] == "-" else "tr"
            blocks += [Block(type=kind, text=line[2:]) for line in lines]
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
