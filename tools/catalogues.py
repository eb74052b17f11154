"""Keep the gettext catalogues in step with the texts of the program: ``python -m tools.catalogues``.

New texts come into the .po files untranslated for a translator to fill in, and those no longer in use go; the .mo
files, which the program reads, are made from what is there. Both are kept in version control, and the tests check
that they agree. Nothing in them depends on the day or the machine.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.click_texts import CLICK
from tools.extraction import MARKS, PROBLEMS, Text, texts_in

LANGUAGES = ("fi", "sv")

# The file that a text is in, its line there, and the text.
Found = tuple[str, int, Text]

# The site and the live search speak with the same words.
_SITE = ("sitegen", "siteserve")
_TEMPLATES = [("templates/**.html", "jinja2"), ("templates/**.xml", "jinja2")]
_OPTIONS = {"templates/**.html": {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}}


@dataclass(frozen=True, slots=True)
class Domain:
    """Texts that are translated together. Their catalogues lie in `locale/` of `package` and begin with `comment`."""

    name: str
    package: str
    comment: str
    find: Callable[[], Iterable[Found]]

    def file(self, language: str, ending: str) -> Path:
        """Return where a language's catalogue is, its ending "po" or "mo"."""
        return _folder(self.package) / "locale" / language / "LC_MESSAGES" / f"{self.name}.{ending}"

    def used_texts(self) -> Catalog:
        """Return all texts that are to be translated."""
        catalogue = Catalog(domain=self.name)
        for file, _line, text in self.find():
            catalogue.add(text, locations=[(file, 0)])
        return catalogue

    def read_catalogue(self, language: str) -> Catalog:
        """Return the translations into a language as its .po file has them."""
        with self.file(language, "po").open("rb") as file:
            return read_po(file, locale=language, domain=self.name)


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as the .mo file that belongs to it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def update(domain: Domain, language: str) -> int:
    """Bring a language's .po in step with the texts in use and make its .mo; return how many texts lack translation."""
    catalogue = _new_catalogue(domain, language)
    kept = domain.read_catalogue(language) if domain.file(language, "po").exists() else catalogue
    for message in domain.used_texts():
        if message.id:
            catalogue.add(message.id, _translation(kept, message), locations=message.locations)
    domain.file(language, "po").parent.mkdir(parents=True, exist_ok=True)
    with domain.file(language, "po").open("wb") as file:
        write_po(file, catalogue, width=120, include_lineno=False)
    domain.file(language, "mo").write_bytes(compiled(catalogue))
    return sum(1 for message in catalogue if message.id and not _is_translated(message))


def _translation(kept: Catalog, message: Message) -> Any:
    """What was translated when the text had no plural is of no use once it has one."""
    known = kept.get(message.id)
    return known.string if known and known.pluralizable == message.pluralizable else None


def _is_translated(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def _new_catalogue(domain: Domain, language: str) -> Catalog:
    """An empty catalogue without the times of day that would make every update differ."""
    unchanging = datetime(2026, 1, 1, tzinfo=UTC)
    return Catalog(
        locale=language,
        domain=domain.name,
        project="Hakuarkisto",
        copyright_holder="the Hakuarkisto developers",
        header_comment=f"# {domain.comment}",
        last_translator="the Hakuarkisto developers",
        language_team=language,
        creation_date=unchanging,
        revision_date=unchanging,
        fuzzy=False,
    )


def _texts_of_command_line() -> Iterator[Found]:
    """The site's own texts are another domain's, but its problems are told by the command line."""
    for package in ("haku", "crawler", "index", "parsers", *_SITE):
        functions = PROBLEMS if package in _SITE else MARKS | PROBLEMS
        yield from ((f"{package}/{file}", line, text) for file, line, text in _in_code(package, functions))
    yield from (("click", 0, text) for text in CLICK)


def _texts_of_site() -> list[Found]:
    return [text for package in _SITE for text in _texts_of_pages(package)]


def _texts_of_pages(package: str) -> list[Found]:
    """Return the texts of a package's templates and code, by file and line."""
    templates = extract_from_dir(_folder(package), _TEMPLATES, _OPTIONS, keywords={"_": None, "ngettext": (1, 2)})
    found = [(file, line, text) for file, line, text, _, _ in templates]
    return sorted([*_in_code(package, MARKS), *found], key=lambda each: each[:2])


def _in_code(package: str, functions: Mapping[str, int]) -> Iterator[Found]:
    """Yield the texts that a package's code gives to the functions, by file and line."""
    for path in sorted(_folder(package).rglob("*.py")):
        for line, text in texts_in(path.read_text(encoding="utf-8"), functions):
            yield path.relative_to(_folder(package)).as_posix(), line, text


def _folder(package: str) -> Path:
    return Path(str(files(package)))


_LICENCE = "GPL-3.0-or-later, like the program."
HAKU = Domain("haku", "haku", f"The words of the command line haku. {_LICENCE}", _texts_of_command_line)
SITEGEN = Domain("sitegen", "sitegen", f"The words of the Hakuarkisto site. {_LICENCE}", _texts_of_site)
DOMAINS = (HAKU, SITEGEN)

if __name__ == "__main__":
    for each in DOMAINS:
        for language in LANGUAGES:
            if missing := update(each, language):
                print(f"{each.file(language, 'po')}: {missing} texts to translate")
