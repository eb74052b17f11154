"""What listing pages and releases of the government platform link to."""

from __future__ import annotations

from datetime import date

import pytest
from scrapy.http import HtmlResponse

from crawler.spiders.anchors import Article, articles
from crawler.spiders.links import attachments, is_release, translations
from crawler.spiders.listings import more_pages

PORTLET = "fi_yja_web_content_listing_portlet_WebContentListingPortlet_INSTANCE_aBc1"
LISTING = f"""
<html><body><nav><a href="/yhteystiedot">Yhteystiedot</a></nav><main>
<ul class="vuodet">
 <li><a href="?p_p_id={PORTLET}&amp;_{PORTLET}_paramYear=2024">2024</a></li>
 <li><a href="/ajankohtaista/tiedotteet?p_p_id={PORTLET}&amp;_{PORTLET}_paramYear=2023">2023</a></li>
</ul>
<p>Näytetään 1 - 2 / 24</p>
<ul>
 <li><span>17.3.2024 11.14</span> <a href="/-/haku-avattu">Haku avattu 1.4.2024</a></li>
 <li><div><a href="https://valtioneuvosto.fi/-//1410877/paatos?redirect=%2F">Päätös</a></div><p>9.2.2024</p></li>
 <li><a href="/-/haku-avattu"><img alt=""></a></li>
 <li><a href="/sv/-/ansokan">Utan dag</a></li>
</ul>
<a href="/ajankohtaista/tiedotteet?p_p_id={PORTLET}&amp;_{PORTLET}_paramYear=2024&amp;_{PORTLET}_paramPage=2">2</a>
<a href="/ajankohtaista/tiedotteet?p_p_id=101_INSTANCE_x&amp;_101_INSTANCE_x_cur=4&amp;_101_INSTANCE_x_delta=20">4</a>
<a href="/ajankohtaista/tapahtumat?_{PORTLET}_paramPage=2">Tapahtumat</a>
<a href="/ajankohtaista/tiedotteet?_{PORTLET}_paramYear=kaikki">Kaikki</a>
<a href="mailto:x@gov.fi">Posti</a><a href="javascript:void(0)">Skripti</a><a href="http://[broken">Rikki</a><a>Tyhjä</a>
</main></body></html>"""

RELEASE = """
<html lang="fi-FI"><head>
<link rel="alternate" hreflang="fi-FI" href="https://tem.fi/-/haku"/>
<link rel="alternate" hreflang="sv-SE" href="https://tem.fi/sv/-/ansokan"/>
<link rel="alternate" hreflang="x-default" href="https://tem.fi/-/haku"/>
<link rel="alternate" hreflang="en-US" href="https://tem.fi/en/"/>
</head><body>
<ul><li><a lang="en" href="/en/-/call">English</a></li><li><a lang="sv" href="/sv/-/ansokan">Svenska</a></li></ul>
<main><p lang="sv"><a lang="sv" href="/sv/-/annan">På svenska</a></p>
<a href="/documents/1410877/12/ilmoitus.pdf/0d6a1a2b-1111-2222-3333-444455556666?t=1">Hakuilmoitus</a>
<a href="https://example.org/lomake.DOCX">Lomake</a><a href="/-/toinen">Toinen</a>
</main><footer><a href="/tietosuoja.pdf">Tietosuoja</a></footer></body></html>"""


def response(body: str, url: str = "https://tem.fi/ajankohtaista/tiedotteet") -> HtmlResponse:
    return HtmlResponse(url, body=body.encode(), encoding="utf-8")


def test_listing_names_releases_with_their_days() -> None:
    assert articles(response(LISTING), is_release) == [
        Article("https://tem.fi/-/haku-avattu", date(2024, 3, 17)),
        Article("https://valtioneuvosto.fi/-//1410877/paatos?redirect=%2F", date(2024, 2, 9)),
        Article("https://tem.fi/sv/-/ansokan", None),
    ]


def test_listing_names_its_other_pages() -> None:
    assert [(page.year, page.number) for page in more_pages(response(LISTING), "fi")] == [
        (2024, 1),
        (2023, 1),
        (2024, 2),
        (None, 4),
    ]


def test_release_names_its_versions() -> None:
    assert translations(response(RELEASE, "https://tem.fi/-/haku")) == [
        ("fi", "https://tem.fi/-/haku"),
        ("sv", "https://tem.fi/sv/-/ansokan"),
        ("x-", "https://tem.fi/-/haku"),
        ("en", "https://tem.fi/en/-/call"),
    ]


