"""Texts that are translated when a template is compiled are those that would be looked up when it is used."""

from __future__ import annotations

from gettext import NullTranslations

import pytest
from jinja2 import DictLoader, Environment

from sitegen.templating import LanguageEnvironment


class _Catalogue(NullTranslations):
    """Says everything louder, and counts how often it is asked."""

    asked = 0

    def gettext(self, message: str) -> str:
        self.asked += 1
        return message.upper().replace("%(NAME)S", "%(name)s")


_TEMPLATES = [
    pytest.param('{{ _("a & b") }}', "A & B", id="markup_as_jinja_gives_it"),
    pytest.param('{{ _("50 %% <b>") }}', "50 % <B>", id="a_percent_sign"),
    pytest.param('{{ _("for %(name)s", name="<x>") }}', "FOR &lt;x&gt;", id="something_to_fill_in"),
    pytest.param('{{ gettext("text")|length }}', "4", id="in_a_filter"),
    pytest.param('{% for key, name in (("k", _("n")),) %}{{ key }}{{ name }}{% endfor %}', "kN", id="in_a_list"),
    pytest.param('{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{{ m(_("x < y")) }}', "<i>X < Y</i>", id="to_a_macro"),
    pytest.param('{{ _(text) }}', "FROM OUTSIDE", id="a_variable"),
    pytest.param('{% trans %}whole{% endtrans %}', "WHOLE", id="a_block"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), _TEMPLATES)
def test_the_same_as_when_looked_up(source: str, expected: str) -> None:
    ours = LanguageEnvironment(_Catalogue())
    plain = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    plain.install_gettext_translations(_Catalogue(), newstyle=True)  # type: ignore[attr-defined]
    values = {"text": "from outside"}
    assert ours.from_string(source).render(values) == plain.from_string(source).render(values) == expected


def test_a_plain_text_is_looked_up_once() -> None:
    catalogue = _Catalogue()
    environment = LanguageEnvironment(catalogue)
    environment.loader = DictLoader({"page": '{{ _("one") }}{% for _number in range(5) %}{{ _("two") }}{% endfor %}'})
    for _ in range(3):
        assert environment.get_template("page").render() == "ONETWOTWOTWOTWOTWO"
    assert catalogue.asked == 2
