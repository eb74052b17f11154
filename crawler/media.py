"""What a body is: by its Content-Type header, and by its first bytes where that says nothing."""

from __future__ import annotations

import re

# Pages, attachments (PDF, Word, Excel, OpenDocument) and the data of sources that answer in JSON or XML.
_KEPT = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/pdf",
        "application/json",
        "application/xml",
        "text/xml",
        "application/rss+xml",
        "application/atom+xml",
        "application/msword",
        "application/vnd.ms-excel",
        "application/rtf",
    }
)
_KEPT_FAMILIES = ("application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument.")
# "text/html; charset=UTF-8", "text/html;charset='iso-8859-1'"
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
# "<!DOCTYPE html>", "<!-- saved from url=… -->", "<html lang=fi>", after a byte order mark and white space
_HTML_START = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|title|meta|!--)", re.IGNORECASE)
_HTML_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_GLANCE = 4096


def is_kept(media_type: str) -> bool:
    """Tell whether bodies of a type are archived.

    >>> is_kept("text/html"), is_kept("image/png"), is_kept("text/css")
    (True, False, False)
    """
    return media_type in _KEPT or media_type.startswith(_KEPT_FAMILIES)


def split_content_type(value: str | None) -> tuple[str, str | None]:
    """Return the media type, lower case, and the charset of a Content-Type header.

    >>> split_content_type("Text/HTML;charset=UTF-8")
    ('text/html', 'utf-8')
    >>> split_content_type(None)
    ('', None)
    """
    media_type, _, parameters = (value or "").partition(";")
    charset = _CHARSET.search(parameters)
    return media_type.strip().lower(), charset[1].lower() if charset else None


def is_html_type(media_type: str) -> bool:
    """Tell whether a media type is that of a page.

    >>> is_html_type("application/xhtml+xml"), is_html_type("text/plain")
    (True, False)
    """
    return media_type in ("text/html", "application/xhtml+xml")


def is_html(body: bytes) -> bool:
    """Tell whether a body is an HTML page, by its beginning.

    >>> is_html(b"\\xef\\xbb\\xbf\\n<!DOCTYPE html><title>Haku"), is_html(b"Haku < 5 000 euroa")
    (True, False)
    """
    head = body[:_GLANCE].removeprefix(b"\xef\xbb\xbf")
    return bool(_HTML_START.match(head) or _HTML_TAG.search(head))
