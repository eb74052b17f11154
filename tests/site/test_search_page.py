"""The search page in Chromium: what is typed, chosen, shared and shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from index.fulltext.query.lexer import pieces
from parsers.model import Eligibility, Evidence
from sitegen.formats import unbroken
from tests.index.conftest import build_release
from tests.site.bound import BOUND
from tests.site.browsing import opened
from tests.site.searching import searchable

pytestmark = pytest.mark.browser
# Spaces bound in the browser
_UNBROKEN = """async ([script, texts]) => {
  const { unbroken } = await import(script);
  return texts.map(unbroken);
}"""
SOMEWHERE = Evidence(block=1, start=0, end=4, text="Haku")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with opened(browser) as page:
        yield page


def search(page: Page, address: str, query: str) -> list[str]:
    """Return the titles found."""
    page.goto(f"{address}fi/search/?{query}")
    expect(page.locator("#results .entry, #nothing:not([hidden])").first).to_be_visible()
    return page.locator("#results .entry-title").all_inner_texts()


@pytest.mark.parametrize(
    "forms",
    [
        pytest.param(["kirjastot", "kirjaston", "kirjastoille"], id="fi"),
        pytest.param(["vattendrag", "vattendragen"], id="sv"),
        pytest.param(["avustus", "avustukseksi"], id="a-form-that-no-text-has"),
    ],
)
def test_all_forms_of_a_word_find_the_same(page: Page, address: str, forms: list[str]) -> None:
    found = [search(page, address, f"q={form}") for form in forms]
    assert found[0] and all(sorted(titles) == sorted(found[0]) for titles in found)


def test_the_words_found_are_marked_in_their_forms(page: Page, address: str) -> None:
    search(page, address, "q=avustukseksi")
    marked = {text.lower().strip(".,") for text in page.locator("#results mark").all_inner_texts()}
    assert marked and all("avustu" in word for word in marked)
    assert not marked & {"avustukseksi"}


def test_results_come_while_a_word_is_typed(page: Page, address: str) -> None:
    page.goto(f"{address}fi/search/")
    page.get_by_role("searchbox").press_sequentially("kirjast", delay=20)
    expect(page.locator("#results .entry-title").first).to_contain_text("Lukutaitotyöhön")
    page.get_by_role("searchbox").press_sequentially("xyzzy", delay=20)
    expect(page.locator("#nothing")).to_be_visible()
    expect(page.locator("#results .entry")).to_have_count(0)


def test_a_pair_is_one_hit_with_both_titles(page: Page, address: str) -> None:
    titles = search(page, address, "q=Kurkimäki")
    expect(page.get_by_role("status")).to_have_text("Löytyi 1 tiedote")
    other = page.locator("#results .other-title")
    expect(other).to_have_attribute("lang", "sv")
    assert len(titles) == 1 and other.inner_text() not in titles


def test_a_hit_without_a_date_says_so_and_has_its_kind(page: Page, address: str) -> None:
    assert search(page, address, "q=%22avustuksen+hakijalle%22") == ["Opas avustuksen hakijalle"]
    expect(page.locator("#results .entry-date")).to_have_text("Ei päiväystä")
    expect(page.locator("#results .kind-guide")).to_have_text("Ohje")


@pytest.mark.parametrize(
    ("first", "last"), [('"', '"'), ("”", "”"), ("“", "”"), ("„", "“"), ("»", "»"), ("»", "«"), ("«", "»")]
)
def test_a_phrase_may_stand_in_any_quotation_marks(page: Page, address: str, first: str, last: str) -> None:
    assert [piece.kind for piece in pieces(f"{first}avustuksen hakijalle{last}")] == ["phrase"]
    assert search(page, address, f"q={first}avustuksen hakijalle{last}")
    assert search(page, address, f"q={first}hakijalle avustuksen{last}") == []


def test_an_address_gives_the_same_again(page: Page, address: str) -> None:
    page.goto(f"{address}fi/search/")
    page.get_by_role("searchbox").fill("avustus")
    expect(page.locator("#results .entry")).not_to_have_count(0)
    for label, value in (("Tyyppi", "call"), ("Vuosi", "2024"), ("Tekstin kieli", "fi")):
        page.get_by_label(label).select_option(value)
    expect(page.get_by_role("status")).to_contain_text("Löytyi")
    page.wait_for_url("**/?*language=fi*")
    # The address changes at once, the hits when they have been found.
    expect(page.locator("#results .entry")).to_have_count(2)
    shared, titles = page.url, page.locator("#results .entry-title").all_inner_texts()
    assert search(page, address, shared.partition("?")[2]) == titles
    assert {"q=avustus", "kind=call", "year=2024", "language=fi"} <= set(shared.partition("?")[2].split("&"))


def test_applicants_narrow(browser: Browser, tmp_path: Path) -> None:
    releases = [
        build_release(slug, "Avustus", "Haku alkaa.", eligibility=(Eligibility(groups=groups, evidence=SOMEWHERE),))
        for slug, groups in (("a", ("municipalities",)), ("b", ("municipalities", "associations")))
    ]
    releases.append(build_release("c", "Understöd", "Ansökan.", language="sv"))
    with searchable(browser, tmp_path, releases, []) as found:
        assert [sorted(found(["avustus"], applicant=code)[0]) for code in ("municipalities", "associations", "x")] == [
            sorted(release.id for release in releases[:2]),
            [releases[1].id],
            [],
        ]


def test_one_word_too_many_is_told(page: Page, address: str) -> None:
    assert search(page, address, "q=kirjastot lukutaito xyzzy")
    expect(page.locator("#partly")).to_be_visible()
    assert search(page, address, "q=kirjastot xyzzy") == []


@pytest.mark.parametrize(
    "query", ["q=*", "q=%22", "q=ja", "q=%22ja%22", "q=a%00b", "q=" + "x" * 3000, "q=..%2F..%2Fetc"]
)
def test_odd_queries_do_no_harm(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}fi/search/?{query}", wait_until="networkidle")
    expect(page.locator("#failed")).to_be_hidden()
    expect(page.get_by_role("status")).not_to_have_text("Haetaan …")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        pytest.param("avustushaussa -kunnat", True, id="excluded"),
        pytest.param("summa:>1M", True, id="field"),
        pytest.param("sista dag:2024-05", True, id="field-of-two-words"),
        pytest.param("avustus OR koulu", True, id="or"),
        pytest.param("avustus TAI koulu", True, id="or-in-finnish"),
        pytest.param("avustus or koulu", False, id="small-letters"),
        pytest.param('"avustus OR koulu"', False, id="in-a-phrase"),
        pytest.param("”avustus OR koulu”", False, id="in-a-phrase-in-finnish-marks"),
        pytest.param("avustus -”koulu ja kunta”", True, id="excluded-phrase"),
        pytest.param("TE-palvelut EU:n 2021 - 2022", False, id="hyphens-and-endings"),
        pytest.param("Talent Boost -ohjelma", False, id="hyphen-behind-a-name"),
        pytest.param("klo 16:15", False, id="time"),
    ],
)
def test_operators_that_it_does_not_have_are_told(page: Page, address: str, query: str, told: bool) -> None:
    page.goto(f"{address}fi/search/")
    page.get_by_role("searchbox").fill(query)
    page.wait_for_url("**/?q=*")
    assert page.locator("#operators").is_visible() is told


def test_figures_of_a_hit_stay_together(page: Page, address: str) -> None:
    search(page, address, "q=kulttuuriperinnön")
    assert "900\u00a0000\u00a0euroa" in (page.locator("#results .entry-title").first.text_content() or "")
    assert "900\u00a0000\u00a0euro" in (page.locator("#results .other-title").first.text_content() or "")


def test_figures_of_an_excerpt_stay_together_where_a_word_of_them_is_marked(page: Page, address: str) -> None:
    search(page, address, "q=60+000+euroa")
    excerpt = page.locator("#results .excerpt", has_text="enintään").first
    assert "60\u00a0000\u00a0euroa" in (excerpt.text_content() or "")
    assert "  " not in (excerpt.text_content() or "") and excerpt.locator("mark").count()


def test_spaces_of_hits_are_bound_as_in_pages(page: Page, address: str) -> None:
    page.goto(f"{address}fi/search/")
    shown = page.evaluate(_UNBROKEN, [f"{address}static/search-spaces.js", list(BOUND)])
    assert shown == [unbroken(text) for text in BOUND]


def test_what_is_bound_is_found(browser: Browser, tmp_path: Path) -> None:
    text = "Ansök senast den 30 november kl. 16.15 om bidrag, 9 miljoner euro."
    releases = [
        build_release("a", "Bidrag", text, language="sv"),
        build_release("b", "Avustus", "Haku päättyy 30. marraskuuta."),
    ]
    queries = ["30 november", '"senast den 30 november"', '"november kl. 16.15"', '"9 miljoner euro"']
    with searchable(browser, tmp_path, releases, []) as found:
        assert found(queries) == [[releases[0].id]] * len(queries)
        assert found([f"”{unbroken(text)}”", "”30.\u00a0marraskuuta”"]) == [[each.id] for each in releases]


def test_a_telephone_shows_it_all(browser: Browser, address: str) -> None:
    with opened(browser, viewport={"width": 360, "height": 740}, has_touch=True) as page:
        search(page, address, "q=avustus")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        boxes = page.locator(".filter select, .search-line button").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect()).filter(box => box.height < 24 || box.width < 60).length"
        )
        assert boxes == 0
