"""Crawls of a site that changes between two visits: what the run reports, and what `haku status` says of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from subprocess import CompletedProcess
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.loopback import LOOPBACK, QuietServer
from crawler.samplesite import SampleSite
from crawler.watch import PAGE, Reports, Run
from haku.cli import haku
from parsers.problems import Problem

Haku = Callable[..., CompletedProcess[str]]

LISTINGS = {"fi": "/ajankohtaista/tiedotteet", "sv": "/sv/pressmeddelanden"}
WORDS = {
    "fi": ("/-/haku-{}", "Haku {} on avattu", "Julkaisuajankohta {}.3.2024 11.14", "Tiedote",
           "Ministeriö on avannut haun {}, johon on varattu miljoona euroa. Avustusta voivat hakea järjestöt."),
    "sv": ("/sv/-/ansokan-{}", "Ansökan {} har öppnats", "Utgivningsdatum {}.3.2024 11.14", "Pressmeddelande",
           "Ministeriet har öppnat ansökan {}, för vilken en miljon euro har reserverats. Föreningar kan ansöka."),
}  # fmt: skip
# What can become of the Finnish listing while the Swedish one stays as it was: status, and text or place.
LIST_STATES = {
    "no links": (200, "<html><body><main><h1>Tiedotteet ja uutiset</h1><div id='app'></div></main></body></html>"),
    "other links": (200, "<html><body><main><h1>Tiedotteet</h1><a href='/w/haku-1'>Tiedote</a></main></body></html>"),
    "front page": (302, "/"),
    "gone": (404, "<html><body><p>Ei löydy, valitettavasti.</p></body></html>"),
    "no text": (200, "<html><body><div id='app'></div></body></html>"),
    "no markup": (200, "Tiedotteet: haku 1 on avattu, haku 2 on avattu"),
}
CHECK = "<html><head><title>Just a moment...</title></head><body>Checking your browser, please wait</body></html>"


@dataclass
class Site:
    """tem.fi on this machine: `numbers` are its releases by language, `state` what has happened to it."""

    address: str = ""
    state: str = "as it was"
    numbers: dict[str, list[int]] = field(default_factory=lambda: {"fi": list(range(1, 9)), "sv": list(range(1, 7))})

    def answer(self, path: str) -> tuple[int, str]:
        if path == "/robots.txt":
            return 404, page("Ei löydy, valitettavasti.")
        if self.state == "blocked":
            return 403, CHECK
        if path == "/":
            return 200, page("<h1>Työ- ja elinkeinoministeriö</h1>")
        for language, listing in LISTINGS.items():
            if path == listing and language == "fi" and self.state in LIST_STATES:
                return LIST_STATES[self.state]
            if path == listing:
                return 200, self._listing(language)
            for number in self.numbers[language]:
                if path == WORDS[language][0].format(number):
                    return 200, self._release(language, number)
        return 404, page("Ei löydy, valitettavasti.")

    def _listing(self, language: str) -> str:
        names = [WORDS[language][0].format(number) for number in self.numbers[language]]
        links = [f"<p><a href='{name}'>{WORDS[language][3]}</a></p>" for name in names]
        return page("<p>Tiedotteet ja uutiset</p>" + "".join(links if self.state != "lists nothing" else ()))

    def _release(self, language: str, number: int) -> str:
        _, title, date, form, text = WORDS[language]
        lines = [f"<h1>{title.format(number)}</h1>", *(f"<p>{text.format(number)}</p>",) * 3]
        if self.state != "redesigned":
            lines[1:1] = [f"<p>{date.format(number)}</p>", f"<p>{form}</p>"]
        return page("".join(lines))


def page(content: str) -> str:
    return f"<html><head><title>TEM</title></head><body><main>{content}</main></body></html>"


@pytest.fixture(scope="module")
def server() -> Iterator[Site]:
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, text = found.answer(self.path)
            body = text.encode()
            self.send_response(status)
            kind = "html" if text.startswith("<") else "plain"
            self.send_header("Content-Type", f"text/{kind};charset=UTF-8")
            if status == 302:
                self.send_header("Location", text)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *values: object) -> None:
            return

    loopback = QuietServer((LOOPBACK, 0), Handler)
    found.address = f"http://127.0.0.1:{loopback.server_port}"
    Thread(target=loopback.serve_forever, daemon=True).start()
    yield found
    loopback.shutdown()
    loopback.server_close()


def crawl(archive: Path, *arguments: object) -> Result:
    """Run `haku crawl` in this process, which has read pages before and need not learn to once more."""
    done = CliRunner().invoke(haku, [str(each) for each in ("--archive", archive, "crawl", *arguments)])
    assert done.exception is None or isinstance(done.exception, (SystemExit, Problem)), repr(done.exception)
    return done


@dataclass
class Visits:
    """Crawls of one site into one archive."""

    site: Site
    archive: Path
    run: Haku

    def __call__(self, *options: object, at: str | None = None) -> tuple[int, Run]:
        """Crawl; return the exit status and the report."""
        done = crawl(self.archive, "tem", "--at", at or self.site.address, *options)
        return done.exit_code, self.reports()[-1]

    def reports(self) -> list[Run]:
        return Reports(self.archive / "runs").read(lambda problem: pytest.fail(str(problem)))

    def status(self, *options: object, language: str = "en") -> CompletedProcess[str]:
        return self.run("--archive", self.archive, "status", *options, language=language)


@pytest.fixture(scope="module")
def first_visit(quick_crawls: None, server: Site, tmp_path_factory: pytest.TempPathFactory, run: Haku) -> Visits:
    visits = Visits(server, tmp_path_factory.mktemp("visits") / "archive", run)
    assert visits()[0] == 0
    return visits


@pytest.fixture
def visits(first_visit: Visits, tmp_path: Path, run: Haku) -> Iterator[Visits]:
    """The archive after a first visit; afterwards the site is again as it was then."""
    site = first_visit.site
    yield Visits(site, Path(shutil.copytree(first_visit.archive, tmp_path / "archive")), run)
    site.state, site.numbers = "as it was", Site().numbers


def codes(run: Run) -> set[tuple[str, str, str | None]]:
    return {(alarm.code.value, alarm.language, alarm.field) for alarm in run.alarms}


def figures(run: Run, language: str) -> dict[str, int]:
    names = ("new", "changed", "unchanged", "gone", "failed")
    (counts,) = run.of("tem", language)
    return {name: getattr(counts, name) for name in names if getattr(counts, name)}


def test_a_redesign_is_noticed_in_the_first_run(visits: Visits) -> None:
    visits.site.state = "redesigned"
    status, run = visits()
    assert status == 1
    assert figures(run, "fi") == {"changed": 8} and figures(run, "sv") == {"changed": 6}
    assert {("redesign", "fi", "published"), ("redesign", "sv", "published")} <= codes(run)
    assert not [alarm for alarm in run.alarms if alarm.field == PAGE]

    quiet, standing = visits()
    assert quiet == 1 and codes(standing) == codes(run)
    assert {alarm.since for alarm in standing.alarms} == {run.start}

    visits.site.state = "as it was"
    assert visits()[0] == 0
    assert "redesign" not in visits.status().stdout


def test_what_a_quiet_site_leaves_behind(visits: Visits) -> None:
    status, second = visits()
    first, _ = visits.reports()
    assert status == 0
    assert figures(first, "fi") == {"new": 8} and figures(second, "fi") == {"unchanged": 8}
    assert (first.alarms, second.alarms, second.standing, second.problems) == ((), (), (), ())
    assert first.arguments.sources == ("tem",) and first.arguments.at == visits.site.address
    assert first.end is not None and first.start <= first.end and first.start < second.start and first.judged
    dated = {(fill.language, fill.filled, fill.releases) for fill in first.fill if fill.field == "published"}
    assert dated == {("fi", 8, 8), ("sv", 6, 6)}
    assert sum(counts.requests for counts in first.counts) > 14


def test_a_listing_that_names_nothing_any_more(visits: Visits) -> None:
    visits.site.state = "lists nothing"
    status, run = visits("--since", "2024-03-01")
    assert status == 1 and ("no_releases", "-", None) in codes(run)
    visits.site.state = "as it was"
    status, run = visits("--since", "2024-03-01")
    assert (status, run.alarms, run.standing) == (0, (), ())


@pytest.mark.parametrize("options", [pytest.param((), id="all"), pytest.param(("--since", "2024-03-20"), id="since")])
@pytest.mark.parametrize("state", LIST_STATES)
def test_one_listing_of_two_that_names_nothing_any_more(visits: Visits, state: str, options: tuple[str, ...]) -> None:
    visits.site.state = state
    status, run = visits(*options)
    assert status == 1 and codes(run) == {("empty_list", "fi", None)}
    assert options or (figures(run, "sv") == {"unchanged": 6} and run.found("tem", "fi") == 8)
    assert ".fi/ajankohtaista/tiedotteet" in visits.status().stdout
    assert visits(*options, "--limit", "1")[1].standing == run.alarms, "a run that stops early cannot tell"
    visits.site.state = "as it was"
    status, healed = visits(*options)
    assert (status, healed.alarms, healed.standing) == (0, (), ())


def test_a_blocked_source_and_what_status_says_of_it(visits: Visits) -> None:
    visits.site.state = "blocked"
    status, run = visits()
    assert status == 1 and codes(run) == {("blocked", "-", None)}
    said = {
        "en": ("Last crawl", "Alarm: tem: the site shows checks for robots", "blocked"),
        "fi": ("Viimeisin keräys", "Hälytys: tem: ", "blocked"),
        "sv": ("Senaste insamling", "Larm: tem: ", "blocked"),
    }
    for language, words in said.items():
        text = visits.status(language=language).stdout
        assert [word for word in words if word not in text] == []
    document = json.loads(visits.status("--format", "json").stdout)
    assert [alarm["code"] for alarm in document["alarms"]] == ["blocked"]


def test_a_language_and_many_pages_vanish(visits: Visits) -> None:
    visits.site.numbers = {**visits.site.numbers, "sv": []}
    status, run = visits()
    assert status == 1
    assert codes(run) == {("language_vanished", "sv", None), ("empty_list", "sv", None), ("many_gone", "-", None)}
    assert figures(run, "sv") == {"gone": 6}


@pytest.mark.parametrize("options", [("--limit", 2), ("--since", "2024-03-07")], ids=["limit", "since"])
def test_runs_that_ask_for_less_raise_no_alarm(visits: Visits, options: tuple[object, ...]) -> None:
    status, run = visits(*options)
    assert (status, run.alarms, run.standing) == (0, (), ())


def test_a_site_that_is_down(visits: Visits) -> None:
    status, run = visits(at="http://127.0.0.1:1")
    assert status == 1 and codes(run) == {("no_answer", "-", None)}
    assert run.alarms[0].detail


@pytest.mark.usefixtures("quick_crawls")
def test_a_second_crawl_of_the_sample_site_is_quiet(tmp_path: Path) -> None:
    with SampleSite() as sample:
        arguments = (*sample.sources, "--at", sample.address, "--format", "json")
        done = [crawl(tmp_path / "archive", *arguments) for _ in range(2)]
    assert [each.exit_code for each in done] == [0, 0], done[1].stderr
    first, second = (json.loads(each.stdout) for each in done)
    assert (first["alarms"], second["alarms"], second["problems"]) == ([], [], [])
    assert total(first, "new") == total(second, "unchanged") > 24
    assert total(second, "new") == total(second, "changed") == total(second, "failed") == 0


def total(report: dict[str, Any], outcome: str) -> int:
    return sum(counts[outcome] for counts in report["counts"])


def test_status_as_data(first_visit: Visits) -> None:
    status = json.loads(first_visit.status("--format", "json").stdout)
    assert status["archive"]["releases"] == 14 and status["alarms"] == []
    assert status["runs"]["tem"]["judged"] and status["runs"]["tem"]["arguments"]["sources"] == ["tem"]
    assert {counts["language"] for counts in status["runs"]["tem"]["counts"]} >= {"fi", "sv"}


def test_damaged_reports_are_told_of(visits: Visits) -> None:
    (visits.archive / "runs" / "20200101T000000Z.json").write_text("{")
    done = visits.status()
    assert (done.returncode, done.stderr.count("20200101T000000Z.json")) == (0, 1)
    assert "tem" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["wayback"], "--of SOURCE", id="the past of nothing"),
        pytest.param(["wayback", "tem", "--of", "tem"], "alone", id="past and present"),
        pytest.param(["tem", "--of", "okm"], "goes with wayback", id="past of a present"),
    ],
)
def test_the_past_is_asked_for_by_itself(run: Haku, arguments: list[str], said: str) -> None:
    done = run("crawl", *arguments)
    assert done.returncode == 2 and said in done.stderr
