"""The index on disk: only changes are written, and whatever happens to it, it comes back from the catalogue."""

from __future__ import annotations

import json
import random
import shutil
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import FileStorage

from index.catalogue import Catalogue
from index.fulltext import FullText
from index.lock import locked
from parsers.capture import Capture, Location
from parsers.documents import DocumentText
from parsers.model import Attachment, DocumentState
from parsers.problems import Problem
from tests.index.fulltext import endless_writer


def _files(folder: Path, ending: str = "") -> list[Path]:
    return sorted(path for path in (folder / "index").rglob("*") if path.is_file() and path.name.endswith(ending))


def test_only_what_changed_is_written(shelf: Any, make_release: Any) -> None:
    releases = [make_release(f"haku-{number}", f"Haku {number}", "Hae nyt") for number in range(20)]
    shelf.put(*releases)
    assert shelf.fulltext.update() == 20
    assert shelf.fulltext.update() == 0
    later = make_release("haku-7", "Haku 7", "Hakuaika on päättynyt", captured="2026-11-09T09:00:00Z")
    shelf.put(later, make_release("uusi", "Uusi", "Hae"))
    assert shelf.fulltext.update() == 3  # one taken out, two written
    assert shelf.found("päättynyt") == ["Haku 7"]
    assert shelf.fulltext.search("haku", limit=50).total == 20


def test_index_follows_pairs(shelf: Any, make_release: Any) -> None:
    fi = make_release("haku", "Haku", "Hae 2021")
    sv = make_release("sok", "Ansökan", "Sök 2021", language="sv", url="https://tem.fi/sv/-/sok")
    shelf.put(fi, sv)
    assert shelf.fulltext.search("2021").total == 2
    shelf.put(pairs=((fi, sv),))
    assert shelf.fulltext.search("2021").total == 1
    shelf.catalogue.remove_pair(fi.id, sv.id)
    shelf.put()
    assert shelf.fulltext.search("2021").total == 2


