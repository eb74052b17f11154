"""What pages say to search engines, and that nothing in it is ever run; the page for a wrong address."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from parsers.model import Kind, Release
from sitegen.build import build
from sitegen.bulk.terms import CC0
from sitegen.structured import json_ld
from sitegen.texts import LANGUAGES
from tests.site.browsing import opened, served
from tests.site.sample import BASE_URL, SampleArchive

ATTACKS = [
    "</script><script>document.title='owned'</script>",
    "<!--<script>",
    '"},"@type":"Owned',
    "\u2028\u2029 & <b>",
    "\\u003c/script\\u003e",
]


def said_on(page: Path) -> dict[str, Any]:
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
    (script,) = soup.select("script[type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.get_text())
    assert found["@context"] == "https://schema.org"
    return found


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_ends_the_element_early(attack: str) -> None:
    made = json_ld({"name": attack})
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made)["name"] == attack


def test_a_release_names_its_versions(addressed_site: Path, call_ids: tuple[str, str]) -> None:
    fi, sv = call_ids
    original = said_on(addressed_site / "en/release" / fi / "index.html")["@graph"][0]
    translation = said_on(addressed_site / "fi/release" / sv / "index.html")["@graph"][0]
    assert original["@type"] == translation["@type"] == "NewsArticle"
    assert original["@id"] == f"{BASE_URL}fi/release/{fi}/#article"
    assert original["workTranslation"] == [{"@id": translation["@id"]}]
    assert translation["translationOfWork"] == {"@id": original["@id"]}
    assert (original["inLanguage"], translation["inLanguage"]) == ("fi", "sv")
    assert original["datePublished"].startswith("2024-03-0") and "T" in original["datePublished"]


def test_the_same_release_is_one_thing_in_all_interface_languages(
    addressed_site: Path, call_ids: tuple[str, str]
) -> None:
    for release in call_ids:
        pages = [said_on(addressed_site / code / "release" / release / "index.html") for code in LANGUAGES]
        assert pages[0]["@graph"] == pages[1]["@graph"] == pages[2]["@graph"]
        article = pages[0]["@graph"][0]
        assert article["url"] == article["@id"].removesuffix("#article")
    assert article["author"] == {
        "@type": "GovernmentOrganization",
        "@id": f"{BASE_URL}fi/browse/authority/tem/#organisation",
        "name": "Arbets- och näringsministeriet",
    }


def test_every_release_of_a_call_is_about_its_one_grant(calls_site: Path, calls_archive: SampleArchive) -> None:
    for call in calls_archive.calls:
        pages = [said_on(calls_site / code / "call" / call.id / "index.html") for code in LANGUAGES]
        assert {page["@id"] for page in pages} == {f"{BASE_URL}fi/call/{call.id}/#grant"}
        assert pages[0]["@type"] == "MonetaryGrant"
        articles = [
            said_on(calls_site / "sv/release" / member.id / "index.html")["@graph"][0] for member in call.members
        ]
        assert {article["about"]["@id"] for article in articles} == {pages[0]["@id"]}
        assert pages[1]["subjectOf"] == [{"@id": article["@id"]} for article in articles]


def test_a_grant_has_its_name_its_sum_and_its_days(calls_site: Path, calls_archive: SampleArchive) -> None:
    call = max(calls_archive.calls, key=lambda each: len(each.members))
    grant = said_on(calls_site / "sv/call" / call.id / "index.html")
    assert grant["name"] == "3 miljoner euro kan sökas för körers turnéer"
    assert grant["alternateName"] == ["Kuorojen kiertueisiin haettavana 3 miljoonaa euroa"]
    assert grant["url"] == f"{BASE_URL}sv/call/{call.id}/" and grant["identifier"] == "VN/901/2024"
    assert grant["funder"]["name"] == "Undervisnings- och kulturministeriet"
    assert grant["amount"] == {"@type": "MonetaryAmount", "currency": "EUR", "value": 3_000_000}
    assert grant["potentialAction"] == {
        "@type": "ApplyAction",
        "startTime": "2024-01-15",
        "endTime": "2024-03-15T16:15:00+02:00",
    }


def without_calls(archive: SampleArchive, release: Release, folder: Path) -> list[dict[str, Any]]:
    """Build the site of one release that belongs to no call; return what its page says."""
    alone = SampleArchive({release.id: release})
    alone.calls = ()
    build(alone, folder, BASE_URL, ("fi",))
    found: list[dict[str, Any]] = said_on(folder / "fi/release" / release.id / "index.html")["@graph"]
    return found


def test_a_call_for_applications_of_no_call_has_a_grant_of_its_own(archive: SampleArchive, tmp_path: Path) -> None:
    kinds = {release.kind: release for release in archive.stored.values()}
    article, grant = without_calls(archive, kinds[Kind.CALL], tmp_path / "call")
    assert grant["@type"] == "MonetaryGrant" and article["about"] == {"@id": grant["@id"]} and grant["funder"]["name"]
    (article,) = without_calls(archive, kinds[Kind.DECISION], tmp_path / "decision")
    assert "about" not in article


def test_nothing_is_said_of_what_is_not_known(archive: SampleArchive, tmp_path: Path) -> None:
    release = next(each for each in archive.stored.values() if each.kind == Kind.CALL)
    bare = msgspec.structs.replace(
        release, published=None, translated=None, total=None, authority=None, organisation=None, url="file:a.txt"
    )
    article, grant = without_calls(archive, bare, tmp_path / "site")
    assert set(article) == {"@type", "@id", "headline", "inLanguage", "url", "isPartOf", "about"}
    assert set(grant) == {"@type", "@id", "name"}


def test_sums_with_cents_are_told(archive: SampleArchive, tmp_path: Path) -> None:
    release = next(each for each in archive.stored.values() if each.kind == Kind.CALL)
    odd = msgspec.structs.replace(release, total=Decimal("12345.67"))
    assert without_calls(archive, odd, tmp_path / "site")[1]["amount"]["value"] == 12345.67


def test_the_front_page_says_how_to_search(addressed_site: Path) -> None:
    said = said_on(addressed_site / "sv/index.html")
    assert said["@type"] == "WebSite"
    target = said["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{BASE_URL}sv/search/?q={{search_term_string}}"


def test_the_page_of_the_data_names_its_files(addressed_site: Path) -> None:
    said = said_on(addressed_site / "fi/data/index.html")
    assert said["@type"] == "Dataset" and len(said["distribution"]) == 12 and "license" not in said
    for file in said["distribution"]:
        path = addressed_site / file["contentUrl"].removeprefix(BASE_URL)
        assert file["contentSize"] == f"{path.stat().st_size} B"
        # no licence is said of the whole, for the texts in it are not the archive's to give away
        assert (file.get("license") == CC0) == (path.name.startswith(("pairs.", "differences.")))
    assert said["temporalCoverage"].endswith("/2024-03-18")


@pytest.mark.browser
def test_a_browser_runs_nothing_and_has_no_complaint(browser: Browser, archive: SampleArchive, tmp_path: Path) -> None:
    attacked = dict(zip(archive.stored, ATTACKS * 4, strict=False))
    stored = {key: msgspec.structs.replace(archive.stored[key], title=attack) for key, attack in attacked.items()}
    build(replace(archive, stored=stored, joined=[]), tmp_path / "site", "http://127.0.0.1/", ("fi",))
    with served(tmp_path / "site") as host, opened(browser) as page:
        for key, attack in attacked.items():
            page.goto(f"{host}fi/release/{key}/")
            assert page.title() != "owned"
            told = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
            assert told["@graph"][0]["headline"] == attack
        for path in ("fi/", "fi/data/"):
            page.goto(host + path)
            assert page.locator("script[type='application/ld+json']").count() == 1


@pytest.mark.browser
def test_a_wrong_address_has_a_search_in_every_language(browser: Browser, addressed_site: Path, address: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        for language in LANGUAGES:
            page.goto(f"{address}404.html", wait_until="networkidle")
            form = page.locator(f".door[lang={language}] form")
            form.locator("input").fill("avustus")
            form.locator("button").click()
            page.wait_for_load_state("networkidle")
            assert f"/arkisto/{language}/search/?q=avustus" in page.url
        links = BeautifulSoup((addressed_site / "404.html").read_text(encoding="utf-8"), "lxml").select(".door-links a")
        assert len(links) == 9
        for link in links:
            assert (addressed_site / str(link["href"]).removeprefix("/arkisto/") / "index.html").is_file()
