"""Building: what is written, that it is the same every time, and that nothing else is ever touched."""

from __future__ import annotations

import hashlib
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from index.fulltext import BrowserTerms
from parsers.model import Release
from parsers.problems import Problem
from sitegen.build import build
from sitegen.publish import MARKER
from sitegen.sitemap import MAX_ADDRESSES, sitemaps
from tests.site.sample import BASE_URL, SampleArchive

XHTML = "{http://www.w3.org/1999/xhtml}"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_report_counts_what_was_written(archive: SampleArchive, tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    report = build(archive, tmp_path / "site", on_progress=lambda *step: seen.append(step))
    assert (report.releases, report.pairs, report.differences) == (16, 5, 3)
    assert report.pages == len(list((tmp_path / "site").rglob("*.html")))
    assert [stage for stage, _, _ in dict.fromkeys((stage, 0, 0) for stage, _, _ in seen)] == [
        "reading",
        "writing",
        "indexing",
    ]


def test_the_same_archive_gives_the_same_bytes(archive: SampleArchive, site: Path, tmp_path: Path) -> None:
    build(archive, tmp_path / "again")
    assert digests(tmp_path / "again") == digests(site)


def test_an_interface_in_one_language_only(archive: SampleArchive, tmp_path: Path) -> None:
    build(archive, tmp_path / "site", languages=("sv",))
    assert sorted(path.name for path in (tmp_path / "site" / "pagefind").iterdir()) == ["sv"]
    assert not (tmp_path / "site" / "fi").exists()


def test_an_empty_archive_has_a_site_too(archive: SampleArchive, tmp_path: Path) -> None:
    empty = replace(archive, stored={}, joined=[])
    assert build(empty, tmp_path / "site").releases == 0
    assert "Arkisto on vielä tyhjä" in (tmp_path / "site/fi/index.html").read_text(encoding="utf-8")


def test_only_what_the_search_needs_of_pagefind_is_published(site: Path) -> None:
    bundles = site / "pagefind"
    assert sorted(path.name for path in bundles.iterdir()) == ["fi", "sv"]
    assert not list(bundles.rglob("*-ui.*"))


class Failing:
    """An archive that breaks in the middle of the walk."""

    def __init__(self, archive: SampleArchive) -> None:
        self._archive = archive

    def releases(self) -> Iterable[Release]:
        yield from list(self._archive.releases())[:3]
        raise OSError("the disk is gone")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._archive, name)


def test_a_build_that_fails_leaves_the_old_site_whole(archive: SampleArchive, tmp_path: Path) -> None:
    output = tmp_path / "site"
    build(archive, output)
    before = digests(output)
    with pytest.raises(OSError, match="the disk is gone"):
        build(Failing(archive), output)
    assert digests(output) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.manifest", "site"]


