"""What can be exported, and the columns it has where rows are flat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from index.catalogue import Catalogue
from parsers.language import LANGUAGES
from parsers.model import AttachedDocument, Call, CallRole, EnglishVersion, Language, Pair, Release

_SEPARATOR = "; "
_BETWEEN_BLOCKS = "\n\n"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by name: how its value is taken from an object, and the type that values have (that of a structure)."""

    name: str
    value: Callable[[Any], object]
    type: Any


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of export: its objects in order, and its flat columns."""

    walk: Callable[[Catalogue], Iterator[Any]]
    columns: tuple[Column, ...]


def _same(structure: type, *names: str) -> list[Column]:
    """Columns that are attributes of a structure."""
    hints = get_type_hints(structure)
    return [Column(name, _attribute(name), hints[name]) for name in names]


def _attribute(name: str) -> Callable[[Any], object]:
    return lambda value: getattr(value, name)


def _text(name: str, value: Callable[[Any], object]) -> Column:
    return Column(name, value, str | None)


def _joined(name: str, values: Callable[[Any], Iterable[str | None]]) -> Column:
    """A column of several values in one text, "" where there are none."""
    return _text(name, lambda value: _SEPARATOR.join(filter(None, values(value))))


def _side(language: Language, name: str) -> Column:
    """A column of one version: its `id` or `url`, None where the text has no version in the language."""
    return _text(f"{language}_{name}", lambda text: getattr(getattr(text, language), name, None))


def _title_in(language: Language) -> Callable[[Call], str | None]:
    return lambda call: call.titles.get(language)


def _ids_of(role: CallRole) -> Callable[[Call], Iterable[str]]:
    return lambda call: (member.id for member in call.members if member.role == role)


_RELEASE_COLUMNS = (
    *_same(Release, "id", "url", "source", "authority", "organisation", "language", "title", "form", "kind"),
    *_same(Release, "published", "translated", "total"),
    _text("opens", lambda release: release.application.opens),
    _text("closes", lambda release: release.application.closes),
    Column("continuous", lambda release: release.application.continuous, bool),
    _text("use_start", lambda release: release.use_period and release.use_period.start),
    _text("use_end", lambda release: release.use_period and release.use_period.end),
    _joined("amount_texts", lambda release: (amount.text for amount in release.amounts)),
    _joined("contact_names", lambda release: (one.name or one.organisation for one in release.contacts)),
    _joined("contact_phones", lambda release: (contact.phone for contact in release.contacts)),
    _joined("contact_emails", lambda release: (contact.email for contact in release.contacts)),
    _joined("case_number_values", lambda release: (one.value for one in release.case_numbers)),
    _joined("eligible_groups", lambda release: dict.fromkeys(g for one in release.eligibility for g in one.groups)),
    _text("text", lambda release: _BETWEEN_BLOCKS.join(block.text for block in release.blocks)),
    *_same(Release, "amounts", "contacts", "eligibility", "case_numbers", "attachments", "warnings", "blocks"),
    *_same(Release, "translation", "captured", "digest", "gone"),
)

_PAIR_COLUMNS = (
    _text("fi_id", lambda pair: pair.fi.id),
    _text("fi_url", lambda pair: pair.fi.url),
    _text("sv_id", lambda pair: pair.sv.id),
    _text("sv_url", lambda pair: pair.sv.url),
    *_same(Pair, "method", "score", "lag_hours"),
    _text("en_id", lambda pair: pair.english and pair.english.id),
    _text("en_url", lambda pair: pair.english and pair.english.url),
    _joined("differing_fields", lambda pair: dict.fromkeys(one.field for one in pair.differences)),
    *_same(Pair, "differences", "alignment"),
)

_ATTACHMENT_COLUMNS = (
    *_same(AttachedDocument, "release", "release_url", "url", "link", "media_type", "captured", "digest", "state"),
    *_same(AttachedDocument, "pages", "characters", "text"),
)

_CALL_COLUMNS = (
    *_same(Call, "id"),
    *(_text(f"title_{language}", _title_in(language)) for language in LANGUAGES),
    *_same(
        Call, "authority", "opens", "closes", "continuous", "total", "granted", "currency", "decided", "case_number"
    ),
    _joined("eligible_groups", lambda call: call.groups),
    *(_joined(f"{role}_ids", _ids_of(role)) for role in get_args(CallRole)),
    *_same(Call, "members", "windows", "opinions"),
)

_ENGLISH_COLUMNS = (
    *(_side(language, name) for language in ("en", "fi", "sv") for name in ("id", "url")),
    *_same(EnglishVersion, "method", "score"),
)

TABLES: dict[str, Table] = {
    "releases": Table(lambda catalogue: catalogue.releases(), _RELEASE_COLUMNS),
    "pairs": Table(lambda catalogue: catalogue.pairs(), _PAIR_COLUMNS),
    "english": Table(lambda catalogue: catalogue.english(), _ENGLISH_COLUMNS),
    "calls": Table(lambda catalogue: iter(catalogue.calls), _CALL_COLUMNS),
    "attachments": Table(lambda catalogue: catalogue.attachments(), _ATTACHMENT_COLUMNS),
}
