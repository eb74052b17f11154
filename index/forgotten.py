"""The file of those who have asked to be forgotten, beside the archive: ``forgotten.tsv``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.appended import append_line
from index.catalogue import Catalogue
from index.catalogue.records import digest
from parsers.privacy import FORGOTTEN_HEADER, Person, read_persons
from parsers.problems import Problem

# Kept in the catalogue: whom it was made without.
_MADE_WITHOUT = "forgotten"
# Only the archive's owner needs to read whom the archive does not name.
_MODE = 0o600


class ForgottenFile:
    """Reads who is forgotten, and adds to them. What is in the file is never written anew."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> tuple[Person, ...]:
        """Return the forgotten, none where there is no file.

        Raises Problem for a file that cannot be read or has a damaged line: to go on would publish whom it names.
        """
        try:
            content = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ()
        except UnicodeDecodeError as fault:
            raise Problem("{file}: is not UTF-8 text; mend it first", file=self.path) from fault
        except OSError as fault:
            raise Problem("{file}: cannot be read: {reason}", file=self.path, reason=fault.strerror) from fault
        persons, problems = read_persons(content, str(self.path))
        if problems:
            raise problems[0]
        return persons

    def add(self, person: Person) -> None:
        """Write a person behind the others. Raises Problem where that is not possible."""
        append_line(self.path, person.line, FORGOTTEN_HEADER, _MODE)


def note_forgotten(catalogue: Catalogue, persons: Sequence[Person]) -> None:
    """Note in a catalogue whom it is made without."""
    catalogue.note(_MADE_WITHOUT, _mark(persons))


def check_forgotten(catalogue: Catalogue, persons: Sequence[Person], folder: Path) -> None:
    """Raise Problem where a catalogue was made before somebody was forgotten, or before a line was taken back."""
    if (catalogue.noted(_MADE_WITHOUT) or "") != _mark(persons):
        message = "{folder}: forgotten.tsv has changed since the catalogue was made; run haku rebuild"
        raise Problem(message, folder=folder)


def _mark(persons: Sequence[Person]) -> str:
    return digest(*(person.line for person in persons)) if persons else ""
