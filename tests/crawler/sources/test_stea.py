"""stea.fi, crawled over HTTP: news in lists, call notices as lasting pages, with and without ``www.``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from crawler.outcomes import Outcome

SOURCE = "stea"

CALL, CALL_SV = (
    "https://stea.fi/-/jatkoavustusten-haku-2021",
    "https://stea.fi/sv/-/ansokan-om-fortsatta-understod-2021",
)
NOTICE = "https://stea.fi/avustusten-hakeminen/mihin-avustusta-voi-hakea/vuoden-2026-hankeavustukset"
NOTICE_SV = "https://stea.fi/sv/att-ansoka-om-understod/projektunderstod-som-beviljas-2026"
DECISION, TRAINING = "https://stea.fi/-/avustuspaatokset-on-tehty", "https://stea.fi/-/hakijakoulutus-verkossa"


def test_news_and_call_notices_are_found_each_once(first: Any) -> None:
    releases = first.releases
    assert first.report.problems == []
    assert set(releases) == {CALL, CALL_SV, NOTICE, NOTICE_SV, DECISION, TRAINING}, "lists name www.stea.fi"
    assert (releases[CALL].title, releases[CALL].published) == (
        "Jatkoavustusten haku vuodelle 2021 on auki",
        "2020-08-10",
    )
    assert [block.text for block in releases[CALL].blocks if "null" in block.text or "julkaisija" in block.text] == []
    assert (releases[CALL].declared["sv"], releases[NOTICE].declared["sv"]) == (CALL_SV, NOTICE_SV)
    assert {releases[CALL_SV].language, releases[NOTICE_SV].language} == {"sv"}
    assert (releases[NOTICE].kind, releases[NOTICE].published) == ("call", None)
    assert first.files == ["https://stea.fi/documents/2481425/0/hakuilmoitus-2026.pdf"]
    assert releases[NOTICE].attachments[0].url == first.files[0]


def test_second_crawl_costs_discovery_and_conditions(twice: tuple[Any, Any]) -> None:
    first, second = twice
    second.assert_repeats(first, 6)


def test_days_limit_what_has_days(visit: Callable[..., Any]) -> None:
    assert set(visit(SOURCE, since=date(2022, 1, 1), until=date(2022, 12, 31)).releases) == {
        DECISION,
        NOTICE,
        NOTICE_SV,
    }


def test_limit(visit: Callable[..., Any]) -> None:
    new = visit(SOURCE, limit=1).report.total(Outcome.NEW)
    assert new in (1, 2), "the version of a release in another language does not count"
