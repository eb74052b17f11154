"""The pages of figures and of differences, and the page about the archive, with numbers that are known."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from bs4 import BeautifulSoup, Tag

from parsers.model import Difference, Kind, Pair, PairSide, Release
from parsers.problems import Problem
from sitegen.accuracy import accuracy
from sitegen.calls import CallEntry
from sitegen.entries import Entry
from sitegen.freshness import freshness, last_seen
from sitegen.holdings import read_holdings
from sitegen.operators import read_operator, read_operators
from sitegen.pages.about import about_page
from sitegen.pages.amounts import amounts_file, amounts_page
from sitegen.pages.amounts_lists import RoundsPage, planned_rounds
from sitegen.pages.base import Page
from sitegen.pages.browse import PER_PAGE
from sitegen.pages.differences import differences_pages, narrower_differences
from sitegen.pages.figures import figures_page
from sitegen.pages.translation import translation_file, translation_page
from sitegen.pages.translation_lists import CountedPage, planned_counted
from sitegen.render import render
from sitegen.scope import Scope, scope_of
from tests.site.sample import SampleArchive
from tests.site.test_sums import call

LANGUAGES = ("fi", "sv", "en")
NBSP = "\u00a0"


class Archive(SampleArchive):
    """A sample archive whose releases and calls a test makes up."""


@pytest.fixture
def template(archive: SampleArchive) -> Release:
    return next(iter(archive.stored.values()))


def release(template: Release, language: str, number: int, published: str | None, **changes: object) -> Release:
    made: dict[str, object] = {"id": f"{language}{number}", "language": language, "published": published}
    made |= {"kind": Kind.CALL, "source": "tem", "authority": "tem", "captured": "2024-06-01T09:00:00Z"}
    return msgspec.structs.replace(template, **{**made, **changes})


def pair(number: int, lag: float | None = None, *differences: Difference) -> Pair:
    fi, sv = (PairSide(id=f"{language}{number}", url="") for language in ("fi", "sv"))
    return Pair(fi=fi, sv=sv, method="content", score=0.9, lag_hours=lag, differences=differences)


def scope(archive: SampleArchive, language: str = "en", **changes: object) -> Scope:
    holdings = replace(read_holdings(archive), **changes)  # type: ignore[arg-type]
    return scope_of(language, LANGUAGES, holdings)


@pytest.fixture
def translated(template: Release) -> Scope:
    """Of four calls in Finnish, one came in Swedish, one never did, one is too new to tell, one has no date."""
    releases = [
        release(template, "fi", at, day)
        for at, day in enumerate(("2023-01-10T09:00", "2023-03-01", "2024-05-20", None))
    ]
    releases += [
        release(template, "sv", 0, "2023-01-11T12:00"),
        release(template, "sv", 9, "2023-06-01", authority="okm"),
    ]
    releases += [release(template, "fi", 20, "2023-02-02", kind=Kind.DECISION)]
    return scope(Archive({each.id: each for each in releases}, [pair(0, 27.0)]))


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


def paths_of(page: Page | str, part: str) -> list[str]:
    assert isinstance(page, (CountedPage, RoundsPage))
    return [
        (item.main if isinstance(item, (Entry, CallEntry)) else item).path
        for each in page.parts
        if each.id == part
        for item in each.items
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


def difference(field: str, severity: str, kind: str = "contradicts") -> Difference:
    return Difference(field=field, kind=kind, fi="1", sv="2", severity=severity)  # type: ignore[arg-type]


@pytest.fixture
def differing(template: Release) -> Scope:
    """Three pairs, the newest with the slightest contradiction."""
    days = ("2021-01-01", "2022-01-01", "2023-01-01")
    releases = [release(template, language, at, day) for at, day in enumerate(days) for language in ("fi", "sv")]
    pairs = [
        pair(0, None, difference("contacts", "low"), difference("closes", "high")),
        pair(1, None, difference("amounts", "high", "only_fi"), difference("opens", "medium")),
        pair(2, None, difference("contacts", "low"), difference("amounts", "high", "only_sv")),
    ]
    return scope(Archive({each.id: each for each in releases}, pairs))


def test_contradictions_stand_the_gravest_first(differing: Scope) -> None:
    (page,) = differences_pages(differing)
    assert (page.pairs, page.differing, page.contradictions, page.count) == (3, 3, 4, 4)
    assert [(group.severity, [each.entry.main.path for each in group.entries]) for group in page.groups] == [
        ("high", ["en/release/fi0/"]),
        ("medium", ["en/release/fi1/"]),
        ("low", ["en/release/fi2/"]),
    ]
    assert [each.number for each in page.groups[0].entries[0].differences] == [1, 2]
    assert [each.number for each in page.groups[1].entries[0].differences] == [2], "what one version says is left out"


@pytest.mark.parametrize(
    ("path", "count", "shown"),
    [
        pytest.param("severity/high/", 1, [("fi0", [2])], id="grave"),
        pytest.param("severity/low/", 2, [("fi2", [1]), ("fi0", [1])], id="slight-newest-first"),
        pytest.param("field/contacts/", 2, [("fi2", [1]), ("fi0", [1])], id="field"),
        pytest.param("authority/tem/", 4, [("fi0", [1, 2]), ("fi1", [2]), ("fi2", [1])], id="authority"),
        pytest.param("one-sided/", 2, [("fi2", [2]), ("fi1", [1])], id="one-sided"),
    ],
)
def test_narrower_lists_have_what_they_are_about(
    differing: Scope, path: str, count: int, shown: list[tuple[str, list[int]]]
) -> None:
    page = next(page for page in narrower_differences(differing) if page.path == f"en/differences/{path}")
    entries = [entry for group in page.groups for entry in group.entries]
    assert page.count == count and page.here == page.path
    assert [(each.entry.main.path.split("/")[2], [one.number for one in each.differences]) for each in entries] == shown


def test_only_lists_with_something_in_them_are_written(differing: Scope) -> None:
    paths = {page.path.removeprefix("en/differences/") for page in narrower_differences(differing)}
    assert paths == {
        *("severity/high/", "severity/medium/", "severity/low/", "one-sided/"),
        *("field/closes/", "field/opens/", "field/contacts/", "authority/tem/"),
    }


def test_long_lists_are_parted(template: Release) -> None:
    numbers = range(PER_PAGE + 1)
    releases = [release(template, language, at, "2021-01-01") for at in numbers for language in ("fi", "sv")]
    pairs = [pair(at, None, difference("closes", "high" if at else "low")) for at in numbers]
    first, last = differences_pages(scope(Archive({each.id: each for each in releases}, pairs)))
    assert (first.path, last.path) == ("en/differences/", "en/differences/page/2/")
    assert [(group.severity, len(group.entries)) for group in first.groups] == [("high", PER_PAGE)]
    assert [(group.severity, len(group.entries)) for group in last.groups] == [("low", 1)]


def test_sources_tell_how_fresh_they_are(translated: Scope) -> None:
    (row,) = freshness(translated.holdings)
    assert (row.source, row.releases, row.newest, row.captured) == ("tem", 7, "2024-05-20", "2024-06-01")
    assert last_seen(translated.holdings)["tem"].isoformat() == "2024-06-01"
    (source,) = about_page(translated).sources
    assert (source.name, source.link) == ("Ministry of Economic Affairs and Employment", "https://tem.fi/")


def test_what_is_not_of_the_catalogue_is_told_as_one(template: Release) -> None:
    places = (("file", None), ("example.org", "2024-02-03"), ("tem", "2024-01-01"))
    made = [release(template, "fi", at, day, source=source) for at, (source, day) in enumerate(places)]
    _, other = about_page(scope(Archive({each.id: each for each in made}))).sources
    assert (other.name, other.link, other.releases, other.newest) == ("Other pages and files", None, 2, "2024-02-03")


ROW = re.compile(r"^\| (?P<field>[a-z ]+) (?P<figures>(?:\| [\d.]+ )+)\|$", re.MULTILINE)
IN_DOCUMENT = {"names": "contact names", "phones": "contact phones", "use_period": "use period"}


def test_the_accuracy_told_is_that_of_the_documentation() -> None:
    """docs/reading-facts.md: tables of a count, the first reading and the present one for each set."""
    text = (Path(__file__).parents[2] / "docs" / "reading-facts.md").read_text(encoding="utf-8")
    firsts: dict[str, list[float]] = {}
    for row in ROW.finditer(text.partition("## Extending it")[0]):
        firsts.setdefault(row["field"], []).extend(map(float, row["figures"].strip("| ").split(" | ")[1::3]))
    measured = accuracy()
    for field in measured.fields:
        assert [each.f1[field] for each in measured.sets] == firsts[IN_DOCUMENT.get(field, field)][2:], field
    counts = ", ".join(str(each.pages) for each in measured.sets[:-1])
    assert f"{counts} and {measured.sets[-1].pages} pages" in text
    assert f"({measured.differences.found} of {measured.differences.planted})" in text


def test_accuracy_is_written_in_the_figures_of_the_language(translated: Scope) -> None:
    rows = {
        row.name: row.cells
        for row in about_page(
            replace(translated, formats=scope_of("fi", LANGUAGES, translated.holdings).formats)
        ).accuracy.rows
    }
    assert rows["Headline sum"] == ("0,829", "0,963", "0,750")


@pytest.mark.parametrize(
    ("text", "name", "link"),
    [
        pytest.param("arkisto@example.org", None, "mailto:arkisto@example.org", id="mail"),
        pytest.param(" Kirjasto <arkisto@example.org> ", "Kirjasto", "mailto:arkisto@example.org", id="named"),
        pytest.param("Kirjasto <https://example.org/palaute>", "Kirjasto", "https://example.org/palaute", id="form"),
    ],
)
def test_an_operator_can_be_reached(text: str, name: str | None, link: str) -> None:
    found = read_operator(text)
    assert (found.name, found.link) == (name, link)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Kirjasto", id="name-alone"),
        pytest.param("javascript:alert(1)", id="script"),
        pytest.param("<script>alert(1)</script>", id="markup"),
        pytest.param("a@b.fi?bcc=c@d.fi", id="more-than-an-address"),
    ],
)
def test_an_operator_who_cannot_be_reached_is_told(text: str) -> None:
    with pytest.raises(Problem, match="--operator"):
        read_operator(text)


def test_the_operator_stands_on_the_page(translated: Scope) -> None:
    page = about_page(replace(translated, operator=read_operator("A & B <a@example.org>")))
    link = BeautifulSoup(render(page, "en"), "lxml").find("a", href="mailto:a@example.org")
    assert isinstance(link, Tag) and link.parent
    assert link.parent.get_text() == "The operator of this site is A & B (a@example.org)."


def test_an_operator_without_a_name_is_an_address(translated: Scope) -> None:
    page = about_page(replace(translated, operator=read_operator("https://example.org/palaute")))
    link = BeautifulSoup(render(page, "en"), "lxml").find("a", href="https://example.org/palaute")
    assert isinstance(link, Tag) and link.parent
    assert link.parent.get_text() == "The operator of this site can be reached at https://example.org/palaute."


def test_an_operator_has_a_name_in_each_language() -> None:
    named = read_operators(["a@example.org", "sv=Bibliotek <a@example.org>", "fi=https://example.org/?fi=1"])
    assert {language: (one.name, one.address) for language, one in named.items()} == {
        "fi": (None, "https://example.org/?fi=1"),
        "sv": ("Bibliotek", "a@example.org"),
        "en": (None, "a@example.org"),
    }
    assert read_operators([]) == {}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param(["a@example.org", "b@example.org"], "has been given already", id="two-for-all"),
        pytest.param(["sv=a@example.org", "sv=b@example.org"], "has been given already", id="two-in-one"),
        pytest.param(["de=a@example.org"], "no interface in the language 'de'", id="other-language"),
        pytest.param(["fi=Kirjasto"], "is not an e-mail or web address", id="no-address"),
        pytest.param([""], "is not an e-mail or web address", id="empty"),
    ],
)
def test_operators_that_cannot_be_are_told(given: list[str], told: str) -> None:
    with pytest.raises(Problem) as caught:
        read_operators(given)
    assert told in str(caught.value)


def test_without_an_operator_the_host_is_named(site: Path, addressed_site: Path) -> None:
    told = (addressed_site / "en/about/index.html").read_text(encoding="utf-8")
    assert 'keeps the site that these pages lie on: <a href="https://example.org/arkisto/">' in told
    assert "whoever gave you these pages" in (site / "en/about/index.html").read_text(encoding="utf-8")


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
