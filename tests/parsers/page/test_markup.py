from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.page import Page, read_html

URL = "https://tem.fi/-/haku"
TAGS = "<p> </p> <h1> <table> <tr> <td> <br> <ul><li> </ul> <nav> <!-- <main> <blockquote>".split()
NOTICE = (
    '<div class="language-version-missing" style="display:none"><p>Den här sidan är på finska.</p>'
    "<p>Эта страница на финском языке.</p></div>"
)
ARTICLE = """<main id="main-content"><h1>Haku on avattu</h1>
<div class="meta"><span>työ- ja elinkeinoministeriö</span><div>Julkaisuajankohta 14.3.2022 10.20</div>
<div>Tiedote</div></div><div class="journal-content-article">{body}</div></main>"""


def page(body: str, before: str = "", after: str = "", head: str = "") -> Page:
    text = f"<html lang='fi-FI'><head>{head}</head><body>{before}{ARTICLE.format(body=body)}{after}</body></html>"
    return read_html(text.encode(), URL, "utf-8")


def texts(read: Page) -> list[str]:
    return [segment.text for segment in read.segments]


def test_header_is_read_and_left_out_of_the_text() -> None:
    read = page("<p>Ministeriö on avannut haun.</p>")
    assert texts(read) == ["Haku on avattu", "Ministeriö on avannut haun."]
    assert (read.published, read.form) == ("2022-03-14T10:20", "press_release")
    assert read.organisation == "työ- ja elinkeinoministeriö"
    assert read.language_hint == "fi"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("<nav><ul><li>Ajankohtaista</li></ul></nav>", "", id="menu"),
        pytest.param(NOTICE, "", id="hidden-notice"),
        pytest.param('<div class="cookie-banner"><p>Käytämme evästeitä.</p></div>', "", id="cookies"),
        pytest.param('<a class="skip" href="#x">Hyppää sisältöön</a>', "", id="skip-link"),
        pytest.param("", "<aside><h2>Muita uutisia</h2><p>12 miljoonaa euroa</p></aside>", id="related"),
        pytest.param("", "<footer><p>PL 32, 00023 Valtioneuvosto</p></footer>", id="footer"),
        pytest.param("", "<script>alert(1)</script><style>p{}</style><!-- kommentti -->", id="script"),
        pytest.param("<div hidden><p>Piilossa</p></div>", '<p style="display: none">Piilossa</p>', id="hidden"),
    ],
)
def test_the_site_around_the_text_is_left_out(before: str, after: str) -> None:
    assert texts(page("<p>Ministeriö on avannut haun.</p>", before, after)) == [
        "Haku on avattu",
        "Ministeriö on avannut haun.",
    ]


def test_site_parts_inside_the_text_element_end_it() -> None:
    read = page("<p>Leipäteksti on tässä.</p><p>Sivun alkuun</p><p>Muuta</p>")
    assert texts(read)[1:] == ["Leipäteksti on tässä."]
    read = page("<p>Brödtexten är här.</p><p>FacebookTwitterLinkedInEmailPrint</p><p>Följ oss</p>")
    assert texts(read)[1:] == ["Brödtexten är här."]


@pytest.mark.parametrize(
    "heading", [pytest.param("Lue myös", id="known-heading"), pytest.param("Poimintoja muualta", id="unknown-heading")]
)
def test_dated_links_at_the_end_are_not_the_text(heading: str) -> None:
    links = '<li><a href="/-/1">Elokuville 1,3 milj. euroa</a> <span>17.2.2025</span></li>' * 2
    read = page(f"<p>Leipäteksti on tässä.</p></div><section><h2>{heading}</h2><ul>{links}</ul></section>")
    assert texts(read)[1:] == ["Leipäteksti on tässä."]


def test_links_of_the_text_are_kept() -> None:
    read = page('<p>Leipäteksti on tässä.</p><h2>Lue lisää</h2><ul><li><a href="/a">Järjestöavustus 2022</a></li></ul>')
    assert texts(read)[1:] == ["Leipäteksti on tässä.", "Lue lisää", "Järjestöavustus 2022"]


