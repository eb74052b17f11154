"""The sound pages of the hostile site: releases, their listings, and the same releases after a redesign."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

HOST = "tem.fi"
LISTING = "/ajankohtaista/tiedotteet"
SWEDISH_LISTING = "/sv/pressmeddelanden"
GOOD = tuple(f"/-/haku-{number}" for number in range(1, 6))
SWEDISH = tuple(f"/sv/-/ansokan-{number}" for number in range(1, 4))
_PORTLET = "fi_yja_web_content_listing_portlet_WebContentListingPortlet_INSTANCE_x"


def release(title: str, text: str = "", day: str = "17.3.2021") -> str:
    """Return a release in the markup of the platform."""
    return f"""<!DOCTYPE html><html lang="fi-FI"><head><meta charset="utf-8"><title>{escape(title)} - TEM</title></head>
<body><nav><a href="/">Etusivu</a></nav><main><h1>{escape(title)}</h1>
<p>Työ- ja elinkeinoministeriö</p><p>Julkaisuajankohta {day} 9.15</p><p>Tiedote</p>
<div class="journal-content-article"><p>Ministeriö on avannut haettavaksi avustuksen, johon on varattu kaksi miljoonaa
euroa. Hakuaika on 17.3.–20.4.2021, ja avustusta voivat hakea kunnat ja järjestöt.</p><p>{escape(text)}</p>
<h2>Lisätietoja</h2><p>neuvotteleva virkamies Aino Esimerkki, p. 0295 047 990</p></div></main></body></html>"""


def redesigned(title: str) -> str:
    """Return a release as a new system shows it: everything is there, and nothing where it was."""
    return f"""<!DOCTYPE html><html><head><title>TEM</title></head><body><app-root><section data-v1><article>
<div class="t">{escape(title)}</div><div class="x"></div></article></section></app-root>
<script>window.__STATE__={{}}</script><p>Tämä sivusto tarvitsee toimiakseen selaimen, jossa on JavaScript.</p></body>
</html>"""


def listing(paths: Iterable[str], more: Iterable[str] = ()) -> str:
    """Return a listing of releases, each with a day, and links to `more` pages of it."""
    entries = "".join(f'<li><a href="{escape(path)}">Tiedote</a> <span>17.3.2021</span></li>' for path in paths)
    links = "".join(f'<a href="{escape(link)}">Lisää</a> ' for link in more)
    return (
        '<!DOCTYPE html><html lang="fi-FI"><head><title>Tiedotteet - TEM</title></head><body><main>'
        f"<h1>Tiedotteet</h1><p>Ministeriön tiedotteet ja uutiset</p><ul>{entries}</ul>{links}</main></body></html>"
    )


def listing_page(year: int, number: int) -> str:
    """Return the address of a page of a year's listing, as the platform writes it."""
    return f"{LISTING}?p_p_id={_PORTLET}&_{_PORTLET}_paramYear={year}&_{_PORTLET}_paramPage={number}"


def title_of(path: str) -> str:
    return f"Avustushaku {path.rpartition('-')[2]} on avattu"
