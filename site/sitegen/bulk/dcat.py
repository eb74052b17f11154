"""The data for portals: DCAT-AP 3 as JSON-LD, with what it makes mandatory and recommends where the archive knows it.

Mandatory are a catalogue's title, description and publisher (and the publisher's name), a dataset's title and
description, and a distribution's access address: https://semiceu.github.io/DCAT-AP/releases/3.0.0/. Each table is a
dataset, since distributions of one dataset must hold the same information.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sitegen.bulk.codebook import NAMES, TABLES
from sitegen.bulk.downloads import Download
from sitegen.bulk.tables import BULK, BulkTable
from sitegen.bulk.terms import ABOUT, CC0, TITLE, is_free, rights
from sitegen.holdings import Holdings
from sitegen.scope import Scope
from sitegen.texts import LANGUAGES, texts

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_KEYWORDS = {"fi": "valtionavustukset", "sv": "statsunderstöd", "en": "grants"}
_EU = "http://publications.europa.eu/resource/authority"
_TONGUES = [{"@id": f"{_EU}/language/{code}"} for code in ("FIN", "SWE", "ENG")]
_MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
_IANA = "https://www.iana.org/assignments/media-types"


def dcat(scopes: Sequence[Scope], base_url: str) -> str:
    """Return the catalogue of the files; `base_url` is where the site is published, ending in a slash.

    `scopes` are all interface languages of the site, each with the operator's name in it.
    """
    scope = scopes[0]
    landing = f"{base_url}{scope.language}/data/"
    known = _modified(scope.holdings) | _temporal(scope.holdings) | _contact(scopes)
    datasets = [_dataset(bulk, scope, base_url) | {"dcat:landingPage": {"@id": landing}} | known for bulk in BULK]
    catalogue = {
        "@context": _CONTEXT,
        "@id": f"{base_url}data/dcat.jsonld#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _in_all(TITLE),
        "dct:description": _in_all(ABOUT),
        "dct:publisher": {"@id": _publisher(base_url), "@type": "foaf:Agent", "foaf:name": _operator_names(scopes)},
        "dct:language": _TONGUES,
        "dcat:themeTaxonomy": {"@id": f"{_EU}/data-theme"},
        "foaf:homepage": {"@id": base_url},
        "dcat:dataset": datasets,
    }
    return json.dumps(catalogue | _modified(scope.holdings), ensure_ascii=False, indent=1) + "\n"


def _dataset(bulk: BulkTable, scope: Scope, base_url: str) -> dict[str, Any]:
    files = [file for file in scope.downloads.files if file.table == bulk.name]
    return {
        "@id": f"{base_url}data/dcat.jsonld#{bulk.name}",
        "@type": "dcat:Dataset",
        "dct:title": _in_all(TITLE, NAMES[bulk.name]),
        "dct:description": _in_all(TABLES[bulk.name]),
        "dct:identifier": f"{base_url}data/{bulk.name}",
        "dct:publisher": {"@id": _publisher(base_url)},
        "dct:language": _TONGUES,
        "dct:spatial": {"@id": f"{_EU}/country/FIN"},
        "dcat:theme": {"@id": f"{_EU}/data-theme/GOVE"},
        "dcat:keyword": [_tagged(word, language) for language, word in _KEYWORDS.items()],
        "dcat:distribution": [_distribution(each, base_url) for each in files],
    }


def _distribution(file: Download, base_url: str) -> dict[str, Any]:
    address = {"@id": base_url + file.path}
    made: dict[str, Any] = {
        "@id": f"{base_url}data/dcat.jsonld#{file.table}-{file.format}",
        "@type": "dcat:Distribution",
        "dct:title": file.path.rpartition("/")[2],
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:byteSize": {"@value": str(file.bytes), "@type": "xsd:nonNegativeInteger"},
        "dct:format": {"@type": "dct:MediaTypeOrExtent", "rdfs:label": file.format},
        "dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": _in_all(rights(file.table))},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
    }
    if is_free(file.table):
        made["dct:license"] = {"@id": CC0}
    if file.format in _MEDIA_TYPES:
        made["dcat:mediaType"] = {"@id": f"{_IANA}/{_MEDIA_TYPES[file.format]}"}
    if file.packed:
        made["dcat:compressFormat"] = {"@id": f"{_IANA}/application/gzip"}
    return made


def _publisher(base_url: str) -> str:
    return f"{base_url}data/dcat.jsonld#publisher"


def _operator_names(scopes: Sequence[Scope]) -> str | list[dict[str, str]]:
    """Return what the operator is called in each language; one name that is the same in all belongs to none."""
    names = {scope.language: (scope.operator and scope.operator.name) or "Hakuarkisto" for scope in scopes}
    if len(set(names.values())) == 1:
        return names[scopes[0].language]
    return [_tagged(name, language) for language, name in names.items()]


def _contact(scopes: Sequence[Scope]) -> dict[str, Any]:
    """Return how the operator is reached, nothing where that is not known."""
    operators = [scope.operator for scope in scopes if scope.operator]
    if not operators:
        return {}
    links = dict.fromkeys(operator.link for operator in operators)
    card: dict[str, Any] = {"@type": "vcard:Kind", "vcard:fn": _operator_names(scopes)}
    for way, mail in (("vcard:hasEmail", True), ("vcard:hasURL", False)):
        reached = [{"@id": link} for link in links if link.startswith("mailto:") == mail]
        if reached:
            card[way] = reached
    return {"dcat:contactPoint": card}


def _in_all(*messages: str) -> list[dict[str, str]]:
    """Return texts, joined by a dash, in all languages of the site."""
    said = ((language, map(texts(language).gettext, messages)) for language in LANGUAGES)
    return [_tagged(" – ".join(parts), language) for language, parts in said]


def _tagged(text: str, language: str) -> dict[str, str]:
    return {"@value": text, "@language": language}


def _modified(holdings: Holdings) -> dict[str, Any]:
    return {"dct:modified": {"@value": holdings.newest, "@type": "xsd:date"}} if holdings.newest else {}


def _temporal(holdings: Holdings) -> dict[str, Any]:
    """Return the time that the releases are from, nothing where none has a date."""
    first = min((work.published[:10] for work in holdings.works if work.published), default=None)
    if first is None:
        return {}
    span = (("dcat:startDate", first), ("dcat:endDate", holdings.newest))
    return {
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            **{name: {"@value": day, "@type": "xsd:date"} for name, day in span},
        }
    }
