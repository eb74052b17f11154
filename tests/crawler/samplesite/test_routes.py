"""What each address answers, without a socket."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from crawler.samplesite import Document, Response, documents, render
from crawler.samplesite.documents import versions
from crawler.samplesite.sites import LOCALES, sites

TEXTS = {text.id: text for text in documents()}
CALL = "lukuluotsit-kouluihin-ja-kirjastoihin-haettavana-2-400-000-euroa"
CALL_SV = "laslotsar-till-skolor-och-bibliotek-2-400-000-euro-kan-sokas"
NEWS = "lausuntoja-pyydetaan-yritysneuvonnan-uudistamisesta"
UNDECLARED = "nuorten-demokratiahankkeille-haettavana-400-000-euroa"
MISSING = re.compile(r"https://[a-z.]+/(sv|en)?\?p_p_id=\w+&_\w+_missingLanguageVersion=1")


def get(address: str) -> Response:
    parts = urlsplit(address)
    return render(parts.netloc, parts.path + (f"?{parts.query}" if parts.query else ""))


def soup(response: Response) -> BeautifulSoup:
    return BeautifulSoup(response.body, "lxml")


def heading(response: Response) -> str:
    title = soup(response).h1
    assert title is not None
    return title.get_text().replace("\u00a0", " ")


FINNISH = "Lukuluotsit kouluihin ja kirjastoihin: haettavana 2 400 000 euroa"
SWEDISH = "Läslotsar till skolor och bibliotek: 2 400 000 euro kan sökas"


@pytest.mark.parametrize(
    ("host", "path", "title"),
    [
        pytest.param("okm.fi", f"/-/{CALL}", FINNISH, id="own site"),
        pytest.param("okm.fi:8080", f"/-/{CALL}/", FINNISH, id="port and trailing slash"),
        pytest.param("OKM.FI", f"/sv/-/{CALL_SV}", SWEDISH, id="Swedish"),
        pytest.param("okm.fi", f"/sv/-/{CALL}", SWEDISH, id="Finnish slug under the Swedish path"),
        pytest.param("okm.fi", f"/-/{CALL}?languageId=sv_SE", SWEDISH, id="language by parameter"),
        pytest.param("okm.fi", f"/-/{CALL}?redirect=%2Fajankohtaista", FINNISH, id="redirect parameter"),
        pytest.param("valtioneuvosto.fi", f"/-/1410845/{CALL}", FINNISH, id="joint site"),
        pytest.param("valtioneuvosto.fi", f"/-//1410845/{CALL}", FINNISH, id="double slash"),
        pytest.param("127.0.0.1:49152", f"/sv/-/1410845/{CALL_SV}", SWEDISH, id="loopback is the joint site"),
        pytest.param("stm.fi", f"/-/1410845/{CALL}", FINNISH, id="another ministry's site, with the group"),
        pytest.param("okm.fi", f"/artikkeli/-/asset_publisher/{CALL}", FINNISH, id="former address"),
        pytest.param("okm.fi", f"/sv/artikel/-/asset_publisher/{CALL_SV}", SWEDISH, id="former Swedish address"),
        pytest.param(
            "kotoutuminen.fi",
            "/valtionavustukset-kotoutumista-edistavaan-tyohon",
            "Näin haet valtionavustusta kotoutumista edistävään työhön",
            id="lasting page",
        ),
        pytest.param("mmm.fi", "/avustukset", "Avustukset", id="section page"),
    ],
)
def test_pages(host: str, path: str, title: str) -> None:
    response = render(host, path)
    assert response.status == 200
    assert heading(response) == title


@pytest.mark.parametrize(
    ("host", "path"),
    [
        pytest.param("tem.fi", "/-/ei-sellaista", id="unknown slug"),
        pytest.param("tem.fi", f"/-/{CALL}", id="another ministry's slug without its group"),
        pytest.param("tem.fi", f"/-/1410877/{CALL}", id="wrong group"),
        pytest.param("tem.fi", "/cdn-cgi/l/email-protection", id="Cloudflare's own"),
        pytest.param("kotoutuminen.fi", "/korvaukset", id="dead link of the guide"),
        pytest.param("example.fi", "/", id="unknown host"),
        pytest.param("okm.fi", "/sv/finns-inte", id="unknown Swedish page"),
    ],
)
def test_what_is_not_there(host: str, path: str) -> None:
    assert render(host, path).status == 404


@pytest.mark.parametrize(
    ("host", "path", "front"),
    [
        pytest.param("tem.fi", f"/sv/-/{NEWS}", "/sv", id="no Swedish version"),
        pytest.param("tem.fi", f"/-/{NEWS}?languageId=en_US", "/en", id="no English version, by parameter"),
        pytest.param("oikeusministerio.fi", f"/sv/-/{UNDECLARED}", "/sv", id="a version the platform does not know"),
        pytest.param("okm.fi", "/-/320-000-euro-utlyses-for-scenkonst-for-barn-pa-svenska", "/", id="no Finnish one"),
        pytest.param("valtioneuvosto.fi", f"/sv/-/1410877/{NEWS}", "/sv", id="on the joint site"),
    ],
)
def test_a_missing_translation_leads_to_the_front_page(host: str, path: str, front: str) -> None:
    response = render(host, path)
    location = response.header("Location") or ""
    assert response.status == 302
    assert MISSING.fullmatch(location)
    assert urlsplit(location).path == front
    assert soup(get(location)).select_one(".alert-info") is not None


@pytest.mark.parametrize(
    ("host", "new"),
    [pytest.param("minedu.fi", "okm.fi", id="renamed"), pytest.param("www.tem.fi", "tem.fi", id="www")],
)
def test_former_hosts_redirect(host: str, new: str) -> None:
    response = render(host, "/-/jotain?a=1")
    assert (response.status, response.header("Location")) == (301, f"https://{new}/-/jotain?a=1")


@pytest.mark.parametrize("text", documents(), ids=lambda text: text.id)
def test_every_text_answers_in_its_language(text: Document) -> None:
    response = get(text.url)
    root = soup(response).html
    assert response.status == 200
    assert root is not None
    assert root["lang"] == LOCALES[text.language]
    assert heading(response) == text.title.replace("\u00a0", " ")


@pytest.mark.parametrize("text", documents(), ids=lambda text: text.id)
def test_hreflang_names_every_locale_but_only_versions_answer(text: Document) -> None:
    links = soup(get(text.url)).select("link[rel=alternate][hreflang]")
    answers = {str(link["hreflang"]): get(str(link["href"])).status for link in links}
    known = versions(text) if text.declared else {text.language}
    assert answers == {locale: 200 if language in known else 302 for language, locale in LOCALES.items()}


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        pytest.param(
            "kylakaupat-haku-2016.sv",
            ["Arbets- och näringsministeriet 10.2.2016 10.00", "Pressmeddelande 21/2016"],
            id="2016",
        ),
        pytest.param(
            "lukuluotsi-haku-2023.sv",
            [
                "undervisnings- och kulturministeriet",
                "Utgivningsdatum 16.1.2023 9.05 | Publicerad på svenska 17.1.2023 kl. 14.20",
                "Pressmeddelande",
            ],
            id="2020, two stamps",
        ),
        pytest.param(
            "osaajat-2025.fi",
            [
                "työ- ja elinkeinoministeriöopetus- ja kulttuuriministeriö",
                "Julkaisuajankohta 3.3.2025 9.30",
                "Tyyppi:Tiedote",
            ],
            id="2025, glued",
        ),
        pytest.param(
            "osaajat-2025.en",
            ["Publication date 3.3.2025 9.30 | Published in English on 5.3.2025 at 10.45", "Type:Press release"],
            id="English",
        ),
    ],
)
def test_the_lines_between_title_and_text(name: str, lines: list[str]) -> None:
    seen = [tag.get_text() for tag in soup(get(TEXTS[name].url)).select("h1 ~ *, h1 ~ div > *")]
    assert [line for line in lines if line not in seen] == []


def test_a_lasting_page_has_no_date_line() -> None:
    content = soup(get(TEXTS["avustusopas.fi"].url)).main
    assert content is not None
    assert "Julkaisuajankohta" not in content.get_text()


@pytest.mark.parametrize("name", ["kylakaupat-haku-2016.fi", "purot-2024.sv", "kalatiet-2026.fi"])
def test_the_page_has_what_does_not_belong_to_the_release(name: str) -> None:
    page = soup(get(TEXTS[name].url))
    article = page.select_one(".journal-content-article")
    around = [page.select_one(css) for css in (".cookie-banner", "nav", ".related-content", ".share-links", "footer")]
    notice = page.select_one(".language-version-missing")
    assert article is not None
    assert all(part is not None and not part.find_parent(class_="journal-content-article") for part in around)
    assert notice is not None
    assert len(notice.select("p")) == 7
    assert "2022" in str(page.select_one(".related-content"))


def test_emails_are_hidden_in_both_of_cloudflares_ways() -> None:
    pages = [soup(get(text.url)) for text in documents() if text.email == "cloudflare"]
    assert len(pages) >= 10
    assert sum(len(page.select("a.__cf_email__[data-cfemail]")) for page in pages) >= 5
    assert sum(len(page.select("a[href*='email-protection#'] > span[data-cfemail]")) for page in pages) >= 5
    assert not any("@" in page.get_text() for page in pages)


def test_pages_can_be_revalidated() -> None:
    page = render("okm.fi", f"/sv/-/{CALL_SV}")
    tag = page.header("ETag") or ""
    again = render("okm.fi", f"/sv/-/{CALL_SV}", {"if-none-match": f'"x", W/{tag}'})
    other = render("okm.fi", f"/sv/-/{CALL_SV}", {"If-None-Match": '"x"'})
    assert page.header("Last-Modified") == "Tue, 17 Jan 2023 12:20:00 GMT"
    assert (again.status, again.body, again.header("ETag")) == (304, b"", tag)
    assert other == page


def test_an_answer_is_always_the_same() -> None:
    assert render("tem.fi", "/") == render("tem.fi", "/")


@pytest.mark.parametrize("name", ["lukuluotsi-haku-2023.fi", "lukuluotsi-paatos-2023.sv"])
def test_an_attachment_is_there(name: str) -> None:
    link = soup(get(TEXTS[name].url)).select_one("a[href*='/documents/']")
    assert link is not None
    response = get(str(link["href"]))
    assert (response.status, response.header("Content-Type")) == (200, "application/pdf")
    assert response.body.startswith(b"%PDF-")


def test_only_known_links_inside_texts_are_dead() -> None:
    links = {str(link["href"]) for text in documents() for link in soup(get(text.url)).select("p a, li a, td a")}
    inside = {link for link in links if urlsplit(link).netloc in {site.host for site in sites()}}
    dead = {link for link in inside if get(link).status == 404}
    assert dead == {
        f"https://kotoutuminen.fi{path}" for path in ("/korvaukset", "/hankkeet", "/sv/ersattningar", "/sv/projekt")
    }


@given(host=st.sampled_from([site.host for site in sites()]), path=st.text(max_size=60))
def test_any_request_gets_an_answer(host: str, path: str) -> None:
    assert render(host, f"/{path}").status in (200, 302, 404)
