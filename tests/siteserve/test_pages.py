"""The pages: what was asked for, in the reader's language, and every link of them leading somewhere."""

from __future__ import annotations

import re
from dataclasses import fields
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from starlette.testclient import TestClient

from sitegen.texts import LANGUAGES
from siteserve.pages.fault import FaultPage
from siteserve.pages.interface import InterfacePage
from siteserve.pages.release import LiveReleasePage
from siteserve.pages.search import SearchPage
from siteserve.rendering import environment
from tests.siteserve.serving import ADDRESS


def page(client: TestClient, path: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    return BeautifulSoup(answer.text, "lxml")


def titles(found: BeautifulSoup) -> list[str]:
    return [each.get_text() for each in found.select(".results .entry-title")]


def status(found: BeautifulSoup) -> str:
    return " ".join(found.select(".status")[0].get_text().split())


def test_the_way_in_speaks_the_readers_language(client: TestClient) -> None:
    for wanted, language in (("sv-FI,sv;q=0.9", "sv"), ("de, en-GB;q=0.5", "en"), ("de", "fi"), ("", "fi")):
        answer = client.get("/", headers={"accept-language": wanted})
        assert answer.headers["location"] == f"/{language}/search/"


def test_a_search_shows_titles_sentence_and_facts(client: TestClient) -> None:
    hit = page(client, "/fi/search/?q=purojen").select(".results .entry")[0]
    assert "purojen ja norojen" in hit.select(".entry-title")[0].get_text()
    assert "bäckar och rännilar" in hit.select(".entry-other")[0].get_text()
    assert "purojen" in [each.get_text() for each in hit.select(".excerpt mark")]
    assert "1\xa0800\xa0000\xa0€" in hit.get_text()
    assert "16.9.2024" in hit.get_text()


def test_without_words_it_shows_everything_the_newest_first(client: TestClient) -> None:
    found = page(client, "/en/search/")
    dates = [str(each["datetime"]) for each in found.select(".results time")]
    assert dates == sorted(dates, reverse=True)
    total = client.get("/api/v1/facets?q=*").json()["total"]
    assert status(found).startswith(f"{total} texts found")


def test_every_count_leads_to_so_many(client: TestClient) -> None:
    here = "/en/search/?q=avustus"
    links = page(client, here).select(".facet a")
    assert len(links) > 20
    for link in links:
        count = link.select(".shelf-count")[0].get_text()
        narrowed = page(client, urljoin(here, str(link["href"])))
        assert re.match(rf"{count} texts? found", status(narrowed)), link
        chosen = narrowed.select(".facet a[aria-current]")
        assert [each.select(".shelf-name")[0].get_text() for each in chosen] == [
            link.select(".shelf-name")[0].get_text()
        ]
        assert status(page(client, urljoin(here, str(chosen[0]["href"])))) == status(page(client, here))


def test_the_form_keeps_what_narrows(client: TestClient) -> None:
    found = page(client, "/sv/search/?q=avustus&kind=call&from=2021&sort=deadline&page=2")
    values = {str(each["name"]): str(each.get("value", "")) for each in found.select("form input")}
    assert values == {"q": "avustus", "kind": "call", "sort": "deadline", "from": "2021", "to": "", "open_on": ""}


def test_the_same_search_in_another_language(client: TestClient) -> None:
    found = page(client, "/fi/search/?q=avustus&kind=call")
    link = next(each for each in found.select(".tongues a") if each["hreflang"] == "sv")
    other = page(client, urljoin("/fi/search/", str(link["href"])))
    assert other.html and other.html["lang"] == "sv"
    assert len(titles(other)) == len(titles(found))


def test_pages_follow_each_other(client: TestClient) -> None:
    first = page(client, "/fi/search/")
    following = first.select("[rel=next]")
    second = page(client, urljoin("/fi/search/", str(following[0]["href"])))
    assert titles(second)
    assert not set(titles(first)) & set(titles(second))
    assert second.select("[rel=prev]")
    assert "no more texts" in page(client, "/en/search/?page=9000").get_text()


def test_what_may_be_meant_and_what_was_found_by_translation(client: TestClient) -> None:
    link = page(client, "/en/search/?q=avuztus&kind=call").select(".suggestion a")[0]
    assert (link.get_text(), link["href"]) == ("avustus", "?q=avustus&kind=call")
    found = page(client, "/en/search/?q=avustus")
    own = page(client, urljoin("/en/search/", str(found.select(".translations a")[0]["href"])))
    assert "only by translation" in status(found)
    assert "only by translation" not in status(own)


def test_more_like_this(client: TestClient) -> None:
    hit = page(client, "/en/search/?q=purojen").select(".results .entry")[0]
    link = next(each for each in hit.select(".hit-links a") if each.get_text().startswith("More like this"))
    found = page(client, urljoin("/en/search/", str(link["href"])))
    assert titles(found)
    assert hit.select(".entry-title")[0].get_text() not in titles(found)
    assert "purojen ja norojen" in found.select(".lead")[0].get_text()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        pytest.param("q=avoin)", "sv: avoin): the bracket at character 6 closes nothing", id="bracket"),
        pytest.param("q=avoin&from=kissa", "sv: kissa: not a date", id="date"),
        pytest.param("q=avoin&from=2021-13", "sv: 2021-13: not a date", id="month"),
        pytest.param("q=avoin&kind=kissa", "sv: kissa: no value that kind can have", id="kind"),
        pytest.param("q=avoin&page=0", "sv: 0: no value that page can have", id="page"),
        pytest.param(f"q={'a' * 600}", "sv: The query is longer than 500 characters", id="long"),
        pytest.param("q=%3Cscript%3E)", "sv: <script>): the bracket", id="script"),
    ],
)
def test_what_cannot_be_understood_is_said_in_the_page(client: TestClient, query: str, sentence: str) -> None:
    found = page(client, f"/sv/search/?{query}", 400)
    assert sentence in found.select("[role=alert] p")[0].get_text()
    assert found.select("form input[name=q]")
    assert not found.select("script")


