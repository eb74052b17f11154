"""The invented grant rounds of ``chains.toml``, read from pages as any other release."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from parsers.capture import Capture
from parsers.facts.application import read_application
from parsers.model import Kind, Release
from parsers.records.haeavustuksia import record_address
from parsers.release import read_releases

CAPTURED = datetime(2026, 11, 1, 9, tzinfo=UTC)
_PAGE = """<!doctype html><html lang="{language}"><head><title>{title}</title></head><body><main><article>
<h1>{title}</h1><p>{stamp}</p><p>{form}</p>{body}</article></main></body></html>"""
_STAMPS = {"fi": "Julkaisuajankohta {}", "sv": "Utgivningsdatum {}", "en": "Published {}"}
_FORMS = {"fi": "Tiedote", "sv": "Pressmeddelande", "en": "Press release"}
# "[the opening](https://tem.fi/-/haku)"
_LINK = re.compile(r"\[([^\]]{1,200})\]\(([^)\s]{1,300})\)")


@dataclass(frozen=True)
class Scenario:
    """Releases by their keys, and the calls that they make: for each, its keys with their roles."""

    id: str
    releases: dict[str, Release]
    calls: list[dict[str, str]]


def scenarios() -> list[Scenario]:
    data = tomllib.loads(Path(__file__).with_name("chains.toml").read_text(encoding="utf-8"))
    return [_scenario(each) for each in data["scenario"]]


def archive(found: Iterable[Scenario]) -> list[Release]:
    """Return the releases of all scenarios, as they stand in one archive."""
    return list({release.id: release for each in found for release in each.releases.values()}.values())


def versions(scenario: Scenario) -> list[list[str]]:
    """Return the ids of the releases that are one text, by their keys."""
    groups: dict[str, list[str]] = {}
    for key, release in scenario.releases.items():
        groups.setdefault(key.rsplit(".", 1)[0], []).append(release.id)
    return list(groups.values())


def _scenario(data: dict[str, Any]) -> Scenario:
    entries = {key: value for key, value in data.items() if isinstance(value, dict)}
    return Scenario(
        id=data["id"],
        releases={key: release for name, entry in entries.items() for key, release in _releases(name, entry)},
        calls=[dict(member.split(":") for member in call.split()) for call in data["calls"]],
    )


def _releases(name: str, entry: dict[str, Any]) -> Iterator[tuple[str, Release]]:
    if "case" in entry:
        yield from ((f"{name}.{release.language}", release) for release in read_releases(_record(entry)))
        return
    for language, page in entry.items():
        yield f"{name}.{language}", _as_judged(read_releases(_capture(page, language))[0], page)


def _as_judged(release: Release, page: dict[str, str]) -> Release:
    """What a careful reader takes the release for counts, where the page says it."""
    kind = Kind(page.get("kind", release.kind))
    return msgspec.structs.replace(release, kind=kind, application=read_application(release.document, kind)[0])


def _capture(page: dict[str, str], language: str) -> Capture:
    title, *lines = page["text"].strip().splitlines()
    body = _PAGE.format(
        language=language,
        title=html.escape(title),
        stamp=_STAMPS[language].format(page["stamp"]),
        form=page.get("form", _FORMS[language]),
        body="".join(map(_paragraph, lines)),
    )
    return Capture(page["url"], CAPTURED, body.encode(), charset="utf-8")


def _paragraph(line: str) -> str:
    if line.startswith("## "):
        return f"<h2>{html.escape(line[3:])}</h2>"
    text = _LINK.sub(r'<a href="\2">\1</a>', html.escape(line))
    return f"<p>{text}</p>"


def _record(entry: dict[str, Any]) -> Capture:
    record = {
        "entry": {
            "hakuasianAsianumero": entry["case"],
            "nimi": entry["names"],
            "kuvaus": entry["texts"],
            "hakuAlkaaDateTimeUtc": entry["opens"],
            "hakuPaattyyDateTimeUtc": entry["closes"],
            "hakuTyyppi": "Maaraaikainen",
            "vastuullinenJarjestajaOrganisaatio": {"nimi": {"fi": entry["organisation"]}},
        },
        "parts": {},
    }
    address = record_address(entry["case"])
    return Capture(address, CAPTURED, msgspec.json.encode(record), status=None, media_type="application/json")