def test_a_header_on_one_line() -> None:
    html = (
        "<main><h1>Traficom kilpailuttaa</h1><p>5.10.2022 09:15:00 EEST | Liikenne- ja viestintävirasto | Tiedote</p>"
        "<p>Virasto pyytää tarjouksia tietojärjestelmästä.</p></main>"
    )
    read = read_html(html.encode(), URL)
    assert (read.published, read.organisation, read.form) == (
        "2022-10-05T09:15",
        "Liikenne- ja viestintävirasto",
        "press_release",
    )


def test_blocks_keep_their_kind() -> None:
    read = page(
        "<h2>Näin haet</h2><p>Rivi<br>toinen</p><ul><li><p>kohta</p></li><li>toinen <b>kohta</b></li></ul>"
        "<blockquote><p>– Hienoa, sanoo ministeri.</p></blockquote>irrallinen teksti"
    )
    assert [(segment.type, segment.text) for segment in read.segments[1:]] == [
        ("h2", "Näin haet"),
        ("p", "Rivi\ntoinen"),
        ("li", "kohta"),
        ("li", "toinen kohta"),
        ("blockquote", "– Hienoa, sanoo ministeri."),
        ("p", "irrallinen teksti"),
    ]


def test_tables_are_rows_of_cells() -> None:
    read = page(
        "<table><caption>Avustukset</caption><tr><th>Hanke</th><th>Euroa</th></tr>"
        "<tr><td>Lähiruoka</td><td>212&nbsp;000</td></tr></table><table><tr><td>1</td></tr></table>"
    )
    rows = [segment for segment in read.segments if segment.type == "tr"]
    assert [(row.text, row.table, row.header) for row in rows] == [
        ("Hanke | Euroa", 0, True),
        ("Lähiruoka | 212 000", 0, False),
        ("1", 1, False),
    ]


def test_hidden_emails_are_shown() -> None:
    code = "5a3f2e2f3433373374292f312f343337331a3d352c743c33"
    span = f'<span class="__cf_email__" data-cfemail="{code}">[email&#160;protected]</span>'
    read = page(
        f'<p>Posti: <a href="/cdn-cgi/l/email-protection#{code}">{span}</a></p>'
        f"<table><tr><td>{span}</td><td>1</td></tr></table>"
    )
    assert texts(read)[1:] == ["Posti: etunimi.sukunimi@gov.fi", "etunimi.sukunimi@gov.fi | 1"]


def test_links_are_absolute_and_hostile_ones_are_left_out() -> None:
    read = page('<p>Katso <a href="/doc/a.pdf">ohje</a> ja <a href="javascript:alert(1)">tämä</a>.</p>')
    assert read.segments[1].links == (("https://tem.fi/doc/a.pdf", "ohje"),)


def test_declared_versions_need_more_than_a_front_page() -> None:
    alternate = '<link data-senna-track="temporary" href="{}" hreflang="{}" rel="alternate" />'
    head = alternate.format("https://tem.fi/sv/-/utlysning", "sv-SE") + alternate.format("https://tem.fi/en/", "en-US")
    assert page("<p>Teksti on tässä.</p>", head=head).declared == {"sv": "https://tem.fi/sv/-/utlysning"}


def test_title_without_a_heading_comes_from_the_head() -> None:
    html = (
        "<html><head><title>Haku avattu - tem.fi</title></head><body><p>Ministeriö on avannut haun.</p></body></html>"
    )
    assert read_html(html.encode(), URL).title == "Haku avattu"


def test_older_generation() -> None:
    html = (
        '<div id="main"><p>Uutiset</p><p>Alueellista tietoa</p><p>Uutiset 2015</p><h2 class="component-title">'
        '<span class="asset-title">Hakuaikaa on jatkettu</span></h2><span class="date-info">17.4.2015</span>'
        '<div class="asset-content"><p>Hakuaikaa on jatkettu.</p><p>Leipäteksti.</p></div></div>'
    )
    read = read_html(html.encode(), URL)
    assert (texts(read), read.published) == (
        ["Hakuaikaa on jatkettu", "Hakuaikaa on jatkettu.", "Leipäteksti."],
        "2015-04-17",
    )


