"""What a body is."""

from __future__ import annotations

import pytest

from crawler.media import is_html, is_kept, split_content_type


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("text/html", ("text/html", None)),
        pytest.param(" TEXT/HTML ; Charset = 'ISO-8859-1' ", ("text/html", "iso-8859-1")),
        pytest.param('application/xhtml+xml; charset="utf-8"; x=y', ("application/xhtml+xml", "utf-8")),
        pytest.param("text/html; charset=", ("text/html", None)),
        pytest.param("", ("", None)),
        pytest.param(None, ("", None)),
    ],
)
def test_content_type(value: str | None, expected: tuple[str, str | None]) -> None:
    assert split_content_type(value) == expected


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("application/pdf", True),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", True),
        ("application/vnd.oasis.opendocument.text", True),
        ("application/json", True),
        ("application/javascript", False),
        ("font/woff2", False),
        ("application/octet-stream", False),
    ],
)
def test_kept(media_type: str, expected: bool) -> None:
    assert is_kept(media_type) is expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"<!-- saved from url=(0014)https://tem.fi/ -->", True),
        (b"<?xml version='1.0'?><html xmlns='x'>", True),
        (b"\n\n <HTML>", True),
        (b"<head>", True),
        (b"<rss><channel>", False),
        ("Määräraha < 5 000 euroa".encode(), False),
        (b"", False),
    ],
)
def test_html(body: bytes, expected: bool) -> None:
    assert is_html(body) is expected
