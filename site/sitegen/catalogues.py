"""Keep the gettext catalogues in step with the texts of the program: ``python -m sitegen.catalogues``.

New texts come into the .po files untranslated for a translator to fill in; the .mo files, which the program reads,
are made from what is there. Both are kept in version control, and the tests check that they agree.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sitegen.texts import DOMAIN, LANGUAGES

_METHODS = [("**.py", "python"), ("templates/**.html", "jinja2"), ("templates/**.xml", "jinja2")]
_OPTIONS = {"templates/**.html": {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}}


def package_folder() -> Path:
    """Return the folder of the package, where the texts and the catalogues are."""
    return Path(str(files("sitegen")))


def used_texts() -> Catalog:
    """Return all texts that the templates and the code mark for translation."""
    catalogue = Catalog(domain=DOMAIN)
    found = extract_from_dir(
        package_folder(), _METHODS, _OPTIONS, keywords={"_": None, "gettext": None, "ngettext": (1, 2)}
    )
    for file, _line, message, _comments, _context in sorted(found, key=lambda item: (item[0], item[1])):
        catalogue.add(message, locations=[(file, 0)])
    return catalogue


def read_catalogue(language: str) -> Catalog:
    """Return the translations into a language as its .po file has them."""
    with _file(language, "po").open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the .mo file that belongs to it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def update(language: str) -> None:
    """Bring a language's .po in step with the texts in use, and make its .mo from it."""
    catalogue = _new_catalogue(language)
    kept = read_catalogue(language) if _file(language, "po").exists() else catalogue
    for message in used_texts():
        if message.id:
            known = kept.get(message.id)
            catalogue.add(message.id, known.string if known else None, locations=message.locations)
    with _file(language, "po").open("wb") as file:
        write_po(file, catalogue, width=120, include_lineno=False)
    _file(language, "mo").write_bytes(compiled(catalogue))


def _new_catalogue(language: str) -> Catalog:
    """An empty catalogue without the times of day that would make every update differ."""
    unchanging = datetime(2026, 1, 1, tzinfo=UTC)
    return Catalog(
        locale=language,
        domain=DOMAIN,
        project="Hakuarkisto",
        copyright_holder="the Hakuarkisto developers",
        header_comment="# The words of the Hakuarkisto site. GPL-3.0-or-later, like the program.",
        last_translator="the Hakuarkisto developers",
        language_team=language,
        creation_date=unchanging,
        revision_date=unchanging,
        fuzzy=False,
    )


def _file(language: str, ending: str) -> Path:
    return package_folder() / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


if __name__ == "__main__":
    for each in LANGUAGES:
        if each != "en":
            update(each)
