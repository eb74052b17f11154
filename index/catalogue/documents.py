"""The table `documents`: the text of what releases attach, found by the addresses that they link to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from index.catalogue.database import Database
from parsers.documents import DocumentText
from parsers.model import AttachedDocument, Attachment, DocumentState, Release
from parsers.urls import canonical

# Addresses of documents that have moved, one after the other.
_MOST_MOVES = 5
_NEWEST_DOCUMENT = (
    "SELECT digest, substr(time, 1, 19) || 'Z', state, characters FROM captures JOIN documents USING (digest) "
    "WHERE address = ? ORDER BY time DESC, digest DESC LIMIT 1"
)
_NEWEST_REDIRECT = (
    "SELECT redirect FROM captures WHERE address = ? AND redirect IS NOT NULL ORDER BY time DESC, redirect LIMIT 1"
)


class Documents:
    """The documents of a catalogue, each payload once whatever addresses it was captured from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, digests: Iterable[str]) -> set[str]:
        """Return those of some payloads' digests that have been read."""
        sql = "SELECT digest FROM documents WHERE digest IN (SELECT value FROM json_each(?))"
        return {str(digest) for (digest,) in self._database.rows(sql, (msgspec.json.encode(list(digests)).decode(),))}

    def add(self, digest: str, document: DocumentText) -> None:
        """Keep the text of a payload, or why there is none."""
        self._database.run(
            "INSERT OR REPLACE INTO documents (digest, state, media_type, pages, characters, text) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (digest, document.state, document.media_type, document.pages, document.characters, document.text),
        )

    def get(self, digest: str) -> DocumentText | None:
        """Return what was read from a payload, None where it is not known."""
        row = self._database.row("SELECT state, media_type, pages, text FROM documents WHERE digest = ?", (digest,))
        if row is None:
            return None
        state, media_type, pages, text = row
        return DocumentText(
            state=DocumentState(str(state)),
            media_type=None if media_type is None else str(media_type),
            pages=None if pages is None else int(pages),
            text=str(text),
        )

    def attached(self, release: Release) -> Release:
        """Return a release that says what became of the documents it links to."""
        if not release.attachments:
            return release
        return msgspec.structs.replace(release, attachments=tuple(map(self._captured, release.attachments)))

    def mark(self) -> str:
        """Return what changes whenever an attached document may have come or changed."""
        row = self._database.row("SELECT count(*), max(captures.id) FROM captures JOIN documents USING (digest)")
        return " ".join(str(value or 0) for value in row or ())

    def of(self, release: Release) -> Iterator[AttachedDocument]:
        """Walk the documents that a release links to, each with its text; `attached` must have seen the release."""
        for attachment in release.attachments:
            document = self.get(attachment.digest) if attachment.digest else None
            yield AttachedDocument(
                release=release.id,
                release_url=release.url,
                url=attachment.url,
                link=attachment.text,
                media_type=(document and document.media_type) or attachment.media_type,
                captured=attachment.captured,
                digest=attachment.digest,
                state=attachment.state,
                pages=document.pages if document else None,
                characters=attachment.characters,
                text=(document and document.text) or None,
            )

    def _captured(self, attachment: Attachment) -> Attachment:
        address = canonical(attachment.url)
        for _ in range(_MOST_MOVES):
            if row := self._database.row(_NEWEST_DOCUMENT, (address,)):
                digest, captured, state, characters = row
                return msgspec.structs.replace(
                    attachment,
                    digest=str(digest),
                    captured=str(captured),
                    state=DocumentState(str(state)),
                    characters=int(characters or 0),
                )
            moved = self._database.row(_NEWEST_REDIRECT, (address,))
            if moved is None:
                break
            address = str(moved[0])
        return attachment
