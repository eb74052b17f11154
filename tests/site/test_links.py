"""Every address on the sites leads somewhere: pages, anchors, files, feeds, sitemap, calendars, OpenSearch, JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from sitegen.build import build
from tests.site.sample import BASE_URL, SampleArchive

ATTRIBUTES = ("href", "src", "action", "poster", "srcset")
# Addresses of this site in files that are no pages
OWN = re.compile(re.escape(BASE_URL) + r"[^\s\"'<>\\{}]*")
OTHER_FILES = {".xml", ".ics", ".json", ".bib", ".ris", ".txt", ".csv"}
SITES = ("site", "addressed_site", "calls_site", "rare_site")


@pytest.fixture(params=SITES)
def folder(request: pytest.FixtureRequest) -> Path:
    """Each of the sites in turn: one built for no address, three for one with a path."""
    found: Path = request.getfixturevalue(request.param)
    return found


@cache
def pages(folder: Path) -> dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]]:
    """Return for each page its ids, the addresses in its attributes, and those that its JSON-LD names."""
    return {file.relative_to(folder).as_posix(): read(file) for file in sorted(folder.rglob("*.html"))}


def read(file: Path) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    soup = BeautifulSoup(file.read_bytes(), "lxml")
    tags = soup.find_all(True)
    ids = frozenset(str(tag["id"]) for tag in tags if tag.has_attr("id"))
    links = frozenset(str(tag[each]) for tag in tags for each in ATTRIBUTES if tag.has_attr(each))
    told = [json.loads(tag.get_text()) for tag in soup.select('script[type="application/ld+json"]')]
    return ids, links, frozenset(text for each in told for text in strings(each) if text.startswith(BASE_URL))


def strings(value: Any) -> Iterator[str]:
    """Give the texts in JSON-LD; what stands under ``@id`` is a name and need not be an address that leads anywhere."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (text for each in value for text in strings(each))
    elif isinstance(value, dict):
        yield from (text for key, each in value.items() if key != "@id" for text in strings(each))


def leads(folder: Path, address: str) -> bool:
    """Tell whether an address of this site, as the published site would have it, is there with its anchor."""
    plain, anchor = urldefrag(address)
    path = unquote(urlsplit(plain).path).removeprefix(urlsplit(BASE_URL).path)
    name = f"{path}index.html" if not path or path.endswith("/") else path
    if not (folder / name).is_file():
        return False
    return not anchor or name not in pages(folder) or anchor in pages(folder)[name][0]


def is_own(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and parts.netloc == urlsplit(BASE_URL).netloc


def test_every_address_and_anchor_of_a_page_resolves(folder: Path) -> None:
    broken, seen = [], 0
    for path, (_, links, _) in pages(folder).items():
        for link in links:
            # Without an address of its own, a site's page for wrong addresses begins at the host's root.
            page = urljoin(BASE_URL, path) if link[:1] != "/" or folder.name == "arkisto" else ""
            address = urljoin(page, link) if page else BASE_URL + link[1:]
            seen += is_own(address)
            broken += [f"{path}: {link}"] if is_own(address) and not leads(folder, address) else []
    assert not broken
    assert seen > 500


def test_what_pages_tell_to_programs_resolves(folder: Path) -> None:
    named = {each for _, _, told in pages(folder).values() for each in told if "{" not in each}
    assert not [each for each in named if not leads(folder, urldefrag(each)[0])]
    assert bool(named) == (folder.name == "arkisto")


def test_addresses_in_feeds_calendars_sitemaps_and_data_resolve(folder: Path) -> None:
    broken, seen = [], set()
    for file in folder.rglob("*"):
        if file.suffix in OTHER_FILES:
            text = file.read_bytes().decode("utf-8").replace("\r\n ", "")
            found = {each.replace("&amp;", "&") for each in OWN.findall(text)}
            seen |= {file.suffix for each in found}
            broken += [f"{file.name}: {each}" for each in found if not leads(folder, each)]
    assert not broken
    assert folder.name != "arkisto" or {".xml", ".ics"} <= seen


def test_addresses_in_the_catalogue_of_the_data_resolve(addressed_site: Path) -> None:
    text = (addressed_site / "data" / "dcat.jsonld").read_text(encoding="utf-8")
    names = {each["dct:identifier"] for each in json.loads(text)["dcat:dataset"]}
    named = {urldefrag(each)[0] for each in OWN.findall(text)} - names
    assert len(named) > 10
    assert not [each for each in named if not leads(addressed_site, each)]


def test_no_page_is_out_of_reach(addressed_site: Path) -> None:
    """From the entrance every page is reached by links alone, without the search and without the sitemap."""
    reached, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached or path not in pages(addressed_site):
            continue
        reached.add(path)
        for link in pages(addressed_site)[path][1]:
            address = urldefrag(urljoin(BASE_URL + path, link))[0]
            if is_own(address):
                name = unquote(urlsplit(address).path).removeprefix(urlsplit(BASE_URL).path)
                waiting.append(f"{name}index.html" if not name or name.endswith("/") else name)
    assert set(pages(addressed_site)) - reached == {"404.html"}


def test_a_link_that_leads_nowhere_would_be_told(addressed_site: Path) -> None:
    assert leads(addressed_site, f"{BASE_URL}fi/about/#privacy")
    assert not leads(addressed_site, f"{BASE_URL}fi/about/#nowhere")
    assert not leads(addressed_site, f"{BASE_URL}fi/nowhere/")


def test_a_site_in_one_language_has_no_way_to_the_others(archive: SampleArchive, tmp_path: Path) -> None:
    folder = tmp_path / "arkisto"
    build(archive, folder, BASE_URL, languages=("sv",))
    broken = [link for path, (_, links, _) in pages(folder).items() for link in links
              if is_own(urljoin(BASE_URL + path, link)) and not leads(folder, urljoin(BASE_URL + path, link))]  # fmt: skip
    assert not broken
