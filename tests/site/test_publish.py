"""A site in its place: whole or not at all, and only what has changed is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen import publish
from sitegen.publish import MARKER, Publication, published


def _publish(output: Path, pages: dict[str, str], version: str = "1") -> list[str]:
    """Publish pages, path and inputs; return the paths of those that had to be made."""
    made = []
    with published(output, version) as site:
        for path, inputs in pages.items():
            if not site.keeps(path, inputs):
                made.append(path)
                site.write(path, f"<p>{inputs}</p>", inputs)
    return made


def _files(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): path.read_text()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def test_what_has_not_changed_is_not_made_again(tmp_path: Path) -> None:
    output = tmp_path / "site"
    assert _publish(output, {"fi/": "a", "fi/x/": "b", "sv/y/z/": "c"}) == ["fi/", "fi/x/", "sv/y/z/"]
    before = (output / "fi/index.html").stat().st_mtime_ns
    assert _publish(output, {"fi/": "a", "fi/x/": "B", "fi/new/": "d"}) == ["fi/x/", "fi/new/"]
    assert _files(output) == {
        "fi/index.html": "<p>a</p>",
        "fi/new/index.html": "<p>d</p>",
        "fi/x/index.html": "<p>B</p>",
    }
    assert (output / "fi/index.html").stat().st_mtime_ns == before
    assert not (output / "sv").exists()
    assert _publish(output, {"fi/": "a", "fi/x/": "B", "fi/new/": "d"}) == []


def test_another_version_makes_everything_again(tmp_path: Path) -> None:
    pages = {"fi/": "a", "fi/x/": "b"}
    _publish(tmp_path / "site", pages)
    assert _publish(tmp_path / "site", pages, "2") == list(pages)


def test_a_site_that_someone_else_brought_is_made_again(tmp_path: Path) -> None:
    """The manifest belongs to the site beside it: one that was copied over it from elsewhere has another marker."""
    _publish(tmp_path / "site", {"fi/": "a"})
    (tmp_path / "site" / MARKER).write_text("another build\n")
    assert _publish(tmp_path / "site", {"fi/": "a"}) == ["fi/"]


@pytest.mark.parametrize("content", [b"", b"\x93\x01", b"not a manifest"])
def test_a_damaged_manifest_makes_everything_again(tmp_path: Path, content: bytes) -> None:
    _publish(tmp_path / "site", {"fi/": "a"})
    (tmp_path / ".site.manifest").write_bytes(content)
    assert _publish(tmp_path / "site", {"fi/": "a"}) == ["fi/"]


def test_a_failure_leaves_the_old_site(tmp_path: Path) -> None:
    _publish(tmp_path / "site", {"fi/": "a", "sv/": "b"})
    with pytest.raises(RuntimeError, match="half way"), published(tmp_path / "site", "1") as site:
        site.write("fi/", "new", "n")
        raise RuntimeError("half way")
    assert _files(tmp_path / "site") == {"fi/index.html": "<p>a</p>", "sv/index.html": "<p>b</p>"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.manifest", "site"]


@pytest.mark.parametrize("moved", [0, 1, 2])
def test_an_interrupted_publication_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moved: int
) -> None:
    output = tmp_path / "site"
    done: list[Path] = []
    _publish(output, {"fi/": "a", "fi/x/": "b", "sv/": "c", "en/": "d"})
    move = publish._move

    def interrupted(path: Path, target: Path) -> None:
        if len(done) == moved:
            raise KeyboardInterrupt
        done.append(target)
        move(path, target)

    monkeypatch.setattr(publish, "_move", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _publish(output, {"fi/": "A", "fi/x/": "B", "en/": "D"})
    monkeypatch.undo()
    assert _publish(output, {"fi/": "A", "fi/x/": "B", "en/": "D"}) == []
    assert _files(output) == {
        "en/index.html": "<p>D</p>",
        "fi/index.html": "<p>A</p>",
        "fi/x/index.html": "<p>B</p>",
    }


def test_files_that_a_tool_makes_together(tmp_path: Path) -> None:
    output = tmp_path / "site"

    def build(inputs: str, files: dict[str, str]) -> bool:
        with published(output, "1") as site:
            site.write("fi/", "page", "p")
            if site.keeps_under("pagefind/fi/", inputs):
                return False
            for name, content in files.items():
                _written(site, f"pagefind/fi/{name}", content)
            site.take("pagefind/fi/", inputs)
        return True

    assert build("1", {"a.js": "a", "b/c": "c"})
    assert not build("1", {})
    assert _files(output) == {"fi/index.html": "page", "pagefind/fi/a.js": "a", "pagefind/fi/b/c": "c"}
    assert build("2", {"a.js": "a", "d": "d"})
    assert _files(output) == {"fi/index.html": "page", "pagefind/fi/a.js": "a", "pagefind/fi/d": "d"}


def test_a_note_is_there_for_the_next_build_of_the_same_version(tmp_path: Path) -> None:
    output = tmp_path / "site"
    with published(output, "1") as site:
        assert site.noted("data/") is None
        _written(site, "data/a.csv", "a")
        site.take("data/", "")
        site.note("data/", b"made of a")
    with published(output, "1") as site:
        assert site.noted("data/") == b"made of a"
        site.retain("data/a.csv")
    assert _files(output) == {"data/a.csv": "a"}
    with published(output, "2") as site:
        assert site.noted("data/") is None


def _written(site: Publication, name: str, content: str) -> None:
    path = site.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def test_the_same_site_whichever_way_it_came_about(tmp_path: Path) -> None:
    _publish(tmp_path / "one", {"fi/": "a", "sv/": "b"})
    _publish(tmp_path / "two", {"fi/": "x", "en/": "y"})
    _publish(tmp_path / "two", {"fi/": "a", "sv/": "b"})
    assert _files(tmp_path / "one") == _files(tmp_path / "two")
