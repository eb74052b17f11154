"""Templates use what their page's dataclass has, and nothing else; texts are translated, all of them."""

from __future__ import annotations

import gettext
import importlib
import pkgutil
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jinja2 import meta, nodes

import sitegen.pages
from sitegen.pages.base import Page
from sitegen.pages.entrance import EntrancePage
from sitegen.render import environment
from sitegen.texts import LANGUAGES
from tools.catalogues import SITEGEN

# The entrance gives its blocks the door that they are about.
DOORS = {"door"}
# Where a page is written to is not always said on it.
UNSAID = {"path"}
TRANSLATED = [language for language in LANGUAGES if language != "en"]


def page_types() -> list[type]:
    """Return what pages are made of; what several of them are made of has no template."""
    names = [f"sitegen.pages.{found.name}" for found in pkgutil.iter_modules(sitegen.pages.__path__)]
    values = [value for name in names for value in vars(importlib.import_module(name)).values()]
    found = {each for each in values if isinstance(each, type) and issubclass(each, (Page, EntrancePage))}
    return sorted((each for each in found if hasattr(each, "template")), key=lambda each: each.__name__)


def used_names(template: str) -> set[str]:
    """Return the names that a template, and those that it extends, take from their context."""
    made = environment("en")
    assert made.loader
    tree = made.parse(made.loader.get_source(made, template)[0])
    used = meta.find_undeclared_variables(tree) - set(made.globals) - own_names(tree)
    parents = [node.template.value for node in tree.find_all(nodes.Extends) if isinstance(node.template, nodes.Const)]
    return used.union(*(used_names(parent) for parent in parents)) - own_names(tree)


def own_names(tree: nodes.Template) -> set[str]:
    """Return the names that a template imports or defines at its top; its blocks take them for the context's."""
    imported = {name for node in tree.find_all(nodes.FromImport) for name in node.names if isinstance(name, str)}
    return imported | {macro.name for macro in tree.find_all(nodes.Macro)} | DOORS


def test_all_page_types_are_found() -> None:
    assert {page.template for page in page_types()} == {  # type: ignore[attr-defined]
        path.name for path in (Path(sitegen.__file__).parent / "templates").glob("*.html")
    } - {"base.html", "charts.html", "macros.html"}


@pytest.mark.parametrize("page", page_types(), ids=lambda page: page.__name__)
def test_a_template_uses_what_its_dataclass_has(page: Any) -> None:
    used, given = used_names(page.template), {field.name for field in fields(page)}
    assert used <= given
    assert given - used <= UNSAID


def test_escaping_is_on_and_missing_names_are_faults() -> None:
    made = environment("fi")
    assert made.autoescape is True
    assert made.from_string("{{ title }}").render(title="<script>") == "&lt;script&gt;"
    with pytest.raises(Exception, match="'nowhere' is undefined"):
        made.from_string("{{ nowhere }}").render()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_in_use_is_translated(language: str) -> None:
    known = SITEGEN.read_catalogue(language)
    for message in SITEGEN.used_texts():
        if not message.id:
            continue
        translation = known.get(message.id)
        assert translation and not translation.fuzzy, message.id
        strings = translation.string if isinstance(translation.string, tuple) else (translation.string,)
        assert all(strings) and len(strings) == (2 if message.pluralizable else 1), message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_left_of_texts_no_longer_in_use(language: str) -> None:
    used = {message.id for message in SITEGEN.used_texts()}
    assert {message.id for message in SITEGEN.read_catalogue(language)} == used


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_are_kept(language: str) -> None:
    for message in SITEGEN.read_catalogue(language):
        assert not [str(error) for error in message.check()], message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_that_of_the_translations(language: str) -> None:
    with SITEGEN.file(language, "mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in SITEGEN.read_catalogue(language):
        if isinstance(message.id, str) and message.id:
            assert compiled.gettext(message.id) == message.string
        elif isinstance(message.id, tuple):
            one, many = message.id
            assert (compiled.ngettext(one, many, 1), compiled.ngettext(one, many, 2)) == message.string


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        pytest.param("fi", ['"', "...", " - ", "“"], id="fi"),
        pytest.param("sv", ['"', "...", " - ", "“"], id="sv"),
    ],
)
def test_typography_of_the_interface(language: str, wrong: list[str]) -> None:
    strings = [str(message.string) for message in SITEGEN.read_catalogue(language) if message.id]
    assert not [string for string in strings if any(mark in string for mark in wrong)]
