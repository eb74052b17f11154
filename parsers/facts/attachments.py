"""Documents that a release links to."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from parsers.model import Attachment, Document, Link

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "rtf": "application/rtf",
}
# What a document is whose address does not tell.
UNKNOWN = "application/octet-stream"
# Liferay keeps files at /documents/<group>/<folder>/<name>/<uuid>
_LIFERAY_DOCUMENTS = "/documents/"
_FEWEST_LIFERAY_PARTS = 3


def read_attachments(document: Document) -> tuple[Attachment, ...]:
    """Return the documents (PDF, office files) that `document` links to, each address once, in order."""
    found: dict[str, Attachment] = {}
    for link in document.links:
        media_type = media_type_of(link.url)
        if media_type:
            found.setdefault(link.url.partition("#")[0], _attachment(link, media_type))
    return tuple(found.values())


def media_type_of(url: str) -> str | None:
    """Return the media type of the document at `url` by its address; None where that is no document's.

    >>> media_type_of("https://tem.fi/documents/1410877/2132298/Hakuohje.pdf/4f1b-22?t=1615972")
    'application/pdf'
    >>> media_type_of("https://okm.fi/documents/1410845/4150027/1a2b-3c4d"), media_type_of("https://okm.fi/-/haku.aspx")
    ('application/octet-stream', None)
    """
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return None
    liferay = path.startswith(_LIFERAY_DOCUMENTS) and path.count("/") > _FEWEST_LIFERAY_PARTS
    parts = path.split("/")
    for part in reversed(parts if liferay else parts[-1:]):
        stem, dot, extension = part.rpartition(".")
        if stem and dot and extension.casefold() in MEDIA_TYPES:
            return MEDIA_TYPES[extension.casefold()]
    return UNKNOWN if liferay else None


def _attachment(link: Link, media_type: str) -> Attachment:
    return Attachment(url=link.url.partition("#")[0], text=link.text, media_type=media_type, block=link.block)
