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
# Liferay keeps files at /documents/<group>/<folder>/<name>/<uuid>, those that are looked at or listened to among them.
_LIFERAY_DOCUMENTS = "/documents/"
_FEWEST_LIFERAY_PARTS = 3
_NO_TEXTS = frozenset({"jpg", "jpeg", "png", "gif", "svg", "webp", "mp3", "mp4"})


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
    >>> media_type_of("https://okm.fi/documents/1410845/4150027/Ohje/1a2b"), media_type_of("https://okm.fi/-/haku.aspx")
    ('application/octet-stream', None)
    >>> media_type_of("https://okm.fi/documents/1410845/4150027/kuva.jpg/1a2b-3c4d")
    """
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return None
    liferay = path.startswith(_LIFERAY_DOCUMENTS) and path.count("/") > _FEWEST_LIFERAY_PARTS
    parts = path.split("/")
    extensions = [_extension(part) for part in reversed(parts if liferay else parts[-1:])]
    known = next((MEDIA_TYPES[extension] for extension in extensions if extension in MEDIA_TYPES), None)
    return known or (UNKNOWN if liferay and _NO_TEXTS.isdisjoint(extensions) else None)


def _extension(name: str) -> str:
    """
    >>> _extension("Hakuohje 1.2.PDF"), _extension("Hakuohje"), _extension(".pdf")
    ('pdf', '', '')
    """
    stem, _, extension = name.rpartition(".")
    return extension.casefold() if stem else ""


def _attachment(link: Link, media_type: str) -> Attachment:
    return Attachment(url=link.url.partition("#")[0], text=link.text, media_type=media_type, block=link.block)
