"""The SQLite file: made, migrated, and refused with a clear sentence."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from index.catalogue import Catalogue
from index.catalogue.database import APPLICATION_ID, Database, migrations, statements
from parsers.problems import Problem


def test_new_file_is_set_up(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    Catalogue(path).close()
    with sqlite3.connect(path) as connection:
        pragmas = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode")
        }
    connection.close()
    assert pragmas == {"application_id": APPLICATION_ID, "user_version": len(migrations()), "journal_mode": "wal"}


def test_foreign_keys_hold(tmp_path: Path) -> None:
    database = Database(tmp_path / "catalogue.sqlite")
    with pytest.raises(sqlite3.IntegrityError):
        database.run("INSERT INTO revisions VALUES ('nobody', 'a', 'b', 'c', 'd', 'e')")
    database.close()


def test_older_schema_is_brought_up(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(migrations()[0])
    connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;")
    connection.close()
    with Catalogue(path) as catalogue:
        assert catalogue.status().problems == 0  # a view of the second step


def test_captures_of_an_older_schema_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript("".join(migrations()[:2]))
    connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 2;")
    connection.execute(
        "INSERT INTO releases (id, url, source, kind, title, continuous, first_captured, captured, digest, text_digest, "
        "record_digest, record) VALUES ('r1', 'https://tem.fi/-/a?x', 'tem', 'call', 'Haku', 0, '', '', '', '', '', '{}')"
    )
    row = "('w.gz', {}, 'https://tem.fi/-/a?x', 'https://tem.fi/-/a', '{}', {}, 'text/html', 'd', '[]', {}, {})"
    columns = "file, offset, url, address, time, status, media_type, digest, headers, release_id, problem"
    for values in (
        (0, "2026-11-01", 200, "'r1'", "NULL"),
        (9, "2026-11-02", 404, "NULL", "NULL"),
        (20, "", "NULL", "NULL", "'oho'"),
    ):
        connection.execute(f"INSERT INTO captures ({columns}) VALUES {row.format(*values)}")
    connection.commit()
    connection.close()
    with Catalogue(path) as catalogue:
        assert [location.offset for location in catalogue.captures.locations()] == [0, 9, 20]
        assert (catalogue.status().problems, catalogue.status().gone) == (1, 1)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT * FROM capture_releases").fetchall() == [(1, "r1")]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def _newer(path: Path) -> None:
    Catalogue(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()


def _text(path: Path) -> None:
    path.write_text("Tämä ei ole tietokanta, vaan teksti. " * 40)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        pytest.param(_newer, f"made by a newer haku (schema 99, known here: {len(migrations())})", id="newer"),
        pytest.param(_foreign, "not a catalogue of Hakuarkisto", id="foreign"),
        pytest.param(_text, "damaged; run haku rebuild", id="no database"),
        pytest.param(Path.mkdir, "cannot be used", id="a folder"),
    ],
)
def test_unusable_file_is_named(tmp_path: Path, spoil: object, sentence: str) -> None:
    path = tmp_path / "catalogue.sqlite"
    assert callable(spoil)
    spoil(path)
    with pytest.raises(Problem) as caught:
        Catalogue(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert sentence in str(caught.value)


def test_damage_inside_is_noticed_when_met(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    with Catalogue(path):
        pass
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(Problem, match="damaged; run haku rebuild"), Catalogue(path) as catalogue:
        list(catalogue.releases())


def test_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "catalogue.sqlite")
    with pytest.raises(RuntimeError), database.transaction():
        database.run("INSERT INTO state VALUES ('a', 'b')")
        raise RuntimeError
    assert database.row("SELECT * FROM state") is None
    database.close()


def test_a_second_writer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.catalogue.database._BUSY_SECONDS", 0.01)
    first, second = (Database(tmp_path / "catalogue.sqlite") for _ in range(2))
    with (
        pytest.raises(Problem, match="another haku is writing to it"),
        first.transaction(),
        second.transaction(),
    ):
        raise AssertionError("two writers at once")
    first.close()
    second.close()


def test_statements_are_whole() -> None:
    script = "CREATE VIEW a AS SELECT ';' AS b;\n-- a; comment\nCREATE TABLE c (d);\n"
    assert list(statements(script)) == ["CREATE VIEW a AS SELECT ';' AS b;", "-- a; comment\nCREATE TABLE c (d);"]
