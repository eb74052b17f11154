"""The interface's own words: English in the source, Finnish and Swedish from gettext catalogues."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from parsers.problems import Problem

LANGUAGES = ("fi", "sv", "en")
LOCALE = files("sitegen").joinpath("locale")
DOMAIN = "sitegen"

# Each language by its own name, and what its readers call the other ones, is said in its own words only.
OWN_NAMES = {"fi": "Suomeksi", "sv": "På svenska", "en": "In English"}


@cache
def texts(language: str) -> NullTranslations:
    """Return the catalogue of an interface language; English needs none.

    Raises `Problem` for a language that the site does not speak.
    """
    if language == "en":
        return NullTranslations()
    if language not in LANGUAGES:
        raise Problem("The site has no interface in the language {language!r}; use fi, sv or en", language=language)
    with LOCALE.joinpath(language, "LC_MESSAGES", f"{DOMAIN}.mo").open("rb") as file:
        return GNUTranslations(file)


def mark(message: str) -> str:
    """Mark a text for translation where it stands as data; it is translated where it is shown."""
    return message
