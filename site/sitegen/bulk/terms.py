"""Under what terms the data may be used: what the program derived is given away, the texts are their publishers'."""

from __future__ import annotations

from sitegen.texts import mark as _

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
TITLE = _("Hakuarkisto: releases on Finnish government grants, in Finnish and Swedish")
ABOUT = _(
    "What Finnish ministries and agencies have announced about grants, with sums, deadlines and other facts read "
    "by a program, the Finnish and Swedish versions aligned and compared, and grant rounds put together."
)
# Releases' texts or titles stand in these; in the others, values and references with the words a value was read from.
TEXTS_IN = frozenset({"releases", "calls"})
DERIVED = _(
    "What the program has derived – facts, pairs, alignments, differences and rounds – is free for any use (CC0)."
)
TEXTS = _(
    "The texts and titles are those of the ministries and agencies that published them, under the terms of each; "
    "cite the publisher when you quote one."
)
PERSONS = _(
    "Contact persons’ names, telephone numbers and e-mail addresses are left out of the files: in the texts each "
    "of their characters is replaced by █, so that the places of everything else stay true. Other persons, such "
    "as ministers whom a release quotes, are named as published."
)
PERSONS_SHOWN = _(
    "The files name contact persons as the releases do. What you do with personal data is for you to answer for."
)


def is_free(table: str) -> bool:
    """Tell whether all that a table holds is given away; where it is not, the licence may not be said of its files."""
    return table not in TEXTS_IN


def rights(table: str) -> str:
    """Return under what terms a table may be used, in English: the text that is translated where it is shown."""
    return DERIVED if is_free(table) else TEXTS
