"""What a crawl must know of a page's text while it goes on."""

from __future__ import annotations

from datetime import date

from parsers.page import read_html


def day_of_page(body: bytes, url: str, charset: str | None = None) -> date | None:
    """Return the day on which a page says its release was first published, None where it does not say.

    >>> day_of_page(b"<h1>Haku</h1><p>Julkaisuajankohta 17.3.2021 11.14</p><p>Tiedote</p><p>Avustus</p>", "https://x.fi/")
    datetime.date(2021, 3, 17)
    >>> day_of_page(b"<h1>Haku</h1><p>Haku alkaa 17.3.2021.</p>", "https://x.fi/")
    """
    published = read_html(body, url, charset).published
    return date.fromisoformat(published[:10]) if published else None
