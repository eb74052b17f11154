"""Captures into the catalogue: what comes out may depend on nothing but which captures there are."""

from __future__ import annotations

import io
import os
import pickle
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from index.catalogue import Catalogue
from index.catalogue.records import encode
from index.export import export
from index.ingest import IngestReport, ingest
from parsers.capture import Capture, Location
from parsers.problems import Problem
from tests.parsers.documents.material import make_pdf, printed

PAGE = """<!doctype html><html lang="{language}"><head><title>{title}</title>
<link rel="alternate" hreflang="{other}" href="{address}"></head>
<body><main><article><h1>{title}</h1><p>{stamp}</p><p>{form}</p><p>{text}</p></article></main></body></html>"""
FI = {"language": "fi", "form": "Tiedote", "stamp": "Julkaisuajankohta 17.3.2021 11.14", "other": "sv"}
SV = {"language": "sv", "form": "Pressmeddelande", "stamp": "Utgivningsdatum 17.3.2021 11.14", "other": "fi"}
FI_URL = "https://tem.fi/-/haku-kielikahviloihin-avattu"
SV_URL = "https://tem.fi/sv/-/ansokan-om-sprakkafeer"


LIBRARIES_URL = "https://tem.fi/-/kirjastot"
PDF_URL = "https://tem.fi/documents/paatos.pdf"
LIBRARIES = f"Kirjastojen avustuksiin haettiin 12 000 euroa. <a href='{PDF_URL}'>Päätös</a>"

Located = tuple[Capture, Location]


def _page(url: str, day: int, body: str | bytes, **fields: object) -> Capture:
    content = body.encode() if isinstance(body, str) else body
    plain = {"url": url, "time": datetime(2026, 11, day, 9, tzinfo=UTC), "body": content}
    return Capture(**(plain | fields))  # type: ignore[arg-type]


def _finnish(day: int, text: str, url: str = FI_URL, title: str = "Haku kielikahviloihin on avattu") -> Capture:
    return _page(url, day, PAGE.format(**FI, title=title, text=text, address=SV_URL))


def _swedish(day: int, text: str) -> Capture:
    return _page(SV_URL, day, PAGE.format(**SV, title="Ansökan om språkkaféer har öppnats", text=text, address=FI_URL))


@pytest.fixture(scope="module")
def captures() -> list[Located]:
    """A pair whose Finnish page was changed and changed back, a page that is gone, its attachment, and what is no page."""
    text = "Kielikahviloiden perustamiseen on haettavana 340 000 euroa. Haku päättyy {}. Avustusta voivat hakea kunnat."
    pages = [
        _finnish(1, text.format("20.4.2021 klo 16.15")),
        _finnish(2, text.format("27.4.2021 klo 16.15")),
        _finnish(3, text.format("20.4.2021 klo 16.15")),
        _swedish(2, "För språkkaféer kan sökas 340 000 euro. Ansökningstiden går ut den 20 april 2021 kl. 16.15."),
        _finnish(2, LIBRARIES, LIBRARIES_URL, "Kirjastot saivat"),
        _page(PDF_URL, 1, make_pdf(printed("Avustusta saivat kirjastot.")), media_type="application/pdf"),
        _page("https://tem.fi/-/poistettu", 1, "<h1>404</h1>", status=404),
        _page("https://tem.fi/-/tyhja", 1, "<html><body></body></html>"),
        _page(LIBRARIES_URL, 3, "<h1>404</h1>", status=404),
    ]
    return [(page, Location("haku-00001.warc.gz", 100 * number)) for number, page in enumerate(pages)]


def _shown(catalogue: Catalogue) -> bytes:
    """Return everything that follows from the captures."""
    out = io.BytesIO()
    export(catalogue, "releases", out, "jsonl")
    export(catalogue, "pairs", out, "jsonl")
    export(catalogue, "attachments", out, "jsonl")
    export(catalogue, "calls", out, "jsonl")
    for release in catalogue.releases():
        for revision in catalogue.revisions(release.id):
            out.write(encode(revision) + b"\n")
    return out.getvalue()