def test_a_second_swap_that_fails_brings_the_old_site_back(
    archive: SampleArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "site"
    build(archive, output)
    before, rename = digests(output), Path.rename

    def broken(self: Path, target: Path) -> Path:
        if self.name == ".site.building":
            raise OSError("no")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", broken)
    with pytest.raises(OSError, match="no"):
        build(archive, output, anew=True)
    assert digests(output) == before


def test_a_build_anew_replaces_all_of_the_old_one(archive: SampleArchive, tmp_path: Path) -> None:
    output = tmp_path / "site"
    build(archive, output)
    (output / "fi" / "release" / "gone").mkdir()
    build(archive, output, anew=True)
    assert not (output / "fi" / "release" / "gone").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.manifest", "site"]


def test_the_leavings_of_a_killed_build_are_cleared(archive: SampleArchive, tmp_path: Path) -> None:
    (tmp_path / ".site.building").mkdir()
    (tmp_path / ".site.building" / MARKER).touch()
    build(archive, tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.manifest", "site"]


def test_files_of_someone_else_are_never_replaced(archive: SampleArchive, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(Problem, match="holds files that haku site did not write"):
        build(archive, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_hidden_folder_of_someone_else_is_never_removed(archive: SampleArchive, tmp_path: Path) -> None:
    (tmp_path / ".site.building").mkdir()
    (tmp_path / ".site.building" / "thesis.txt").write_text("years of work")
    with pytest.raises(Problem, match="did not write"):
        build(archive, tmp_path / "site")
    assert (tmp_path / ".site.building" / "thesis.txt").exists()


def test_a_file_is_no_place_for_a_site(archive: SampleArchive, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(Problem, match="give --output a folder"):
        build(archive, tmp_path / "site")


def test_an_empty_folder_is_taken(archive: SampleArchive, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    build(archive, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()


@pytest.mark.parametrize(
    "base_url",
    [
        pytest.param("example.org/arkisto", id="no-scheme"),
        pytest.param("ftp://example.org/", id="not-http"),
        pytest.param("https://example.org/?a=b", id="query"),
        pytest.param("javascript:alert(1)", id="script"),
        pytest.param("https://[", id="malformed"),
    ],
)
def test_an_address_that_is_none_is_told(archive: SampleArchive, tmp_path: Path, base_url: str) -> None:
    with pytest.raises(Problem, match="--base-url"):
        build(archive, tmp_path / "site", base_url)
    assert not (tmp_path / "site").exists()


def test_an_unknown_language_is_told(archive: SampleArchive, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no interface in the language 'se'"):
        build(archive, tmp_path / "site", languages=("fi", "se"))


def test_a_failing_pagefind_is_told_and_nothing_is_published(
    archive: SampleArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(Problem, match="Pagefind could not index"):
        build(archive, tmp_path / "site")
    assert not list(tmp_path.iterdir())


def test_without_an_address_nothing_is_written_that_needs_one(site: Path) -> None:
    assert not [name for name in ("sitemap.xml", "robots.txt", "fi/feed.xml") if (site / name).exists()]


def test_the_sitemap_names_every_page_in_every_language(addressed_site: Path) -> None:
    urls = ET.parse(addressed_site / "sitemap.xml").getroot().findall(f"{SITEMAP}url")
    for url in urls:
        address = url.findtext(f"{SITEMAP}loc") or ""
        assert (addressed_site / address.removeprefix(BASE_URL) / "index.html").is_file(), address
        links = {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
        assert set(links) == {"fi", "sv", "en", "x-default"} and address in links.values()
    assert len(urls) == len(list(addressed_site.rglob("index.html")))
    assert f"Sitemap: {BASE_URL}sitemap.xml" in (addressed_site / "robots.txt").read_text()


def test_a_sitemap_too_large_for_one_file_is_parted() -> None:
    paths = [f"fi/release/{number}/" for number in range(MAX_ADDRESSES + 1)]
    files = dict(sitemaps(BASE_URL, paths, ("fi",)))
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert files["sitemap-1.xml"].count("<loc>") == MAX_ADDRESSES
    assert files["sitemap-2.xml"].count("<loc>") == 2
    assert f"<loc>{BASE_URL}sitemap-2.xml</loc>" in files["sitemap.xml"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_feed_is_atom_and_names_the_newest_first(addressed_site: Path, language: str) -> None:
    root = ET.parse(addressed_site / language / "feed.xml").getroot()
    entries = root.findall(f"{ATOM}entry")
    stamps = [entry.findtext(f"{ATOM}published") or "" for entry in entries]
    assert len(entries) == 9 and stamps == sorted(stamps, reverse=True)
    in_summer = "2023-09-04T10:30:00+03:00" if language == "sv" else "2023-09-01T12:00:00+03:00"
    assert stamps[0] == "2024-03-18T08:45:00+02:00" and in_summer in stamps
    for entry in entries:
        assert (entry.findtext(f"{ATOM}id") or "").startswith(f"{BASE_URL}{language}/release/")


def test_the_page_for_wrong_addresses_works_at_any_depth(addressed_site: Path, site: Path) -> None:
    assert 'action="/arkisto/fi/search/"' in (addressed_site / "404.html").read_text(encoding="utf-8")
    assert 'action="/fi/search/"' in (site / "404.html").read_text(encoding="utf-8")


def test_canonical_addresses_point_at_themselves(addressed_site: Path) -> None:
    page = (addressed_site / "sv/browse/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{BASE_URL}sv/browse/">' in page
    assert f'<link rel="alternate" hreflang="fi" href="{BASE_URL}fi/browse/">' in page


def test_hidden_terms_are_put_beside_the_text(archive: SampleArchive, tmp_path: Path) -> None:
    build(archive, tmp_path / "site", terms=BrowserTerms())
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "site/sv/release").rglob("*.html")]
    assert sum(' data-strong="' in page and ' data-faint="' in page for page in pages) == 6
    assert (tmp_path / "site/pagefind/sv/forms/prefixes.txt").is_file()


def test_earlier_readings_are_shown_with_their_changes(
    archive: SampleArchive, tmp_path: Path, call_ids: tuple[str, str]
) -> None:
    release = archive.stored[call_ids[0]]
    blocks = (*release.blocks[:-1], msgspec.structs.replace(release.blocks[-1], text="Vanha yhteystieto"))
    older = msgspec.structs.replace(release, blocks=blocks, captured="2026-10-01T09:00:00Z", digest="sha256:old")
    build(replace(archive, older={release.id: [older]}), tmp_path / "site")
    page = (tmp_path / f"site/fi/release/{release.id}/index.html").read_text(encoding="utf-8")
    assert "<del>Vanha yhteystieto</del>" in page and "<ins>neuvotteleva virkamies" in page
    assert "Tallennettu 1.10.2026" in page
