"""What the command line says, in the language of the user's environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG)."""

from __future__ import annotations

import gettext as gnu_gettext
from pathlib import Path

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
    """Return a problem's one line in the user's language; what it names is shown on one line too."""
    values = {key: " ".join(str(value).split()) for key, value in problem.values.items()}
    return _(problem.message).format(**values)
