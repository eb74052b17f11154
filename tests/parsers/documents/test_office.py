"""Office documents: text in order, and every reason for having none."""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.documents import DocumentText, is_document, read_document
from parsers.model import DocumentState
from tests.parsers.documents.material import (
    capture,
    make_docx,
    make_ods,
    make_odt,
    make_pdf,
    make_xlsx,
    pack,
    printed,
    unpack,
)

WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LEGACY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _read(body: bytes) -> DocumentText:
    return read_document(capture(body))


def _in_body(markup: str) -> bytes:
    """A DOCX whose body holds this markup before all else."""
    files = unpack(make_docx("Loppu."))
    begin = b"<w:body>"
    files["word/document.xml"] = files["word/document.xml"].replace(begin, begin + markup.encode(), 1)
    return pack(files)


def test_word() -> None:
    body = make_docx(
        "Hakuilmoitus", "Avustusta voivat\thakea kunnat.", "", rows=[("Kunta", "Euroa"), ("Kihniö", "900")]
    )
    assert _read(body) == DocumentText(
        state=DocumentState.TEXT,
        media_type=WORDS,
        text="Hakuilmoitus\n\nAvustusta voivat hakea kunnat.\n\nKunta\n\nEuroa\n\nKihniö\n\n900",
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "a\nb", id="a line break"),
        pytest.param("<w:p><w:ins><w:r><w:t>uusi</w:t></w:r></w:ins></w:p>", "uusi", id="inserted"),
        pytest.param("<w:p><w:del><w:r><w:delText>pois</w:delText></w:r></w:del></w:p>", "", id="deleted"),
        pytest.param(
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>kenttä</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "kenttä",
            id="a field",
        ),
        pytest.param(
            "<w:p><w:r><w:t>ensin</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>laatikko</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r></w:p>",
            "ensin\n\nlaatikko",
            id="a text box",
        ),
    ],
)
def test_all_of_a_word_document(markup: str, text: str) -> None:
    assert _read(_in_body(markup)).text == "\n\n".join(filter(None, (text, "Loppu.")))


def test_opendocument() -> None:
    found = _read(make_odt("Hakuilmoitus", "Avustusta voivat hakea kunnat."))
    assert (found.state, found.text) == (DocumentState.TEXT, "Hakuilmoitus\n\nAvustusta voivat hakea kunnat.")


def test_excel() -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Kunta </t></is></c><c r="C1" t="inlineStr"><is><t>Euroa</t></is></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>Kihniö</t></is></c><c r="C3"><f>SUM(1)</f><v>185000</v></c>'
        '<c r="D3"><v>0.5</v></c><c r="E3" t="b"><v>1</v></c></row>'
    )
    found = _read(make_xlsx(rows))
    assert (found.state, found.text) == (
        DocumentState.TEXT,
        "Avustukset\n\nKunta | Euroa\n\nKihniö | 185000 | 0.5 | true",
    )


def test_opendocument_spreadsheet() -> None:
    found = _read(make_ods())
    assert (found.state, found.text) == (DocumentState.TEXT, "Avustukset\n\nKunta | 185000")


def _understated(body: bytes) -> bytes:
    """A ZIP file whose directory says that every file in it is 10 bytes long."""
    changed = bytearray(body)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 24 : at + 28] = struct.pack("<I", 10)
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def _flagged(body: bytes) -> bytes:
    """A ZIP file whose directory says that its files are encrypted."""
    at = body.find(b"PK\x01\x02")
    return body[: at + 8] + bytes([body[at + 8] | 1]) + body[at + 9 :]