def test_a_wrong_charset_in_the_header_does_no_harm() -> None:
    html = '<meta charset="utf-8"><h1>Työ</h1><p>Määrärahaa jää käyttämättä äkillisesti.</p>'
    assert read_html(html.encode(), URL, "ISO-8859-1").title == "Työ"
    assert read_html("<h1>Työ</h1><p>Määrärahaa jää.</p>".encode("latin-1"), URL, "ISO-8859-1").title == "Työ"


def test_a_page_without_text_has_no_segments() -> None:
    assert read_html(b"<html><body><nav>Valikko</nav></body></html>", URL).segments == ()
    assert read_html(b"", URL).segments == ()


def test_deep_nesting_is_survived() -> None:
    html = "<div>" * 3000 + "Syvällä on tekstiä." + "</div>" * 3000
    assert read_html(f"<h1>Otsikko</h1>{html}".encode(), URL).title == "Otsikko"


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(st.text(max_size=20), lambda inner: st.lists(inner, max_size=4).map(lambda parts: "<p>".join(parts)))
)
def test_any_markup_is_survived(html: str) -> None:
    for segment in read_html(html.encode("utf-8", "replace"), URL).segments:
        assert segment.text == segment.text.strip()


def test_comments_are_no_text() -> None:
    read = page("<p>Haku <!-- luonnos -->on avattu.</p><table><tr><td>Kunta<!-- x --></td><td>5</td></tr></table>")
    assert texts(read)[1:] == ["Haku on avattu.", "Kunta | 5"]


def test_a_site_part_that_holds_the_text_is_kept_without_the_parts_in_it() -> None:
    menu = '<div class="menu"><p>Etusivu</p></div>'
    html = f'<div class="sidebar"><div class="share">{menu}</div><h1>Haku avattu</h1><p>Avustusta voi hakea.</p></div>'
    assert texts(read_html(html.encode(), URL)) == ["Haku avattu", "Avustusta voi hakea."]


def test_links_in_a_list_of_languages_are_declared_versions() -> None:
    switcher = '<ul class="lang-switch"><li><a href="/sv/-/utlysning" lang="sv">På svenska</a></li></ul>'
    assert page("<p>Teksti on tässä.</p>", before=switcher).declared == {"sv": "https://tem.fi/sv/-/utlysning"}
    elsewhere = switcher.replace("lang-switch", "menu")
    assert page("<p>Teksti on tässä.</p>", before=elsewhere).declared == {}


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("<div class='share'><p>Jaa</p>" * 200 + "<h1>Haku</h1>" + "</div>" * 200, id="nested-site-parts"),
        pytest.param("<div class='share'><h1>Haku</h1></div>" * 50, id="site-parts-with-content"),
        pytest.param("<main>" * 50 + "<a href='/a' lang='sv'>x</a>" * 50 + "</main>" * 50, id="nested-roots"),
    ],
)
def test_time_is_linear(piece: str) -> None:
    html = f"<h1>Otsikko</h1><p>Avustusta voi hakea.</p>{piece * 60}".encode()
    began = time.process_time()
    read_html(html, URL)
    assert time.process_time() - began < 8, "1 second on an idle machine"


def test_documents_that_are_called_the_same_are_all_kept() -> None:
    links = [f'<p><a href="/documents/1/2/liite-{number}.pdf">Liite</a></p>' for number in (1, 2, 3)]
    read = page(f"<p>Ministeriö on avannut haun.</p>{''.join(links)}")
    assert [segment.links for segment in read.segments[2:]] == [
        ((f"https://tem.fi/documents/1/2/liite-{number}.pdf", "Liite"),) for number in (1, 2, 3)
    ]


def test_lead_that_is_printed_twice_is_kept_once() -> None:
    lead = '<p>Haku on auki <a href="/haku">palvelussa</a>.</p>'
    assert texts(page(f"<p>Haku on avattu</p>{lead}{lead}<p>Lue lisää.</p>")) == [
        "Haku on avattu",
        "Haku on auki palvelussa.",
        "Lue lisää.",
    ]


def test_title_that_is_printed_again_as_a_link_is_kept_once() -> None:
    again = '<p><a href="/-/haku">Haku on avattu</a></p><p>Lue lisää.</p>'
    assert texts(page(f"<p>Haku on avattu</p>{again}")) == ["Haku on avattu", "Lue lisää."]
