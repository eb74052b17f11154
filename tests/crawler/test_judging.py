"""What stands in a page's way is told from pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from scrapy.http import HtmlResponse, Response

from crawler.errors import BlockedPageError, BrokenOffError, EmptyPageError
from crawler.judging import is_blocked, judge

TEXT = "<p>Ministeriö on avannut haettavaksi avustuksen. </p>" * 40


@pytest.mark.parametrize(
    ("body", "error"),
    [
        pytest.param(
            "<html><title>Just a moment...</title><body>Checking your browser before accessing", BlockedPageError
        ),
        pytest.param("<body><script>window._cf_chl_opt={cvId:'3'}</script>Tarkistetaan selainta", BlockedPageError),
        pytest.param('<body><div class="g-recaptcha"></div>Todista, ettet ole robotti, jatkaaksesi', BlockedPageError),
        pytest.param('<body><form action="/x/captcha?id=1">Kirjoita kuvan merkit kenttään, kiitos', BlockedPageError),
        pytest.param("<html><body><script>var text = 'Haku on nyt avattu kaikille'</script>", EmptyPageError),
        pytest.param("", EmptyPageError),
        pytest.param(f"<html><body>{TEXT}", BrokenOffError),
        pytest.param(f"<!DOCTYPE html><HTML lang='fi'><body>{TEXT}</body></ht", BrokenOffError),
        pytest.param(" \n ", EmptyPageError),
    ],
)
def test_what_is_no_page(body: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        judge(HtmlResponse("https://tem.fi/-/x", body=body.encode(), encoding="utf-8"))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<body>{TEXT}", id="release"),
        pytest.param(f"<body>{TEXT}<form action='/palaute'><div class='g-recaptcha'></div></form>", id="feedback form"),
        pytest.param(f"<title>Captcha-kokeilu</title><body>{TEXT}", id="release about checks"),
        pytest.param("<body><p>Haku päättyy 20.4.2021 klo 16.15.", id="short"),
        pytest.param(f"<html><body>{TEXT}</body></html>\n<!-- 12 ms -->", id="comment behind the end"),
    ],
)
def test_what_is_a_page(body: str) -> None:
    judge(HtmlResponse("https://tem.fi/-/x", body=body.encode(), encoding="utf-8"))


# What Cloudflare puts into every page that it passes on.
_JSD = (
    b"<script>window.__CF$cv$params={r:'8c1'};a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'</script></body>"
)
_FEEDBACK = b"<form action='/palaute'><div class='g-recaptcha'></div></form></body>"
_PAGES = sorted((Path(__file__).parents[1] / "parsers" / "golden").glob("*/*.html"))


@pytest.mark.parametrize("end", [pytest.param(_JSD, id="detections"), pytest.param(_FEEDBACK, id="feedback")])
@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_pages_behind_a_check_that_was_passed(page: Path, end: bytes) -> None:
    body = page.read_bytes().replace(b"</body>", end)
    assert end in body
    judge(HtmlResponse("https://tem.fi/-/x", body=body, encoding="utf-8"))


def test_other_documents_need_only_be_there() -> None:
    judge(Response("https://tem.fi/x.pdf", body=b"%PDF-1.7 captcha"))
    with pytest.raises(EmptyPageError):
        judge(Response("https://tem.fi/x.pdf", body=b""))


def test_header_tells_a_check() -> None:
    assert is_blocked(Response("https://tem.fi/-/x", status=403, headers={"cf-mitigated": "challenge"}))
    assert not is_blocked(Response("https://tem.fi/-/x", status=403))