@pytest.mark.parametrize(
    ("path", "language"),
    [
        pytest.param("/sv/release/0123456789abcdef/", "sv", id="release"),
        pytest.param("/en/release/..%2f..%2fetc/", "en", id="path"),
        pytest.param("/fi/compare/0123456789abcdef/", "fi", id="compare"),
        pytest.param("/fi/call/0123456789abcdef/", "fi", id="call"),
        pytest.param("/sv/search/?like=0123456789abcdef", "sv", id="like"),
        pytest.param("/sv/differences/page/99/", "sv", id="differences"),
        pytest.param("/en/nowhere/", "en", id="nowhere"),
        pytest.param("/xx/search/", "fi", id="language"),
        pytest.param("/release/0123456789abcdef/cite.bib", "fi", id="reference"),
    ],
)
def test_what_is_not_there_is_a_page_in_the_readers_language(client: TestClient, path: str, language: str) -> None:
    found = page(client, path, 404)
    assert found.html and found.html["lang"] == language
    assert found.select(f".fault a[href='/{language}/search/']")


def test_every_link_of_every_kind_of_page_leads_somewhere(client: TestClient) -> None:
    pair = client.get("/api/v1/differences").json()["differences"][0]["releases"]
    call = client.get("/api/v1/search?q=*&kind=call").json()["hits"][0]["id"]
    starts = ["search/?q=avustus", f"release/{pair['sv']['id']}/", f"compare/{pair['fi']['id']}/", f"call/{call}/"]
    seen: set[str] = set()
    for language in LANGUAGES:
        for start in (*starts, "differences/", "api/"):
            for address in own_links(client, f"/{language}/{start}"):
                if address not in seen:
                    seen.add(address)
                    answer = client.get(address, follow_redirects=True)
                    assert answer.status_code == 200, (start, address)


def own_links(client: TestClient, path: str) -> list[str]:
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code == 200, path
    links = BeautifulSoup(answer.text, "lxml").select("a[href], link[href]")
    found = [urljoin(str(answer.url), unescape(str(each["href"]))).partition("#")[0] for each in links]
    return [address for address in found if urlsplit(address).netloc == urlsplit(ADDRESS).netloc]


def test_a_swedish_version_leads_to_the_comparison_and_the_call(client: TestClient) -> None:
    pair = client.get("/api/v1/differences").json()["differences"][0]["releases"]
    answer = client.get(f"/en/compare/{pair['sv']['id']}/")
    assert answer.headers["location"] == f"/en/compare/{pair['fi']['id']}/"
    both = page(client, str(answer.headers["location"])).get_text()
    assert all(BeautifulSoup(each["title"], "lxml").get_text().split()[0] in both for each in pair.values())


def test_a_release_shows_its_text_facts_and_record(client: TestClient) -> None:
    hit = client.get("/api/v1/search?q=purojen").json()["hits"][0]
    record = client.get(f"/api/v1/releases/{hit['id']}").json()
    found = page(client, f"/fi/release/{hit['id']}/")
    article = found.select("article.text")[0].get_text().replace("\xa0", " ")
    assert record["blocks"][1]["text"] in article
    assert found.select(".facts")
    assert not found.select("[data-pagefind-body]")
    assert found.select(f"a[href$='api/v1/releases/{hit['id']}']")


def test_the_data_interface_shows_an_address_that_answers(client: TestClient) -> None:
    found = page(client, "/fi/api/")
    examples = [re.sub(r"^curl '|'$", "", each.get_text()) for each in found.select("pre")]
    assert len(examples) == 9
    for address in examples:
        expected = 404 if "8a4662eeb6d67ed0" in address else 200
        assert client.get(address).status_code == expected, address


@pytest.mark.parametrize("kind", [SearchPage, FaultPage, InterfacePage, LiveReleasePage])
def test_a_template_uses_all_that_its_dataclass_has_of_its_own(kind: type) -> None:
    made = environment("en")
    assert made.loader
    source = made.loader.get_source(made, kind.template)[0]  # type: ignore[attr-defined]
    own = {field.name for field in fields(kind)} - {field.name for field in fields(kind.__mro__[1])}
    assert {name for name in own if not re.search(rf"\b{name}\b", source)} == set()


def test_nothing_is_loaded_from_elsewhere(client: TestClient) -> None:
    for path in ("/fi/search/?q=avustus", "/fi/differences/", "/fi/api/"):
        found = page(client, path)
        assert not found.select("script, iframe, object, embed, [style], style")
        loaded: list[Tag] = [*found.select("link[rel=stylesheet]"), *found.select("link[rel=icon]")]
        assert not [each for each in loaded if "//" in str(each["href"])]
