"""The little markup of the texts, hidden e-mail addresses, and the PDF."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.samplesite.documents import EmailStyle
from crawler.samplesite.markup import hide, inline, to_html
from crawler.samplesite.pdf import make_pdf


def reveal(code: str) -> str:
    key, *rest = bytes.fromhex(code)
    return bytes(byte ^ key for byte in rest).decode()


@pytest.mark.parametrize(
    ("body", "html"),
    [
        pytest.param("Yksi\nkaksi", "<p>Yksi<br />kaksi</p>", id="line break"),
        pytest.param("## Haku", "<h2>Haku</h2>", id="heading"),
        pytest.param("##Haku", "<p>##Haku</p>", id="no heading"),
        pytest.param("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", id="list"),
        pytest.param("– Näin on.", "<p>– Näin on.</p>", id="a quotation is no list"),
        pytest.param("5\u00a0000 & <b>", "<p>5&nbsp;000 &amp; &lt;b&gt;</p>", id="escaping"),
        pytest.param("**Huom** [t](https://a.fi/?b=1&c=2)", None, id="bold and link"),
    ],
)
def test_blocks(body: str, html: str | None) -> None:
    expected = html or '<p><strong>Huom</strong> <a href="https://a.fi/?b=1&amp;c=2">t</a></p>'
    assert to_html(body) == expected


def test_a_table_has_a_row_of_headings() -> None:
    assert re.findall(r"<t[hd]>[^<]*", to_html("| Saaja | € |\n| Rajan Seura ry | 5 |")) == [
        "<th>Saaja",
        "<th>€",
        "<td>Rajan Seura ry",
        "<td>5",
    ]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        pytest.param("text", "aino.esimerkki@gov.fi", id="as it is"),
        pytest.param("mailto", '<a href="mailto:aino.esimerkki@gov.fi">aino.esimerkki@gov.fi</a>', id="link"),
    ],
)
def test_plain_styles_of_email(style: EmailStyle, expected: str) -> None:
    assert inline("aino.esimerkki@gov.fi", style) == expected


def test_cloudflare_hides_every_copy_of_an_address() -> None:
    html = inline("aino.esimerkki@gov.fi", "cloudflare")
    codes = re.findall(r'(?:protection#|data-cfemail=")([0-9a-f]+)', html)
    assert "aino" not in html
    assert {reveal(code) for code in codes} == {"aino.esimerkki@gov.fi"}


@pytest.mark.parametrize(
    ("code", "address"),
    [
        pytest.param("0f676a6363604f6a776e627f636a216c6062", "hello@example.com", id="published vector"),
        pytest.param("5a3f2e2f3433373374292f312f343337331a3d352c743c33", "etunimi.sukunimi@gov.fi", id="pattern line"),
    ],
)
def test_the_codes_are_those_of_cloudflare(code: str, address: str) -> None:
    assert reveal(code) == reveal(hide(address)) == address


@given(st.text(min_size=1, max_size=60), st.integers(0, 255))
def test_whatever_is_hidden_can_be_revealed(address: str, salt: int) -> None:
    assert reveal(hide(address, salt)) == address


def test_a_pdf_holds_its_lines_and_a_true_table_of_offsets() -> None:
    pdf = make_pdf(["Hakuilmoitus (liite)", "Läslotsar – 5 €"])
    offsets = [int(entry) for entry in re.findall(rb"(\d{10}) 00000 n", pdf)]
    start = int(re.findall(rb"startxref\n(\d+)", pdf)[0])
    assert [pdf[offset : offset + 7] for offset in offsets] == [b"%d 0 obj" % number for number in range(1, 6)]
    assert pdf[start : start + 4] == b"xref"
    assert rb"(Hakuilmoitus \(liite\)) Tj" in pdf
    assert "(Läslotsar – 5 €) Tj".encode("cp1252") in pdf
    assert make_pdf(["a"]) == make_pdf(["a"]) != make_pdf(["b"])


def test_a_pdf_takes_no_characters_that_its_font_lacks() -> None:
    with pytest.raises(UnicodeEncodeError):
        make_pdf(["заявка"])
