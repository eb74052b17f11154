"""From the pieces of a page, in reading order, to its title, its stamps and its own text.

HTML and pasted text meet here: the date line, the type line and the end of the text are known by what they say,
since class names differ from template to template and from year to year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from parsers.model import Moment
from parsers.page.labels import endings, is_site_line, plain, words
from parsers.page.segments import Segment
from parsers.page.stamps import is_organisation_line, read_date_line, read_form

_HEADER_LINES = 8
_LONGEST_KICKER = 80
_LONGEST_NOTICE = 400
_LONGEST_TAGS = 200
_LONGEST_SHARE_LINE = 120
# "FacebookTwitterLinkedInEmailPrint": the names that share buttons leave behind
_SHARE = re.compile(r"(?:facebook|twitter|linkedin|whatsapp|pinterest|bluesky|instagram|e-?mail|print|share|[\s,|])+")
_NULL = "null "
_SENTENCE_END = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class Page:
    """A page read, its language not yet known: `segments` are its own text, the title first as `h1`.

    `declared` maps a language to the address the page names for it; `language_hint` is what the markup claims.
    """

    segments: tuple[Segment, ...]
    organisation: str | None = None
    published: Moment | None = None
    translated: Moment | None = None
    form: str | None = None
    declared: dict[str, str] = field(default_factory=dict)
    language_hint: str | None = None

    @property
    def title(self) -> str:
        return self.segments[0].text if self.segments else ""


@dataclass(slots=True)
class _Header:
    """What the lines around a title have said so far."""

    organisation: str | None = None
    published: Moment | None = None
    translated: Moment | None = None
    form: str | None = None

    def take(self, line: str) -> bool:
        """Read one line; tell whether it was one of a header's."""
        parts = [part for part in line.split(" | ") if part.strip()]
        if len(parts) > 1 and not read_date_line(line):
            taken = [self._take_part(part) for part in parts]
            return all(taken)
        return self._take_part(line)

    def _take_part(self, line: str) -> bool:
        stamps = read_date_line(line)
        if stamps:
            self.form = self.form or read_form(line.rpartition(" ")[2])
            self.published = self.published or stamps.published
            self.translated = self.translated or stamps.translated
            self.organisation = self.organisation or stamps.organisation
            return True
        form = read_form(line)
        if form:
            self.form = self.form or form
            return True
        if is_organisation_line(line):
            self.organisation = self.organisation or line.strip()
            return True
        return is_site_line(line) or plain(line) in words("type_label")


def outline(segments: Sequence[Segment], title: int) -> Page:
    """Return the page whose title is ``segments[title]``: header lines read, what is not its text left out."""
    header = _Header()
    body = _after_header(segments[title + 1 :], header)
    for segment in segments[max(0, title - _HEADER_LINES) : title]:
        header.take(segment.text)
    own = _without_repeats(segments[title].with_text(_one_line(segments[title].text)), _until_end(body))
    return Page(
        segments=(replace(own[0], type="h1"), *own[1:]),
        organisation=header.organisation,
        published=header.published,
        translated=header.translated,
        form=header.form,
    )


def is_noise(line: str) -> bool:
    """Tell whether a line is the site's, never a text's: skip links, share buttons, cookie notices."""
    text = plain(line)
    return not text or text in words("skip") or _is_share_text(text, line) or is_cookie_line(line)


def without_null(segments: Sequence[Segment]) -> list[Segment]:
    """Leave out a title that a publishing tool prints twice, the first time after the name of an icon it has not got:
    "null Haku on auki", "Haku on auki".
    """
    texts = {segment.text for segment in segments}
    return [each for each in segments if not (each.text.startswith(_NULL) and each.text[len(_NULL) :] in texts)]


def is_cookie_line(line: str) -> bool:
    """Tell whether a line is about the site's cookies.

    >>> is_cookie_line("Käytämme evästeitä kävijätilastointiin."), is_cookie_line("Haku avattu")
    (True, False)
    """
    start = line[:_LONGEST_NOTICE].casefold()
    return any(word in start for word in endings("cookies"))


def is_share_line(line: str) -> bool:
    """Tell whether a line is the labels of share buttons, run together or apart."""
    return _is_share_text(plain(line), line)


def _is_share_text(text: str, line: str) -> bool:
    return len(line) <= _LONGEST_SHARE_LINE and _SHARE.fullmatch(text) is not None


def is_tag_line(line: str) -> bool:
    """Tell whether a line reads as topic tags: several short names in a row, no sentence.

    >>> is_tag_line("Migration & utveckling, Bostad"), is_tag_line("Projektet Finland, mitt hem fortsätter 2018")
    (True, False)
    """
    items = [item.strip() for item in line.split(",")]
    short = all(item[:1].isupper() and len(item.split()) <= 3 for item in items)
    return short and len(line) <= _LONGEST_TAGS and (len(items) > 1 or "&" in line)


def _after_header(segments: Sequence[Segment], header: _Header) -> list[Segment]:
    """Read header lines off the front; a short line between them (a kicker, a caption) is the site's too."""
    rest = list(segments)
    while rest and header.take(rest[0].text):
        rest.pop(0)
    for skipped in range(1, min(3, len(rest))):
        if not all(_is_kicker(segment) for segment in rest[:skipped]):
            break
        if read_date_line(rest[skipped].text):
            return _after_header(rest[skipped:], header)
    return rest


def _is_kicker(segment: Segment) -> bool:
    text = segment.text
    short = len(text) <= _LONGEST_KICKER or is_tag_line(text)
    return short and not text.endswith(_SENTENCE_END) and segment.type in ("p", "li")


def _until_end(segments: Sequence[Segment]) -> list[Segment]:
    own: list[Segment] = []
    for segment in segments:
        text = plain(segment.text)
        if text in words("end") or _is_share_text(text, segment.text):
            break
        own.append(segment)
    return _without_teasers(own)


def _without_teasers(segments: list[Segment]) -> list[Segment]:
    """Leave out dated links to other releases at the end, whatever their heading says, and headings of nothing."""
    kept = len(segments)
    while kept and _is_teaser(segments[kept - 1]):
        kept -= 1
    while kept and segments[kept - 1].type.startswith("h"):
        kept -= 1
    return segments[:kept]


def _is_teaser(segment: Segment) -> bool:
    rest = segment.text
    for _, text in segment.links:
        rest = rest.replace(text, " ", 1) if text else rest
    return bool(segment.links) and read_date_line(rest.strip()) is not None


def _without_repeats(title: Segment, body: Sequence[Segment]) -> list[Segment]:
    """A title or lead printed again at the head of the text is kept once."""
    kept = [title]
    for position, segment in enumerate(body):
        repeated = segment.text == title.text or any(_repeats(segment, earlier) for earlier in kept)
        if position >= 4 or not repeated:
            kept.append(segment)
    return kept


def _repeats(segment: Segment, earlier: Segment) -> bool:
    """Tell whether a block says nothing new: the second of two called "Liite" may lead to another document."""
    return segment.text == earlier.text and set(segment.links) <= set(earlier.links)


def _one_line(text: str) -> str:
    return " ".join(text.split())
