"""The data for portals: DCAT-AP 3 as JSON-LD, with what it makes mandatory and recommends where the archive knows it.

Mandatory are a catalogue's title, description and publisher (and the publisher's name), a dataset's title and
description, and a distribution's access address: https://semiceu.github.io/DCAT-AP/releases/3.0.0/. Each table is a
dataset, since distributions of one dataset must hold the same information.
"""

from __future__ import annotations

import json
from typing import Any

from sitegen.bulk.codebook import TABLES
from sitegen.bulk.downloads import Download
from sitegen.bulk.tables import BULK, BulkTable
from sitegen.bulk.terms import ABOUT, CC0, DERIVED, TEXTS, TEXTS_IN, TITLE
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
_EU = "http://publications.europa.eu/resource/authority"
_TONGUES = [{"@id": f"{_EU}/language/{code}"} for code in ("FIN", "SWE", "ENG")]
_MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
_IANA = "https://www.iana.org/assignments/media-types"


def dcat(scope: Scope, base_url: str) -> str:
    """Return the catalogue of the files; `base_url` is where the site is published, ending in a slash."""
    landing = f"{base_url}{scope.languages[0]}/data/"
    known = _modified(scope.holdings) | _temporal(scope.holdings) | _contact(scope)
    datasets = [_dataset(bulk, scope, base_url) | {"dcat:landingPage": {"@id": landing}} | known for bulk in BULK]
    catalogue = {
        "@context": _CONTEXT,
        "@id": f"{base_url}data/dcat.jsonld#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _in_all(TITLE),
        "dct:description": _in_all(ABOUT),
        "dct:publisher": _publisher(scope, base_url),
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
        "dct:title": _in_all(TITLE, f": {bulk.name}"),
        "dct:description": _in_all(TABLES[bulk.name]),
        "dct:identifier": f"{base_url}data/{bulk.name}",
        "dct:publisher": {"@id": _publisher(scope, base_url)["@id"]},
        "dct:language": _TONGUES,
        "dct:spatial": {"@id": f"{_EU}/country/FIN"},
        "dcat:theme": {"@id": f"{_EU}/data-theme/GOVE"},
        "dcat:keyword": [{"@value": "valtionavustukset", "@language": "fi"}, {"@value": "grants", "@language": "en"}],
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
        "dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": _in_all(TEXTS)},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
    }
    if file.table not in TEXTS_IN:
        made["dct:license"] = {"@id": CC0}
        made["dct:rights"]["rdfs:label"] = _in_all(DERIVED)
    if file.format in _MEDIA_TYPES:
        made["dcat:mediaType"] = {"@id": f"{_IANA}/{_MEDIA_TYPES[file.format]}"}
    if file.packed:
        made["dcat:compressFormat"] = {"@id": f"{_IANA}/application/gzip"}
    return made


def _publisher(scope: Scope, base_url: str) -> dict[str, Any]:
    name = scope.operator and scope.operator.name
    return {"@id": f"{base_url}data/dcat.jsonld#publisher", "@type": "foaf:Agent", "foaf:name": name or "Hakuarkisto"}


def _contact(scope: Scope) -> dict[str, Any]:
    """Return how the operator is reached, nothing where that is not known."""
    if scope.operator is None:
        return {}
    way = "vcard:hasEmail" if scope.operator.link.startswith("mailto:") else "vcard:hasURL"
    card = {"@type": "vcard:Kind", "vcard:fn": scope.operator.name or "Hakuarkisto", way: {"@id": scope.operator.link}}
    return {"dcat:contactPoint": card}


def _in_all(message: str, tail: str = "") -> list[dict[str, str]]:
    """Return a text in all languages of the site."""
    return [{"@value": texts(language).gettext(message) + tail, "@language": language} for language in LANGUAGES]


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
