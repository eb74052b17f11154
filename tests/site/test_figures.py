"""The pages of figures, with numbers that are known."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from bs4 import BeautifulSoup, Tag

from parsers.model import Release
from sitegen.pages.about import about_page
from sitegen.pages.amounts import amounts_file, amounts_page
from sitegen.pages.amounts_lists import RoundsPage, planned_rounds
from sitegen.pages.browse import PER_PAGE
from sitegen.pages.figures import figures_page
from sitegen.pages.translation import translation_file, translation_page
from sitegen.pages.translation_lists import planned_counted
from sitegen.scope import Scope
from tests.site.figured import NBSP, Archive, difference, pair, paths_of, release, scope
from tests.site.sample import SampleArchive
from tests.site.test_sums import call


def test_coverage_tells_what_is_missing_from_what_is_not_seen_yet(translated: Scope) -> None:
    page = translation_page(translated)
    assert (page.finnish, page.share, page.lag, page.wait) == (4, "50%", f"27{NBSP}hours", 60)
    assert page.everything
    rows = {row.name: row.cells for row in page.everything.table.rows}
    assert rows == {
        "2024": ("1", "0", "–", "0", "1", "0", "–", "0"),
        "2023": ("2", "1", "50%", "1", "0", "1", "27", "0"),
        "Year not known": ("1", "0", "–", "0", "1", "0", "–", "0"),
    }
    assert page.everything.table.foot and page.everything.table.foot.cells[:5] == ("4", "1", "50%", "1", "2")
    (chart,) = page.everything.charts
    assert [bar.told for bar in chart.bars] == [
        "2023, In Swedish too: 1",
        "2023, No Swedish version: 1",
        "2024, Not seen yet: 1",
    ]


def test_every_count_of_translation_leads_to_what_it_counts(translated: Scope) -> None:
    page = translation_page(translated)
    lists = {each.path: each.make() for each in planned_counted(translated)}
    assert page.everything and len(lists) == 7
    columns = (None, "translated", None, "never", "waiting", "swedish-only", None, "contradicting")
    found = 0
    for section in (page.everything, *page.sections):
        for row in section.table.rows:
            for cell, link, column in zip(row.cells, row.links, columns, strict=True):
                if column:
                    path, _, anchor = (link or "").partition("#")
                    assert (link is None) == (cell == "0") and anchor in ("", column)
                    assert len(paths_of(lists[path], column) if link else []) == int(cell)
                    found += link is not None
    assert found == 10
    assert paths_of(lists["en/translation/tem/2023/"], "never") == ["en/release/fi1/"]


def test_an_authority_leads_to_its_section(translated: Scope) -> None:
    page = translation_page(translated)
    assert page.comparison
    assert [row.path for row in page.comparison.rows] == ["en/translation/#by-tem", "en/translation/#by-okm"]


def test_what_contradicts_is_listed(template: Release) -> None:
    releases = [release(template, language, 0, "2023-01-10T09:00") for language in ("fi", "sv")]
    made = scope(Archive({each.id: each for each in releases}, [pair(0, None, difference("closes", "high"))]))
    (page, _whole) = [each.make() for each in planned_counted(made)]
    assert paths_of(page, "contradicting") == paths_of(page, "translated") == ["en/release/fi0/"]


def test_authorities_are_set_beside_each_other_by_name(translated: Scope) -> None:
    page = translation_page(translated)
    names = ["Ministry of Economic Affairs and Employment", "Ministry of Education and Culture"]
    assert page.comparison and [row.name for row in page.comparison.rows] == names
    assert [section.id for section in page.sections] == ["by-tem", "by-okm"]
    assert not page.sections[1].charts, "what is only in Swedish is in the table alone"


def test_a_swedish_version_that_came_first_has_a_minus(template: Release) -> None:
    releases = [release(template, language, 0, "2023-01-10T09:00") for language in ("fi", "sv")]
    page = translation_page(scope(Archive({each.id: each for each in releases}, [pair(0, -26.5)])))
    assert page.lag == f"−26{NBSP}hours 30{NBSP}minutes"


def test_lags_of_a_column_have_the_same_number_of_decimals(template: Release) -> None:
    releases = [
        release(template, language, year, f"{year}-01-10T09:00")
        for year in (2021, 2022, 2023)
        for language in ("fi", "sv")
    ]
    pairs = [pair(2021, 40.0), pair(2022, 45.5), pair(2023, 0.0)]
    page = translation_page(scope(Archive({each.id: each for each in releases}, pairs)))
    assert page.everything and page.everything.table.foot
    rows = (*page.everything.table.rows, page.everything.table.foot)
    assert [row.cells[6] for row in rows] == ["0.0", "45.5", "40.0", "40.0"]


def test_lags_are_drawn_where_there_are_two_years(template: Release) -> None:
    releases = [
        release(template, language, year, f"{year}-01-10T09:00") for year in (2021, 2023) for language in ("fi", "sv")
    ]
    page = translation_page(scope(Archive({each.id: each for each in releases}, [pair(2021, 2.5), pair(2023, 30.0)])))
    assert page.everything
    assert [dot.told.replace(NBSP, " ") for dot in page.everything.charts[1].dots] == [
        "2021: 2 hours 30 minutes",
        "2023: 30 hours",
    ]
    assert not page.everything.charts[1].strokes, "2022 is not known"


def test_the_translation_file_has_the_same_figures(translated: Scope) -> None:
    ((path, text),) = translation_file(translated)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert path == "en/translation/translation.csv"
    assert [
        (row["authority"], row["year"], row["translated"], row["never"], row["not_yet"], row["undated"]) for row in rows
    ] == [
        ("okm", "2023", "0", "0", "0", "0"),
        ("tem", "", "0", "0", "0", "1"),
        ("tem", "2023", "1", "1", "0", "0"),
        ("tem", "2024", "0", "0", "1", "0"),
    ]
    assert (rows[2]["share_translated"], rows[2]["median_lag_hours"]) == ("0.5", "27.0")


@pytest.fixture
def rounds(archive: SampleArchive) -> Scope:
    calls = (
        call(
            "opening",
            "decision",
            opens="2022-05-01",
            total=Decimal(3_000_000),
            decided="2023-01-02",
            granted=Decimal(2_870_000),
        ),
        call("opening", opens="2022-09-01"),
        call("opening", opens="2023-02-01", total=Decimal(400_000), authority="om"),
        call("opening", opens="2023-03-01", total=Decimal(50_000), currency="SEK", authority=None),
    )
    return scope(archive, calls=calls)


def test_sums_by_year_and_authority(rounds: Scope) -> None:
    page = amounts_page(rounds)
    assert (page.rounds, page.available, page.granted) == (4, "€3,400,000", "€2,870,000")
    assert page.everything
    assert [(row.name, row.cells) for row in page.everything.table.rows] == [
        ("2023", ("€400,000", "1", "1", "€2,870,000", "1", "1")),
        ("2022", ("€3,000,000", "2", "1", "–", "0", "0")),
    ]
    assert [bar.told for bar in page.everything.charts[0].bars] == [
        "Available 2022: €3,000,000",
        "Available 2023: €400,000",
        "Granted 2023: €2,870,000",
    ]
    assert page.everything.charts[0].text == (
        "Columns by year, 2022–2023. The highest: Available 2022: €3,000,000. The table has all figures."
    )
    assert [section.id for section in page.sections] == ["by-tem", "by-om"]


def test_every_sum_leads_to_its_rounds(rounds: Scope) -> None:
    page = amounts_page(rounds)
    lists = {each.path: each.make() for each in planned_rounds(rounds)}
    assert page.everything
    columns = ("opened", "opened", "opened", "decided", "decided", "decided")
    for section in (page.everything, *page.sections):
        for row in section.table.rows:
            for cell, link, column in zip(row.cells, row.links, columns, strict=True):
                path, _, anchor = (link or "").partition("#")
                assert (link is None) == (cell in ("0", "–")) and anchor in ("", column)
                assert link is None or paths_of(lists[path], column)
    both = lists["en/amounts/all/2022/"]
    assert isinstance(both, RoundsPage) and len(paths_of(both, "opened")) == 2
    assert [(each.name, each.sum, each.read) for each in both.sums] == [("Available", "€3,000,000", 1)]
    (other,) = page.others
    assert other.path == "en/amounts/unknown/2023/sek/" and other.path in lists


def test_a_column_can_begin_on_a_later_page(archive: SampleArchive) -> None:
    many = [call("opening", opens=f"2022-05-{at % 28 + 1:02}", total=Decimal(1)) for at in range(PER_PAGE + 1)]
    last = call("decision", decided="2022-06-01", granted=Decimal(2))
    calls = tuple(msgspec.structs.replace(each, id=f"c{at}") for at, each in enumerate((*many, last)))
    made = scope(archive, calls=calls)
    page = amounts_page(made)
    assert page.everything
    (row,) = page.everything.table.rows
    assert (row.links[0], row.links[3]) == ("en/amounts/all/2022/#opened", "en/amounts/all/2022/page/2/#decided")
    lists = {each.path: each.make() for each in planned_rounds(made)}
    assert len(paths_of(lists["en/amounts/all/2022/page/2/"], "opened")) == 1
    assert len(paths_of(lists["en/amounts/all/2022/page/2/"], "decided")) == 1


def test_other_currencies_are_named_and_not_drawn(rounds: Scope) -> None:
    (other,) = amounts_page(rounds).others
    assert (other.publisher, other.year, other.available, other.granted) == (
        "Publisher not known",
        "2023",
        f"SEK{NBSP}50,000",
        None,
    )


def test_the_file_of_sums_has_the_same_figures(rounds: Scope) -> None:
    ((path, text),) = amounts_file(rounds)
    assert path == "en/amounts/amounts.csv"
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == [
        ["om", "Ministry of Justice", "2023", "EUR", "1", "1", "400000", "0", "0", ""],
        ["tem", "Ministry of Economic Affairs and Employment", "2022", "EUR", "2", "1", "3000000", "0", "0", ""],
        ["tem", "Ministry of Economic Affairs and Employment", "2023", "EUR", "0", "0", "", "1", "1", "2870000"],
        ["", "", "2023", "SEK", "1", "1", "50000", "0", "0", ""],
    ]


def test_the_way_in_tells_the_same(rounds: Scope, translated: Scope) -> None:
    assert (figures_page(rounds).rounds, figures_page(rounds).available) == (4, "€3,400,000")
    assert (figures_page(translated).finnish, figures_page(translated).share) == (4, "50%")


def test_an_empty_archive_has_empty_figures() -> None:
    empty = scope(SampleArchive({}))
    assert amounts_page(empty).everything is None and translation_page(empty).everything is None
    assert figures_page(empty).share is None and about_page(empty).sources == ()


@pytest.mark.parametrize("path", ["fi/translation/", "sv/amounts/"])
def test_every_chart_has_its_words_and_its_table(site: Path, path: str) -> None:
    soup = BeautifulSoup((site / path / "index.html").read_text(encoding="utf-8"), "lxml")
    charts = soup.select("svg.chart")
    assert charts
    for chart in charts:
        assert chart["role"] == "img"
        words = [soup.find(id=name) for name in str(chart["aria-labelledby"]).split()]
        assert all(isinstance(each, Tag) and each.get_text(strip=True) for each in words)
        assert chart.find_next("table", class_="figures")
    for table in soup.select("table.figures"):
        assert table.select("thead th[scope=col]") and table.select("tbody th[scope=row]")
