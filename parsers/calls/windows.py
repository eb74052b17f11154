"""When one could apply in a call: the windows that its releases announced, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from parsers.calls.sketch import own_window
from parsers.calls.works import Work
from parsers.model import Application, CallWindow, Moment, Release

_DAY = len("2021-03-17")
# Where a form wants a time of day, the day as a whole is meant.
_MIDNIGHT = "T00:00"


def read_windows(members: Iterable[tuple[Work, Sequence[Release]]]) -> tuple[CallWindow, ...]:
    """Return the windows in the order in which they were announced; the last one is in force.

    `members` are works with their releases, the Finnish first: the first version that states a window speaks for its
    work. What a release leaves unsaid stays as it was. A decision tells of a window that is over: it counts where no
    other release tells of it.
    """
    windows: list[CallWindow] = []
    for work, releases in sorted(members, key=lambda member: (member[0].announced or "", member[0].order)):
        telling = next((release for release in releases if _tells(own_window(release))), None)
        if telling is not None:
            _add(windows, work, telling)
    return tuple(windows)


def _tells(window: Application) -> bool:
    return bool(window.opens or window.closes or window.continuous)


def _add(windows: list[CallWindow], work: Work, release: Release) -> None:
    stated, last = own_window(release), windows[-1] if windows else None
    opens = _finer(stated.opens, last.opens) if last else stated.opens
    closes = _finer(stated.closes, last.closes) if last else stated.closes
    if work.role == "decision" and any(_same_day(closes, window.closes) for window in windows):
        return
    if last and _same_day(closes, last.closes) and (not last.opens or _same_day(opens, last.opens)):
        windows[-1] = replace(last, opens=_finer(last.opens, opens), closes=_finer(last.closes, closes))
        return
    later = bool(last and last.closes and closes and closes[:_DAY] > last.closes[:_DAY])
    windows.append(
        CallWindow(
            opens=opens,
            closes=closes,
            continuous=stated.continuous and not closes,
            extended=work.role == "extension" or later,
            release=release.id,
            announced=work.announced,
        )
    )


def _finer(stated: Moment | None, known: Moment | None) -> Moment | None:
    """The moment stated, else the one known; of the same day the one with its time of day."""
    if not stated or not known:
        return stated or known
    finer = len(known) > len(stated) and not known.endswith(_MIDNIGHT)
    return known if _same_day(stated, known) and (finer or stated.endswith(_MIDNIGHT)) else stated


def _same_day(ours: Moment | None, theirs: Moment | None) -> bool:
    return (ours or "")[:_DAY] == (theirs or "")[:_DAY]