def test_progress_is_told(shelf: Any, make_release: Any) -> None:
    shelf.put(*(make_release(f"haku-{number}", "Haku", "Hae") for number in range(3)))
    told: list[tuple[int, int]] = []
    shelf.fulltext.update(lambda done, whole: told.append((done, whole)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.fixture
def shared_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have even a few works written by two processes."""
    monkeypatch.setattr("index.fulltext.writing._WORTH_SHARING", 4)
    monkeypatch.setattr("os.cpu_count", lambda: 2)


def _fill(shelf: Any, make_release: Any) -> None:
    texts = ["Kunnille osaamiskeskuksia", "Järjestöille tukea", "Kuntien hankkeet", "Hankkeille tukea", "Tuki kunnille"]
    shelf.put(*(make_release(f"haku-{number}", f"Haku {number}", text) for number, text in enumerate(texts)))


_QUERIES = ("kunta", "tukihanke", "tuki OR hanke", '"kunta hanke"', "järjest*", "haku -kunta", "kommun")


def test_what_two_processes_write_is_found_as_what_one_does(shelf: Any, make_release: Any, shared_work: None) -> None:
    _fill(shelf, make_release)
    told: list[tuple[int, int]] = []
    assert shelf.fulltext.update(lambda done, whole: told.append((done, whole))) == 5
    assert told[-1] == (5, 5)
    assert len(_files(shelf.folder, ".seg")) == 2
    words = (shelf.folder / "index" / "words.msgpack").read_bytes()
    by_two = [shelf.fulltext.search(query) for query in _QUERIES]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.cpu_count", lambda: 1)
        shelf.fulltext.rebuild()
    assert len(_files(shelf.folder, ".seg")) == 1
    assert [shelf.fulltext.search(query) for query in _QUERIES] == by_two
    assert len((shelf.folder / "index" / "words.msgpack").read_bytes()) == len(words)


def test_what_other_processes_leave_undone_is_written_here(
    shelf: Any, make_release: Any, shared_work: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("index.fulltext.writing._write_share", sys.exit)
    _fill(shelf, make_release)
    assert shelf.fulltext.update() == 5
    assert "going on alone" in caplog.text
    assert shelf.fulltext.search("kunta").total == 3


def _remove(folder: Path) -> None:
    for path in _files(folder):
        path.unlink()


def _cut_segment(folder: Path) -> None:
    (segment,) = _files(folder, ".seg")
    segment.write_bytes(segment.read_bytes()[: segment.stat().st_size // 2])


def _scramble_segment(folder: Path) -> None:
    (segment,) = _files(folder, ".seg")
    segment.write_bytes(bytes(random.Random(1).randbytes(segment.stat().st_size)))


def _remove_segment(folder: Path) -> None:
    for segment in _files(folder, ".seg"):
        segment.unlink()


def _scramble_toc(folder: Path) -> None:
    for toc in _files(folder, ".toc"):
        toc.write_bytes(b"ei hakemisto")


def _other_version(folder: Path) -> None:
    state = folder / "index" / "state.json"
    state.write_text(json.dumps(json.loads(state.read_text()) | {"version": "another"}))


def _scramble_state(folder: Path) -> None:
    (folder / "index" / "state.json").write_bytes(b"\xff\x00{")


def _forget_words(folder: Path) -> None:
    (folder / "index" / "words.msgpack").unlink()


def _forget_translations(folder: Path) -> None:
    (folder / "index" / "translations.msgpack").unlink()


def _scramble_translations(folder: Path) -> None:
    (folder / "index" / "translations.msgpack").write_bytes(b"\xc1")


def _foreign_index(folder: Path) -> None:
    """Put another program's Whoosh index in the place of ours."""
    number = json.loads((folder / "index" / "state.json").read_text())["folder"]
    shutil.rmtree(folder / "index" / number)
    (folder / "index" / number).mkdir()
    schema = Schema(path=ID(stored=True), content=TEXT)
    writer = FileStorage(str(folder / "index" / number)).create_index(schema).writer()
    writer.add_document(path="/a", content="haku")
    writer.commit()


@pytest.mark.parametrize(
    "spoil",
    [
        _remove,
        _cut_segment,
        _scramble_segment,
        _remove_segment,
        _scramble_toc,
        _other_version,
        _scramble_state,
        _forget_words,
        _forget_translations,
        _scramble_translations,
        _foreign_index,
    ],
)
def test_spoiled_index_is_made_anew(shelf: Any, make_release: Any, spoil: Callable[[Path], None]) -> None:
    shelf.put(make_release("haku", "Haku osaamiskeskuksiin", "Kuntien haku"), make_release("muu", "Muu", "Muuta"))
    shelf.fulltext.update()
    spoil(shelf.folder)
    again = FullText(shelf.folder / "index", shelf.catalogue)
    for query in ("osaamiskeskus", "kunti*"):
        assert [hit.title for hit in again.search(query).hits] == ["Haku osaamiskeskuksiin"]
    again.close()


def test_damage_is_mended_while_in_use(shelf: Any, make_release: Any) -> None:
    shelf.put(make_release("haku", "Haku", "Kuntien haku"))
    assert shelf.found("haku") == ["Haku"]
    shelf.fulltext.close()
    _scramble_segment(shelf.folder)
    assert shelf.found("haku") == ["Haku"]


def test_foreign_files_in_the_folder_go(shelf: Any, make_release: Any) -> None:
    (shelf.folder / "index").mkdir()
    (shelf.folder / "index" / "_MAIN_7.toc").write_bytes(b"foreign")
    (shelf.folder / "index" / "other").mkdir()
    (shelf.folder / "index" / "3").mkdir()
    shelf.put(make_release("haku", "Haku", "Hae"))
    assert shelf.found("haku") == ["Haku"]
    assert sorted(path.name for path in (shelf.folder / "index").iterdir()) == [
        ".lock",
        "4",
        "state.json",
        "translations.msgpack",
        "words.msgpack",
    ]


def test_rebuild_finds_the_same(shelf: Any, make_release: Any) -> None:
    shelf.put(*(make_release(f"haku-{number}", f"Haku {number}", "Hae " * number) for number in range(1, 9)))
    before = shelf.fulltext.search("hakea")
    assert shelf.fulltext.rebuild() == 8
    assert shelf.fulltext.search("hakea") == before


def test_search_goes_on_while_another_process_updates(shelf: Any, make_release: Any) -> None:
    shelf.put(make_release("haku", "Haku", "Hae"))
    shelf.fulltext.update()
    shelf.put(make_release("muu", "Muu", "Haku"))
    with locked(shelf.folder / "index" / ".lock"):
        assert shelf.found("haku") == ["Haku"]
        with pytest.raises(Problem, match="another haku is updating the search index"):
            shelf.fulltext.update()
    assert shelf.found("haku") == ["Haku", "Muu"]


def test_no_index_yet_while_another_process_makes_it(shelf: Any, make_release: Any) -> None:
    shelf.put(make_release("haku", "Haku", "Hae"))
    (shelf.folder / "index").mkdir()
    with locked(shelf.folder / "index" / ".lock"), pytest.raises(Problem, match="try again when it is done"):
        shelf.found("haku")


def test_other_reader_sees_an_update(shelf: Any, make_release: Any) -> None:
    shelf.put(make_release("haku", "Haku", "Hae"))
    with Catalogue(shelf.catalogue.path) as catalogue:
        reader = FullText(shelf.folder / "index", catalogue)
        assert reader.search("kuntien").total == 0
        shelf.put(make_release("kunta", "Kunnat", "Kuntien haku"))
        shelf.fulltext.update()
        assert reader.search("kunta").total == 1
        assert reader.search("kunti*").total == 1
        reader.close()


_KILLS = 20


def test_killed_writer_loses_nothing(shelf: Any, make_release: Any) -> None:
    """Each kill falls within a commit or between two; the index is read as it was left, and after the next update."""
    titles = {f"Haku {number}" for number in range(30)}
    shelf.put(*(make_release(f"haku-{title[5:]}", title, "Hae " * 50) for title in titles))
    shelf.fulltext.update()
    shelf.close()
    chance = random.Random(20)
    for _ in range(_KILLS):
        _kill_while_writing(shelf.folder, chance.uniform(0.0, 0.25))
        with Catalogue(shelf.folder / "catalogue.sqlite") as catalogue:
            reader = FullText(shelf.folder / "index", catalogue)
            with locked(shelf.folder / "index" / ".lock"):
                assert {hit.title for hit in reader.search("haku", limit=100).hits} == titles
            reader.update()
            assert {hit.title for hit in reader.search("haku", limit=100).hits} == titles
            reader.close()


def _kill_while_writing(folder: Path, seconds: float) -> None:
    writer = endless_writer.started(folder)
    time.sleep(seconds)
    writer.kill()
    writer.join()


def test_attached_documents_are_searched(shelf: Any, make_release: Any) -> None:
    """A document that is captured after its release changes what is found, and only that release is written again."""
    url = "https://tem.fi/liite.pdf"
    attachment = Attachment(url=url, text="Hakuohje", media_type="application/pdf", block=1)
    shelf.put(make_release("haku", "Haku", "Hae", attachments=(attachment,)), make_release("muu", "Muu", "Muuta"))
    assert shelf.found("kustannusarvio") == []
    capture = Capture(url=url, time=datetime(2026, 11, 1, tzinfo=UTC), body=b"%PDF", media_type="application/pdf")
    text = DocumentText(
        state=DocumentState.TEXT, media_type="application/pdf", pages=1, text="Kustannusarvion laatiminen"
    )
    with shelf.catalogue.transaction():
        shelf.catalogue.captures.add(capture, Location("a.warc.gz", 0), (), None)
        shelf.catalogue.documents.add(capture.digest, text)
    assert shelf.fulltext.update() == 2  # one taken out, one written
    assert shelf.found("kustannusarvio") == ["Haku"]
    assert shelf.fulltext.update() == 0
