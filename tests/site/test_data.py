"""The files to download: whole, the same each time, described rightly, and without contact persons."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet as pq
import pytest
from bs4 import BeautifulSoup
from frictionless import Package, validate
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS

from parsers.model import BothEvidence, Contact, Difference, Evidence, Release
from parsers.privacy import MASK
from sitegen.bulk import Download, Downloads, write_downloads
from sitegen.bulk.codebook import described
from sitegen.bulk.dcat import dcat
from sitegen.bulk.package import datapackage
from sitegen.bulk.tables import BULK, BulkTable
from sitegen.bulk.terms import CC0, DERIVED, TEXTS, is_free
from sitegen.holdings import read_holdings
from sitegen.operators import read_operators
from sitegen.pages.data import data_page
from sitegen.scope import scope_of
from sitegen.texts import LANGUAGES, texts
from tests.site.sample import BASE_URL, SampleArchive

TABLES = ["releases", "pairs", "differences", "calls"]


@pytest.fixture(scope="module")
def joined(archive: SampleArchive) -> SampleArchive:
    """The sample archive with pairs that their releases know of, and a difference in contacts."""
    stored = dict(archive.stored)
    for pair in archive.joined:
        for one, other in ((pair.fi.id, pair.sv.id), (pair.sv.id, pair.fi.id)):
            stored[one] = msgspec.structs.replace(stored[one], translation=other)
    first = archive.joined[0]
    contact = stored[first.fi.id].contacts[0]
    difference = Difference(
        field="contacts",
        kind="only_fi",
        fi=f"{contact.name}, {contact.phone}",
        sv=None,
        evidence=BothEvidence(fi=contact.evidence),
    )
    pair = msgspec.structs.replace(first, differences=(*first.differences, difference))
    return replace(archive, stored=stored, joined=[pair, *archive.joined[1:]])


@pytest.fixture(scope="module")
def folder(joined: SampleArchive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bulk")
    downloads = write_downloads(made, joined)
    (made / "data/datapackage.json").write_text(datapackage(downloads.files, BASE_URL), encoding="utf-8")
    return made / "data"


def opened(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in opened(path).splitlines()]


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(opened(path).decode(), newline="")))


def all_text(folder: Path) -> Iterator[tuple[str, str]]:
    """Give all that the files say, by their names."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".parquet":
            yield path.name, json.dumps(pq.read_table(path).to_pylist(), ensure_ascii=False)
        else:
            yield path.name, opened(path).decode()


def test_every_table_is_there_in_three_forms_with_the_same_rows(folder: Path, joined: SampleArchive) -> None:
    expected = {"releases": 16, "pairs": 5, "differences": 4, "calls": len(joined.calls)}
    for table in BULK:
        ending = ".gz" if table.packed else ""
        flat = rows(folder / f"{table.name}.csv{ending}")
        columns = pq.read_table(folder / f"{table.name}.parquet")
        nested = lines(folder / f"{table.name}.jsonl{ending}")
        assert len(flat) == columns.num_rows == len(nested) == expected[table.name]
        assert list(flat[0]) == columns.column_names == [name for name, _ in table.columns]
        assert list(nested[0]) == [name for name, _ in table.fields]


def test_differences_are_rows_of_their_own(folder: Path, call_ids: tuple[str, str]) -> None:
    found = [row for row in rows(folder / "differences.csv") if row["fi_id"] == call_ids[0]]
    assert [row["number"] for row in found] == ["1", "2", "3"]
    assert (found[0]["field"], found[0]["kind"]) == ("closes", "contradicts")
    assert found[0]["fi_text"] == "19.4.2024 klo 16.15" and found[0]["sv_id"] == call_ids[1]


def test_the_same_archive_gives_the_same_bytes(joined: SampleArchive, folder: Path, tmp_path: Path) -> None:
    for file in write_downloads(tmp_path, joined).files:
        assert (tmp_path / file.path).read_bytes() == (folder.parent / file.path).read_bytes(), file.path


def test_gzip_tells_no_time_and_no_name(folder: Path) -> None:
    head = (folder / "releases.csv.gz").read_bytes()[:10]
    assert head[3] == 0 and head[4:8] == bytes(4)


def persons(archive: SampleArchive) -> set[str]:
    """Return the names, surnames, numbers and addresses of all contact persons."""
    found = [contact for release in archive.stored.values() for contact in release.contacts if contact.name]
    assert len(found) > 5
    said = [(one.name, one.phone, one.email, (one.name or "").split()[-1]) for one in found]
    return {word for words in said for word in words if word}


def test_no_contact_person_is_in_any_file(folder: Path, joined: SampleArchive) -> None:
    names = persons(joined)
    assert names
    for file, text in all_text(folder):
        assert not [name for name in names if name.casefold() in text.casefold()], file


