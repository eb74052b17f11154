"""What earlier runs say of a source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crawler.watch.model import Alarm, Fill, Listed, Run

# Enough for a median that follows a source as it grows.
_COMPARED = 10


class History:
    """The earlier runs of an archive, the oldest first. Rehearsals at a stand-in and real runs are kept apart."""

    def __init__(self, runs: Iterable[Run], *, at_stand_in: bool) -> None:
        self._runs = [run for run in runs if (run.arguments.at is not None) == at_stand_in]

    def last(self, source: str) -> Run | None:
        """Return the newest run that had to do with a source."""
        return next((run for run in reversed(self._runs) if source in run.sources), None)

    def whole(self, source: str) -> Sequence[Run]:
        """Return the newest runs that asked for all of a source and came to their end, the oldest first."""
        asked = [run for run in self._runs if run.is_whole and source in run.arguments.sources]
        return asked[-_COMPARED:]

    def unlimited(self, source: str) -> Sequence[Run]:
        """Return the runs that came to their end and took whatever was new of a source, the oldest first."""
        ended = (run for run in self._runs if run.judged and not run.interrupted and run.takes_what_is_new)
        return [run for run in ended if source in run.arguments.sources]

    def named(self, listed: Listed) -> int:
        """Return how many releases a list named in the newest run in which it named any; 0 where it never did."""
        earlier = (each for run in reversed(self._runs) for each in run.lists if each.place == listed.place)
        return next((each.named for each in earlier if each.named), 0)

    def read_since(self, source: str, start: str) -> str:
        """Return from when on the readings of a source are to be judged by the run that began at `start`.

        That is its own start, but that of the run before where this one goes on with it, or where what was read then
        gave reason for alarm: pages that have not changed since are not captured again, so the alarm would be
        forgotten before anything was mended.
        """
        last = self.last(source)
        if last is None or not (_was_broken_off(last) or any(alarm.field for alarm in alarms_of(last, source))):
            return start
        return last.read_since.get(source, last.start)

    def rates(self, source: str) -> list[Fill]:
        """Return what the last run of a source read, and was judged by."""
        last = self.last(source)
        return [fill for fill in last.fill if fill.source == source] if last else []


def _was_broken_off(run: Run) -> bool:
    return run.interrupted or not run.judged


def last_runs(runs: Iterable[Run]) -> dict[str, Run]:
    """Return the newest run that asked for a source, for every source, by name."""
    found = {source: run for run in runs for source in run.arguments.sources}
    return dict(sorted(found.items()))


def standing_alarms(runs: Sequence[Run]) -> list[Alarm]:
    """Return the alarms that stand after all runs, by source: those of real runs, then those of rehearsals."""
    histories = [History(runs, at_stand_in=at_stand_in) for at_stand_in in (False, True)]
    sources = sorted({source for run in runs for source in run.sources})
    return [
        alarm
        for history in histories
        for source in sources
        if (last := history.last(source))
        for alarm in alarms_of(last, source)
    ]


def alarms_of(run: Run, source: str) -> list[Alarm]:
    """Return the alarms of a source that stand after a run."""
    return [alarm for alarm in (*run.alarms, *run.standing) if alarm.source == source]
