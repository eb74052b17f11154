"""Feeds, the description of the search, and what pages say in their heads about each other."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
import msgspec
import pytest
from bs4 import BeautifulSoup

from parsers.model import Release
from sitegen.feeds import feeds
from sitegen.holdings import read_holdings
from sitegen.opensearch import SHORT_NAME
from sitegen.scope import Scope, scope_of
from sitegen.sitemap import sitemaps
from sitegen.texts import LANGUAGES
from tests.site.sample import BASE_URL, SampleArchive

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
# RFC 4287, 4.1: what a feed and an entry must have, once
MANDATORY = ("id", "title", "updated")


def scope(archive: SampleArchive, language: str = "fi") -> Scope:
    return scope_of(language, LANGUAGES, read_holdings(archive), BASE_URL)


def all_feeds(site: Path) -> Iterator[tuple[str, ET.Element]]:
    for path in sorted(site.rglob("*.xml")):
        root = ET.parse(path).getroot()
        if root.tag == f"{ATOM}feed":
            yield path.relative_to(site).as_posix(), root


def test_there_is_a_feed_of_each_language_kind_and_authority(addressed_site: Path, archive: SampleArchive) -> None:
    held = read_holdings(archive)
    names = ["feed.xml", *(f"feed/kind/{kind}.xml" for kind in held.kinds)]
    names += [f"feed/authority/{code}.xml" for code in held.authorities]
    assert len(names) > 8
    assert {path for path, _ in all_feeds(addressed_site)} == {f"{code}/{name}" for code in LANGUAGES for name in names}


def test_feeds_are_as_the_standard_asks(addressed_site: Path) -> None:
    ids = set()
    for path, root in all_feeds(addressed_site):
        for element in (root, *root.findall(f"{ATOM}entry")):
            assert all(len(element.findall(f"{ATOM}{name}")) == 1 for name in MANDATORY), path
            alternates = [
                (link.get("type"), link.get("hreflang"))
                for link in element.findall(f"{ATOM}link")
                if link.get("rel") == "alternate"
            ]
            assert len(alternates) == len(set(alternates)) == 1, path
            assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
        for entry in root.findall(f"{ATOM}entry"):
            assert entry.findtext(f"{ATOM}author/{ATOM}name"), path
        (own,) = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
        assert own == BASE_URL + path and root.get(XML_LANG) == path[:2]
        ids.add(root.findtext(f"{ATOM}id"))
    assert len(ids) == len(list(all_feeds(addressed_site)))


def test_a_feed_reader_reads_them(addressed_site: Path) -> None:
    for path, root in all_feeds(addressed_site):
        read = feedparser.parse((addressed_site / path).read_bytes())
        assert not read.bozo and read.version == "atom10", path
        assert len(read.entries) == len(root.findall(f"{ATOM}entry"))
        for entry in read.entries:
            page = addressed_site / entry.link.removeprefix(BASE_URL) / "index.html"
            assert page.is_file() and entry.id == entry.link


def test_a_feed_has_what_its_list_has(addressed_site: Path) -> None:
    root = ET.parse(addressed_site / "fi/feed/kind/decision.xml").getroot()
    kinds = {category.get("term") for category in root.iter(f"{ATOM}category")}
    assert kinds == {"decision"}
    page = (addressed_site / "fi/browse/kind/decision/index.html").read_text(encoding="utf-8")
    for entry in root.findall(f"{ATOM}entry"):
        assert (entry.findtext(f"{ATOM}id") or "").removeprefix(f"{BASE_URL}fi/") in page


def test_a_title_in_another_language_says_so(addressed_site: Path) -> None:
    root = ET.parse(addressed_site / "sv/feed.xml").getroot()
    tongues = {title.get(XML_LANG) for title in root.iter(f"{ATOM}title")}
    assert tongues == {None, "fi"}


def test_a_version_came_out_when_it_did(archive: SampleArchive, call_ids: tuple[str, str]) -> None:
    """The page of a translation repeats the stamp of its original, and adds its own."""
    stamps = {}
    for language, id_ in zip(("fi", "sv"), call_ids, strict=True):
        content = dict(feeds(scope(archive, language)))[f"{language}/feed.xml"]
        entry = next(
            each
            for each in ET.fromstring(content).findall(f"{ATOM}entry")
            if (each.findtext(f"{ATOM}id") or "").endswith(f"{language}/release/{id_}/")
        )
        stamps[language] = entry.findtext(f"{ATOM}published")
        assert entry.findtext(f"{ATOM}updated") == stamps[language]
    own = archive.stored[call_ids[1]].translated
    assert own and own != archive.stored[call_ids[1]].published
    assert stamps == {"fi": "2024-03-05T10:05:00+02:00", "sv": f"{own}:00+02:00"}


def test_a_late_translation_is_news_in_its_own_language(archive: SampleArchive, call_ids: tuple[str, str]) -> None:
    late = msgspec.structs.replace(archive.stored[call_ids[1]], translated="2034-01-02T09:00")
    changed = replace(archive, stored=archive.stored | {late.id: late})
    first = {
        language: ET.fromstring(dict(feeds(scope(changed, language)))[f"{language}/feed.xml"]).findtext(
            f"{ATOM}entry/{ATOM}id"
        )
        for language in ("fi", "sv")
    }
    assert (first["sv"] or "").endswith(f"sv/release/{late.id}/") and call_ids[0] not in (first["fi"] or "")


def with_release(archive: SampleArchive, **changes: object) -> SampleArchive:
    release: Release = next(iter(archive.stored.values()))
    return replace(archive, stored={release.id: msgspec.structs.replace(release, **changes)}, joined=[])


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param("</title><script>alert(1)</script>", id="markup"),
        pytest.param("]]>&nbsp;&lt;b&gt;", id="entities"),
        pytest.param("a\x00b\x0bc\ufffe\x1b[31m", id="control"),
        pytest.param('" onload="x', id="attribute"),
        pytest.param("%2e%2e{{ 7 * 7 }}", id="template"),
    ],
)
def test_hostile_titles_leave_a_feed_well_formed(archive: SampleArchive, attack: str) -> None:
    hostile = with_release(archive, title=attack, organisation=attack, authority=None)
    (_, content), *_ = feeds(scope(hostile))
    root = ET.fromstring(content.encode())
    kept = "".join("\ufffd" if c in "\x00\x0b\ufffe\x1b" else c for c in attack)
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == kept
    assert root.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == kept


def test_the_end_of_a_day_is_an_instant_too(archive: SampleArchive) -> None:
    (_, content), *_ = feeds(scope(with_release(archive, published="2024-03-30T24:00")))
    assert "<published>2024-03-31T00:00:00+02:00</published>" in content


def test_an_archive_without_dates_has_an_empty_feed(archive: SampleArchive) -> None:
    (_, content), *_ = feeds(scope(with_release(archive, published=None)))
    assert not ET.fromstring(content).findall(f"{ATOM}entry")


def test_heads_lead_to_feeds_and_search(addressed_site: Path) -> None:
    for path in (
        "fi/index.html",
        "sv/browse/index.html",
        "en/browse/kind/call/index.html",
        "fi/differences/index.html",
    ):
        soup = BeautifulSoup((addressed_site / path).read_text(encoding="utf-8"), "lxml")
        links = soup.select("head link[type='application/atom+xml'], head link[rel=search]")
        assert len(links) == (3 if "kind" in path else 2)
        for link in links:
            assert ((addressed_site / path).parent / str(link["href"])).resolve().is_file(), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_browser_can_search_from_its_address_bar(addressed_site: Path, language: str) -> None:
    root = ET.parse(addressed_site / language / "opensearch.xml").getroot()
    assert root.tag == f"{SEARCH}OpenSearchDescription" and root.findtext(f"{SEARCH}ShortName") == SHORT_NAME
    assert len(SHORT_NAME) <= 16
    assert root.findtext(f"{SEARCH}Language") == language
    assert 0 < len(root.findtext(f"{SEARCH}Description") or "") <= 1024
    templates = {url.get("type"): url.get("template") for url in root.findall(f"{SEARCH}Url")}
    assert templates["text/html"] == f"{BASE_URL}{language}/search/?q={{searchTerms}}"


def test_versions_name_each_other_and_the_one_for_everybody_else(addressed_site: Path) -> None:
    for file in addressed_site.glob("*/**/index.html"):
        path = file.relative_to(addressed_site).as_posix().removesuffix("index.html")
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
        named = {str(link["hreflang"]): str(link["href"]) for link in soup.select("head link[hreflang]")}
        tail = path.partition("/")[2]
        expected = {code: f"{BASE_URL}{code}/{tail}" for code in LANGUAGES}
        assert named == expected | {"x-default": expected["fi"] if tail else BASE_URL}, path


def test_the_sitemap_names_the_version_for_everybody_else() -> None:
    (_, content), *_ = sitemaps(BASE_URL, ["fi/", "fi/about/"], ("fi", "sv"))
    assert f'hreflang="x-default" href="{BASE_URL}"/>' in content
    assert f'hreflang="x-default" href="{BASE_URL}fi/about/"/>' in content


def test_versions_in_the_sitemap_all_name_each_other(addressed_site: Path) -> None:
    named: dict[str, set[str]] = {}
    for url in ET.parse(addressed_site / "sitemap.xml").getroot().findall(f"{SITEMAP}url"):
        links = url.findall("{http://www.w3.org/1999/xhtml}link")
        named[url.findtext(f"{SITEMAP}loc") or ""] = {link.get("href") or "" for link in links}
    assert named[BASE_URL] == {BASE_URL, *(f"{BASE_URL}{code}/" for code in LANGUAGES)}
    for address, others in named.items():
        assert all(named[other] == others for other in others), address


def test_without_an_address_heads_promise_nothing(site: Path) -> None:
    soup = BeautifulSoup((site / "fi/browse/kind/call/index.html").read_text(encoding="utf-8"), "lxml")
    assert not soup.select("head link[rel=alternate], head link[rel=search], head script")
    assert not list(site.rglob("opensearch.xml")) and not list(site.rglob("feed.xml"))
