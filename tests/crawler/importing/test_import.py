"""Containers of captures taken into the archive, sound and damaged; folders and saved files: test_saved_files."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.importing import Progress, import_paths
from crawler.warc import WarcStore
from crawler.warc.layout import MAX_BODY
from parsers.problems import Problem
from tests.crawler.importing.files import Check, Read, Take, Warc, page, pages, zipped


@pytest.mark.parametrize(
    ("name", "data", "urls"),
    [
        pytest.param("a.warc.gz", pages(1, 2), ["https://tem.fi/-/haku-1", "https://tem.fi/-/haku-2"], id="WARC"),
        pytest.param("a.warc", pages(1, packed=False), ["https://tem.fi/-/haku-1"], id="plain WARC"),
        pytest.param("a.bin", pages(1), ["https://tem.fi/-/haku-1"], id="WARC under another name"),
        pytest.param(
            "a.warc.gz",
            Warc("1.1").response("https://tem.fi/-/uusi", page(1)).bytes(),
            ["https://tem.fi/-/uusi"],
            id="WARC/1.1",
        ),
        pytest.param(
            "a.warc.gz",
            gzip.compress(gzip.decompress(pages(1, 2))),
            ["https://tem.fi/-/haku-1", "https://tem.fi/-/haku-2"],
            id="WARC in one gzip member",
        ),
        pytest.param(
            "a.warc.wet.gz",
            Warc().other("conversion", "https://tem.fi/-/wet", b"Haku on avattu", "text/plain").bytes(),
            ["https://tem.fi/-/wet"],
            id="WET",
        ),
        pytest.param(
            "a.warc.gz",
            Warc().other("resource", "https://tem.fi/-/r", page(1), "text/html; charset=utf-8").bytes(),
            ["https://tem.fi/-/r"],
            id="resource",
        ),
        pytest.param(
            "a.wacz",
            zipped(
                {"datapackage.json": b"{}", "archive/b.warc.gz": pages(2), "archive/a.warc": pages(1, packed=False)}
            ),
            ["https://tem.fi/-/haku-1", "https://tem.fi/-/haku-2"],
            id="WACZ",
        ),
        pytest.param(
            "sivu.html",
            b"<!DOCTYPE html>\n<!-- saved from url=(0023)https://tem.fi/-/talteen -->\n<html>x",
            ["https://tem.fi/-/talteen"],
            id="saved page",
        ),
        pytest.param(
            "sivu.htm",
            b'<html><head><link href="https://tem.fi/-/oma" rel="canonical"></head>x',
            ["https://tem.fi/-/oma"],
            id="canonical link",
        ),
        pytest.param(
            "sivu.html",
            b'<html><meta property="og:url" content="https://tem.fi/-/og"/>x',
            ["https://tem.fi/-/og"],
            id="og:url",
        ),
        pytest.param("sivu.html", b"<p>Haku on auki.", ["file:sivu.html"], id="page without address"),
        pytest.param("Haku 2021 å.txt", b"Haku on auki.", ["file:Haku 2021 å.txt"], id="text"),
        pytest.param("x.txt", page(1), ["file:x.txt"], id="HTML named text"),
        pytest.param("x", "Haku on auki.".encode("utf-16"), ["file:x"], id="UTF-16"),
    ],
)
def test_import(take: Take, warc: Path, read: Read, check: Check, name: str, data: bytes, urls: list[str]) -> None:
    report, problems = take({name: data})
    assert (report.added, report.known, problems) == (len(urls), 0, [])
    assert sorted(capture.url for capture, _ in read(warc)) == urls
    size = sum(path.stat().st_size for path in warc.glob("*.gz"))
    again, problems = take({name: data})
    assert (again.added, again.known, problems) == (0, len(urls), [])
    assert sum(path.stat().st_size for path in warc.glob("*.gz")) == size
    check(warc)


@pytest.mark.parametrize(
    ("name", "data", "kept", "complaint"),
    [
        pytest.param("leer.txt", b"", 0, "is empty", id="empty"),
        pytest.param("leer.txt", b" \n\n", 0, "is empty", id="white space"),
        pytest.param("kuva.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 0, "neither a WARC", id="image named page"),
        pytest.param("ohjelma", b"\x7fELF\x02\x01\x01\0", 0, "neither a WARC", id="binary"),
        pytest.param("x.warc.gz", gzip.compress(b"text"), 0, "neither a WARC", id="another gzip file"),
        pytest.param("x.warc.gz", b"\x1f\x8b\x08\0", 0, "neither a WARC", id="stump of gzip"),
        pytest.param("x.warc.gz", pages(1, 2, 3)[:-60], 2, "damaged at byte", id="WARC cut off"),
        pytest.param("x.warc", pages(1, 2, packed=False)[:-60], 1, "damaged at byte", id="plain WARC cut off"),
        pytest.param("x.warc.gz", pages(1) + b"x" * 5000 + pages(2), 2, "damaged at byte", id="garbage between"),
        pytest.param(
            "x.warc.gz",
            pages(1) + b"x" * 500 + pages(2) + b"x" * 500 + pages(3),
            3,
            "damaged in 2 places",
            id="garbage twice",
        ),
        pytest.param(
            "x.warc.gz",
            Warc().response("", page(1)).response("https://tem.fi/-/2", page(2)).bytes(),
            1,
            "names no address",
            id="no address",
        ),
        pytest.param(
            "x.warc.gz",
            pages(1)
            + Warc()
            .response(
                "https://tem.fi/-/2",
                gzip.compress(bytes(MAX_BODY + 1)),
                headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip")),
            )
            .bytes(),
            1,
            "unpacks to more",
            id="bomb",
        ),
        pytest.param("x.wacz", zipped({"archive/a.warc.gz": pages(1)})[:-40], 0, "not a whole zip", id="broken zip"),
        pytest.param("x.docx", zipped({"word/document.xml": b"<x/>"}), 0, "without WARC files", id="another zip"),
        pytest.param(
            "x.wacz", zipped({"../archive/a.warc.gz": pages(1)}), 0, "without WARC files", id="zip that climbs"
        ),
        pytest.param(
            "x.wacz",
            zipped({"archive/a.warc.gz": pages(1)[:-60], "archive/b.warc.gz": pages(2)}),
            1,
            "archive/a.warc.gz",
            id="WACZ with a damaged part",
        ),
        pytest.param("x.txt", b"a" * (MAX_BODY + 1), 0, "too many for a page", id="too large"),
    ],
)
def test_damaged_file_costs_one_line(
    take: Take, warc: Path, read: Read, check: Check, name: str, data: bytes, kept: int, complaint: str
) -> None:
    report, problems = take({name: data, "ehja.txt": b"Haku on auki."})
    assert len(problems) == 1 and complaint in problems[0] and name in problems[0]
    assert report.added == kept + 1
    assert len(read(warc)) == kept + 1
    check(warc)


def test_missing_and_unreadable_files_cost_a_line_each(
    take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def guarded(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == "salainen.html":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)  # type: ignore[call-overload]

    os.mkfifo(tmp_path / "putki")
    missing = [tmp_path / "puuttuu.warc.gz", tmp_path / "salainen.html", tmp_path / "putki"]
    missing[1].write_bytes(b"<html>")
    monkeypatch.setattr(Path, "open", guarded)
    report, problems = take({"ehja.txt": b"Haku on auki."}, *missing)
    assert report.added == 1
    assert [problem.partition(": ")[2] for problem in problems] == [
        "there is no such file or folder",
        "cannot be read (Permission denied)",
        "neither a file nor a folder",
    ]


@pytest.mark.parametrize(
    ("status", "content_type"),
    [
        pytest.param("200 OK", "image/png", id="image"),
        pytest.param("200 OK", "text/css", id="style sheet"),
        pytest.param("404 Not Found", "text/html", id="error page"),
        pytest.param("301 Moved", "text/html", id="redirect"),
        pytest.param("206 Partial Content", "text/html", id="part of a page"),
    ],
)
def test_what_is_no_page_is_skipped_in_silence(take: Take, status: str, content_type: str) -> None:
    headers = (("Content-Type", content_type),)
    data = Warc().response("https://tem.fi/x", page(1), status=status, headers=headers).bytes()
    report, problems = take({"x.warc.gz": data})
    assert (report.added, report.skipped, problems) == (0, 1, [])


def test_encoded_body_is_stored_decoded(take: Take, warc: Path, read: Read) -> None:
    headers = (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"))
    take({"x.warc.gz": Warc().response("https://tem.fi/-/x", gzip.compress(page(1)), headers=headers).bytes()})
    ((capture, _),) = read(warc)
    assert (capture.body, capture.charset, capture.status) == (page(1), "utf-8", 200)
    assert capture.time == datetime(2024, 3, 1, 9, tzinfo=UTC)


def test_page_without_content_type_is_recognised(take: Take, warc: Path, read: Read) -> None:
    take({"x.warc.gz": Warc().response("https://tem.fi/-/x", page(1), headers=(("Server", "x"),)).bytes()})
    ((capture, _),) = read(warc)
    assert capture.media_type == "text/html"


@pytest.mark.parametrize("with_headers", [True, False])
def test_revisit_in_another_file_is_resolved(take: Take, warc: Path, read: Read, with_headers: bool) -> None:
    first = Warc().response("https://tem.fi/-/eka", page(1)).bytes()
    digest = next(
        line.split(b": ")[1].decode()
        for line in gzip.decompress(first).splitlines()
        if line.startswith(b"WARC-Payload-Digest")
        and b"3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ" not in line  # that of the empty request
    )
    again = Warc().revisit("https://tem.fi/-/toka", digest, "https://tem.fi/-/eka", with_headers=with_headers).bytes()
    report, problems = take({"a.warc.gz": first, "b.warc.gz": again})
    assert (report.added, problems) == (2, [])
    assert {capture.url: capture.body for capture, _ in read(warc)} == {
        "https://tem.fi/-/eka": page(1),
        "https://tem.fi/-/toka": page(1),
    }
    report, _ = take({"a.warc.gz": first, "b.warc.gz": again})
    assert (report.added, report.known) == (0, 2)


def test_revisit_of_something_else_is_skipped(take: Take) -> None:
    data = Warc().revisit("https://tem.fi/-/x", "sha1:ABCDEFG", "https://tem.fi/-/muu").bytes()
    report, problems = take({"x.warc.gz": data})
    assert (report.added, report.skipped, problems) == (0, 1, [])


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        pytest.param("utf-8", page(1), id="a charset for an encoding"),
        pytest.param("gzip", gzip.compress(page(1)[:50]) + gzip.compress(page(1)[50:]), id="gzip in two members"),
    ],
)
def test_page_is_kept_as_readers_see_it(take: Take, warc: Path, read: Read, encoding: str, body: bytes) -> None:
    headers = (("Content-Type", "text/html"), ("Content-Encoding", encoding))
    report, problems = take({"x.warc.gz": Warc().response("https://tem.fi/-/1", body, headers=headers).bytes()})
    assert (report.added, problems) == (1, [])
    ((capture, _),) = read(warc)
    assert capture.body == page(1)
    assert ("X-Crawler-Content-Encoding", encoding) in capture.headers  # so that no reader undoes it once more


def test_undecodable_encoding_is_no_damage(take: Take, tmp_path: Path) -> None:
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "zstd"))
    data = pages(1) + Warc().response("https://tem.fi/-/2", b"(\xb5/\xfd", headers=headers).bytes()
    (one, two) = take({"x.warc.gz": data, "y.wacz": zipped({"archive/a.warc.gz": data + data})})[1]
    assert "uses content encoding 'zstd', which cannot be decoded; the rest was kept" in one
    assert "2 pages, first that at archive/a.warc.gz, byte" in two and "damaged" not in one + two
    (mixed,) = take({"x.warc.gz": data + b"x" * 500 + pages(2)})[1]
    assert "damaged in 2 places" in mixed and "zstd" not in mixed


def test_progress_grows_to_the_end(tmp_path: Path, warc: Path) -> None:
    paths = [tmp_path / "a.warc.gz", tmp_path / "b.txt"]
    paths[0].write_bytes(pages(*range(20)))
    paths[1].write_bytes(b"Haku on auki.")
    seen: list[Progress] = []
    with WarcStore(warc) as store:
        import_paths(paths, store, on_problem=lambda problem: None, progress=seen.append)
    done = [progress.done for progress in seen]
    assert done == sorted(done) and len(set(done)) > 20
    assert seen[-1].done == seen[-1].total == sum(path.stat().st_size for path in paths)


def test_full_archive_is_no_fault_of_the_file(tmp_path: Path, warc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: int, data: object) -> int:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.txt").write_bytes(b"Haku on auki.")
    with WarcStore(warc) as store:
        monkeypatch.setattr(os, "write", full)
        with pytest.raises(Problem, match="No space left"):
            import_paths([tmp_path / "a.txt"], store, on_problem=lambda problem: None)
        monkeypatch.undo()


@pytest.mark.shared
def test_development_corpus(take: Take, shared: Path) -> None:
    corpus, seeds = shared / "corpus" / "dev.warc.gz", sorted((shared / "seeds").glob("*.txt"))
    report, problems = take({}, corpus, *seeds)
    assert (report.added, problems) == (52 + len(seeds), [])
    assert take({}, corpus, *seeds)[0].added == 0
