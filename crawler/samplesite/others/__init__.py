"""The sites of the other sources: each host is answered by a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crawler.samplesite.others import (
    aviavustukset,
    ely,
    haeavustuksia,
    integrationnorden,
    kotoutuminen,
    stea,
    sttinfo,
    wayback,
)
from crawler.samplesite.responses import Response

Renderer = Callable[[str, Mapping[str, str]], Response | None]

# By host, without "www.": what answers a path with its query, given the headers; None for what it has not got.
OTHERS: dict[str, Renderer] = {
    "kotoutuminen.fi": kotoutuminen.render,
    "ely-keskus.fi": ely.render,
    "stea.fi": stea.render,
    "aviavustukset.fi": aviavustukset.render,
    "nordicwelfare.org": integrationnorden.render,
    "integrationnorden.org": integrationnorden.render_former,
    "haeavustuksia.fi": haeavustuksia.render,
    "sttinfo.fi": sttinfo.render,
    "web.archive.org": wayback.render,
}
