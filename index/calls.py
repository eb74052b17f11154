"""Calls in the catalogue: releases joined into grant rounds, made anew where releases or pairs have changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.catalogue import Catalogue
from index.catalogue.reader import current_reader
from index.catalogue.records import decode, digest
from index.reading import Workers
from parsers.calls.assembly import make_call
from parsers.calls.joining import Joining, join
from parsers.calls.sketch import Sketch, read_sketch
from parsers.calls.works import Work, make_works
from parsers.model import Release

_RELEASES_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A call that should be there: what it is made of, and the digest of that."""

    joinings: Sequence[Joining]
    releases: tuple[str, ...]
    inputs: str


def update_calls(catalogue: Catalogue, workers: Workers) -> int:
    """Bring the calls in line with releases and pairs; return how many there are.

    Only releases that are new or changed are read; all are joined, and only calls whose members have changed are made
    again. It may be killed at any moment: what is there is replaced at once, when all is known.
    """
    content, versions = catalogue.content(), _versions(catalogue)
    made_of = digest(content or "", current_reader(), *(" ".join(text) for text in versions))
    if content is not None and catalogue.calls.made_of() != made_of:
        _update_sketches(catalogue, workers)
        works = {work.id: work for work in make_works(catalogue.calls.sketches(), versions)}
        wanted = {call.joinings[0].work: call for call in _wanted(works, catalogue.digests())}
        with catalogue.transaction():
            _replace(catalogue, wanted, works)
            catalogue.calls.settle(made_of)
    return catalogue.calls.count()


def _update_sketches(catalogue: Catalogue, workers: Workers) -> None:
    known, reader = catalogue.calls.sketch_inputs(), current_reader()
    inputs = {id_: digest(record, reader) for id_, record in catalogue.digests().items()}
    missing = [id_ for id_ in sorted(inputs) if known.get(id_) != inputs[id_]]
    for start in range(0, len(missing), _RELEASES_AT_ONCE):
        batch = missing[start : start + _RELEASES_AT_ONCE]
        sketches = workers.map(_sketch, catalogue.records(batch))
        with catalogue.transaction():
            catalogue.calls.add_sketches((sketch, inputs[sketch.id]) for sketch in sketches)


def _sketch(record: str) -> Sketch:
    return read_sketch(decode(record, Release))


def _versions(catalogue: Catalogue) -> list[list[str]]:
    """Return the releases that are one text: pairs with their English versions, and English ones of single releases."""
    texts = {fi: [fi, sv] for fi, sv in catalogue.translations().items()}
    by_release = {release: text for text in texts.values() for release in text}
    for version in catalogue.english():
        others = [side.id for side in (version.fi, version.sv) if side]
        text = next((by_release[other] for other in others if other in by_release), others)
        text.append(version.en.id)
        texts[text[0]] = text
    return list(texts.values())


def _wanted(works: Mapping[str, Work], digests: Mapping[str, str]) -> Iterator[_Wanted]:
    for joinings in join([works[id_] for id_ in sorted(works)]):
        releases = tuple(version.id for joining in joinings for version in works[joining.work].versions)
        parts = [part for id_ in releases for part in (id_, digests[id_])]
        yield _Wanted(joinings, releases, digest(*parts, repr(joinings), current_reader()))


def _replace(catalogue: Catalogue, wanted: Mapping[str, _Wanted], works: Mapping[str, Work]) -> None:
    kept = catalogue.calls.inputs()
    for id_, inputs in kept.items():
        if id_ not in wanted or wanted[id_].inputs != inputs:
            catalogue.calls.remove(id_)
    for id_ in sorted(wanted):
        call = wanted[id_]
        if kept.get(id_) != call.inputs:
            releases = {release_id: catalogue.release(release_id) for release_id in call.releases}
            catalogue.calls.add(make_call(call.joinings, works, releases), call.inputs)
