"""Which releases may be versions of one text at all, kept up to date as releases come, change and go.

Candidates are releases in two languages whose shared rare marks are strong enough together; of these the likenesses
are weighed, and kept where they are worth an assignment or a person's look. All of it follows from which releases
there are: the order in which they came does not matter. What a change costs grows with what it touches.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from parsers.model import Language
from parsers.pairs.clues import Clue, is_declared, weigh
from parsers.pairs.marks import ENOUGH, Mark, is_rare, most_holders, strength
from parsers.pairs.profile import LANGUAGES, Profile
from parsers.pairs.store import Entry, Likeness, Store

Couple = tuple[str, str]
_SIDES: tuple[tuple[Language, Language], ...] = (("fi", "sv"), ("fi", "en"), ("sv", "en"))
# Weights are kept as whole thousandths.
UNIT = 1000
# A likeness weaker than this is not kept, unless a page declares it: it is not even a near miss.
_LEAST = -2500


def update(store: Store, changes: Mapping[str, Entry | None]) -> set[str]:
    """Take in releases that are new or have changed, and forget those given as None.

    Return the ids of all releases whose likenesses to others may have changed.
    """
    touched = set(changes)
    shifts = _Shifts()
    for release, entry in changes.items():
        touched.update(end for found in store.likenesses(release) for end in found.ends)
        shifts.leave(store, release)
        if entry is not None:
            shifts.enter(store, entry)
    marks = _Marks(store, shifts, changes)
    marks.walk()
    for lost in marks.weakened():
        store.remove_likeness(lost)
        touched.update(lost.ends)
    for one, other in marks.couples():
        if found := _weighed(store, one, other):
            store.add_likeness(found)
            touched.update(found.ends)
    return touched


class _Shifts:
    """How many releases have gained and lost each mark, by mark and language."""

    def __init__(self) -> None:
        self.gained: Counter[tuple[Mark, Language]] = Counter()
        self.lost: Counter[tuple[Mark, Language]] = Counter()
        self.marks: set[Mark] = set()

    def leave(self, store: Store, release: str) -> None:
        language = store.language(release)
        if language is not None:
            self._note(self.lost, store.marks(release), language)
            store.remove(release)

    def enter(self, store: Store, entry: Entry) -> None:
        self._note(self.gained, entry.marks, entry.language)
        store.put(entry)

    def _note(self, counter: Counter[tuple[Mark, Language]], marks: Iterable[Mark], language: Language) -> None:
        counter.update((mark, language) for mark in marks)
        self.marks.update(marks)


class _Marks:
    """The marks that a change touches: whom they bring together, and whom they no longer do."""

    def __init__(self, store: Store, shifts: _Shifts, changes: Mapping[str, Entry | None]) -> None:
        self._store, self._shifts, self._changes = store, shifts, changes
        self._together: dict[Couple, int] = defaultdict(int)
        self._looked_at: set[Couple] = set()
        self._parted: list[tuple[Mark, list[str], Language]] = []
        self._rare: dict[tuple[Mark, Language, Language], bool] = {}

    def walk(self) -> None:
        """Look up every mark that a changed release has or had."""
        for mark in self._shifts.marks:
            gained = max(self._shifts.gained[mark, language] for language in LANGUAGES)
            holders = self._store.holders(mark, most_holders(mark) + gained)
            for one, other in _SIDES:
                if one in holders and other in holders:
                    self._look_at(mark, one, other, holders)

    def couples(self) -> Iterator[Couple]:
        """Return the candidates to be weighed: those with a changed release, and those that a mark brings back."""
        yield from sorted(couple for couple, strong in self._together.items() if strong >= ENOUGH)
        for one, other in sorted(self._looked_at):
            known = any(found.ends == (one, other) for found in self._store.likenesses(one))
            if not known and self._are_candidates(one, other):
                yield one, other

    def weakened(self) -> list[Likeness]:
        """Return the likenesses of unchanged releases that are candidates no more."""
        shared = {
            found.ends: found
            for mark, releases, language in self._parted
            for release in releases
            for found in self._store.likenesses(release)
            if language in found.languages and mark in self._store.marks(found.other_end(release))
        }
        return [shared[ends] for ends in sorted(shared) if not self._are_candidates(*ends)]

    def _look_at(self, mark: Mark, one: Language, other: Language, holders: Mapping[Language, list[str]]) -> None:
        ours, theirs = holders[one], holders[other]
        was, now = self._was_rare(mark, one, other, holders), is_rare(mark, len(ours), len(theirs))
        if now:
            self._bring_together(mark, ours, theirs)
        if now and not was:
            self._looked_at.update(couple for couple in product(ours, theirs) if self._are_unchanged(couple))
        elif was and not now:
            fewer, language = (ours, other) if len(ours) <= len(theirs) else (theirs, one)
            self._parted.append((mark, fewer, language))

    def _was_rare(self, mark: Mark, one: Language, other: Language, holders: Mapping[Language, list[str]]) -> bool:
        before = [
            len(holders[language]) - self._shifts.gained[mark, language] + self._shifts.lost[mark, language]
            for language in (one, other)
        ]
        return is_rare(mark, *before)

    def _bring_together(self, mark: Mark, ours: list[str], theirs: list[str]) -> None:
        strong = strength(mark)
        for one in ours:
            partners = theirs if one in self._changes else [other for other in theirs if other in self._changes]
            for other in partners:
                self._together[one, other] += strong

    def _are_unchanged(self, couple: Couple) -> bool:
        return couple[0] not in self._changes and couple[1] not in self._changes

    def _are_candidates(self, one: str, other: str) -> bool:
        languages = self._store.language(one), self._store.language(other)
        shared = sorted(self._store.marks(one) & self._store.marks(other), key=strength, reverse=True)
        total = 0
        for mark in shared:
            if self._is_rare(mark, *languages):
                total += strength(mark)
            if total >= ENOUGH:
                return True
        return False

    def _is_rare(self, mark: Mark, one: Language | None, other: Language | None) -> bool:
        if one is None or other is None:
            return False
        if (mark, one, other) not in self._rare:
            holders = self._store.holders(mark, most_holders(mark))
            self._rare[mark, one, other] = is_rare(mark, len(holders.get(one, ())), len(holders.get(other, ())))
        return self._rare[mark, one, other]


def likeness(ours: Profile, theirs: Profile) -> Likeness:
    """Weigh two releases, ours in the language that comes first."""
    clues = weigh(ours, theirs)
    return Likeness(
        one=ours.id,
        other=theirs.id,
        languages=(ours.language, theirs.language),
        weight=sum(round(clue.weight * UNIT) for clue in clues),
        declared=is_declared(ours, theirs),
        clues=tuple(Clue(clue.name, round(clue.weight, 2)) for clue in clues),
    )


def _weighed(store: Store, one: str, other: str) -> Likeness | None:
    """Return the likeness of two candidates, None where it is not worth keeping."""
    found = likeness(store.profile(one), store.profile(other))
    return found if found.weight > _LEAST or found.declared else None
