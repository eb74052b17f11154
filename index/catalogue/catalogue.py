"""The catalogue as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from index.catalogue.calls import Calls
from index.catalogue.captures import Captures
from index.catalogue.database import Database
from index.catalogue.documents import Documents
from index.catalogue.fill import FillRates, read_fill_rates
from index.catalogue.likenesses import Likenesses
from index.catalogue.pairs import Pairs
from index.catalogue.reader import note_reader, noted_reader
from index.catalogue.records import digest
from index.catalogue.releases import Releases
from index.catalogue.status import Status, read_status
from index.catalogue.withheld import Withheld
from index.filters import Filter
from parsers.model import AttachedDocument, EnglishVersion, Pair, Release
from parsers.problems import Problem

_ALL = Filter()
_CONTENT = "content"


class Catalogue:
    """Captures, releases, revisions and pairs in one SQLite file: ``Catalogue(folder / "catalogue.sqlite")``.

    The file is made where there is none, and its schema brought up to date. Raises Problem for a file that is
    damaged, foreign, or made by a newer version of the program. Opened `read_only`, the file must be there and up to
    date, and neither it nor its folder need be writable.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._database = Database(path, read_only=read_only)
        self.path = path
        self.captures = Captures(self._database)
        self.documents = Documents(self._database)
        self._withheld = Withheld(self._database)
        self._releases = Releases(self._database, self.documents, self._withheld)
        self._pairs = Pairs(self._database)
        self.likenesses = Likenesses(self._database)
        self.calls = Calls(self._database)

    def releases(self, conditions: Filter = _ALL) -> Iterator[Release]:
        """Walk the releases that meet the conditions by (published, id), those without a date first."""
        return self._releases.walk(conditions)

    def release(self, release_id: str) -> Release:
        """Return a release by its id. Raises Problem where there is none."""
        release = self._releases.get(release_id)
        if release is None:
            raise Problem(
                "{reference}: no release has this id or address; find it with haku search", reference=release_id
            )
        return release

    def find(self, reference: str) -> Release:
        """Return the release that an id, the unique beginning of one, or an address names. Raises Problem."""
        return self._releases.find(reference)

    def revisions(self, release_id: str) -> list[Release]:
        """Return the older readings of a release whose text differed, the newest first."""
        return self._releases.revisions(release_id)

    def attachments(self) -> Iterator[AttachedDocument]:
        """Walk the documents that releases link to, with their text, in the order of the releases and their links."""
        return (document for release in self.releases() for document in self.documents.of(release))

    def attachment_text(self, digest: str) -> str | None:
        """Return the text of an attached document by its payload's digest, None where it was not read."""
        document = self.documents.get(digest)
        return document.text if document and document.text else None

    def digests(self) -> dict[str, str]:
        """Return for each release, by id, what changes whenever its record does."""
        return self._releases.digests()

    def pairs(self) -> Iterator[Pair]:
        """Walk all pairs by the Finnish version's (published, id)."""
        return self._pairs.walk()

    def pair(self, release_id: str) -> Pair | None:
        """Return the pair that a release is a version of."""
        return self._pairs.of(release_id)

    def translations(self) -> dict[str, str]:
        """Return the Swedish release's id for each Finnish one that has a translation."""
        return self._pairs.translations()

    def status(self) -> Status:
        """Count everything."""
        return read_status(self._database)

    def fill_rates(self, since: datetime | None = None) -> FillRates:
        """Count how many of the releases captured since a moment state what is looked for in them."""
        return read_fill_rates(self._database, since)

    def reader_version(self) -> str | None:
        """Return by which version of the rules the oldest captures were read, None where that was not noted."""
        return noted_reader(self._database)

    def note_reader(self) -> None:
        """Note today's rules, before the first capture is added; later this changes nothing."""
        note_reader(self._database)

    def transaction(self) -> AbstractContextManager[None]:
        """Keep all changes of the block, or none of them."""
        return self._database.transaction()

    def add_release(self, release: Release) -> bool:
        """Fold a reading in; return whether the release that is shown has changed."""
        changed = self._releases.add(release)
        if changed:
            self._database.run("DELETE FROM state WHERE key = ?", (_CONTENT,))
            self.likenesses.note_changed(release.id)
        return changed

    def withhold(self, addresses: Mapping[str, str]) -> None:
        """Show of some addresses what is given for each, in whatever release they stand."""
        self._withheld.add(addresses)

    def records(self, releases: Iterable[str]) -> list[str]:
        """Return what was read of releases as it is stored, without what other captures tell of them."""
        return [self._releases.record(release) for release in releases]

    def release_digest(self, release: str) -> str:
        """Return what changes whenever a release's record does."""
        return self._releases.digest(release)

    def english(self) -> Iterator[EnglishVersion]:
        """Walk the English versions of texts by the id of the English release."""
        return self._pairs.english()

    def english_of(self, release_id: str) -> EnglishVersion | None:
        """Return the English version of a text that a release is a version of, in whichever language."""
        return self._pairs.english_of(release_id)

    def versions(self, release_id: str) -> set[str]:
        """Return the other versions of the text that a release is a version of."""
        texts = (self.pair(release_id), self.english_of(release_id))
        sides = (getattr(text, language, None) for text in texts for language in ("fi", "sv", "en"))
        return {side.id for side in sides if side} - {release_id}

    def pair_count(self) -> int:
        return self._pairs.count()

    def joined(self, releases: Iterable[str]) -> tuple[dict[tuple[str, str], str], list[EnglishVersion]]:
        """Return the pairs that releases are in by their ids, with their inputs; and the English versions."""
        return self._pairs.joined(releases)

    def remove_english(self, release: str) -> None:
        self._pairs.remove_english(release)

    def add_english(self, version: EnglishVersion) -> None:
        """Keep an English version; none of its releases may be in another one."""
        self._pairs.add_english(version)

    def note(self, key: str, value: str) -> None:
        """Keep a word on the state of what follows from the releases."""
        self._database.run("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)", (key, value))

    def noted(self, key: str) -> str | None:
        """Return the word that was kept, None where there is none."""
        row = self._database.row("SELECT value FROM state WHERE key = ?", (key,))
        return None if row is None else str(row[0])

    def pair_inputs(self) -> dict[tuple[str, str], str]:
        """Return what each pair was computed from, by its two ids."""
        return self._pairs.inputs()

    def dated_pairs(self) -> list[tuple[str, str, str, str]]:
        """Return each pair's two ids, what it was computed from, and when the Finnish version was published, or ""."""
        return self._pairs.dated()

    def remove_pair(self, fi: str, sv: str) -> None:
        self._pairs.remove(fi, sv)

    def add_pair(self, pair: Pair, inputs: str) -> None:
        """Keep a pair computed from `inputs`; neither of its versions may be in another one."""
        self._pairs.add(pair, inputs)

    def content(self) -> str | None:
        """Return a digest of all releases and pairs, None where releases have changed since pairs were made."""
        row = self._database.row("SELECT value FROM state WHERE key = ?", (_CONTENT,))
        return None if row is None else str(row[0])

    def settle(self) -> str:
        """Note that the pairs belong to the releases as they are now; return the new `content`."""
        releases = self.digests()
        inputs = self.pair_inputs()
        terms = self.noted("terms") or ""
        parts = [*releases, *releases.values(), *(f"{key} {inputs[key]}" for key in sorted(inputs)), terms]
        content = digest(*parts)
        self._database.run("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)", (_CONTENT, content))
        return content

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
