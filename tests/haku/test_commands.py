"""The commands from end to end."""

from __future__ import annotations

import csv
import gzip
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pyarrow.parquet as parquet
import pytest

from crawler.samplesite import differences, expected
from haku.cli import _COMMANDS

Run = Callable[..., CompletedProcess[str]]


def lines(done: CompletedProcess[str]) -> list[dict]:  # type: ignore[type-arg]
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Path:
    """A copy of the archive that may be changed."""
    return Path(shutil.copytree(archive, tmp_path / "own"))


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["search", "avustus", "--facets"], 0, id="text"),
        pytest.param(["export", "releases", "--format", "csv"], 0, id="data"),
        pytest.param(["show", "0123456789abcdef"], 1, id="fault"),
        pytest.param(["shov"], 2, id="usage"),
    ],
)
def test_a_process_of_its_own_does_the_same(run: Run, archive: Path, arguments: list[str], status: int) -> None:
    """Most tests run the commands within the process of the tests."""
    alone = run("--archive", archive, *arguments, alone=True)
    here = run("--archive", archive, *arguments)
    assert (here.returncode, here.stdout, here.stderr) == (alone.returncode, alone.stdout, alone.stderr)
    assert alone.returncode == status and alone.stdout + alone.stderr


def test_importing_again_adds_nothing(run: Run, own: Path, saved_pages: Path) -> None:
    before = run("--archive", own, "export", "releases").stdout
    again = run("--archive", own, "import", saved_pages)
    assert again.returncode == 0
    assert "0 captures added" in again.stdout
    assert run("--archive", own, "export", "releases").stdout == before


def test_every_release_is_exported_as_reviewed(run: Run, archive: Path) -> None:
    exported = {release["url"]: release for release in lines(run("--archive", archive, "export", "releases"))}
    for gold in expected():
        release = exported[gold["url"]]
        facts = ("language", "kind", "published", "translated", "application")
        window = {key: release["application"][key] for key in ("opens", "closes", "continuous")}
        assert {**{key: release[key] for key in facts}, "application": window} == {key: gold[key] for key in facts}
        found = [(amount["min"], amount["max"], amount["currency"]) for amount in release["amounts"]]
        assert found == [(amount["min"], amount["max"], amount["currency"]) for amount in gold["amounts"]]


def test_evidence_is_the_very_characters(run: Run, archive: Path) -> None:
    for release in lines(run("--archive", archive, "export", "releases")):
        pieces = [*release["amounts"], *release["application"]["evidence"]]
        pieces += [fact["evidence"] for name in ("contacts", "eligibility", "case_numbers") for fact in release[name]]
        for piece in pieces:
            text = release["blocks"][piece["block"]]["text"]
            assert text[piece["start"] : piece["end"]] == piece["text"]


def test_pairs_tell_where_the_versions_differ(run: Run, archive: Path) -> None:
    pairs = {
        (pair["fi"]["url"], pair["sv"]["url"]): pair for pair in lines(run("--archive", archive, "export", "pairs"))
    }
    ids = {gold["id"]: gold["url"] for gold in expected()}
    true = {
        (gold["url"], ids[gold["translation"]])
        for gold in expected()
        if gold["translation"] and gold["language"] == "fi"
    }
    assert pairs.keys() == true
    planted = {(one["fi"], one["sv"]) for one in differences()}
    assert {key for key, pair in pairs.items() if pair["differences"]} == planted


def test_rebuilding_gives_the_same_to_the_byte(run: Run, own: Path) -> None:
    before = [run("--archive", own, "export", what).stdout for what in ("releases", "pairs")]
    rebuilt = run("--archive", own, "rebuild", alone=True)
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert [run("--archive", own, "export", what).stdout for what in ("releases", "pairs")] == before


def test_csv_and_parquet_hold_the_same_releases(run: Run, archive: Path, tmp_path: Path) -> None:
    ids = [release["id"] for release in lines(run("--archive", archive, "export", "releases"))]
    table = run("--archive", archive, "export", "releases", "--format", "csv").stdout
    assert [row["id"] for row in csv.DictReader(io.StringIO(table))] == ids
    file = tmp_path / "releases.parquet"
    assert run("--archive", archive, "export", "releases", "--format", "parquet", "--output", file).returncode == 0
    assert parquet.read_table(file)["id"].to_pylist() == ids


@pytest.mark.parametrize(
    ("query", "options"),
    [
        pytest.param("lukuluotsi", [], id="base-form"),
        pytest.param("lukuluotsien", ["--kind", "call"], id="inflected"),
        pytest.param("läslotsar", ["--language", "sv"], id="swedish"),
        pytest.param("lukuluotsi", ["--authority", "okm", "--from", "2015", "--to", "2026"], id="narrowed"),
    ],
)
def test_search_finds(run: Run, archive: Path, query: str, options: list[str]) -> None:
    hits = lines(run("--archive", archive, "search", query, "--format", "jsonl", *options))
    assert any("luotsi" in hit["title"].casefold() or "läslots" in hit["title"].casefold() for hit in hits)
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    for hit in hits:
        assert all(0 <= start < end <= len(hit["excerpt"]["text"]) for start, end in hit["excerpt"]["matches"])


