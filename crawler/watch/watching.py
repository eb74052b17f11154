"""From a crawl to its report: begun before the first request, ended with what was found, judged by what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from time import monotonic, sleep

import msgspec

from crawler.report import CrawlReport
from crawler.watch.figures import judge_figures
from crawler.watch.history import History, alarms_of
from crawler.watch.model import Alarm, Arguments, Counts, Fill, Listed, Run, Told, stamp
from crawler.watch.readings import Rates, compared, judge_readings, kept_before
from crawler.watch.reports import Reports
from crawler.watch.verdicts import Verdict
from parsers.problems import Problem

_PROBLEMS_KEPT = 100
_SAVED_EVERY = 30.0  # seconds


class Watch:
    """Keeps the report of one run up to date on the disk, so that even a killed run leaves one.

    `earlier` are the reports there are, `before` what the pages of the archive state as it is before the run.
    Nothing is written before the first call of `note`: a run that may not begin leaves no report.
    """

    def __init__(
        self, reports: Reports, arguments: Arguments, earlier: Iterable[Run], before: Rates, start: datetime
    ) -> None:
        self._reports = reports
        self._before = before
        self._history = History(earlier, at_stand_in=arguments.at is not None)
        self._saved = float("-inf")
        self.run = Run(start=stamp(start), arguments=arguments)

    def note(self, report: CrawlReport) -> None:
        """Take in the growing report of the crawl; it is written down now and then."""
        if monotonic() - self._saved >= _SAVED_EVERY:
            self._save(self._with_figures(report))

    def fail(self, problem: Problem) -> None:
        """Note why the run broke down, if it had begun."""
        if self.run.counts:
            problems = (*self.run.problems, Told.of(problem))
            self._save(msgspec.structs.replace(self.run, problems=problems, end=stamp(datetime.now(UTC))))

    def end(self, report: CrawlReport) -> None:
        """Note what the crawl came to. Nobody has looked at it yet."""
        end = stamp(datetime.now(UTC))
        self._save(msgspec.structs.replace(self._with_figures(report), end=end, interrupted=report.interrupted))

    def judge(self, read: Callable[[datetime], Rates]) -> Run:
        """Compare the run with what was to be expected, and return its report with the alarms.

        `read` gives the rates of what was captured since a moment; it is asked when everything captured was read.
        """
        run = msgspec.structs.replace(self.run, judged=True)
        run = msgspec.structs.replace(run, fill=tuple(self._rates(run, read)))
        verdicts = [verdict for source in run.sources for verdict in self._verdicts(run, source)]
        known = [alarm for source in run.sources for alarm in self._known(source)]
        alarms = tuple(_since(verdict.alarm, known) for verdict in verdicts if verdict.alarm)
        standing = tuple(alarm for alarm in known if not _is_settled(alarm, verdicts))
        self._save(msgspec.structs.replace(run, alarms=alarms, standing=standing))
        return self.run

    def _with_figures(self, report: CrawlReport) -> Run:
        run = _with_report(self.run, report)
        since = {source: self._history.read_since(source, run.start) for source in run.sources}
        earlier = {source: moment for source, moment in since.items() if moment != run.start}
        return msgspec.structs.replace(run, read_since=earlier)

    def _rates(self, run: Run, read: Callable[[datetime], Rates]) -> Iterable[Fill]:
        since = {source: run.read_since.get(source, run.start) for source in run.sources}
        rates = {moment: read(datetime.fromisoformat(moment)) for moment in sorted(set(since.values()))}
        for source, moment in since.items():
            kept = kept_before(self._history.rates(source)) if moment != run.start else []
            yield from compared(run, source, rates[moment], kept or self._before.rows(source))

    def _verdicts(self, run: Run, source: str) -> Iterable[Verdict]:
        if source in run.arguments.sources:
            yield from judge_figures(run, source, self._history)
        yield from judge_readings(run, source, self._history)

    def _known(self, source: str) -> list[Alarm]:
        last = self._history.last(source)
        return alarms_of(last, source) if last else []

    def _save(self, run: Run) -> None:
        self.run = run
        self._reports.save(run)
        self._saved = monotonic()


def start_after(
    earlier: Iterable[Run],
    *,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    pause: Callable[[float], None] = sleep,
) -> datetime:
    """Return the start of a run that begins now, having waited for the next second where a run began in this one.

    The second names the report, and what is captured from it on is what the run is judged by: neither can be shared
    with another run, nor lie ahead of the clock.
    """
    taken = {run.start for run in earlier}
    while stamp(now := clock()) in taken:
        pause(1 - now.microsecond / 1e6)
    return now


def _with_report(run: Run, report: CrawlReport) -> Run:
    problems = tuple(Told.of(problem) for problem in report.problems[:_PROBLEMS_KEPT])
    counts = tuple(
        Counts(source=source, language=language, **{name.value: number for name, number in outcomes.items()})
        for (source, language), outcomes in sorted(report.counts.items())
    )
    lists = tuple(
        Listed(source=source, language=language, url=url, named=named)
        for (source, language, url), named in sorted(report.lists.items())
    )
    left_out = max(0, len(report.problems) - _PROBLEMS_KEPT)
    return msgspec.structs.replace(run, counts=counts, lists=lists, problems=problems, problems_left_out=left_out)


def _since(alarm: Alarm, known: Iterable[Alarm]) -> Alarm:
    """An alarm that is raised again has stood since it was raised first."""
    about = (alarm.code, alarm.source, alarm.language, alarm.field)
    first = [old.since for old in known if (old.code, old.source, old.language, old.field) == about]
    return msgspec.structs.replace(alarm, since=min([alarm.since, *first]))


def _is_settled(alarm: Alarm, verdicts: Iterable[Verdict]) -> bool:
    return any(verdict.settles(alarm) for verdict in verdicts)
