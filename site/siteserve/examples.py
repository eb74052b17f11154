"""Examples of answers for the description of the API. They are inventions; the tests hold them to the schemas."""

from __future__ import annotations

from typing import Any

ID = "8a4662eeb6d67ed0"
_SV_ID = "1f0c9d2b7a3e4f58"
_URL = "https://ministerio.example/-/osaamiskeskus"
_SV_URL = "https://ministerio.example/sv/-/kompetenscentrum"
_TITLE = "Osaamiskeskukset hakevat kolmen miljoonan euron avustusta"
_SV_TITLE = "Kompetenscentrumen söker understöd på tre miljoner euro"
_CLOSES, _SV_CLOSES = "2021-04-20T16:15", "2021-04-21T16:15"

_EVIDENCE = {"block": 1, "start": 13, "end": 33, "text": "20.4.2021 klo 16.15."}
_SV_EVIDENCE = {"block": 1, "start": 22, "end": 45, "text": "21 april 2021 kl. 16.15"}
_FACETS = [
    {"name": "authority", "values": [{"code": "tem", "count": 3}]},
    {"name": "year", "values": [{"code": "2021", "count": 2}, {"code": "2020", "count": 1}]},
]

RESULT: dict[str, Any] = {
    "hits": [
        {
            "rank": 1,
            "score": 12.3,
            "id": ID,
            "url": _URL,
            "language": "fi",
            "title": _TITLE,
            "kind": "call",
            "authority": "tem",
            "published": "2021-03-17T11:14",
            "versions": [{"id": _SV_ID, "url": _SV_URL, "language": "sv", "title": _SV_TITLE}],
            "excerpt": {"text": "Avustusta voivat hakea kunnat.", "matches": [[0, 9]]},
            "facts": {"closes": _CLOSES, "total": 3000000},
            "is_translated": False,
        }
    ],
    "total": 3,
    "facets": _FACETS,
    "understood": "avustus",
    "translations": [{"word": "avustus", "language": "sv", "words": ["understöd"]}],
    "translated": 1,
    "suggestion": None,
}

COUNTS: dict[str, Any] = {"total": 3, "facets": _FACETS}

SUGGESTION: dict[str, Any] = {"query": "avuztus", "total": 0, "suggestion": "avustus"}

RELEASE: dict[str, Any] = {
    "id": ID,
    "url": _URL,
    "source": "tem",
    "authority": "tem",
    "organisation": "Työ- ja elinkeinoministeriö",
    "language": "fi",
    "title": _TITLE,
    "form": "press_release",
    "kind": "call",
    "published": "2021-03-17T11:14",
    "translated": None,
    "amounts": [],
    "total": 3000000,
    "application": {"opens": None, "closes": _CLOSES, "continuous": False, "evidence": [_EVIDENCE]},
    "translation": _SV_ID,
    "blocks": [{"type": "h1", "text": _TITLE}, {"type": "p", "text": "Haku päättyy 20.4.2021 klo 16.15."}],
    "captured": "2026-11-01T09:00:00Z",
    "digest": "sha256:3b1f",
}

PAIR: dict[str, Any] = {
    "fi": {"id": ID, "url": _URL},
    "sv": {"id": _SV_ID, "url": _SV_URL},
    "method": "declared",
    "score": 0.97,
    "lag_hours": 28.7,
    "alignment": [{"fi": [0], "sv": [0], "score": 0.9}, {"fi": [1], "sv": [1], "score": 0.8}],
    "differences": [
        {
            "field": "closes",
            "kind": "contradicts",
            "fi": _CLOSES,
            "sv": _SV_CLOSES,
            "severity": "high",
            "evidence": {"fi": _EVIDENCE, "sv": _SV_EVIDENCE},
        }
    ],
}

CALL: dict[str, Any] = {
    "id": ID,
    "titles": {"fi": _TITLE, "sv": _SV_TITLE},
    "authority": "tem",
    "opens": None,
    "closes": _CLOSES,
    "continuous": False,
    "total": 3000000,
    "granted": None,
    "currency": "EUR",
    "groups": ["municipalities"],
    "decided": None,
    "case_number": None,
    "members": [
        {
            "id": ID,
            "url": _URL,
            "language": "fi",
            "title": _TITLE,
            "published": "2021-03-17T11:14",
            "role": "opening",
            "method": None,
            "score": 1.0,
        }
    ],
}

DIFFERENCES: dict[str, Any] = {
    "total": 1,
    "differences": [
        {
            "severity": "high",
            "field": "closes",
            "kind": "contradicts",
            "fi": _CLOSES,
            "sv": _SV_CLOSES,
            "authority": "tem",
            "published": "2021-03-17T11:14",
            "releases": {
                "fi": {"id": ID, "url": _URL, "title": _TITLE},
                "sv": {"id": _SV_ID, "url": _SV_URL, "title": _SV_TITLE},
            },
            "evidence": {"fi": _EVIDENCE, "sv": _SV_EVIDENCE},
        }
    ],
}

STATE: dict[str, Any] = {
    "version": "0.1.0",
    "archive": {
        "captures": 2,
        "releases": 2,
        "revisions": 0,
        "pairs": 1,
        "differences": 1,
        "problems": 0,
        "gone": 0,
        "documents": {"text": 1},
        "first": "2021-03-17T11:14",
        "last": "2021-03-18T15:56",
        "outdated": False,
        "terms": 0,
        "dictionary": None,
        "by": {"language": {"fi": 1, "sv": 1}, "year": {"2021": 2}},
    },
}

# By the structures that they are examples of.
BY_STRUCTURE = {
    "SearchResult": RESULT,
    "Release": RELEASE,
    "Pair": PAIR,
    "Call": CALL,
    "Differences": DIFFERENCES,
    "Counts": COUNTS,
    "Suggestion": SUGGESTION,
    "State": STATE,
}
