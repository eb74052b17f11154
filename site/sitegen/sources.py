"""Which releases the facts of a call were read from, and where in their texts: every fact leads to its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from parsers.calls.works import RANKS
from parsers.model import Call, Language, Moment
from parsers.moments import agree
from sitegen.addresses import release_path
from sitegen.holdings import Card, Work
from sitegen.scope import Scope

# The facts of a release's page, where a fact has no place of its own in the text.
_BOX = "facts"


class Sources:
    """The places of a call's facts, as paths. Of versions that state the same, the reader's own is pointed at."""

    def __init__(self, call: Call, scope: Scope) -> None:
        self._call, self._language = call, scope.language
        held = scope.holdings.by_release
        known = [(member, held[member.id]) for member in call.members if member.id in held]
        known.sort(key=lambda each: RANKS[each[0].role])
        self._stating = _unique(work for member, work in known if member.role != "decision")
        self._decisions = _unique(work for member, work in known if member.role == "decision")
        telling = [held[window.release] for window in reversed(call.windows) if window.release in held]
        self._telling = _unique([*telling, *self._stating, *self._decisions])

    def window(self) -> tuple[str, ...]:
        """Return where the closing, the opening and that one may always apply are stated."""
        return _joined(
            (self.closes(), self.opens(), self._applied(lambda card: self._call.continuous and card.continuous))
        )

    def closes(self) -> tuple[str, ...]:
        return self._applied(lambda card: agree(card.closes, self._call.closes))

    def opens(self) -> tuple[str, ...]:
        return self._applied(lambda card: agree(card.opens, self._call.opens))

    def total(self) -> tuple[str, ...]:
        return self._sum(self._stating, self._call.total)

    def granted(self) -> tuple[str, ...]:
        """Return where the sum was read, or the sums of several decisions that make it together."""
        whole = self._sum(self._decisions, self._call.granted)
        cards = (self._first([work], lambda card: card.total is not None) for work in self._decisions)
        return whole or _joined(places_of(card, card.places.total, self._language) for card in cards if card)

    def use_period(self, period: tuple[Moment, Moment] | None) -> tuple[str, ...]:
        works = [*self._stating, *self._decisions] if period else []
        card = self._first(works, lambda card: card.use_period == period)
        return places_of(card, card.places.use_period, self._language) if card else ()

    def group(self, group: str) -> tuple[str, ...]:
        return self._named(group, lambda card: card.places.groups)

    def case_number(self, number: str | None) -> tuple[str, ...]:
        return self._named(number, lambda card: card.places.case_numbers)

    def _applied(self, states: Callable[[Card], bool]) -> tuple[str, ...]:
        """Return where the newest release that states something of the period states it."""
        card = self._first(self._telling, states)
        return places_of(card, card.places.application, self._language) if card else ()

    def _sum(self, works: Sequence[Work], value: object) -> tuple[str, ...]:
        card = self._first(works, lambda card: value is not None and card.total == value)
        return places_of(card, card.places.total, self._language) if card else ()

    def _named(self, name: str | None, places: Callable[[Card], tuple[tuple[str, str], ...]]) -> tuple[str, ...]:
        card = self._first([*self._stating, *self._decisions], lambda card: name in dict(places(card)))
        anchors = [anchor for each, anchor in places(card) if each == name] if card else []
        return places_of(card, anchors[:1], self._language) if card else ()

    def _first(self, works: Iterable[Work], states: Callable[[Card], bool]) -> Card | None:
        found = ([card for card in work.cards if states(card)] for work in works)
        return next((preferred(cards, self._language) for cards in found if cards), None)


def preferred(cards: Sequence[Card], language: Language) -> Card:
    """Return the one of several versions that say the same to which a reader of `language` is sent."""
    return next((card for card in cards if card.language == language), cards[0])


def places_of(card: Card, anchors: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the paths of places in a release's text; that of its facts where there are none."""
    return tuple(f"{language}/{release_path(card.id)}#{anchor}" for anchor in anchors or (_BOX,))


def _unique(works: Iterable[Work]) -> list[Work]:
    return list({work.first.id: work for work in works}.values())


def _joined(paths: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for some in paths for path in some))
