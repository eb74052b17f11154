"""Pages of sites that are not on the government platform: where the title is, and what is not the text."""

from __future__ import annotations

import pytest

from parsers.page import Page, read_html, read_pasted

LEAD = "Virasto rahoittaa kyläyhdistysten hankkeita."
BODY = "Hakemuksia tuli yhdeksän, ja niistä viisi hyväksyttiin."


def html(body: str, title: str = "Kyläsivut", head: str = "") -> Page:
    text = f"<html lang='fi'><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return read_html(text.encode(), "https://example.org/x", "utf-8")


def texts(page: Page) -> list[str]:
    return [segment.text for segment in page.segments]


PASTED = {
    "news of a year": ["Uutiset", "Alueellista tietoa", "Uutiset 2020", "Rahaa kyliin", LEAD, BODY],
    "lead over the title": ["Uutiset", "Uutiset 2020", LEAD, "Rahaa kyliin", LEAD, BODY],
    "archive with a notice": ["Navigointivalikko", "Tiedotearkistossa on vanhoja tiedotteita.", "Tiedotteet 2019 (Häme)", "Rahaa kyliin", LEAD, BODY],
    "publishing tool": ["Sisältöjulkaisija", "null Rahaa kyliin", "Rahaa kyliin", "16.6.2020", LEAD, BODY],
    "blog": ["Blogi antaa äänen kylille", "Tarjoa kirjoitusta meille.", "Blogit", "Rahaa kyliin", "Julkaisupäivä 5.2.2021 12.03 Blogit", LEAD, BODY],
}  # fmt: skip


@pytest.mark.parametrize("lines", PASTED.values(), ids=PASTED)
def test_title_and_text_of_pasted_pages(lines: list[str]) -> None:
    assert texts(read_pasted("\n\n".join(lines))) == ["Rahaa kyliin", LEAD, BODY]


@pytest.mark.parametrize("head_title", ["Rahaa kyliin - Kyläsivut", "Kyläsivut"])
def test_section_headings_are_no_title(head_title: str) -> None:
    sections = "<h1>Uutiset</h1><h2>Alueellista tietoa</h2><h1>Uutiset 2020</h1>"
    assert texts(html(f"{sections}<p>{LEAD}</p><h3>Rahaa kyliin</h3><p>{LEAD}</p><p>{BODY}</p>", head_title)) == [
        "Rahaa kyliin",
        LEAD,
        BODY,
    ]


def test_blog_post_is_under_the_heading_over_its_day() -> None:
    page = html(
        f"<h1>Blogi antaa äänen kylille</h1><p>Tarjoa kirjoitusta.</p><h2>Blogit</h2><h3>Rahaa kyliin</h3>"
        f"<div>Julkaisupäivä 5.2.2021 12.03 <span>Blogit</span></div><p>{LEAD}</p><p>{BODY}</p>"
    )
    assert texts(page) == ["Rahaa kyliin", LEAD, BODY]
    assert (page.published, page.form) == ("2021-02-05T12:03", "blog")


def test_deadline_under_a_heading_makes_it_no_title() -> None:
    page = html(f"<h1>Rahaa kyliin</h1><p>{LEAD}</p><h2>Hakuaika päättyy</h2><p>15.12.2023 klo 16.15</p><p>{BODY}</p>")
    assert page.title == "Rahaa kyliin" and "15.12.2023 klo 16.15" in texts(page)


def test_title_after_null_is_left_out_once_it_stands_alone() -> None:
    page = html(
        f"<h2>Sisältöjulkaisija</h2><h4>null Rahaa kyliin</h4><h1>Rahaa kyliin</h1><p>16.6.2020</p><p>{LEAD}</p>"
    )
    assert (texts(page), page.published) == (["Rahaa kyliin", LEAD], "2020-06-16")
    assert texts(html(f"<h1>null on tyhjä arvo</h1><p>{LEAD}</p>"))[0] == "null on tyhjä arvo"


def test_second_button_to_a_file_is_left_out() -> None:
    page = html(
        f"<h1>Rahaa kyliin</h1><p>{LEAD}</p><p><a href='/a.pdf'>Hakuilmoitus</a> <a href='/a.pdf'>Lataa</a></p>"
    )
    assert texts(page)[-1] == "Hakuilmoitus"
    page = html(
        f"<h1>Rahaa kyliin</h1><p>{LEAD}</p><p><a href='/b.pdf'>Hakuilmoitus</a> <a href='/a.pdf'>Lataa</a></p>"
    )
    assert texts(page)[-1] == "Hakuilmoitus Lataa"


@pytest.mark.parametrize(
    ("content", "published"),
    [
        pytest.param("2021-10-31T22:30:00+00:00", "2021-11-01", id="the day is Finland's"),
        pytest.param("2021-10-12", "2021-10-12", id="day alone"),
        pytest.param("eilen", None, id="no day"),
    ],
)
def test_day_of_the_head(content: str, published: str | None) -> None:
    head = f'<meta property="article:published_time" content="{content}">'
    assert html(f"<h1>Rahaa kyliin</h1><p>{LEAD}</p>", head=head).published == published


def test_many_topic_tags_before_the_day() -> None:
    tags = "Arbete, Bostad, Ensamkommande unga, Migration & utveckling, Sociala insatser, Utbildning"
    page = html(f"<h1>Möte i Vasa</h1><div>{tags}</div><div>12 feb 2018</div><p>{LEAD}</p>")
    assert (texts(page), page.published) == (["Möte i Vasa", LEAD], "2018-02-12")
