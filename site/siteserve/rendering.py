"""Pages to HTML: the site's own templates, with ours before them."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from functools import cache
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from parsers.model import Language
from sitegen import render as site
from sitegen.pages.base import Page

STATIC = files("siteserve").joinpath("static")
OWN_STATIC = "static/serve"


def render(page: Page) -> str:
    """Return a page as HTML, in its own language."""
    template = environment(page.language).get_template(page.template)
    return template.render({field.name: getattr(page, field.name) for field in fields(page)})


@cache
def environment(language: Language) -> Environment:
    """Return the site's environment with the templates of the live search in front.

    One that takes the place of the site's can extend that as ``sitegen/base.html``.
    """
    of_site = PackageLoader("sitegen", "templates")
    loader = ChoiceLoader([PackageLoader("siteserve", "templates"), of_site, PrefixLoader({"sitegen": of_site})])
    made = site.environment(language).overlay(loader=loader)
    made.globals["own_asset"] = own_asset
    return made


@cache
def own_asset(name: str) -> str:
    """Return the address, from the root, of a static file of the live search; it changes when the file does."""
    digest = hashlib.sha256(STATIC.joinpath(name).read_bytes()).hexdigest()
    return f"{OWN_STATIC}/{name}?v={digest[:8]}"
