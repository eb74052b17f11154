"""Exports, to the byte."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from index.catalogue import Catalogue
from index.export import FORMATS, WHAT, export
from parsers.capture import Capture, Location
from parsers.documents import DocumentText
from parsers.model import AlignedRow, Attachment, Block, Difference, DocumentState
from parsers.problems import Problem


@pytest.fixture
def filled(catalogue: Catalogue, make_call: Any, make_release: Any, make_pair: Any) -> Catalogue:
    """A pair, and a release without a date whose texts look like formulas."""
    fi = make_call()
    sv = make_release("sok", "Ansökan", "Sök nu", language="sv", url="https://tem.fi/sv/-/sok")
    blocks = (Block(type="h1", text="=SUM(A1)"), Block(type="tr", text="a | b", cells=((0, 1), (4, 5)), table=0))
    odd = make_release("outo", "=SUM(A1)", published=None, organisation="@outo", blocks=blocks)
    for release in (fi, sv, odd):
        catalogue.add_release(release)
    catalogue.add_pair(
        make_pair(
            fi,
            sv,
            lag_hours=28.7,
            alignment=(AlignedRow(fi=(0,), sv=(0,), score=0.9), AlignedRow(fi=(1,), sv=())),
            differences=(Difference(field="total", kind="only_fi", fi="3000000", sv=None),),
        ),
        "inputs",
    )
    return catalogue


def _bytes(catalogue: Catalogue, what: str, file_format: str) -> bytes:
    out = io.BytesIO()
    export(catalogue, what, out, file_format)
    return out.getvalue()


def test_json_lines(filled: Catalogue) -> None:
    out = io.BytesIO()
    assert export(filled, "releases", out, "jsonl") == 3
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line["title"] for line in lines] == ["=SUM(A1)", "Haku osaamiskeskuksiin avattu", "Ansökan"]
    assert [line["translation"] for line in lines] == [None, lines[2]["id"], lines[1]["id"]]
    assert b'"total":3000000,"application":{"opens":"2021-03-17","closes":"2021-04-20T16:15"' in out.getvalue()
    for line in lines:
        for amount in line["amounts"]:
            assert line["blocks"][amount["block"]]["text"][amount["start"] : amount["end"]] == amount["text"]


def test_pairs_as_fixed(filled: Catalogue) -> None:
    out = io.BytesIO()
    assert export(filled, "pairs", out, "jsonl") == 1
    line = json.loads(out.getvalue())
    fields = ["fi", "sv", "method", "score", "lag_hours", "lag_share", "titles_differ", "alignment", "differences"]
    assert list(line) == [*fields, "english"]
    assert line["alignment"] == [{"fi": [0], "sv": [0], "score": 0.9}, {"fi": [1], "sv": []}]
    assert line["differences"][0]["evidence"] == {"fi": None, "sv": None}


def test_csv(filled: Catalogue) -> None:
    odd, fi, _ = csv.DictReader(io.StringIO(_bytes(filled, "releases", "csv").decode(), newline=""))
    assert (odd["title"], odd["organisation"], odd["published"]) == ("'=SUM(A1)", "'@outo", "")
    assert (fi["total"], fi["closes"], fi["continuous"]) == ("3000000", "2021-04-20T16:15", "false")
    assert fi["amount_texts"] == "3 miljoonaa euroa; 12 345,67 euroa"
    assert fi["contact_phones"] == "'+358295047000"
    assert [amount["max"] for amount in json.loads(fi["amounts"])] == [3000000, 12345.67]
    assert json.loads(odd["blocks"])[1] == {"type": "tr", "text": "a | b", "cells": [[0, 1], [4, 5]], "table": 0}


def test_no_cell_is_a_formula(filled: Catalogue) -> None:
    for what in WHAT:
        for row in csv.reader(io.StringIO(_bytes(filled, what, "csv").decode(), newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_parquet(filled: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "releases.parquet"
    with path.open("wb") as out:
        assert export(filled, "releases", out, "parquet") == 3
    odd, fi, sv = pq.read_table(path).to_pylist()
    assert odd["title"] == "=SUM(A1)"  # no spreadsheet computes a Parquet file
    assert (fi["total"], fi["translation"]) == (3000000.0, sv["id"])
    assert [amount["max"] for amount in fi["amounts"]] == [3000000.0, 12345.67]
    assert fi["contacts"][0]["evidence"]["text"] == "Aino Keto, p. 029 504 7000"
    assert odd["blocks"][1]["cells"] == [[0, 1], [4, 5]]


def test_flat_formats_have_the_same_columns(filled: Catalogue) -> None:
    for what in WHAT:
        header = next(csv.reader(io.StringIO(_bytes(filled, what, "csv").decode())))
        assert pq.read_table(io.BytesIO(_bytes(filled, what, "parquet"))).column_names == header


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("what", WHAT)
def test_twice_the_same_bytes(filled: Catalogue, what: str, file_format: str) -> None:
    assert _bytes(filled, what, file_format) == _bytes(filled, what, file_format)


@pytest.mark.parametrize("file_format", FORMATS)
def test_empty_catalogue(catalogue: Catalogue, file_format: str) -> None:
    assert export(catalogue, "releases", io.BytesIO(), file_format) == 0


def test_unknown_kind_and_format(catalogue: Catalogue) -> None:
    with pytest.raises(
        Problem, match="kissat: cannot be exported; there are releases, pairs, english, calls, attachments"
    ):
        export(catalogue, "kissat", io.BytesIO(), "csv")
    with pytest.raises(Problem, match="xlsx: no export format; there are jsonl, csv, parquet"):
        export(catalogue, "pairs", io.BytesIO(), "xlsx")


def test_attached_documents(catalogue: Catalogue, make_release: Any) -> None:
    url = "https://tem.fi/haku.pdf"
    attachments = (
        Attachment(url=url, text="=Ilmoitus", media_type="application/pdf", block=1),
        Attachment(url="https://tem.fi/muu.doc", text="Lomake", media_type="application/msword", block=1),
    )
    release = make_release("haku", "Haku", "Hae", attachments=attachments)
    catalogue.add_release(release)
    capture = Capture(url, datetime(2026, 11, 2, 9, tzinfo=UTC), b"%PDF", media_type="application/pdf")
    catalogue.captures.add(capture, Location("a", 0), (), None)
    catalogue.documents.add(capture.digest, DocumentText(state=DocumentState.TEXT, pages=3, text="Hae.\n\nHeti."))
    first, second = (json.loads(line) for line in _bytes(catalogue, "attachments", "jsonl").splitlines())
    assert first == {
        "release": release.id,
        "release_url": release.url,
        "url": url,
        "link": "=Ilmoitus",
        "media_type": "application/pdf",
        "captured": "2026-11-02T09:00:00Z",
        "digest": capture.digest,
        "state": "text",
        "pages": 3,
        "characters": 11,
        "text": "Hae.\n\nHeti.",
    }
    assert (second["media_type"], second["state"], second["text"]) == ("application/msword", None, None)
    row = next(csv.DictReader(io.StringIO(_bytes(catalogue, "attachments", "csv").decode(), newline="")))
    assert (row["link"], row["pages"], row["text"]) == ("'=Ilmoitus", "3", "Hae.\n\nHeti.")
    rows = pq.read_table(io.BytesIO(_bytes(catalogue, "attachments", "parquet"))).to_pylist()
    assert [row["state"] for row in rows] == ["text", None]
