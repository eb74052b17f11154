"""Jinja for one interface language: texts that stand in a template as they are, are translated when it is compiled."""

from __future__ import annotations

from gettext import NullTranslations
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

_CALLS = ("_", "gettext")


class LanguageEnvironment(Environment):
    """Escaping on, a name that is not there is a fault, and the words are those of one catalogue.

    Most calls of ``_`` name a text and nothing to fill in: a site of 80,000 pages would look up the same few hundred
    texts four million times. Here they become part of the compiled template.
    """

    def __init__(self, catalogue: NullTranslations) -> None:
        super().__init__(
            loader=PackageLoader("sitegen", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
            # Templates do not change while a site is built: their files are not asked for their times at each use.
            auto_reload=False,
        )
        self._told = _Told(catalogue)
        self.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]

    def _generate(self, source: nodes.Template, *arguments: Any, **options: Any) -> str:
        self._told.visit(source)
        return super()._generate(source, *arguments, **options)


class _Told(NodeTransformer):
    """Puts the translation in the place of a call for it, just as Jinja's own gettext would give it."""

    def __init__(self, catalogue: NullTranslations) -> None:
        self._catalogue = catalogue

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 (Jinja names it)
        self.generic_visit(node)
        if not isinstance(node.node, nodes.Name) or node.node.name not in _CALLS:
            return node
        if len(node.args) != 1 or not isinstance(node.args[0], nodes.Const) or node.kwargs or node.dyn_kwargs:
            return node
        return nodes.Const(Markup(self._catalogue.gettext(node.args[0].value)) % {}, lineno=node.lineno)