def test_a_pair_is_one_hit(run: Run, archive: Path) -> None:
    hits = lines(run("--archive", archive, "search", "lukuluotsi", "--format", "jsonl"))
    shown = [hit["id"] for hit in hits] + [version["id"] for hit in hits for version in hit["versions"]]
    assert len(shown) == len(set(shown))
    assert any(hit["versions"] for hit in hits)


def test_search_formats_agree(run: Run, archive: Path) -> None:
    hits = lines(run("--archive", archive, "search", "avustus", "--format", "jsonl"))
    document = json.loads(run("--archive", archive, "search", "avustus", "--format", "json").stdout)
    rows = csv.DictReader(io.StringIO(run("--archive", archive, "search", "avustus", "--format", "csv").stdout))
    assert [hit["id"] for hit in document["hits"]] == [hit["id"] for hit in hits] == [row["id"] for row in rows]
    assert document["hits"][0]["title"] in run("--archive", archive, "search", "avustus").stdout


def test_search_by_the_day_on_which_one_could_apply(run: Run, archive: Path) -> None:
    call = next(gold for gold in expected() if gold["application"]["opens"] and gold["application"]["closes"])
    day = call["application"]["opens"][:10]
    hits = lines(
        run(
            "--archive",
            archive,
            "search",
            "avustus OR understöd",
            "--open-on",
            day,
            "--format",
            "jsonl",
            "--limit",
            100,
        )
    )
    assert call["url"] in {hit["url"] for hit in hits} | {version["url"] for hit in hits for version in hit["versions"]}
    assert len(hits) < len(expected()) / 2


def test_show_and_compare(run: Run, archive: Path) -> None:
    gold = next(gold for gold in expected() if gold["translation"] and gold["amounts"])
    shown = run("--archive", archive, "show", gold["url"])
    assert shown.returncode == 0
    assert gold["title"].replace("\xa0", " ").split()[0] in shown.stdout
    assert json.loads(run("--archive", archive, "show", gold["url"], "--format", "json").stdout)["url"] == gold["url"]
    compared = run("--archive", archive, "compare", gold["url"])
    assert compared.returncode == 0
    assert "Suomi" in compared.stdout and "Svenska" in compared.stdout
    assert json.loads(run("--archive", archive, "compare", gold["url"], "--format", "json").stdout)["alignment"]


def test_status_and_check(run: Run, archive: Path) -> None:
    status = run("--archive", archive, "status")
    assert status.returncode == 0
    assert str(len(expected())) in status.stdout
    check = run("--archive", archive, "check")
    assert (check.returncode, check.stderr) == (0, "")