def test_evidence_stays_true_where_persons_are_left_out(folder: Path, joined: SampleArchive) -> None:
    releases = lines(folder / "releases.jsonl.gz")
    masked = 0
    for line in releases:
        original = joined.stored[line["id"]]
        assert [len(block["text"]) for block in line["blocks"]] == [len(block.text) for block in original.blocks]
        masked += MASK in json.dumps(line, ensure_ascii=False)
        for fact in [*line["amounts"], *(each["evidence"] for each in line["contacts"] + line["eligibility"])]:
            assert line["blocks"][fact["block"]]["text"][fact["start"] : fact["end"]] == fact["text"]
    assert masked > 3


def test_differences_in_contacts_keep_only_that_they_are_there(folder: Path) -> None:
    found = [row for row in rows(folder / "differences.csv") if row["field"] == "contacts"]
    assert len(found) == 2
    assert {(row["kind"], row["fi"], row["fi_text"], row["sv"]) for row in found} == {("only_fi", "", "", "")}
    pairs = lines(folder / "pairs.jsonl.gz")
    nested = [one for pair in pairs for one in pair["differences"] if one["field"] == "contacts"]
    assert [one["evidence"] for one in nested] == [{"fi": None, "sv": None}] * 2


def test_a_person_whom_only_the_other_version_names_as_a_contact_is_left_out(
    joined: SampleArchive, tmp_path: Path, call_ids: tuple[str, str]
) -> None:
    fi, sv = (joined.stored[each] for each in call_ids)
    name = next(contact.name for contact in fi.contacts if contact.name)
    blocks = (*sv.blocks, msgspec.structs.replace(sv.blocks[1], text=f"Frågor besvaras av {name}."))
    stored = joined.stored | {sv.id: msgspec.structs.replace(sv, contacts=(), blocks=blocks)}
    write_downloads(tmp_path, replace(joined, stored=stored))
    (line,) = [each for each in lines(tmp_path / "data/releases.jsonl.gz") if each["id"] == sv.id]
    assert line["blocks"][-1]["text"].startswith(f"Frågor besvaras av {MASK}")


def test_an_operator_may_have_them_in(joined: SampleArchive, tmp_path: Path) -> None:
    downloads = write_downloads(tmp_path, joined, contacts=True)
    assert downloads.contacts
    texts = dict(all_text(tmp_path / "data"))
    names = {contact.name for release in joined.stored.values() for contact in release.contacts if contact.name}
    for file in ("releases.csv.gz", "releases.jsonl.gz", "releases.parquet"):
        assert all(name in texts[file] for name in names), file


def test_titles_of_calls_name_no_contact_person(joined: SampleArchive, tmp_path: Path) -> None:
    call = joined.calls[0]
    release = joined.stored[call.members[0].id]
    evidence = Evidence(block=0, start=0, end=1, text=release.title[:1])
    named = msgspec.structs.replace(release, contacts=(Contact(name="Anna Virtanen", evidence=evidence),))
    member = msgspec.structs.replace(call.members[0], title="Anna Virtanen kertoo avustuksesta")
    titled = msgspec.structs.replace(call, titles={"fi": "Anna Virtanen kertoo"}, members=(member,))

    class Titled(SampleArchive):
        calls = (titled,)

    write_downloads(tmp_path, Titled({**joined.stored, named.id: named}, joined.joined))
    (line,) = lines(tmp_path / "data/calls.jsonl.gz")
    assert line["titles"]["fi"] == f"{MASK * 4} {MASK * 8} kertoo"
    assert "Virtanen" not in line["members"][0]["title"]


def test_the_data_package_is_valid_and_so_are_its_tables(folder: Path) -> None:
    package = Package(str(folder / "datapackage.json"))
    assert len(package.resources) == 12
    for name in [resource.name for resource in package.resources]:
        if name.endswith("-parquet"):
            package.remove_resource(name)  # frictionless would need pandas to read it
    report = package.validate()
    assert report.valid, report.flatten(["fieldName", "rowNumber", "note"])
    assert {task.name for task in report.tasks} >= set(TABLES)


