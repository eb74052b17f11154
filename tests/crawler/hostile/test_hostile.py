"""Each way to misbehave: what the run reports of it, and that all the rest was collected."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.hostile import BEHAVIOURS, HostileSite
from crawler.hostile.pages import GOOD, LISTING, SWEDISH, release
from crawler.outcomes import Outcome
from crawler.report import CrawlReport
from crawler.run import crawl
from crawler.warc import read_captures
from crawler.watch import Arguments, Fill, Rates, Reports, Run, Watch, problem_of, start_after
from parsers.capture import Capture

pytestmark = pytest.mark.usefixtures("quick_crawls")

Check = Callable[[Path], str]
HASTE = {"DOWNLOAD_TIMEOUT": 3, "HOST_FAILURES_MAX": 1000, "RETRY_BACKOFF": 0.02}
# Ways of single pages, which one crawl can meet all at once.
OF_PAGES = (
    "slow",
    "stalled",
    "truncated",
    "wrong_length",
    "wrong_charset",
    "missing_charset",
    "gzip_bomb",
    "huge_page",
    "redirect_loop",
    "redirect_offsite",
    "too_many_requests",
    "burst_of_500",
    "forbidden",
    "captcha",
    "empty_page",
)
OF_SITES = (
    "robots_disallow",
    "endless_calendar",
    "duplicate_addresses",
    "cdata_feed",
    "sitemap_of_404s",
    "packed_sitemaps",
    "xml_bomb",
    "changed",
    "vanished",
    "redesign",
    "moved_listing",
)


@dataclass
class Visited:
    """A finished crawl of a hostile site."""

    site: HostileSite
    report: CrawlReport
    folder: Path

    @property
    def told(self) -> str:
        return "\n".join(map(str, self.report.problems))

    @property
    def pages(self) -> dict[str, Capture]:
        """The newest page captured at each address, whole pages only."""
        found = {}
        for capture, _ in read_captures(self.folder, on_problem=_fail):
            if capture.status == 200:
                found[capture.url] = capture
        return found

    def page(self, path: str) -> Capture | None:
        return self.pages.get(f"https://tem.fi{path}")


def _fail(problem: Exception) -> None:
    raise problem


def visit(site: HostileSite, folder: Path) -> Visited:
    report = crawl(folder / "warc", ["tem"], at=site.address, settings=HASTE)
    return Visited(site, report, folder / "warc")


def watched(visited: Visited) -> Run:
    """The report of a crawl as the archive keeps it, with its alarms."""
    reports = Reports(visited.folder.parent / "runs")
    earlier = reports.read(_fail)
    watch = Watch(reports, Arguments(sources=("tem",), at=visited.site.address), earlier, Rates(), start_after(earlier))
    watch.end(visited.report)
    titles = Fill(source="tem", field="title", filled=8, releases=8)
    return watch.judge(lambda since: Rates((titles,)))


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Visited:
    """One crawl that meets every misbehaving page."""
    with HostileSite(*OF_PAGES) as site:
        return visit(site, tmp_path_factory.mktemp("hostile"))


def test_every_behaviour_is_tested() -> None:
    assert set(BEHAVIOURS) == {*OF_PAGES, *OF_SITES}


def test_the_rest_is_collected(visited: Visited, check: Check) -> None:
    assert all(visited.page(path) for path in GOOD)
    assert not visited.report.interrupted
    check(visited.folder)


@pytest.mark.parametrize("path", ["/-/hidas", "/-/odota", "/-/oikukas"])
def test_what_comes_late_is_waited_for(visited: Visited, path: str) -> None:
    assert visited.page(path), visited.told
    assert path not in visited.told


@pytest.mark.parametrize(
    "path", ["/-/jumissa", "/-/katkennut", "/-/liian-lyhyt-pituus", "/-/pommi", "/-/valtava", "/-/tyhja"]
)
def test_what_is_not_whole_is_told_of_and_never_kept(visited: Visited, path: str) -> None:
    assert visited.page(path) is None
    assert len(re.findall(rf"https://tem\.fi{path}: ", visited.told)) == 1, visited.told


def test_a_page_longer_than_it_says_ends_where_it_says(visited: Visited) -> None:
    kept = visited.page("/-/vaara-pituus")
    assert kept is not None and kept.body == release("Väärä pituus").encode()
    assert "/-/vaara-pituus" not in visited.told
    assert "https://tem.fi/-/liian-lyhyt-pituus: the page breaks off before its end" in visited.told


@pytest.mark.parametrize("path", ["/-/vaara-merkisto", "/-/vanha-sivu"])
def test_a_page_in_another_charset_is_read_right(visited: Visited, path: str) -> None:
    from parsers.release import read_release

    capture = visited.page(path)
    assert capture is not None
    release = read_release(capture)
    assert release.title == "Määrärahahaku päättyy" and release.organisation == "Työ- ja elinkeinoministeriö"


@pytest.mark.parametrize("path", ["/-/kierto-1", "/-/itseensa"])
def test_circles_are_told_of(visited: Visited, path: str) -> None:
    assert re.search(rf"tem\.fi{path}: the site redirects in a circle", visited.told), visited.told


@pytest.mark.parametrize("path", ["/-/muualle", "/-/suojaan", "/-/levylle"])
def test_redirects_elsewhere_are_not_followed(visited: Visited, path: str) -> None:
    assert re.search(rf"https://tem\.fi{path}: ", visited.told), visited.told
    assert not any("cdn-cgi" in asked or "meta-data" in asked for asked, _ in visited.site.requests)


def test_refusals_and_checks_for_robots_are_errors_of_their_own(visited: Visited) -> None:
    assert "https://tem.fi/-/kielletty: the site answered with status 403" in visited.told
    assert "https://tem.fi/-/oletko-ihminen: the site shows a check for robots instead of the page" in visited.told
    assert visited.page("/-/kielletty") is None and visited.page("/-/oletko-ihminen") is None


def test_every_failure_is_counted_once(visited: Visited) -> None:
    assert visited.report.total(Outcome.FAILED) == len(visited.report.problems)


def test_robots_txt_is_obeyed(tmp_path: Path) -> None:
    with HostileSite("robots_disallow") as site:
        done = visit(site, tmp_path)
    assert not any(path.startswith("/-/salainen") for path, _ in site.requests)
    assert all(done.page(path) for path in GOOD)
    assert "salainen-1" in done.told and "salainen-2" in done.told


def test_an_endless_calendar_comes_to_an_end(tmp_path: Path) -> None:
    with HostileSite("endless_calendar") as site:
        done = visit(site, tmp_path)
    listings = [path for path, _ in site.requests if "paramYear" in path]
    assert len(listings) == len(set(listings)) < 100
    assert all(done.page(path) for path in GOOD) and not done.report.problems


def test_a_release_is_fetched_once_whatever_its_addresses(tmp_path: Path) -> None:
    with HostileSite("duplicate_addresses") as site:
        done = visit(site, tmp_path)
    assert [path for path, status in site.requests if "haku-1" in path] == ["/-/haku-1"]
    assert done.report.total(Outcome.NEW) == len(GOOD) and not done.report.problems


def test_a_feed_with_escaped_marks_names_its_releases(tmp_path: Path) -> None:
    with HostileSite("cdata_feed") as site:
        done = visit(site, tmp_path)
    assert all(done.page(path) for path in GOOD) and not done.report.problems


def test_sitemaps_that_are_gone_cost_no_complaint(tmp_path: Path) -> None:
    with HostileSite("sitemap_of_404s") as site:
        done = visit(site, tmp_path)
        assert done.page("/-/vain-sivukartassa") and not done.report.problems
        first = len(site.requests)
        site.visit = 2
        visit(site, tmp_path)
    again = [path for path, _ in site.requests[first:] if "sitemap.xml?" in path]
    assert len(again) <= 1


def test_packed_sitemaps_are_unpacked_within_bounds(tmp_path: Path) -> None:
    with HostileSite("packed_sitemaps") as site:
        done = visit(site, tmp_path)
        assert done.page("/-/vain-paketissa") and all(done.page(path) for path in GOOD)
        for number, reason in ((2, "breaks off"), (3, "unpacks to more than")):
            assert re.search(rf"/sitemap-{number}\.xml\.gz: .*{reason}", done.told), done.told
        assert len(done.report.problems) == 2
        site.visit = 2
        again = visit(site, tmp_path)
    assert len(again.report.problems) == 2, "what could not be read is told of until it can"
    assert again.report.total(Outcome.UNCHANGED) == len(GOOD) + 1


def test_entity_bombs_are_not_expanded(tmp_path: Path) -> None:
    with HostileSite("xml_bomb") as site:
        done = visit(site, tmp_path)
    assert all(done.page(path) for path in GOOD)
    assert not any("root:" in path or len(path) > 500 for path, _ in site.requests)


def test_a_changed_page_is_captured_anew_and_its_old_text_kept(tmp_path: Path) -> None:
    with HostileSite("changed") as site:
        visit(site, tmp_path)
        site.visit = 2
        done = visit(site, tmp_path)
    assert done.report.total(Outcome.CHANGED) == 2 and done.report.total(Outcome.UNCHANGED) == len(GOOD) - 2
    bodies = [capture.body for capture, _ in read_captures(done.folder, on_problem=_fail) if GOOD[0] in capture.url]
    assert len(bodies) == 2 and b"30.4.2021" in bodies[1] and b"30.4.2021" not in bodies[0]


def test_vanished_pages_are_found_gone_though_no_listing_names_them(tmp_path: Path) -> None:
    with HostileSite("vanished") as site:
        visit(site, tmp_path)
        site.visit = 2
        done = visit(site, tmp_path)
    assert done.report.total(Outcome.GONE) == 5 and done.report.total(Outcome.UNCHANGED) == 2
    assert all(done.page(path) for path in GOOD)  # their last captures stay
    answers = {capture.url: capture.status for capture, _ in read_captures(done.folder, on_problem=_fail)}
    assert [answers[f"https://tem.fi{path}"] for path in GOOD[:3]] == [404, 410, 302]


def test_where_vanished_pages_lead_to_is_never_taken_for_them(tmp_path: Path) -> None:
    with HostileSite("vanished") as site:
        visit(site, tmp_path)
        site.visit = 2
        done = visit(site, tmp_path)
    assert [str(problem) for problem in done.report.problems] == [
        "https://tem.fi/-/kirjautumassa: the site asks for a log-in instead of showing the page"
    ]
    assert done.report.total(Outcome.FAILED) == 1 and not done.report.total(Outcome.NEW)
    moved = ("/-/osastolla", "/-/kirjautumassa", "/-/siirtynyt")
    assert all(page and "Vielä paikallaan".encode() in page.body for page in map(done.page, moved))
    assert not [path for path in ("/ajankohtaista", "/c/portal/login", "/-/ei-mitaan") if done.page(path)]


def test_a_redesign_is_captured_and_the_old_pages_stay(tmp_path: Path) -> None:
    with HostileSite("redesign") as site:
        visit(site, tmp_path)
        site.visit = 2
        done = visit(site, tmp_path)
    assert done.report.total(Outcome.CHANGED) == len(GOOD)
    bodies = [capture.body for capture, _ in read_captures(done.folder, on_problem=_fail) if GOOD[0] in capture.url]
    assert len(bodies) == 2


def test_one_listing_of_two_that_names_nothing_any_more_raises_the_alarm(tmp_path: Path) -> None:
    with HostileSite("moved_listing") as site:
        assert watched(visit(site, tmp_path)).alarms == ()
        site.visit = 2
        done = visit(site, tmp_path)
        assert done.report.total(Outcome.UNCHANGED) == len(GOOD) + len(SWEDISH) and not done.report.problems
        run = watched(done)
        (alarm,) = run.alarms
        assert str(problem_of(alarm)).startswith(f"tem (fi): the list at https://tem.fi{LISTING} names no releases")
        assert (alarm.observed, alarm.expected) == (0, len(GOOD))
        again = watched(visit(site, tmp_path))
        assert [each.since for each in again.alarms] == [run.start]
        site.visit = 1
        healed = watched(visit(site, tmp_path))
    assert (healed.alarms, healed.standing) == ((), ())


def test_the_site_stops_by_itself() -> None:
    site = HostileSite("stalled", seconds=0.2)
    site.start()
    site.wait()
    assert site.stopping.is_set()


def serve(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "crawler.hostile", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_behaviours_are_listed_and_unknown_ones_refused() -> None:
    listed, _ = (found := serve()).communicate(timeout=60)
    assert found.returncode == 0 and {line.split()[0] for line in listed.splitlines()} == set(BEHAVIOURS)
    said, _ = (refused := serve("gzip_bom")).communicate(timeout=60)
    assert refused.returncode == 2 and "gzip_bom" in said and "gzip_bomb" in said


def test_the_second_visit_can_be_served_by_hand() -> None:
    with serve("vanished", "--visit", "2") as process:
        assert process.stdout
        address = process.stdout.readline().split()[0]
        with pytest.raises(urllib.error.HTTPError) as gone, urllib.request.urlopen(address + GOOD[0], timeout=10):
            pass
        process.terminate()
    assert gone.value.code == 404
