"""When one may apply for a grant: opening, closing with the time of day, continuous calls.

Every date of the page is weighed by the cues around it (``language_data/<language>/application.toml``): deadlines of
statements, tenders, jobs, events, reports and payments, and the windows of other calls, fall away.
"""

from __future__ import annotations

from parsers.dates.cues import word_list
from parsers.dates.places import read_places
from parsers.dates.tokens import stream_of
from parsers.facts.application.candidates import TOPIC, find_candidates, find_times, with_one_original
from parsers.facts.application.continuous import read_continuous
from parsers.facts.application.faults import warnings
from parsers.facts.application.windows import Window, choose_window
from parsers.model import Application, Block, Document, Evidence, Kind, Moment, Warning

# So many different words of job advertisements make a page one.
_JOB_WORDS = 3
# Where a page that is no call says that it is about grants: title and lead.
_LEAD_BLOCKS = 5


def read_application(document: Document, kind: Kind) -> tuple[Application, tuple[Warning, ...]]:
    """Return when one may apply according to the page, and what the page states of it that cannot be so.

    `opens` and `closes` are Finnish civil time as printed, None where the page does not tell or the printed date
    cannot exist. An extended deadline stands for the original one; of several rounds the first that was open when
    the page was published is given.

    >>> lines = ["Haku on avoinna 17.3.–20.4.2021.", "Hakemukset jätetään 20.4. klo 16.15 mennessä."]
    >>> lines += ["Lausunnot luonnoksesta annetaan 2.4.2021 mennessä."]
    >>> blocks = tuple(Block(type="p", text=line) for line in ["Avustus", *lines])
    >>> application, _ = read_application(Document(language="fi", blocks=blocks, published="2021-03-17"), Kind.CALL)
    >>> application.opens, application.closes
    ('2021-03-17', '2021-04-20T16:15')
    """
    places = read_places(document, TOPIC)
    found = with_one_original(list(find_candidates(places, document.language)))
    if found and not _is_about_grants(document, kind):
        return Application(), ()
    window = choose_window(found, kind, document.published, find_times(places, document.language))
    continuous = read_continuous(document)
    if continuous and window.closes and continuous.block != window.closes.place.block:
        continuous = None
    application = _application(document, window, continuous)
    return application, tuple(warnings(document, found, window))


def _is_about_grants(document: Document, kind: Kind) -> bool:
    """Return whether the page is neither a job advertisement nor, being no call, silent about grants."""
    if len(_different(document, document.blocks, "job")) >= _JOB_WORDS:
        return False
    return kind is not Kind.OTHER or bool(_different(document, document.blocks[:_LEAD_BLOCKS], "grant"))


def _different(document: Document, blocks: tuple[Block, ...], key: str) -> set[str]:
    """Return the different words of a list of ``page`` that occur in `blocks`."""
    lexicon = word_list(document.language, TOPIC, "page", key)
    streams = [stream_of(block.text) for block in blocks]
    return {stream.word(hit.start) for stream in streams for hit in lexicon.hits(stream, 0, len(stream))}


def _application(document: Document, window: Window, continuous: Evidence | None) -> Application:
    read = [each for each in (window.opens, window.closes, window.time) if each]
    evidence = {(each.place.block, each.mention.start, each.mention.end): None for each in read}
    return Application(
        opens=window.opens.opens if window.opens else None,
        closes=_closing(window),
        continuous=continuous is not None,
        evidence=tuple(document.evidence(*where) for where in evidence) + ((continuous,) if continuous else ()),
    )


def _closing(window: Window) -> Moment | None:
    """Return the closing moment, with the time of day that another sentence states if its own does not."""
    if window.closes is None or window.closes.closes is None:
        return None
    return f"{window.closes.closes}T{window.time.mention.time}" if window.time else window.closes.closes