def test_the_package_catches_a_table_that_does_not_fit(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    damaged = (tmp_path / "differences.csv").read_text(encoding="utf-8").replace("contradicts", "perhaps", 1)
    (tmp_path / "differences.csv").write_text(damaged, encoding="utf-8")
    assert not validate(str(tmp_path / "datapackage.json"), resource_name="differences").valid


def test_the_package_describes_parquet_as_it_is(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        if resource["format"] == "parquet":
            described_names = [field["name"] for field in resource["schema"]["fields"]]
            assert described_names == pq.read_table(folder / resource["path"]).column_names
        assert resource["bytes"] == (folder / resource["path"]).stat().st_size


@pytest.mark.parametrize("bulk", BULK, ids=lambda bulk: bulk.name)
def test_the_codebook_says_what_every_field_means(bulk: BulkTable) -> None:
    names = {name for name, _ in (*bulk.columns, *bulk.fields)}
    assert names <= set(described(bulk.name))
    for language in LANGUAGES:
        if language != "en":
            said = [texts(language).gettext(described(bulk.name)[name]) for name in names]
            assert not set(said) & {described(bulk.name)[name] for name in names}


def test_the_codebook_has_no_field_that_no_table_has() -> None:
    used = {name for bulk in BULK for name, _ in (*bulk.columns, *bulk.fields)}
    assert {name for bulk in BULK for name in described(bulk.name)} == used


def test_the_codebook_is_published_as_a_table(addressed_site: Path) -> None:
    codebook = rows(addressed_site / "data/codebook.csv")
    (closes,) = [row for row in codebook if (row["table"], row["field"]) == ("calls", "closes")]
    assert closes["type"] == "string" and closes["in_jsonl"] == "true" and closes["en"].startswith("When the time")


VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SPDX = Namespace("http://spdx.org/rdf/terms#")


@pytest.fixture(scope="module")
def graph(addressed_site: Path) -> Graph:
    return Graph().parse(addressed_site / "data/dcat.jsonld", format="json-ld")


@pytest.mark.parametrize(
    ("kind", "mandatory", "count"),
    [
        pytest.param(DCAT.Catalog, [DCTERMS.title, DCTERMS.description, DCTERMS.publisher], 1, id="catalogue"),
        pytest.param(DCAT.Dataset, [DCTERMS.title, DCTERMS.description], 4, id="dataset"),
        pytest.param(DCAT.Distribution, [DCAT.accessURL], 12, id="distribution"),
        pytest.param(FOAF.Agent, [FOAF.name], 1, id="agent"),
        pytest.param(SPDX.Checksum, [SPDX.algorithm, SPDX.checksumValue], 12, id="checksum"),
    ],
)
def test_dcat_has_what_is_mandatory(graph: Graph, kind: URIRef, mandatory: list[URIRef], count: int) -> None:
    found = list(graph.subjects(RDF.type, kind))
    assert len(found) == count
    for subject in found:
        assert all((subject, each, None) in graph for each in mandatory), subject


def test_dcat_speaks_all_languages_and_leads_to_the_files(graph: Graph, addressed_site: Path) -> None:
    for dataset in graph.objects(None, DCAT.dataset):
        titles = [title for title in graph.objects(dataset, DCTERMS.title) if isinstance(title, Literal)]
        assert {title.language for title in titles} == {"fi", "sv", "en"}
    for address in graph.objects(None, DCAT.downloadURL):
        assert (addressed_site / str(address).removeprefix(BASE_URL)).is_file()
    sizes = [int(str(size)) for size in graph.objects(None, DCAT.byteSize)]
    assert sorted(sizes) == sorted(
        path.stat().st_size
        for path in (addressed_site / "data").iterdir()
        if path.name not in ("codebook.csv", "datapackage.json", "dcat.jsonld")
    )


def said_of_tables(graph: Graph, what: URIRef) -> dict[str, set[str]]:
    """Return what DCAT says of the files of each table, and of any; literals in English."""
    said: dict[str, set[str]] = {table: set() for table in TABLES}
    for file in graph.subjects(RDF.type, DCAT.Distribution):
        table = str(file).partition("#")[2].partition("-")[0]
        labels = [label for right in graph.objects(file, what) for label in graph.objects(right, RDFS.label)]
        said[table] |= {str(each) for each in labels if isinstance(each, Literal) and each.language == "en"}
        said[table] |= {str(each) for each in graph.objects(file, what) if isinstance(each, URIRef)}
    return said


def test_package_and_dcat_give_each_table_the_same_terms(graph: Graph, folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert "licenses" not in package  # it would be that of every file without its own
    rights, licences = said_of_tables(graph, DCTERMS.rights), said_of_tables(graph, DCTERMS.license)
    for resource in package["resources"]:
        table = resource["name"].partition("-")[0]
        assert {resource["description"]} == rights[table]
        assert {each["path"] for each in resource.get("licenses", [])} == licences[table]
    assert licences == {table: {CC0} if is_free(table) else set() for table in TABLES}
    assert rights == {table: {DERIVED} if is_free(table) else {TEXTS} for table in TABLES}


@pytest.mark.parametrize("bulk", BULK, ids=lambda bulk: bulk.name)
def test_no_table_with_texts_or_titles_of_releases_is_given_away(bulk: BulkTable) -> None:
    theirs = {"text", "blocks", "title", "titles"} & {name for name, _ in (*bulk.columns, *bulk.fields)}
    assert is_free(bulk.name) == (not theirs)


def test_dcat_has_keywords_in_all_languages(graph: Graph) -> None:
    for dataset in graph.objects(None, DCAT.dataset):
        words = {each.language: str(each) for each in graph.objects(dataset, DCAT.keyword) if isinstance(each, Literal)}
        assert words == {"fi": "valtionavustukset", "sv": "statsunderstöd", "en": "grants"}


def test_titles_in_dcat_name_tables_in_the_words_of_their_language(graph: Graph) -> None:
    titles = [title for each in graph.objects(None, DCAT.dataset) for title in graph.objects(each, DCTERMS.title)]
    last = {title.language: set[str]() for title in titles if isinstance(title, Literal)}
    for title in titles:
        assert isinstance(title, Literal)
        last[title.language].add(str(title).rpartition(" – ")[2])
    assert last == {
        "fi": {"Tiedotteet", "Parit", "Erot", "Avustushaut"},
        "sv": {"Meddelanden", "Par", "Skillnader", "Utlysningar"},
        "en": {"The releases", "The pairs", "The differences", "The calls"},
    }


@pytest.mark.parametrize(
    ("given", "names"),
    [
        pytest.param(
            ["fi=Kirjasto <a@example.org>", "sv=Biblioteket <a@example.org>"],
            {("Kirjasto", "fi"), ("Biblioteket", "sv"), ("Kirjasto", "en")},
            id="by-language",
        ),
        pytest.param(["Kirjasto <a@example.org>"], {("Kirjasto", None)}, id="one-for-all"),
        pytest.param(["a@example.org"], {("Hakuarkisto", None)}, id="nameless"),
        pytest.param([], {("Hakuarkisto", None)}, id="none"),
    ],
)
def test_dcat_names_the_operator_as_each_language_does(
    archive: SampleArchive, given: Sequence[str], names: set[tuple[str, str | None]]
) -> None:
    operators, held = read_operators(given), read_holdings(archive)
    scopes = [scope_of(language, LANGUAGES, held, operator=operators.get(language)) for language in LANGUAGES]
    graph = Graph().parse(data=dcat(scopes, BASE_URL), format="json-ld")
    for way in (FOAF.name, VCARD.fn):
        found = [name for name in graph.objects(None, way) if isinstance(name, Literal)]
        assert {(str(name), name.language) for name in found} == (names if given or way == FOAF.name else set())
    mails = {str(link) for link in graph.objects(None, VCARD.hasEmail)}
    assert mails == ({"mailto:a@example.org"} if given else set())


def test_without_an_address_there_is_no_catalogue_of_addresses(site: Path) -> None:
    assert not (site / "data/dcat.jsonld").exists()
    assert "homepage" not in json.loads((site / "data/datapackage.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_sizes_rows_and_fields(site: Path, language: str) -> None:
    soup = BeautifulSoup((site / language / "data/index.html").read_text(encoding="utf-8"), "lxml")
    names = [link.get_text() for link in soup.select(".data-table .data-files a")]
    assert len(names) == 12 and names[0] == "releases.jsonl.gz"
    assert "16" in soup.select(".row-count")[0].get_text()
    kilo = {"fi": "kt", "sv": "kB", "en": "kB"}[language]
    assert kilo in soup.select(".file-note")[0].get_text()
    assert len(soup.select(".codebook tbody tr")) == sum(len({*dict(t.columns), *dict(t.fields)}) for t in BULK)


def test_the_page_says_whether_persons_are_in_the_files(archive: SampleArchive) -> None:
    held = read_holdings(archive)
    without = data_page(scope_of("en", LANGUAGES, held))
    with_them = data_page(scope_of("en", LANGUAGES, held, downloads=Downloads((), True)))
    assert "left out" in without.persons and "name contact persons" in with_them.persons


def test_hostile_texts_are_data_and_nothing_else(archive: SampleArchive, tmp_path: Path) -> None:
    release = next(iter(archive.stored.values()))
    nasty = '=HYPERLINK("http://x")\r\n";\u2028</script>,'
    spoiled = msgspec.structs.replace(release, title=nasty, organisation="@SUM(1)", amounts=(), contacts=())
    write_downloads(tmp_path, replace(archive, stored={release.id: spoiled}, joined=[]))
    (row,) = rows(tmp_path / "data/releases.csv.gz")
    assert row["title"] == f"'{nasty}" and row["organisation"] == "'@SUM(1)"
    (line,) = lines(tmp_path / "data/releases.jsonl.gz")
    assert line["title"] == nasty
    assert isinstance(msgspec.json.decode(msgspec.json.encode(line), type=Release), Release)


def test_an_empty_archive_has_empty_tables(tmp_path: Path, archive: SampleArchive) -> None:
    files = write_downloads(tmp_path, replace(archive, stored={}, joined=[])).files
    assert [file.rows for file in files] == [0] * 12
    assert all(isinstance(file, Download) and (tmp_path / file.path).is_file() for file in files)
