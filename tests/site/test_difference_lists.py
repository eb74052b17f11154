"""The lists of differences: by severity, by what they are about, in pages."""

from __future__ import annotations

import pytest

from parsers.model import Release
from sitegen.pages.browse import PER_PAGE
from sitegen.pages.differences import differences_pages, narrower_differences
from sitegen.scope import Scope
from tests.site.figured import Archive, difference, pair, release, scope


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