def _ingested(path: Path, batches: Iterable[list[Located]]) -> bytes:
    with Catalogue(path) as catalogue:
        for batch in batches:
            ingest(catalogue, batch)
        return _shown(catalogue)


@pytest.fixture(scope="module")
def at_once(captures: list[Located], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _ingested(tmp_path_factory.mktemp("whole") / "catalogue.sqlite", [captures])


def test_what_is_kept(catalogue: Catalogue, captures: list[Located]) -> None:
    told: list[str] = []
    steps: list[int] = []
    report = ingest(catalogue, captures, lambda _, problem: told.append(str(problem)), steps.append)
    assert report == IngestReport(captures=9, new_captures=9, releases=3, documents=1, problems=1, pairs=1, calls=1)
    assert steps == [9]
    assert [problem.partition(":")[2].partition(":")[0] for problem in told] == ["//tem.fi/-/tyhja"]
    release = catalogue.find(FI_URL)
    assert release.captured == "2026-11-03T09:00:00Z"
    assert [one.captured for one in catalogue.revisions(release.id)] == ["2026-11-02T09:00:00Z"]
    assert release.translation == catalogue.find(SV_URL).id
    assert catalogue.status().captures == 9


def test_a_page_that_is_gone_keeps_its_text(catalogue: Catalogue, captures: list[Located]) -> None:
    ingest(catalogue, captures)
    release = catalogue.find(LIBRARIES_URL)
    assert (release.captured, release.gone) == ("2026-11-02T09:00:00Z", "2026-11-03T09:00:00Z")
    assert catalogue.revisions(release.id) == []
    ingest(catalogue, [(_finnish(4, LIBRARIES, LIBRARIES_URL, "Kirjastot saivat"), Location("haku-00002.warc.gz", 0))])
    assert catalogue.find(LIBRARIES_URL).gone is None


def test_attached_documents_are_read_once(catalogue: Catalogue, captures: list[Located]) -> None:
    assert ingest(catalogue, captures).documents == 1
    (document,) = catalogue.attachments()
    assert (document.release, document.text) == (catalogue.find(LIBRARIES_URL).id, "Avustusta saivat kirjastot.")
    later = replace(captures[5][0], url="https://tem.fi/documents/toinen.pdf", time=datetime(2026, 11, 9, tzinfo=UTC))
    assert ingest(catalogue, [(later, Location("haku-00002.warc.gz", 0))]).documents == 0


def test_one_capture_of_several_releases(
    catalogue: Catalogue, make_release: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record of a source holds a release in each of its languages."""
    both = (
        make_release("haku", "Haku", "Hae", captured="2026-11-01T09:00:00Z"),
        make_release("sok", "Sök", "Sök nu", language="sv", url="https://tem.fi/sv/-/sok"),
    )
    monkeypatch.setattr("index.reading.read_releases", lambda capture: both)
    record = _page("https://tem.fi/api/1", 1, "{}", media_type="application/json")
    report = ingest(catalogue, [(record, Location("haku-00001.warc.gz", 0))])
    assert (report.releases, report.new_captures) == (2, 1)
    connection = sqlite3.connect(catalogue.path)
    rows = connection.execute("SELECT capture_id, release_id FROM capture_releases ORDER BY release_id").fetchall()
    connection.close()
    assert rows == [(1, release_id) for release_id in sorted(release.id for release in both)]
    assert catalogue.captures.forget_lost({}) == 1
    assert catalogue.status().releases == 2


def test_twice_is_once(catalogue: Catalogue, captures: list[Located]) -> None:
    ingest(catalogue, captures)
    before, content = _shown(catalogue), catalogue.content()
    report = ingest(catalogue, [*captures, *captures])
    assert report == IngestReport(captures=18, pairs=1, calls=1)
    assert (_shown(catalogue), catalogue.content()) == (before, content)


@pytest.mark.parametrize("seed", range(4))
def test_order_and_batches_do_not_matter(
    tmp_path: Path, captures: list[Located], at_once: bytes, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.ingest._BATCH", 2)
    chance = random.Random(seed)
    shuffled = chance.sample(captures, len(captures))
    cuts = sorted(chance.sample(range(len(captures)), 2))
    batches = [shuffled[: cuts[0]], shuffled[cuts[0] : cuts[1]], shuffled[cuts[1] :]]
    assert _ingested(tmp_path / "catalogue.sqlite", batches) == at_once


def test_several_processes_give_the_same(
    tmp_path: Path, captures: list[Located], at_once: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.reading._WORTH_SHARING", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert _ingested(tmp_path / "catalogue.sqlite", [captures]) == at_once


def test_positions_are_kept_with_the_batch(catalogue: Catalogue, captures: list[Located]) -> None:
    ingest(catalogue, captures[5:7], positions=lambda: {"haku-00001.warc.gz": 700})
    assert catalogue.captures.positions() == {"haku-00001.warc.gz": 700}
    ingest(catalogue, [], positions=lambda: {"haku-00001.warc.gz": 900})
    assert catalogue.captures.positions() == {"haku-00001.warc.gz": 900}


def test_a_page_that_trips_the_parser_costs_itself(
    catalogue: Catalogue, captures: list[Located], monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(capture: Capture) -> None:
        raise ZeroDivisionError(capture.url)

    monkeypatch.setattr("index.reading.read_releases", trip)
    told: list[Problem] = []
    report = ingest(catalogue, captures[:1], lambda _, problem: told.append(problem))
    assert (report.problems, report.releases, report.new_captures) == (1, 0, 1)
    assert str(told[0]).startswith(f"{FI_URL}: could not be read (ZeroDivisionError(")
    assert catalogue.status().problems == 1


_INGEST = """
import os, pickle, signal, sys
from pathlib import Path
import index.ingest
from index.catalogue import Catalogue
index.ingest._BATCH = 2
located = pickle.loads(Path(sys.argv[2]).read_bytes())
def die(count):
    if count == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
with Catalogue(Path(sys.argv[1])) as catalogue:
    index.ingest.ingest(catalogue, located, progress=die)
"""


@pytest.mark.parametrize("taken_in", [2, 6, 9])
def test_killed_ingest_is_taken_up_again(
    tmp_path: Path, captures: list[Located], at_once: bytes, taken_in: int
) -> None:
    path, pickled = tmp_path / "catalogue.sqlite", tmp_path / "captures"
    pickled.write_bytes(pickle.dumps(captures))
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _INGEST, str(path), str(pickled), str(taken_in)]
    ended = subprocess.run(command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, check=False)
    assert ended.returncode == -signal.SIGKILL
    with Catalogue(path) as catalogue:
        assert catalogue.status().captures == taken_in
        assert catalogue.content() is None
    assert _ingested(path, [captures]) == at_once


@pytest.mark.shared
def test_order_does_not_matter_for_real_pages(tmp_path: Path, shared: Path) -> None:
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    texts = sorted((shared / "seeds").glob("*.txt"))
    located = [
        (Capture(f"file:{path.name}", moment, path.read_bytes(), None, "text/plain"), Location(path.name, 0))
        for path in texts
    ]
    one = _ingested(tmp_path / "one.sqlite", [located])
    other = _ingested(tmp_path / "other.sqlite", [located[3:], located[2::-1]])
    assert one == other
    assert one.count(b'"lag_hours":') == 1


def test_batches_are_bounded_in_size(
    catalogue: Catalogue, captures: list[Located], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.ingest._BATCH_BYTES", len(captures[5][0].body) + 1)
    given: list[int] = []
    reached: list[dict[str, int]] = []

    def walk() -> Iterable[Located]:
        for number, item in enumerate(captures[5:7], start=1):
            given.append(number)
            yield item

    def positions() -> dict[str, int]:
        reached.append({"haku-00001.warc.gz": len(given)})
        return reached[-1]

    steps: list[int] = []
    ingest(catalogue, walk(), progress=steps.append, positions=positions)
    assert steps == [2]
    monkeypatch.setattr("index.ingest._BATCH_BYTES", 1)
    given.clear()
    ingest(catalogue, walk(), progress=steps.append, positions=positions)
    assert steps == [2, 1, 2]
    assert [one["haku-00001.warc.gz"] for one in reached] == [2, 2, 1, 2, 2]
