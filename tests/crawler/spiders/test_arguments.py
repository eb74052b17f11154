"""What a spider is told: read as it is meant, or refused in a line that names it."""

from __future__ import annotations

from datetime import date

import pytest

from crawler.spiders.stea import Stea
from parsers.problems import Problem


def test_arguments_are_read() -> None:
    spider = Stea(since="2024-03-01", until="2024-04-30", limit="20", languages="fi,sv", today="2024-05-01")
    assert (spider.since, spider.until, spider.today) == (date(2024, 3, 1), date(2024, 4, 30), date(2024, 5, 1))
    assert spider.languages == ("fi", "sv") and not spider.is_full


def test_one_day_is_a_time() -> None:
    spider = Stea(since="2024-03-01", until="2024-03-01")
    assert spider.is_in_time(date(2024, 3, 1)) and not spider.is_in_time(date(2024, 3, 2))


def test_without_arguments_all_is_wanted() -> None:
    spider = Stea()
    assert (spider.since, spider.until) == (date.min, date.max)
    assert spider.languages == ("fi", "sv", "en") and not spider.is_full


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"since": "1.3.2024"}, "1.3.2024: not a day; write it as 2024-01-31"),
        ({"until": "2024-02-30"}, "2024-02-30: not a day; write it as 2024-01-31"),
        ({"limit": "few"}, "few: not a number of releases; write it as 20"),
        ({"limit": "0"}, "0: not a number of releases; write it as 20"),
        ({"limit": -3}, "-3: not a number of releases; write it as 20"),
        ({"languages": "fi,de"}, "de: not a language of the archive; fi, sv and en are"),
        (
            {"since": "2026-09-01", "until": "2026-01-01"},
            "2026-09-01 is later than 2026-01-01: no day lies between them",
        ),
        ({"sicne": "2024-03-01"}, "sicne: no argument of the spider stea"),
        ({"store": "x"}, "store: no argument of the spider stea"),
        ({"asked": "x"}, "asked: no argument of the spider stea"),
        ({"manners": ""}, "manners: no argument of the spider stea"),
    ],
)
def test_what_cannot_be_read_is_refused(arguments: dict[str, str], said: str) -> None:
    with pytest.raises(Problem) as refused:
        Stea(**arguments)
    assert str(refused.value) == said
