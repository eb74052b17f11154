"""References as files: read back by the libraries that others read them with."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import msgspec
import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string as read_bibtex
from bs4 import BeautifulSoup
from citeproc import (  # type: ignore[import-untyped]
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from pybtex.backends.plaintext import Backend  # type: ignore[import-untyped]
from pybtex.database import parse_string  # type: ignore[import-untyped]
from pybtex.style.formatting.plain import Style  # type: ignore[import-untyped]
from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

from parsers.model import Release
from sitegen.citations import Reference, bibtex, citation_files, csl_json, ris
from tests.site.sample import BASE_URL, SampleArchive

ATTACKS = [
    pytest.param("50 % & 3 # of $5_000 {a} ~b ^c \\input{/etc/passwd}", id="tex"),
    pytest.param('"}, author = {Someone Else}, title = {Owned', id="brace"),
    pytest.param("} } { unbalanced", id="unbalanced"),
    pytest.param("line\r\nER  - \r\nTY  - JOUR\r\nTI  - Owned", id="ris-record"),
    pytest.param('", "title": "Owned', id="json"),
    pytest.param("a\x00b\u2028c\x85d", id="control"),
    pytest.param("@article{x, title={Owned}}", id="entry"),
    pytest.param("Työ- ja elinkeinoministeriö, Åland", id="letters"),
    pytest.param("</script><script>document.title='owned'</script>", id="script"),
]


def reference(title: str, author: str | None = None) -> Reference:
    return Reference(
        id="0a1b",
        author=author,
        title=" ".join(title.split()),
        language="sv",
        published="2021-03-17",
        url="https://tem.fi/-/haku%7B1%7D?a=1&b=2",
        captured="2026-11-01",
        page=f"{BASE_URL}sv/release/0a1b/",
    )


def files_of(release: Release, base_url: str | None = BASE_URL) -> dict[str, str]:
    made = citation_files(release, ("fi", "sv", "en"), base_url)
    return {path.rpartition(".")[2]: content for path, content in made}


def said(latex: str) -> str:
    """Return what TeX would print; of its signs by name, pylatexenc does not know braces."""
    named = latex.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
    return " ".join(str(LatexNodes2Text(keep_comments=True).latex_to_text(named)).replace("ˆ", "^").split())


@pytest.fixture(scope="module")
def release(archive: SampleArchive, call_ids: tuple[str, str]) -> Release:
    return archive.stored[call_ids[1]]


def test_two_readers_of_bibtex_read_the_same(release: Release) -> None:
    content = files_of(release)["bib"]
    library = read_bibtex(content)
    assert not library.failed_blocks and len(library.entries) == 1
    entry = parse_string(content, "bibtex").entries[f"hakuarkisto-{release.id}"]
    assert entry.original_type == library.entries[0].entry_type == "online"
    read = {name: field.value for name, field in library.entries[0].fields_dict.items()}
    assert read.pop("author") == "{Arbets- och näringsministeriet}"
    assert (read.pop("month"), entry.fields.pop("month")) == ("mar", "March")
    assert read == dict(entry.fields)
    assert entry.fields["date"] == "2024-03-05" and entry.fields["urldate"] == "2026-11-01"
    assert entry.fields["langid"] == "swedish" and entry.fields["url"] == release.url
    assert [str(person) for person in entry.persons["author"]] == ["{Arbets- och näringsministeriet}"]
    assert said(entry.fields["title"]) == release.title


# What plain.bst, unsrt.bst and their kin read of an entry: they know no address, no date in one piece, no language.
CLASSICAL = {"author", "title", "howpublished", "month", "year", "note"}


@pytest.mark.parametrize("base_url", [pytest.param(BASE_URL, id="address"), pytest.param(None, id="no-address")])
def test_classical_styles_say_when_where_and_in_what_archive(release: Release, base_url: str | None) -> None:
    library = parse_string(files_of(release, base_url)["bib"], "bibtex")
    (entry,) = library.entries.values()
    for name in set(entry.fields) - CLASSICAL:
        del entry.fields[name]
    (line,) = Style().format_bibliography(library)
    told = line.text.render(Backend())
    assert told.startswith(f"Arbets- och näringsministeriet. {release.title}. ")
    assert f"{release.url}, March 2024. Hakuarkisto, " in told
    assert (f"{base_url}sv/release/{release.id}/" if base_url else release.id) in told


def test_no_style_changes_the_capitals_of_a_title(release: Release) -> None:
    title = files_of(release)["bib"].partition("  title = ")[2].partition("\n")[0]
    assert title == f"{{{{{release.title}}}}},"


def test_the_parts_of_a_day_are_those_of_its_date(release: Release) -> None:
    """BibLaTeX warns of a year or month that is another than the date's."""
    fields = read_bibtex(files_of(msgspec.structs.replace(release, published="2021-12-01T08:15"))["bib"]).entries[0]
    day = {name: fields.fields_dict[name].value for name in ("date", "year", "month")}
    assert day == {"date": "2021-12-01", "year": "2021", "month": "dec"}


