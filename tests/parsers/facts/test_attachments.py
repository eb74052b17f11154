from __future__ import annotations

import pytest

from parsers.facts.attachments import MEDIA_TYPES, media_type_of, read_attachments
from parsers.model import Block, Document, Link


@pytest.mark.parametrize(
    ("url", "media_type"),
    [
        pytest.param("https://tem.fi/haku.pdf", "application/pdf", id="pdf"),
        pytest.param("https://tem.fi/HAKU.PDF?download=true#sivu=2", "application/pdf", id="query"),
        pytest.param("https://tem.fi/documents/1410877/21/Hakuohje.pdf/4f1b-22?t=16", "application/pdf", id="liferay"),
        pytest.param("https://okm.fi/documents/1410845/41/1a2b", "application/octet-stream", id="liferay-nameless"),
        pytest.param("https://tem.fi/lomake.docx", MEDIA_TYPES["docx"], id="docx"),
        pytest.param("https://tem.fi/budjetti.xlsx", MEDIA_TYPES["xlsx"], id="xlsx"),
        pytest.param("https://tem.fi/lomake.rtf", "application/rtf", id="rtf"),
        pytest.param("https://tem.fi/budjetti.ods", "application/vnd.oasis.opendocument.spreadsheet", id="ods"),
        pytest.param("https://tem.fi/Hakuohje%20(2).odt", "application/vnd.oasis.opendocument.text", id="escaped"),
        pytest.param(
            "https://tem.fi/documents/1/2/Ty%C3%B6opas/1a2b?t=1", "application/octet-stream", id="no extension"
        ),
        pytest.param("https://tem.fi/documents/1/2/Ohje+1.2/1a2b", "application/octet-stream", id="a full stop"),
        pytest.param("https://tem.fi/documents/1/2/kuva.JPG/1a2b?t=1", None, id="liferay-picture"),
        pytest.param("https://tem.fi/documents/1/2/kuva.jpg.pdf/1a2b", "application/pdf", id="document of a picture"),
        pytest.param("https://tem.fi/-/haku", None, id="page"),
        pytest.param("https://tem.fi/index.html", None, id="html"),
        pytest.param("https://tem.fi/documents/", None, id="liferay-root"),
        pytest.param("https://pdf.tem.fi/", None, id="host"),
        pytest.param("mailto:kirjaamo@tem.fi", None, id="mail"),
        pytest.param("https://tem.fi/.pdf", None, id="no-name"),
        pytest.param("https://[tem.fi/haku.pdf", None, id="no-address"),
    ],
)
def test_media_type_by_the_address(url: str, media_type: str | None) -> None:
    assert media_type_of(url) == media_type


def test_each_document_once_in_order() -> None:
    links = (
        Link(url="https://tem.fi/b.pdf", text="Hakuohje (pdf)", block=1),
        Link(url="https://tem.fi/-/sivu", text="Sivu", block=1),
        Link(url="https://tem.fi/a.docx", text="Lomake", block=2),
        Link(url="https://tem.fi/b.pdf#liite", text="Ohje uudelleen", block=2),
    )
    document = Document(language="fi", blocks=(Block(type="h1", text="T"), Block(type="p", text="x")), links=links)
    found = read_attachments(document)
    assert [(each.url, each.text, each.block) for each in found] == [
        ("https://tem.fi/b.pdf", "Hakuohje (pdf)", 1),
        ("https://tem.fi/a.docx", "Lomake", 2),
    ]
