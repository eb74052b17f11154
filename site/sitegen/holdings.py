"""What the archive holds, small enough to be kept in memory: a card for each release, works made of their versions.

The releases themselves, with their texts, are read again one at a time when their pages are written.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from parsers.calls.status import status
from parsers.model import Call, CallStatus, Difference, Kind, Language, Moment, Pair, Release
from sitegen.addresses import safe_name
from sitegen.digests import digest_of, encoded
from sitegen.disputes import disputes
from sitegen.places import NO_PLACES, Places
from sitegen.reader import ArchiveReader
from sitegen.sums import Place, Rounds, Sums, add_up, rounds_of

Thing = TypeVar("Thing")
Key = TypeVar("Key", bound=Hashable)
# Later than any day that is known.
_LAST = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One release as lists show it, with the places of its facts; `appeared` is when this version itself came out."""

    id: str
    url: str
    title: str
    language: Language | None
    authority: str | None
    organisation: str | None
    kind: Kind
    published: Moment | None
    total: Decimal | None
    currency: str
    opens: Moment | None
    closes: Moment | None
    continuous: bool
    source: str
    captured: str
    groups: tuple[str, ...] = ()
    appeared: Moment | None = None
    use_period: tuple[Moment, Moment] | None = None
    places: Places = NO_PLACES

    @classmethod
    def of(cls, release: Release) -> Card:
        window, period = release.application, release.use_period
        return cls(
            id=safe_name(release.id),
            url=release.url,
            title=release.title,
            language=release.language,
            authority=release.authority,
            organisation=release.organisation,
            kind=release.kind,
            published=release.published,
            total=release.total,
            currency=release.total_currency,
            opens=window.opens,
            closes=window.closes,
            continuous=window.continuous,
            source=release.source,
            captured=release.captured,
            groups=tuple(dict.fromkeys(group for each in release.eligibility for group in each.groups)),
            appeared=release.translated or release.published,
            use_period=(period.start, period.end) if period else None,
            places=Places.of(release),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCard:
    """A pair as lists show it: its two releases and their differences."""

    fi: str
    sv: str
    lag_hours: float | None
    differences: tuple[Difference, ...]

    @classmethod
    def of(cls, pair: Pair) -> PairCard:
        return cls(fi=pair.fi.id, sv=pair.sv.id, lag_hours=pair.lag_hours, differences=pair.differences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One text in the versions that the archive has of it, the Finnish one first."""

    cards: tuple[Card, ...]
    pair: PairCard | None = None

    @property
    def first(self) -> Card:
        return self.cards[0]

    @property
    def published(self) -> Moment | None:
        return next((card.published for card in self.cards if card.published), None)

    @property
    def year(self) -> int | None:
        return int(self.published[:4]) if self.published else None

    def in_language(self, language: Language) -> Card:
        """Return the version to show to a reader of `language`: that one if there is one, else the first."""
        return next((card for card in self.cards if card.language == language), self.first)


@dataclass(frozen=True, eq=False)
class Holdings:
    """All works, newest first, and where each release belongs. Each is itself only: what is counted of it is kept."""

    works: tuple[Work, ...]
    pairs: tuple[PairCard, ...]
    by_release: dict[str, Work] = field(repr=False)
    calls: tuple[Call, ...] = ()

    @cached_property
    def call_rows(self) -> dict[tuple[Language, str], tuple[Call, Any]]:
        """Calls as rows, by language and id, that have been put into words: a call stands in many lists."""
        return {}

    @cached_property
    def call_of(self) -> dict[str, Call]:
        """The call that each release belongs to, for those that belong to one."""
        return {member.id: call for call in self.calls for member in call.members}

    @cached_property
    def calls_by_status(self) -> dict[CallStatus | None, list[Call]]:
        """Calls by how they stood; what is open or upcoming the nearest date first, the others the newest first."""
        found = _grouped(self.calls, lambda call: (self.status(call),))
        found.get("open", []).sort(key=lambda call: (call.closes or _LAST, call.id))
        found.get("upcoming", []).sort(key=lambda call: (call.opens or _LAST, call.id))
        return found

    @cached_property
    def deadlines(self) -> tuple[Call, ...]:
        """The calls that close on a day, in the order of closing."""
        return tuple(sorted((call for call in self.calls if call.closes), key=lambda call: (call.closes, call.id)))

    def status(self, call: Call) -> CallStatus | None:
        """Return how a call stood on the day of the newest release."""
        return status(call, self.newest) if self.newest else None

    @cached_property
    def sums(self) -> dict[Place, Sums]:
        """The sums of money of all calls, by where they belong."""
        return add_up(self.calls)

    @cached_property
    def rounds(self) -> dict[Place, Rounds]:
        """The rounds behind the sums of money, by where they belong."""
        return rounds_of(self.calls)

    @cached_property
    def work_digests(self) -> dict[str, str]:
        """By release, a digest of its work: of all that a row says of it in any language."""
        made = ((work, digest_of(encoded(work))) for work in self.works)
        return {card.id: digest for work, digest in made for card in work.cards}

    @cached_property
    def call_digests(self) -> dict[str, str]:
        """By call, a digest of it, of how it stood and of what its versions contradict: of all that a row says."""
        return {call.id: self._call_digest(call) for call in self.calls}

    def _call_digest(self, call: Call) -> str:
        """Where the authority is not known, a row names the publisher as one of the releases does."""
        members = () if call.authority else (self.work_digests.get(member.id, "") for member in call.members)
        told_otherwise = encoded(disputes(call, self.by_release))
        return digest_of(encoded(call), str(self.status(call)), told_otherwise, *members)

    @cached_property
    def releases(self) -> int:
        return len(self.by_release)

    @cached_property
    def newest(self) -> Moment | None:
        """The day of the newest release: the only "today" that a site built without a clock can have."""
        return max((work.published[:10] for work in self.works if work.published), default=None)

    @cached_property
    def by_year(self) -> dict[int | None, list[Work]]:
        return _grouped(self.works, lambda work: (work.year,))

    @cached_property
    def by_authority(self) -> dict[str | None, list[Work]]:
        return _grouped(self.works, lambda work: (work.first.authority,))

    @cached_property
    def by_kind(self) -> dict[Kind, list[Work]]:
        return _grouped(self.works, lambda work: (work.first.kind,))

    @cached_property
    def by_group(self) -> dict[str, list[Work]]:
        """Works by those who may apply, as any of their versions says."""
        return _grouped(self.works, lambda work: {group for card in work.cards for group in card.groups})

    @cached_property
    def years(self) -> dict[int, int]:
        """Works by year, the newest year first; works without a date are in none."""
        counts = Counter(work.year for work in self.works if work.year is not None)
        return dict(sorted(counts.items(), reverse=True))

    @cached_property
    def authorities(self) -> dict[str, int]:
        """Works by authority, the busiest first."""
        counts = Counter(work.first.authority for work in self.works if work.first.authority)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def kinds(self) -> dict[Kind, int]:
        """Works by kind, in the order of the kinds."""
        counts = Counter(work.first.kind for work in self.works)
        return {kind: counts[kind] for kind in Kind if counts[kind]}

    @cached_property
    def languages(self) -> dict[Language, int]:
        """Releases by language."""
        counts = Counter(card.language for work in self.works for card in work.cards if card.language)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def differing(self) -> tuple[Work, ...]:
        """The works whose versions disagree, newest first."""
        return tuple(work for work in self.works if work.pair and work.pair.differences)


def _grouped(things: Iterable[Thing], keys: Callable[[Thing], Iterable[Key]]) -> dict[Key, list[Thing]]:
    """Put each thing under each of its keys, keeping their order."""
    found: dict[Key, list[Thing]] = {}
    for thing in things:
        for key in keys(thing):
            found.setdefault(key, []).append(thing)
    return found


def read_holdings(archive: ArchiveReader) -> Holdings:
    """Walk the archive once and return what it holds."""
    cards = {release.id: Card.of(release) for release in archive.releases()}
    pairs = tuple(PairCard.of(pair) for pair in archive.pairs() if pair.fi.id in cards and pair.sv.id in cards)
    works = sorted(_works(cards, pairs), key=lambda work: (work.published or "", work.first.id), reverse=True)
    by_release = {card.id: work for work in works for card in work.cards}
    return Holdings(tuple(works), pairs, by_release, tuple(_calls(archive.calls, by_release)))


def _calls(calls: Iterable[Call], by_release: Mapping[str, Work]) -> Iterable[Call]:
    """Give the calls, the newest first."""
    known = [call for call in calls if any(member.id in by_release for member in call.members)]
    return sorted(known, key=lambda call: (call.opens or call.members[0].published or "", call.id), reverse=True)


def _works(cards: dict[str, Card], pairs: Iterable[PairCard]) -> Iterable[Work]:
    paired: dict[str, PairCard] = {}
    for pair in pairs:
        paired[pair.fi] = paired[pair.sv] = pair
        yield Work(cards=(cards[pair.fi], cards[pair.sv]), pair=pair)
    for card in cards.values():
        if card.id not in paired:
            yield Work(cards=(card,))


def by_month(works: Iterable[Work]) -> dict[int, list[Work]]:
    """Group works by their month of publication, keeping their order."""
    months: dict[int, list[Work]] = defaultdict(list)
    for work in works:
        if work.published:
            months[int(work.published[5:7])].append(work)
    return dict(months)