def test_release_names_the_documents_in_its_text() -> None:
    assert attachments(response(RELEASE)) == [
        "https://tem.fi/documents/1410877/12/ilmoitus.pdf/0d6a1a2b-1111-2222-3333-444455556666?t=1",
        "https://example.org/lomake.DOCX",
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("/-/haku", True, id="Finnish"),
        pytest.param("/sv/-/ansokan", True, id="Swedish"),
        pytest.param("/-/1410877/haku.2-1-", True, id="joint site"),
        pytest.param("/-//1410877/haku", True, id="double slash"),
        pytest.param("/artikkeli/-/asset_publisher/haku", True, id="older"),
        pytest.param("/sv/artikel/-/asset_publisher/ansokan", True, id="older Swedish"),
        pytest.param("/-/", False, id="no slug"),
        pytest.param("/haku-/x", False, id="hyphen in a name"),
        pytest.param("/a/b/c/-/d", False, id="too deep"),
        pytest.param("/-/asset_publisher/Kh4W/rss", False, id="feed"),
        pytest.param("/documents/-/x.pdf", False, id="document"),
        pytest.param("/", False, id="front page"),
    ],
)
def test_release_is_told_by_its_address(path: str, expected: bool) -> None:
    assert is_release(f"https://tem.fi{path}") is expected


def test_empty_and_odd_pages_link_to_nothing() -> None:
    for body in ("", "<html>", "<a href>", "<a href='/-/'>", "\0"):
        page = response(body)
        assert (articles(page, is_release), more_pages(page, "fi"), attachments(page)) == ([], [], [])


@pytest.mark.parametrize(
    ("entry", "day"),
    [
        pytest.param("<li><a href='/-/a'>Haku</a> 5.3.2026</li>", "2026-03-05", id="behind"),
        pytest.param("<li>5.3.2026 <a href='/-/a'>Haku</a></li>", "2026-03-05", id="before"),
        pytest.param(
            "<li><span>Tiedote 5.3.2026 9.15</span><h3><a href='/-/a'>Haku</a></h3></li>", "2026-03-05", id="form"
        ),
        pytest.param(
            "<li><a href='/-/a'><h3>Haku</h3><span>Julkaistu 5.3.2026</span></a></li>", "2026-03-05", id="card"
        ),
        pytest.param("<li><a href='/-/a'>Haku on avattu (05.03.2026)</a></li>", "2026-03-05", id="in brackets"),
        pytest.param(
            "<div><h2><a href='/-/a'>Haku</a></h2><p>5.3.2026</p></div>", "2026-03-05", id="alone on its page"
        ),
        pytest.param("<article><a href='/-/a'>Haku</a><time>5 mars 2026</time></article>", "2026-03-05", id="in words"),
        pytest.param(
            "<li><a href='/-/a'>Hakuaika päättyi 1.2.2020, nyt uusi haku</a> <span>5.3.2026</span></li>",
            "2026-03-05",
            id="another day in the title",
        ),
        pytest.param(
            "<li><h3><a href='/-/a'>Haku</a></h3><p>Hakuaika on 1.4.–31.5.2026.</p><p>5.3.2026</p></li>",
            "2026-03-05",
            id="another day in the lead",
        ),
        pytest.param("<li><a href='/-/a'>Haku 1.4.–31.5.2026: avustukset</a></li>", None, id="window in the title"),
        pytest.param("<li><a href='/-/a'>Haku avattu 1.4.2026</a></li>", None, id="day in the title"),
        pytest.param("<p>Sivu päivitetty 5.5.2016</p><div><a href='/-/a'>Haku</a></div>", None, id="day of the page"),
        pytest.param("<p>5.5.2016</p><ul><li><a href='/-/a'>Haku</a></li></ul>", None, id="outside the list"),
        pytest.param("<div><a href='/-/a'>x</a> 31.2.2024</div>", None, id="no day of the calendar"),
    ],
)
def test_the_day_of_an_entry(entry: str, day: str | None) -> None:
    """Rather none than one of which its title or lead speaks: what has none is asked for."""
    (article,) = articles(response(f"<main>{entry}</main>"), is_release)
    assert article.day == (date.fromisoformat(day) if day else None)


def test_large_listing_is_read_in_linear_time() -> None:
    body = "<ul>" + "".join(f"<li><a href='/-/{number}'>x</a></li>" for number in range(5000)) + "</ul>"
    assert len(articles(response(body), is_release)) == 5000
