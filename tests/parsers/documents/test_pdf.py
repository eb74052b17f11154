"""PDF: text in paragraphs, and every reason for having none."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.documents import DocumentText, read_document
from parsers.model import DocumentState
from tests.parsers.documents.material import Printed, capture, make_pdf, printed

# A font's table that makes of every X a character outside Unicode's basic plane.
FACES = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> "
    b"endcodespacerange 1 beginbfchar <58> <D83DDE00> endbfchar endcmap end end"
)
# Made of `make_pdf` with pikepdf; the password of those that need one is "salasana".
LOCKED = Path(__file__).parent / "locked"


def _read(*pages: list[Printed], picture: bool = False) -> DocumentText:
    return read_document(capture(make_pdf(*pages, picture=picture)))


def test_lines_become_paragraphs() -> None:
    lines = printed(
        "Avustusta voivat hakea kunnat ja kuntayhtymät, joissa toimii",
        "vähintään yksi kirjasto. Hakemus tehdään sähköisesti.",
        "",
        "Haku päättyy 20.4.2021 klo 16.15.",
    )
    assert _read(lines) == DocumentText(
        state=DocumentState.TEXT,
        media_type="application/pdf",
        pages=1,
        text="Avustusta voivat hakea kunnat ja kuntayhtymät, joissa toimii vähintään yksi kirjasto. "
        "Hakemus tehdään sähköisesti.\n\nHaku päättyy 20.4.2021 klo 16.15.",
    )


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        pytest.param(
            [*printed("Hakuilmoitus", size=20), *printed("Avustusta voi hakea.", top=740)],
            ["Hakuilmoitus", "Avustusta voi hakea."],
            id="a heading",
        ),
        pytest.param(
            printed("Avustusta voivat hakea:", "- kunnat, joissa on kirjasto", "- järjestöt"),
            ["Avustusta voivat hakea:", "- kunnat, joissa on kirjasto", "- järjestöt"],
            id="items",
        ),
        pytest.param(
            printed("Avustukset on tarkoitettu kirjastoille, joiden kokoelmien nopeuttami-", "nen on kesken."),
            ["Avustukset on tarkoitettu kirjastoille, joiden kokoelmien nopeuttaminen on kesken."],
            id="a broken word",
        ),
        pytest.param(
            printed("Palvelut järjestetään suomeksi ja ruotsiksi sekä lisäksi inarin-", "ja koltansaameksi."),
            ["Palvelut järjestetään suomeksi ja ruotsiksi sekä lisäksi inarin- ja koltansaameksi."],
            id="a hyphen that stands for a word",
        ),
        pytest.param(
            printed("Avustusten haku alkaa 1.3.", "2021 ja päättyy 20.4.2021."),
            ["Avustusten haku alkaa 1.3. 2021 ja päättyy 20.4.2021."],
            id="a sentence goes on",
        ),
    ],
)
def test_paragraphs(lines: list[Printed], paragraphs: list[str]) -> None:
    assert _read(lines).text.split("\n\n") == paragraphs


def test_a_paragraph_goes_on_behind_the_page() -> None:
    found = _read(printed("Avustusta voivat hakea kunnat ja"), printed("järjestöt."), printed("Uusi luku alkaa."))
    assert found.pages == 3
    assert found.text == "Avustusta voivat hakea kunnat ja järjestöt.\n\nUusi luku alkaa."


@pytest.mark.parametrize(
    ("lines", "picture", "state"),
    [
        pytest.param([], True, DocumentState.SCANNED, id="a picture"),
        pytest.param(printed("Sivu 1 (3)"), True, DocumentState.SCANNED, id="a picture with a stamp"),
        pytest.param(
            printed(*["Avustusta voivat hakea kunnat"] * 3), True, DocumentState.TEXT, id="a picture behind text"
        ),
        pytest.param(printed("Sivu 1"), False, DocumentState.TEXT, id="little text"),
        pytest.param([], False, DocumentState.TEXT, id="an empty page"),
    ],
)
def test_scanned(lines: list[Printed], picture: bool, state: DocumentState) -> None:
    assert _read(lines, picture=picture).state is state


@pytest.mark.parametrize("name", ["rc4.pdf", "aes256.pdf"])
def test_locked_by_a_password(name: str) -> None:
    assert read_document(capture((LOCKED / name).read_bytes())) == DocumentText(state=DocumentState.ENCRYPTED)


@pytest.mark.parametrize("name", ["open-rc4.pdf", "open-aes256.pdf"])
def test_locked_against_changes_only(name: str) -> None:
    found = read_document(capture((LOCKED / name).read_bytes()))
    assert (found.state, found.text) == (DocumentState.TEXT, "Hakuilmoitus: avustusta voivat hakea kunnat.")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"%PDF-1.7", id="a beginning"),
        pytest.param(b"%PDF-1.7\n" + b"\xff" * 5000, id="noise"),
        pytest.param(make_pdf(printed("Haku"))[:200], id="cut off"),
        pytest.param(make_pdf().replace(b"/Count 0", b"/Count 9"), id="pages that are not there"),
    ],
)
def test_damaged(body: bytes) -> None:
    assert read_document(capture(body)).state is DocumentState.DAMAGED


def test_damage_that_can_be_mended() -> None:
    body = make_pdf(printed("Avustusta voivat hakea kunnat."))
    found = read_document(capture(body.replace(b"startxref", b"startxxxx")))
    assert (found.state, found.text) == (DocumentState.TEXT, "Avustusta voivat hakea kunnat.")


def test_text_before_the_file() -> None:
    assert read_document(capture(b"\r\n\r\n" + make_pdf(printed("Haku on auki.")))).text == "Haku on auki."


def test_more_pages_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.documents.pdf.MOST_PAGES", 2)
    found = _read(*[printed("Haku")] * 3)
    assert found == DocumentText(state=DocumentState.TOO_LARGE, media_type="application/pdf", pages=3)


def test_more_text_than_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.documents.model.MOST_CHARACTERS", 20)
    found = _read(printed("Avustusta voivat", "", "hakea kunnat."))
    assert (found.state, found.text) == (DocumentState.TOO_LARGE, "Avustusta voivat\n\nha")


def test_characters_outside_the_basic_plane_do_not_shift_the_rest() -> None:
    """PDFium counts them twice; what is measured must still be where a line's own characters stand."""
    body = make_pdf(printed("XXXXXX", "Avustusta voivat hakea kunnat,", "joissa on kirjasto.", "", "Haku alkaa."))
    body = body.replace(b"/WinAnsiEncoding", b"/WinAnsiEncoding /ToUnicode 99 0 R").replace(b"startxref", b"startxxxx")
    stream = b"99 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\nxref\n" % (len(FACES), FACES)
    found = read_document(capture(body.replace(b"xref\n", stream, 1)))
    assert found.text == "😀😀😀😀😀😀 Avustusta voivat hakea kunnat, joissa on kirjasto.\n\nHaku alkaa."


def test_thousand_pages() -> None:
    found = _read(*[printed("Avustusta voivat hakea kunnat.", "", f"Sivu {number}.") for number in range(1000)])
    assert (found.state, found.pages) == (DocumentState.TEXT, 1000)
    assert found.text.endswith("Sivu 999.")