@pytest.mark.parametrize(
    ("body", "state"),
    [
        pytest.param(b"", DocumentState.DAMAGED, id="empty"),
        pytest.param(make_docx("Haku")[:300], DocumentState.DAMAGED, id="cut off"),
        pytest.param(pack({"[Content_Types].xml": "", "word/x": ""}), DocumentState.DAMAGED, id="not a Word document"),
        pytest.param(pack({"a.txt": "Haku"}), DocumentState.UNSUPPORTED, id="another ZIP file"),
        pytest.param(pack({"[Content_Types].xml": "", "ppt/x": ""}), DocumentState.UNSUPPORTED, id="PPTX"),
        pytest.param(LEGACY, DocumentState.UNSUPPORTED, id="DOC or XLS"),
        pytest.param(b"{\\rtf1 Haku}", DocumentState.UNSUPPORTED, id="RTF"),
        pytest.param(b"<html><p>Sivua ei ole</p></html>", DocumentState.UNSUPPORTED, id="a page"),
        pytest.param(LEGACY + "EncryptedPackage".encode("utf-16-le"), DocumentState.ENCRYPTED, id="encrypted DOCX"),
        pytest.param(
            pack(unpack(make_odt("Haku")) | {"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
            DocumentState.ENCRYPTED,
            id="encrypted ODT",
        ),
        pytest.param(_flagged(make_docx("Haku")), DocumentState.ENCRYPTED, id="encrypted ZIP file"),
        pytest.param(_understated(make_docx("Haku")), DocumentState.DAMAGED, id="sizes that are not so"),
    ],
)
def test_states(body: bytes, state: DocumentState) -> None:
    assert _read(body) == DocumentText(state=state)


def test_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.documents.packed.MOST_UNPACKED", 10_000_000)
    body = pack(unpack(make_docx("Haku")) | {"word/media/image1.png": bytes(10_000_001)})
    assert len(body) < 100_000
    assert _read(body) == DocumentText(state=DocumentState.TOO_LARGE)


def test_entity_bomb_costs_nothing() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<!DOCTYPE w:document [<!ENTITY e0 "haku">{entities}]>'.encode()
    files = unpack(_in_body("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>"))
    declaration, _, rest = files["word/document.xml"].partition(b"?>")
    files["word/document.xml"] = declaration + b"?>" + document + rest
    found = _read(pack(files))
    assert found.state in (DocumentState.TEXT, DocumentState.DAMAGED)
    assert found.characters < 100


def test_long_spreadsheet_is_kept_to_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.documents.model.MOST_CHARACTERS", 100)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1000))
    found = _read(make_xlsx(rows))
    assert found.state is DocumentState.TOO_LARGE
    assert found.text.startswith("Avustukset\n\n1\n\n2")
    assert found.characters <= 100


def test_the_address_and_the_stated_type_do_not_count() -> None:
    body = make_pdf(printed("Haku on auki."))
    first = read_document(capture(body, "application/msword", "https://tem.fi/a.doc"))
    assert first == read_document(capture(body, "application/octet-stream", "https://tem.fi/b"))
    assert first.text == "Haku on auki."


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("application/pdf", True),
        (WORDS, True),
        ("application/octet-stream", True),
        ("application/rtf", True),
        ("text/html", False),
        ("application/json", False),
        ("text/plain", False),
    ],
)
def test_what_is_a_document(media_type: str, expected: bool) -> None:
    assert is_document(capture(b"", media_type, "https://tem.fi/-/haku")) is expected


@pytest.mark.parametrize(
    ("url", "status", "expected"),
    [
        pytest.param("https://tem.fi/documents/1410877/2/Ty%C3%B6opas/4f1b-22?t=1", 200, True, id="without extension"),
        pytest.param("https://tem.fi/ohje.pdf", 200, True, id="extension"),
        pytest.param("https://tem.fi/ohje.pdf", None, True, id="imported"),
        pytest.param("https://tem.fi/ohje.pdf", 404, False, id="not there"),
        pytest.param("https://tem.fi/documents/1410877/2/kuva.jpg/4f1b-22", 200, False, id="picture"),
        pytest.param("https://tem.fi/-/ohje", 200, False, id="release"),
    ],
)
def test_what_a_site_answers_at_the_address_of_a_document(url: str, status: int | None, expected: bool) -> None:
    page = replace(capture(b"<html><body><h1>Kirjaudu</h1></body></html>", "text/html", url), status=status)
    assert is_document(page) is expected
    assert read_document(page).state is DocumentState.UNSUPPORTED


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_damage_raises(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([make_pdf(printed("Haku")), make_docx("Haku"), make_odt("Haku"), make_xlsx("")]))
    at = data.draw(st.integers(0, len(whole) - 1))
    body = whole[:at] + data.draw(st.binary(max_size=30)) + whole[at + data.draw(st.integers(0, 30)) :]
    assert _read(body) == _read(body)
