"""The pages of a site, each with a digest of all that it is made from, so that it need not be made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

import index
import parsers
import sitegen
from parsers.model import Pair, Release
from sitegen.addresses import call_path, citation_path, compare_path, release_path
from sitegen.citations import FORMATS, citation_files
from sitegen.digests import digest_of
from sitegen.pages.base import Page
from sitegen.pages.call import call_page, status_sentence
from sitegen.pages.compare import compare_page
from sitegen.pages.release import ReleaseText, release_page, release_text
from sitegen.planned import Planned
from sitegen.scope import Scope
from sitegen.surveyed import Surveyed

# What pages are written with beside our own code: another version of these may write them differently.
_LIBRARIES = ("babel", "jinja2", "markupsafe", "msgspec", "pagefind", "phonenumbers")
Made = TypeVar("Made")

_CODE = ("*.py", "*.toml", "*.tsv", "*.html", "*.xml", "*.svg", "*.css", "*.js", "*.mo")


def program_version() -> str:
    """Return a digest of the program: of a site that another version of it wrote, no page is kept."""
    folders = [Path(package.__path__[0]) for package in (parsers, index, sitegen)]
    files = [path for folder in folders for pattern in _CODE for path in sorted(folder.rglob(pattern))]
    return digest_of(*map(version, _LIBRARIES), *(path.read_bytes() for path in files))


class ContentPlan:
    """The pages of releases and pairs, and what those of calls are made from. Each is read once for all languages."""

    def __init__(self, archive: Surveyed, scopes: list[Scope]) -> None:
        self._archive = archive
        self._scopes = scopes
        self._holdings = scopes[0].holdings
        self._releases: dict[str, str] = {}
        self._made_from: dict[str, str] = {}

    def releases(self) -> Iterator[Planned]:
        """Walk the pages of releases and their references; noting their digests, which those of pairs are made from."""
        for id_, noted in self._archive.notes.items():
            older = self._archive.revisions(id_)
            self._releases[id_] = digest_of(noted.digest, *map(msgspec.json.encode, older))
            inputs = self._inputs(id_)
            release = _Once(partial(self._archive.release, id_))
            text = _Once(partial(_release_text, release, older))
            for scope in self._scopes:
                path = f"{scope.language}/{release_path(id_)}"
                yield Planned(path, inputs, partial(_release_page, release, text, scope))
            yield from self._references(id_, release)

    def pairs(self) -> Iterator[Planned]:
        """Walk the pages of pairs, after those of releases."""
        for pair in self._archive.pairs():
            sides = (pair.fi.id, pair.sv.id, *((pair.english.id,) if pair.english else ()))
            inputs = digest_of(msgspec.json.encode(pair), *map(self._inputs, sides))
            releases = _Once(partial(self._sides, pair))
            for scope in self._scopes:
                path = f"{scope.language}/{compare_path(pair.fi.id)}"
                yield Planned(path, inputs, partial(_compare_page, pair, releases, scope))

    def calls(self) -> Iterator[Planned]:
        """Walk the pages of calls, after those of releases: they show the releases in them as lists do."""
        for call in self._holdings.calls:
            shown = [
                *(each.id for each in call.members),
                *(id_ for each in call.opinions for id_ in (each.release, each.official)),
            ]
            known = [self._inputs(release) for release in shown if release in self._holdings.by_release]
            said = status_sentence(self._holdings.status(call), self._scopes[0])
            inputs = digest_of(self._holdings.call_digests[call.id], said, *known)
            for scope in self._scopes:
                path = f"{scope.language}/{call_path(call.id)}"
                yield Planned(path, inputs, partial(call_page, call, scope))

    def digests(self) -> str:
        """Return a digest of what the pages of all releases are made from, after they have been walked."""
        return digest_of(*(f"{release} {self._inputs(release)}" for release in sorted(self._releases)))

    def _references(self, id_: str, release: _Once[Release]) -> Iterator[Planned]:
        """Every release as a reference in small files, the same for all interface languages."""
        scope = self._scopes[0]
        made = _Once(lambda: dict(citation_files(release.value, scope.languages, scope.base_url)))
        for ending in FORMATS:
            path = citation_path(id_, ending)
            yield Planned(path, self._releases[id_], lambda path=path: made.value[path])  # type: ignore[misc]

    def _inputs(self, release: str) -> str:
        """Return a digest of a release, of its work and of its call: of all that is shown of it anywhere."""
        if release not in self._made_from:
            held = self._holdings
            call = held.call_of.get(release)
            called = held.call_digests[call.id] if call else ""
            self._made_from[release] = digest_of(self._releases[release], held.work_digests[release], called)
        return self._made_from[release]

    def _sides(self, pair: Pair) -> tuple[Release, Release, Release | None]:
        english = self._archive.release(pair.english.id) if pair.english else None
        return self._archive.release(pair.fi.id), self._archive.release(pair.sv.id), english


class _Once(Generic[Made]):
    """Something that is made when it is first asked for, and then kept."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make

    @cached_property
    def value(self) -> Made:
        return self._make()


def _release_text(release: _Once[Release], older: Sequence[Release]) -> ReleaseText:
    return release_text(release.value, older)


def _release_page(release: _Once[Release], text: _Once[ReleaseText], scope: Scope) -> Page:
    return release_page(release.value, text.value, scope)


def _compare_page(pair: Pair, releases: _Once[tuple[Release, Release, Release | None]], scope: Scope) -> Page:
    fi, sv, en = releases.value
    return compare_page(pair, fi, sv, scope, en)