@pytest.mark.parametrize(
    ("url", "typeset"),
    [
        pytest.param("https://tem.fi/a%20b", r"\url{https://tem.fi/a\%20b}", id="percent"),
        pytest.param("https://tem.fi/a#b", r"\url{https://tem.fi/a\#b}", id="number"),
        pytest.param("https://tem.fi/a_b?c&d~e", r"\url{https://tem.fi/a_b?c&d~e}", id="as-it-is"),
        pytest.param("https://tem.fi/a}b", r"\url{https://tem.fi/a\%7Db}", id="brace"),
    ],
)
def test_an_address_is_printed_by_its_command(release: Release, url: str, typeset: str) -> None:
    fields = read_bibtex(files_of(msgspec.structs.replace(release, url=url))["bib"]).entries[0].fields_dict
    assert fields["howpublished"].value == typeset


def test_ris_is_read_back(release: Release) -> None:
    (entry,) = rispy.loads(files_of(release)["ris"])
    assert entry["type_of_reference"] == "ELEC" and entry["title"] == release.title
    assert entry["first_authors" if "first_authors" in entry else "authors"] == ["Arbets- och näringsministeriet"]
    assert entry["date"] == "2024/03/05/" and entry["year"] == "2024" and entry["access_date"] == "2026/11/01/"
    assert entry["urls"] == [release.url] and entry["language"] == "sv"


def test_csl_is_rendered(release: Release) -> None:
    items = json.loads(files_of(release)["json"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields that its oldest style does not know
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        bibliography.register(Citation([CitationItem(items[0]["id"])]))
        (line,) = [str(each) for each in bibliography.bibliography()]
    assert "Arbets- och näringsministeriet (2024)" in line and release.title in line
    assert items[0]["accessed"] == {"date-parts": [[2026, 11, 1]]} and items[0]["type"] == "webpage"


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_a_title_says_stays_its_text(release: Release, attack: str) -> None:
    files = files_of(msgspec.structs.replace(release, title=attack, authority=None, organisation=attack))
    plain = " ".join("".join(" " if ord(c) < 32 or c in "\x85\u2028" else c for c in attack).split())
    library = read_bibtex(files["bib"])
    assert not library.failed_blocks and len(library.entries) == 1
    fields = library.entries[0].fields_dict
    names = "author", "title", "date", "year", "month", "langid", "url", "urldate", "howpublished", "note"
    assert tuple(fields) == names
    assert said(fields["title"].value) == plain
    assert len(parse_string(files["bib"], "bibtex").entries) == 1
    (entry,) = rispy.loads(files["ris"])
    assert entry["title"] == plain
    (item,) = json.loads(files["json"])
    assert item["title"] == plain and item["author"] == [{"literal": plain}]


@given(st.text(max_size=60))
def test_any_title_gives_one_entry_with_balanced_braces(title: str) -> None:
    made = reference(title)
    content = bibtex(made)
    assert content.count("{") == content.count("}")
    entries = read_bibtex(content)
    assert not entries.failed_blocks and len(entries.entries) == 1
    assert json.loads(csl_json(made))[0]["id"] == "hakuarkisto-0a1b"


def test_the_day_of_a_capture_is_that_of_finland(release: Release) -> None:
    files = files_of(msgspec.structs.replace(release, captured="2026-10-31T22:30:00Z"))
    assert "urldate = {2026-11-01}" in files["bib"] and "Y2  - 2026/11/01/" in files["ris"]
    assert json.loads(files["json"])[0]["accessed"] == {"date-parts": [[2026, 11, 1]]}


@pytest.mark.parametrize(
    "url", ["https://tem.fi/-/a}b{c", 'https://tem.fi/"x y"\\z', "https://tem.fi/-/ä?q=å#ö", "https://tem.fi/a%20b"]
)
def test_addresses_are_whole_and_harmless(release: Release, url: str) -> None:
    files = files_of(msgspec.structs.replace(release, url=url))
    (entry,) = read_bibtex(files["bib"]).entries
    address = entry.fields_dict["url"].value
    assert address.isascii() and not set(address) & set('{}\\" ')
    assert json.loads(files["json"])[0]["URL"] == address == rispy.loads(files["ris"])[0]["urls"][0]


def test_what_is_not_known_is_left_out(release: Release) -> None:
    bare = msgspec.structs.replace(
        release, url="file:leike.txt", authority=None, organisation=None, published=None, language=None
    )
    files = files_of(bare, None)
    fields = read_bibtex(files["bib"]).entries[0].fields_dict
    assert list(fields) == ["title", "note"] and fields["note"].value == f"Hakuarkisto, {release.id}"
    assert "AU  -" not in files["ris"] and "UR  -" not in files["ris"] and "DA  -" not in files["ris"]
    assert set(json.loads(files["json"])[0]) == {"id", "type", "title", "accessed", "archive", "archive_location"}


def test_lines_of_ris_end_as_the_format_asks() -> None:
    made = ris(reference("Haku"))
    assert made.startswith("TY  - ELEC\r\n") and made.endswith("ER  - \r\n") and made.count("\n") == made.count("\r\n")


def test_each_release_has_its_files_once_and_links_to_them(addressed_site: Path, archive: SampleArchive) -> None:
    assert len(list(addressed_site.rglob("cite.*"))) == 3 * len(archive.stored)
    for release_id in archive.stored:
        page = addressed_site / "sv/release" / release_id / "index.html"
        links = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml").select(".citation-files a")
        assert [link.get_text() for link in links] == ["BibTeX", "RIS", "CSL-JSON"]
        assert all((page.parent / str(link["href"])).resolve().is_file() for link in links)
    sizes = [path.stat().st_size for path in addressed_site.rglob("cite.*")]
    assert max(sizes) < 1000
