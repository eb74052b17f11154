"""Documents that releases link to, crawled over HTTP and read: whatever their addresses tell, wherever they lie."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from crawler.outcomes import Outcome
from crawler.run import crawl
from crawler.samplesite.pdf import make_pdf
from crawler.warc import read_captures
from index.catalogue import Catalogue
from index.ingest import ingest
from parsers.model import AttachedDocument, DocumentState, Release
from tests.crawler.obedient import Answer, Site, captured, link, release

GUIDE = "tem.fi/documents/1410877/3229884/Vuokraty%C3%B6opas/fc47f5f5-0000-4000-8000-1c2d3e4f5a6b?t=1615972"
PDF = make_pdf(["Hakuohje kunnille"])


def offer(site: Site, **documents: Answer) -> None:
    """Have a release link to documents, which are named by the places at which they are answered."""
    links = "".join(f"<p><a href='https://{place}'>Ohje</a></p>" for place in documents)
    site.listing("tem.fi/ajankohtaista/tiedotteet", link("/-/haku-1"))
    site.put("tem.fi/-/haku-1", release(1).replace("</main>", f"{links}</main>"))
    for place, answer in documents.items():
        site.put(place, answer)


def typed(media_type: str, body: bytes = PDF) -> Answer:
    return Answer(body, headers={"Content-Type": media_type, "Content-Disposition": 'attachment; filename="Opas"'})


def read(folder: Path) -> tuple[list[Release], list[AttachedDocument]]:
    """The releases that an archive holds, and the documents that they link to."""

    def fail(*problem: Any) -> None:
        raise AssertionError(problem)

    with Catalogue(folder / "catalogue.sqlite") as catalogue:
        ingest(catalogue, read_captures(folder, on_problem=fail), on_problem=fail)
        return list(catalogue.releases()), list(catalogue.attachments())


@pytest.mark.parametrize(
    ("answer", "state", "text"),
    [
        pytest.param(typed("application/pdf"), "text", "Hakuohje kunnille", id="stated type"),
        pytest.param(typed("application/octet-stream"), "text", "Hakuohje kunnille", id="no stated type"),
        pytest.param(typed("application/x-download"), "text", "Hakuohje kunnille", id="a type of the server's own"),
        pytest.param(typed("text/html"), "text", "Hakuohje kunnille", id="a wrong type"),
        pytest.param(typed("application/rtf", b"{\\rtf1 Ohje}"), "unsupported", None, id="a format that is not read"),
        pytest.param(typed("text/csv", b"a;b"), "unsupported", None, id="data"),
        pytest.param(Answer(release(7)), "unsupported", None, id="a page"),
    ],
)
def test_document_whose_address_does_not_tell_its_type(
    obedient_site: Site, tmp_path: Path, answer: Answer, state: str, text: str | None
) -> None:
    """It is read by what it is; and whatever it is, it becomes no release."""
    offer(obedient_site, **{GUIDE: answer})
    report = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert (report.problems, report.total(Outcome.ATTACHMENTS)) == ([], 1)
    releases, documents = read(tmp_path)
    assert [one.url for one in releases] == ["https://tem.fi/-/haku-1"]
    assert [(one.url, one.state, one.text) for one in documents] == [(f"https://{GUIDE}", state, text)]
    crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert obedient_site.asked.count(GUIDE) == 1


def test_documents_on_other_sites_of_the_catalogue(obedient_site: Site, tmp_path: Path) -> None:
    places = ["stea.fi/documents/1/2/Ohje/3", "kotoutuminen.fi/ohje.pptx", "valtioneuvosto.fi/documents/1/ohje.ods"]
    outside = ["example.org/ohje.pdf", "web.archive.org/web/2020/https://tem.fi/ohje.pdf"]
    obedient_site.put("stea.fi/robots.txt", typed("text/plain", b"User-agent: *\nDisallow: /documents/1/9/"))
    offer(
        obedient_site, **{place: typed("application/x") for place in [*places, *outside, "stea.fi/documents/1/9/E/3"]}
    )
    report = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert report.problems == [] and report.total(Outcome.ATTACHMENTS) == 3
    assert {f"https://{place}" for place in places} < captured(tmp_path).keys()
    asked = {place.partition("/")[0] for place in obedient_site.asked}
    assert asked == {"tem.fi", "stea.fi", "kotoutuminen.fi", "valtioneuvosto.fi"}
    assert "stea.fi/documents/1/9/E/3" not in obedient_site.asked, "its robots.txt forbids it"
    assert [one.state for one in read(tmp_path)[1]].count(DocumentState.TEXT) == 3


def test_documents_that_have_moved(obedient_site: Site, tmp_path: Path) -> None:
    """To another place, to a page for those who may log in, and from one place to the next without an end."""

    def moved(target: str) -> Answer:
        return Answer(status=302, headers={"Location": target})

    round_ = [f"/documents/1/2/Kierros/{number}" for number in range(10)]
    places = {
        "tem.fi/documents/1/2/Ohje/3": moved("https://stm.fi/documents/d/stm/ohje"),
        "tem.fi/documents/1/2/Salaisuus/4": moved("/c/portal/login?p=1"),
        f"tem.fi{round_[0]}": moved(round_[1]),
    }
    offer(obedient_site, **places)
    for here, there in pairwise(round_[1:]):
        obedient_site.put(f"tem.fi{here}", moved(there))
    obedient_site.put("stm.fi/documents/d/stm/ohje", typed("application/pdf"))
    obedient_site.put("tem.fi/c/portal/login?p=1", release(5))
    report = crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert report.problems == [] and report.total(Outcome.ATTACHMENTS) == 1
    assert "tem.fi/c/portal/login?p=1" not in obedient_site.asked
    assert [place for place in obedient_site.asked if "Kierros" in place] == [f"tem.fi{path}" for path in round_[:6]]
    assert [str(note).partition(": ")[2] for note in report.notes] == [
        "redirects to https://tem.fi/c/portal/login?p=1; not followed",
        f"redirects to https://tem.fi{round_[6]}; not followed",
    ]
    releases, documents = read(tmp_path)
    assert len(releases) == 1
    assert [one.state for one in documents] == ["text", None, None]
    crawl(tmp_path, ["tem"], at=obedient_site.address)
    assert obedient_site.asked.count("tem.fi/documents/1/2/Ohje/3") == 1, "it is held where it has moved to"
