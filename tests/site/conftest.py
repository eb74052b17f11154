"""The sample archive, the sites built of it, and a browser to read them with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from index.fulltext import BrowserTerms
from parsers.model import Kind, Release
from sitegen.build import build
from sitegen.scope import Scope
from tests.once import Once
from tests.site.browsing import ARGUMENTS, served
from tests.site.figured import Archive, pair, release, scope
from tests.site.kinds import kinds
from tests.site.rare import rare_archive
from tests.site.sample import BASE_URL, MATERIAL, SampleArchive, sample_archive

# The last part of `BASE_URL`: the sites are served under it, as they would be published.
NAME = "arkisto"


@pytest.fixture(scope="session")
def archive() -> SampleArchive:
    """An archive of sixteen releases and five pairs."""
    return sample_archive()


@pytest.fixture(scope="session")
def call_ids(archive: SampleArchive) -> tuple[str, str]:
    """The ids of the pair with two differences: Finnish, Swedish."""
    pair = archive.joined[0]
    return pair.fi.id, pair.sv.id


@pytest.fixture(scope="session")
def site(archive: SampleArchive, once: Once) -> Path:
    """The site of the sample archive, built for no particular address."""
    return once("built", lambda folder: build(archive, folder / "site")) / "site"


@pytest.fixture(scope="session")
def addressed_site(archive: SampleArchive, once: Once) -> Path:
    """The site of the sample archive, built for an address with a path: ``arkisto/`` is ``BASE_URL``."""
    return once("addressed", lambda folder: build(archive, folder / NAME, BASE_URL, terms=BrowserTerms())) / NAME


@pytest.fixture(scope="session")
def calls_archive() -> SampleArchive:
    """An archive of eleven releases that make six calls: one with all that a call can have, one of each status."""
    return sample_archive(MATERIAL.with_name("calls.toml"))


@pytest.fixture(scope="session")
def calls_site(calls_archive: SampleArchive, once: Once) -> Path:
    """The site of the archive of calls, built for ``BASE_URL``."""
    return once("calls", lambda folder: build(calls_archive, folder / NAME, BASE_URL)) / NAME


@pytest.fixture(scope="session")
def rare_site(once: Once) -> Path:
    """A site with what few archives have, in Finnish alone, built for ``BASE_URL``."""
    return once("rare", lambda folder: build(rare_archive(), folder / NAME, BASE_URL, languages=("fi",))) / NAME


@pytest.fixture(scope="session")
def page_types(
    addressed_site: Path, calls_site: Path, rare_site: Path, archive: SampleArchive, calls_archive: SampleArchive
) -> Iterator[dict[str, str]]:
    """The address of a page of every type, served: what `tests.site.kinds` lists."""
    sites = {"sample": addressed_site, "calls": calls_site, "rare": rare_site}
    with ExitStack() as stack:
        hosts = {name: stack.enter_context(served(site.parent)) for name, site in sites.items()}
        yield {kind: f"{hosts[site]}{NAME}/{path}" for kind, (site, path) in kinds(archive, calls_archive).items()}


@pytest.fixture(scope="session")
def calls_address(calls_site: Path) -> Iterator[str]:
    """The site of the archive of calls under a path, ``/arkisto/``."""
    with served(calls_site.parent) as host:
        yield f"{host}{calls_site.name}/"


@pytest.fixture(scope="session")
def address(addressed_site: Path) -> Iterator[str]:
    """The site under a path, ``/arkisto/``, as it would be published."""
    with served(addressed_site.parent) as host:
        yield f"{host}{addressed_site.name}/"


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    """Chromium, without anything that would reach for the network.

    One for each module: as long as it lives, Playwright keeps an event loop that other tests would trip over.
    """
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def template(archive: SampleArchive) -> Release:
    return next(iter(archive.stored.values()))


@pytest.fixture
def translated(template: Release) -> Scope:
    """Of four calls in Finnish, one came in Swedish, one never did, one is too new to tell, one has no date."""
    releases = [
        release(template, "fi", at, day)
        for at, day in enumerate(("2023-01-10T09:00", "2023-03-01", "2024-05-20", None))
    ]
    releases += [
        release(template, "sv", 0, "2023-01-11T12:00"),
        release(template, "sv", 9, "2023-06-01", authority="okm"),
    ]
    releases += [release(template, "fi", 20, "2023-02-02", kind=Kind.DECISION)]
    return scope(Archive({each.id: each for each in releases}, [pair(0, 27.0)]))
