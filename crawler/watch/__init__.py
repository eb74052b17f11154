"""Watching over the crawls: every run leaves a report in the archive's ``runs/``, and what is amiss raises alarms.

`Watch` keeps the report of a run; `figures` and `readings` hold the rules; `wording` puts an alarm in words. The rates
of what was read are handed in: the catalogue, which knows them, belongs to another package.
"""

from crawler.watch.history import last_runs, standing_alarms
from crawler.watch.model import PAGE, Alarm, Arguments, Code, Counts, Fill, Run, Told, stamp
from crawler.watch.readings import Rates
from crawler.watch.reports import Reports
from crawler.watch.watching import Watch, start_after
from crawler.watch.wording import problem_of

__all__ = [
    "PAGE",
    "Alarm",
    "Arguments",
    "Code",
    "Counts",
    "Fill",
    "Rates",
    "Reports",
    "Run",
    "Told",
    "Watch",
    "last_runs",
    "problem_of",
    "stamp",
    "standing_alarms",
    "start_after",
]