def _truncated(folder: Path, archive: Path) -> Path:
    whole = next((archive / "warc").glob("*.warc.gz")).read_bytes()
    path = folder / "truncated.warc.gz"
    path.write_bytes(whole[: len(whole) * 2 // 3])
    return path


def _file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("fault", ["truncated", "binary", "empty", "no-text", "missing"])
def test_a_fault_costs_one_line_and_never_the_rest(
    run: Run, archive: Path, saved_pages: Path, tmp_path: Path, fault: str
) -> None:
    bad = {
        "truncated": lambda: _truncated(tmp_path, archive),
        "binary": lambda: _file(tmp_path, "binary.bin", bytes(range(256)) * 40),
        "empty": lambda: _file(tmp_path, "empty.html", b""),
        "no-text": lambda: _file(tmp_path, "no-text.html", b"<html><body><nav>Valikko</nav></body></html>"),
        "missing": lambda: tmp_path / "missing.html",
    }[fault]()
    good = next(saved_pages.iterdir())
    done = run("--archive", tmp_path / "archive", "import", bad, good)
    complaints = [line for line in done.stderr.splitlines() if line.startswith("haku: ")]
    assert (done.returncode, len(complaints)) == (1, 1), done.stderr
    assert bad.name in complaints[0]
    assert "Traceback" not in done.stderr
    assert len(lines(run("--archive", tmp_path / "archive", "export", "releases"))) >= 1


def test_damage_in_the_archive_is_found(run: Run, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "warc").mkdir()
    for name in ("catalogue.sqlite",):
        (tmp_path / name).write_bytes((archive / name).read_bytes())
    warc = next((archive / "warc").glob("*.warc.gz"))
    content = bytearray(warc.read_bytes())
    content[len(content) // 2] ^= 0xFF
    (tmp_path / "warc" / warc.name).write_bytes(content)
    done = run("--archive", tmp_path, "check")
    assert done.returncode == 1
    assert warc.name in done.stderr


def test_a_page_without_text_is_told_of_each_time(run: Run, tmp_path: Path) -> None:
    page = _file(tmp_path, "no-text.html", b"<html><body><nav>Valikko</nav></body></html>")
    done = [run("--archive", tmp_path / "archive", "import", page) for _ in range(2)]
    assert [one.returncode for one in done] == [1, 1]
    assert [one.stderr.count("no-text.html") for one in done] == [1, 1]


def _cut(archive: Path) -> None:
    warc = next((archive / "warc").glob("*.warc.gz"))
    warc.write_bytes(warc.read_bytes()[: warc.stat().st_size * 2 // 3])


def test_lost_captures_are_told_of(run: Run, own: Path) -> None:
    _cut(own)
    check, rebuild = run("--archive", own, "check"), run("--archive", own, "rebuild")
    assert (check.returncode, rebuild.returncode) == (1, 1)
    assert "are lost" in check.stderr and "are lost" in rebuild.stderr


def test_importing_again_heals_a_cut_archive(run: Run, archive: Path, own: Path, saved_pages: Path) -> None:
    _cut(own)
    healed = run("--archive", own, "import", saved_pages)
    assert healed.returncode == 0, healed.stderr
    assert run("--archive", own, "check").returncode == 0
    whole = {release["id"] for release in lines(run("--archive", archive, "export", "releases"))}
    assert run("--archive", own, "rebuild").returncode == 0
    assert {release["id"] for release in lines(run("--archive", own, "export", "releases"))} == whole


def test_nothing_is_rebuilt_where_there_is_no_archive(run: Run, tmp_path: Path) -> None:
    done = run("--archive", tmp_path / "mistyped", "rebuild")
    assert (done.returncode, (tmp_path / "mistyped").exists()) == (1, False)


def test_a_hostile_file_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    page = (
        "<h1>Haku \x1b[31mon auki</h1><p>Avustusta voi hakea <a href='https://tem.fi/d/x\x1b]0;PWN.pdf'>liite</a>.</p>"
    )
    _file(tmp_path, "a\x1b[31mb.html", page.encode())
    run("--archive", tmp_path / "archive", "import", tmp_path / "a\x1b[31mb.html")
    shown = [run("--archive", tmp_path / "archive", "search", "avustus")]
    found = json.loads(run("--archive", tmp_path / "archive", "search", "avustus", "--format", "json").stdout)
    shown.append(run("--archive", tmp_path / "archive", "show", found["hits"][0]["id"]))
    assert [done.returncode for done in shown] == [0, 0]
    assert not any("\x1b" in done.stdout + done.stderr for done in shown)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        pytest.param(["--archive", "nowhere", "search", "haku"], 1, "no archive here", id="no-archive"),
        pytest.param(["nosuch"], 2, "No such command 'nosuch'", id="no-such-command"),
        pytest.param(["search"], 2, "either a query or --like", id="missing-argument"),
        pytest.param(["search", "haku", "--like", "ab"], 2, "either a query or --like", id="query-and-like"),
        pytest.param(["show"], 2, "Missing argument", id="missing-reference"),
        pytest.param(["search", "haku", "--authority", "xyz"], 2, "no such authority", id="no-such-authority"),
        pytest.param(["crawl", "tem"], 1, "contact", id="crawl-without-contact"),
        pytest.param(
            ["crawl", "tem", "--since", "2024-05-01", "--until", "2024-01-01"], 2, "later than", id="crawl-of-no-time"
        ),
        pytest.param(["search", "haku", "--open-on", "2021-02-31"], 2, "not a day", id="no-such-day"),
    ],
)
def test_faults_of_use_are_one_clear_line(run: Run, arguments: list[str], status: int, said: str) -> None:
    done = run(*arguments)
    assert (done.returncode, "Traceback" in done.stderr) == (status, False)
    assert said in done.stderr


def test_a_wrong_query_is_explained(run: Run, archive: Path) -> None:
    done = run("--archive", archive, "search", '"unfinished')
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


@pytest.mark.parametrize(("language", "said"), [("fi", "arkistoa"), ("sv", "arkiv")])
def test_the_program_speaks_the_users_language(run: Run, language: str, said: str) -> None:
    assert said in run("--archive", "nowhere", "status", language=language).stderr


@pytest.mark.parametrize("command", list(_COMMANDS))
def test_help_shows_an_example(run: Run, command: str) -> None:
    assert "Example: haku" in run(command, "--help").stdout


def test_imported_warcs_are_read_like_saved_pages(run: Run, archive: Path, tmp_path: Path) -> None:
    warc = next((archive / "warc").glob("*.warc.gz"))
    plain = _file(tmp_path, "plain.warc", gzip.decompress(warc.read_bytes()))
    done = run("--archive", tmp_path / "copy", "import", plain)
    assert done.returncode == 0, done.stderr
    copied = {release["id"] for release in lines(run("--archive", tmp_path / "copy", "export", "releases"))}
    assert copied == {release["id"] for release in lines(run("--archive", archive, "export", "releases"))}
