"""What the command line says, in the language of the user's environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG)."""

from __future__ import annotations

import gettext as gnu_gettext
from pathlib import Path
from unicodedata import category

from parsers.problems import Problem

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "haku"

_catalogue = gnu_gettext.translation(DOMAIN, LOCALE, fallback=True)
_ = _catalogue.gettext
ngettext = _catalogue.ngettext
LANGUAGE = _catalogue.info().get("language", "en")

# click looks its own words up in the process's default domain.
gnu_gettext.bindtextdomain(DOMAIN, str(LOCALE))
gnu_gettext.textdomain(DOMAIN)


def explain(problem: Problem) -> str:
    """Return a problem's one line in the user's language; what it names can neither break it nor steer the terminal."""
    return _filled(_(problem.message), problem)


def explain_in(problem: Problem, language: str) -> str:
    """Return a problem's one line in a language, in English where there is no translation."""
    catalogue = gnu_gettext.translation(DOMAIN, LOCALE, [language], fallback=True)
    return _filled(catalogue.gettext(problem.message), problem)


def _filled(message: str, problem: Problem) -> str:
    return message.format(**{key: one_line(value) for key, value in problem.values.items()})


def one_line(value: object) -> str:
    """Return a value on one line, what does not print replaced.

    >>> one_line("a\\x1b[31m\\nb")
    'a\ufffd[31m b'
    """
    return printable(" ".join(str(value).split()))


def printable(text: str) -> str:
    """Return a text in which nothing but line breaks steers a terminal: what controls is replaced."""
    return "".join("\ufffd" if category(sign)[0] == "C" and sign != "\n" else sign for sign in text)
