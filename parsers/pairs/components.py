"""The releases that compete for each other: what happens among them is nothing to all others."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

import msgspec

from parsers.pairs.candidates import likeness
from parsers.pairs.decisions import NONE, Decisions
from parsers.pairs.profile import LANGUAGES
from parsers.pairs.store import Likeness, Store


class Component(msgspec.Struct, frozen=True):
    """Releases that may be versions of each other, directly or by others in between, and their likenesses."""

    releases: tuple[str, ...]
    likenesses: tuple[Likeness, ...]


def components(store: Store, releases: Iterable[str], decisions: Decisions = NONE) -> Iterator[Component]:
    """Walk the components that some releases are in, each once. A release that is not there is one by itself."""
    seen: set[str] = set()
    for release in sorted(releases):
        if release not in seen:
            component = _component(store, release, decisions)
            seen.update(component.releases)
            yield component


def _component(store: Store, start: str, decisions: Decisions) -> Component:
    seen, waiting = {start}, deque([start])
    edges: dict[tuple[str, str], Likeness] = {}
    while waiting:
        for found in _joining(store, waiting.popleft(), decisions):
            edges[found.ends] = found
            new = sorted(set(found.ends) - seen)
            seen.update(new)
            waiting.extend(new)
    return Component(tuple(sorted(seen)), tuple(edges[ends] for ends in sorted(edges)))


def _joining(store: Store, release: str, decisions: Decisions) -> Iterator[Likeness]:
    """Walk what may join a release to others: likenesses that speak for it, and what a person has decided."""
    for found in store.likenesses(release):
        if found.weight > 0 and not decisions.verdict(*found.ends):
            yield found
    for other in decisions.versions(release):
        if may_join(store, release, other):
            one, last = sorted((release, other), key=lambda each: _rank(store, each))
            yield likeness(store.profile(one), store.profile(last))


def may_join(store: Store, one: str, other: str) -> bool:
    """Tell whether two releases are there, in two languages."""
    languages = {store.language(one), store.language(other)}
    return None not in languages and len(languages) > 1


def _rank(store: Store, release: str) -> int:
    return LANGUAGES.index(store.language(release) or "")
