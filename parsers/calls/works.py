"""Works: a release with its versions in other languages, as one thing that belongs to a call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from parsers.calls.sketch import Sketch, Word
from parsers.model import CallRole, Language, Moment

_LANGUAGES = ("fi", "sv", "en")
ANNOUNCING: frozenset[CallRole] = frozenset({"opening", "notice", "official"})
# Their place in the story of a call; nothing begins with what explains or mends it.
RANKS: dict[CallRole, int] = {
    "opening": 0, "notice": 1, "official": 2, "extension": 3, "correction": 4, "questions": 5, "decision": 6,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Work:
    """The versions of one text, the Finnish first, and what they state together.

    Days are ISO dates. `announced` is the day the first version appeared, or that of the opening where none has a
    stamp; `dated` tells which. `titles` and `leads` are by language.
    """

    versions: tuple[Sketch, ...]
    role: CallRole
    announced: Moment | None
    dated: bool
    authority: str | None
    opens: frozenset[Moment]
    closes: frozenset[Moment]
    said: frozenset[Moment]
    continuous: bool
    use: frozenset[tuple[Moment, Moment]]
    totals: frozenset[str]
    sums: frozenset[str]
    cases: frozenset[str]
    people: frozenset[str]
    links: frozenset[str]
    years: frozenset[str]
    first: frozenset[str]
    titles: Mapping[Language, tuple[Word, ...]]
    leads: Mapping[Language, frozenset[str]]
    places: Mapping[Language, frozenset[str]]

    @property
    def id(self) -> str:
        """The id of the Finnish version, else of the first there is: stable, and that of the call it begins."""
        return self.versions[0].id

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(version.id for version in self.versions)

    @property
    def announces(self) -> bool:
        return self.role in ANNOUNCING

    @property
    def order(self) -> tuple[int, str, str]:
        """What orders the works of a call: their part in its story, then their age."""
        return RANKS[self.role], self.announced or "", self.id


def make_works(sketches: Iterable[Sketch], versions: Iterable[Iterable[str]]) -> list[Work]:
    """Group sketches into works, in the order of their ids; `versions` are the ids that are one text, in any order.

    What has no role stays out, unless another version of it has one.
    """
    by_id = {sketch.id: sketch for sketch in sorted(sketches, key=lambda sketch: sketch.id)}
    group_of = {id_: ids for ids in map(tuple, versions) for id_ in ids}
    gathered: dict[tuple[str, ...], list[Sketch]] = defaultdict(list)
    for id_, sketch in by_id.items():
        gathered[group_of.get(id_, (id_,))].append(sketch)
    works = [_work(group) for group in gathered.values() if any(sketch.role for sketch in group)]
    return sorted(works, key=lambda work: work.id)


def days_between(first: Moment, last: Moment) -> int:
    """Return the days from one to the other, negative if the second comes first."""
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days


def _work(group: Sequence[Sketch]) -> Work:
    versions = tuple(sorted(group, key=_language_order))
    telling = [version for version in versions if version.role]
    stamps = [version.published[:10] for version in telling if version.published]
    opens = _gathered((version.opens,) for version in telling)
    return Work(
        versions=versions,
        role=next(version.role for version in telling if version.role),
        announced=min(stamps, default=min(opens, default=None)),
        dated=bool(stamps),
        authority=next((version.authority for version in telling if version.authority), None),
        opens=opens,
        closes=_gathered((version.closes,) for version in telling),
        said=_gathered(version.said for version in telling),
        continuous=any(version.continuous for version in telling),
        use=frozenset(version.use for version in telling if version.use),
        totals=_gathered((version.total,) for version in telling),
        sums=_gathered(version.sums for version in telling),
        cases=_gathered(version.cases for version in telling),
        people=_gathered(version.people for version in telling),
        links=_gathered(version.links for version in telling),
        years=_gathered(version.years for version in telling),
        first=_gathered(version.first for version in telling),
        titles={version.language or "": version.title for version in telling},
        leads={version.language or "": frozenset(version.lead) for version in telling},
        places={version.language or "": frozenset(version.place) for version in telling if version.place},
    )


def _language_order(sketch: Sketch) -> tuple[int, str]:
    known = sketch.language in _LANGUAGES
    return (_LANGUAGES.index(sketch.language) if sketch.language and known else len(_LANGUAGES)), sketch.id


def _gathered(values: Iterable[Iterable[str | None]]) -> frozenset[str]:
    return frozenset(value for some in values for value in some if value)
