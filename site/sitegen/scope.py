"""One interface language of one build: what every page of it is made with."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import NullTranslations

from parsers.model import Language
from parsers.privacy import ContactPolicy
from sitegen.bulk import Downloads
from sitegen.formats import Formats
from sitegen.holdings import Holdings
from sitegen.operators import Operator
from sitegen.reader import Terms
from sitegen.texts import texts

_NO_FILES = Downloads()


@dataclass(frozen=True, slots=True)
class Scope:
    """An interface language with its words and formats, the holdings, and where the site will be published.

    `base_url` ends in a slash; None where it is not known, and then nothing that needs it is written. `downloads` are
    the files of the data, `operator` is how readers reach whoever publishes the site, where that is known, `contacts`
    what the pages show of contact persons.
    """

    language: Language
    languages: tuple[Language, ...]
    holdings: Holdings
    texts: NullTranslations
    formats: Formats
    base_url: str | None = None
    terms: Terms | None = None
    downloads: Downloads = _NO_FILES
    operator: Operator | None = None
    contacts: ContactPolicy = "all"

    def text(self, message: str, **values: object) -> str:
        """Return a text in the interface language with its ``%(name)s`` filled in."""
        told = self.texts.gettext(message)
        return told % values if values else told


def scope_of(
    language: Language,
    languages: tuple[Language, ...],
    holdings: Holdings,
    base_url: str | None = None,
    terms: Terms | None = None,
    downloads: Downloads = _NO_FILES,
    operator: Operator | None = None,
    contacts: ContactPolicy = "all",
) -> Scope:
    """Return the scope of an interface language; raises `Problem` for a language that the site does not speak."""
    catalogue = texts(language)
    formats = Formats(language, catalogue)
    return Scope(language, languages, holdings, catalogue, formats, base_url, terms, downloads, operator, contacts)
