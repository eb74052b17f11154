"""A new site takes the old one's place as a whole or not at all, and what has not changed is not written again.

A first build, and one by another version of the program, is made in a folder of its own that is then renamed. Later
ones stage the files that differ; once all are there, a journal is written of what to put in place and what to remove.
From then on the new site is a fact: a publication that is interrupted is finished by the next one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from parsers.problems import Problem
from parsers.structs import from_msgpack
from sitegen.addresses import file_of
from sitegen.digests import digest_of

MARKER = ".hakuarkisto-site"
_MARKER_TEXT = "This folder is written by haku site. A build replaces what it wrote before.\n"


class Manifest(msgspec.Struct, kw_only=True, array_like=True):
    """What a site was built of: the `version` of everything that its pages share, and by file what it was made from.

    `notes` are what the makers of some files want to know when they make them again.
    """

    version: str = ""
    files: dict[str, str] = {}
    notes: dict[str, bytes] = {}


class Publication:
    """A site while it is being written. Files that differ from the old site's lie in `folder` until the end."""

    def __init__(self, folder: Path, old: Manifest, version: str) -> None:
        self.folder = folder
        known = old if old.version == version else Manifest()
        self._old, self._notes = known.files, known.notes
        self._new = Manifest(version=version)

    @property
    def replaces_all(self) -> bool:
        """Whether nothing of an old site is kept."""
        return not self._old

    @property
    def manifest(self) -> Manifest:
        return self._new

    @property
    def obsolete(self) -> list[str]:
        """The files of the old site that the new one has not."""
        return sorted(self._old.keys() - self._new.files.keys())

    def keeps(self, path: str, inputs: str) -> bool:
        """Tell whether the old site's page at `path` was made from the same `inputs`; if so, it stays as it is."""
        file = file_of(path)
        if self._old.get(file) != inputs:
            return False
        self._new.files[file] = inputs
        return True

    def retain(self, path: str) -> None:
        """Have the old site's file at `path` stay as it is."""
        self._new.files[path] = self._old[path]

    def note(self, name: str, content: bytes) -> None:
        """Keep a note for the next build."""
        self._new.notes[name] = content

    def noted(self, name: str) -> bytes | None:
        """Return the note that the build of the old site kept, None where it is not known."""
        return self._notes.get(name)

    def keeps_under(self, prefix: str, inputs: str) -> bool:
        """The same for all files whose names begin with `prefix`, which a tool makes together."""
        noted = f"{prefix}*"
        if self._old.get(noted) != inputs:
            return False
        self._new.files |= {file: digest for file, digest in self._old.items() if file.startswith(prefix)}
        return True

    def write(self, path: str, content: str | bytes, inputs: str | None = None) -> None:
        """Write a page or file. Without `inputs` it is what it holds that counts."""
        data = content.encode() if isinstance(content, str) else content
        if inputs is None:
            inputs = digest_of(data)
            if self.keeps(path, inputs):
                return
        file = self.folder / file_of(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        self._new.files[file_of(path)] = inputs

    @contextmanager
    def whole(self, output: Path, prefix: str) -> Iterator[Path]:
        """Give a folder with the new site's files whose names begin with `prefix`, those that it keeps included."""
        if self.replaces_all:
            yield self.folder
            return
        folder = self.folder.with_suffix(".whole")
        _discard(folder)
        _start(folder)
        try:
            for file in self._new.files:
                if file.startswith(prefix):
                    _link(
                        next(place / file for place in (self.folder, output) if (place / file).exists()), folder / file
                    )
            yield folder
        finally:
            _discard(folder)

    def take(self, prefix: str, inputs: str) -> None:
        """Take what a tool has written into `folder` under names that begin with `prefix`, made from `inputs`."""
        for file in sorted((self.folder / prefix).rglob("*")):
            if file.is_file():
                name, digest = file.relative_to(self.folder).as_posix(), digest_of(file.read_bytes())
                if self.keeps(name, digest):
                    file.unlink()
                self._new.files[name] = digest
        self._new.files[f"{prefix}*"] = inputs


@contextmanager
def published(output: Path, version: str = "", anew: bool = False) -> Iterator[Publication]:
    """Give a publication to write a site with; when the block ends well, `output` is that site.

    If the block raises, `output` is as it was. `version` stands for all that pages share: of a site of another version
    nothing is kept, nor where all is wanted `anew`. Raises `Problem` where `output` is something that this program did
    not make, so that no one's files are ever replaced.
    """
    place = _Place(output.resolve())
    check_replaceable(place.output)
    place.finish_interrupted()
    _discard(place.staging)
    try:
        _start(place.staging)
        publication = Publication(place.staging, Manifest() if anew else place.read_manifest(), version)
        yield publication
        if publication.replaces_all:
            place.swap(publication.manifest)
        else:
            place.apply(publication.manifest, publication.obsolete)
    finally:
        if not place.journal.exists():
            _discard(place.staging)


def check_replaceable(output: Path) -> None:
    """Raise `Problem` unless `output` is absent, an empty folder, or a site made before."""
    if not output.exists():
        return
    if not output.is_dir():
        raise Problem("{folder}: is a file; give --output a folder", folder=output)
    if any(output.iterdir()) and not (output / MARKER).is_file():
        raise Problem(
            "{folder}: holds files that haku site did not write; give --output an empty or new folder", folder=output
        )


class _Place:
    """Where a site is published, and beside it what is needed to change it."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.staging = output.with_name(f".{output.name}.building")
        self.journal = output.with_name(f".{output.name}.journal")
        self._manifest = output.with_name(f".{output.name}.manifest")

    def read_manifest(self) -> Manifest:
        """Return what the site at `output` was made of; an empty one where that is not known for certain."""
        try:
            packed = self._manifest.read_bytes()
            if (self.output / MARKER).read_text(encoding="utf-8") != _marker(packed):
                return Manifest()
            return from_msgpack(packed, Manifest)
        except (OSError, UnicodeDecodeError, msgspec.MsgspecError):
            return Manifest()

    def swap(self, manifest: Manifest) -> None:
        """Two renames, with the old site set aside in between, which comes back if the second one fails."""
        packed = msgspec.msgpack.encode(manifest)
        self._manifest.unlink(missing_ok=True)
        (self.staging / MARKER).write_text(_marker(packed), encoding="utf-8")
        if not self.output.exists():
            self.staging.rename(self.output)
        else:
            aside = self.output.with_name(f".{self.output.name}.replaced")
            _discard(aside)
            self.output.rename(aside)
            try:
                self.staging.rename(self.output)
            except OSError:
                aside.rename(self.output)
                raise
            _discard(aside)
        self._manifest.write_bytes(packed)

    def apply(self, manifest: Manifest, obsolete: list[str]) -> None:
        """Put the staged files in place and remove the obsolete ones, from the journal's writing on for good."""
        packed = msgspec.msgpack.encode(manifest)
        fresh = self.journal.with_suffix(".new")
        with fresh.open("wb") as file:
            file.write(msgspec.msgpack.encode((obsolete, packed)))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.journal)
        self.finish_interrupted()

    def finish_interrupted(self) -> None:
        """Do what the journal says, where there is one; what is done already is not there to be done."""
        try:
            obsolete, packed = msgspec.msgpack.decode(self.journal.read_bytes(), type=tuple[list[str], bytes])
        except FileNotFoundError:
            return
        except msgspec.MsgspecError as error:
            raise Problem("{file}: is damaged; delete it and the site's folder", file=self.journal) from error
        for path in sorted(path for path in self.staging.rglob("*") if path.is_file() and path.name != MARKER):
            _move(path, self.output / path.relative_to(self.staging))
        for name in obsolete:
            _remove(self.output, name)
        # Before the marker: a manifest that does not fit it makes the next build write everything.
        self._manifest.write_bytes(packed)
        (self.output / MARKER).write_text(_marker(packed), encoding="utf-8")
        self.journal.unlink()
        _discard(self.staging)


def _marker(packed: bytes) -> str:
    return f"{_MARKER_TEXT}{digest_of(packed)}\n"


def _start(building: Path) -> None:
    try:
        building.mkdir(parents=True)
        (building / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")
    except OSError as error:
        raise Problem(
            "{folder}: cannot be written ({reason}); choose another --output",
            folder=building.parent,
            reason=error.strerror,
        ) from error


def _link(path: Path, target: Path) -> None:
    """Give a file a second name; a copy where the file system has no such names."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, target)
    except OSError:
        shutil.copyfile(path, target)


def _move(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)


def _remove(output: Path, name: str) -> None:
    """Remove a file, and its folders where it was the last in them."""
    if name.endswith("*"):
        return
    path = output / name
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == output or any(folder.iterdir()):
            return
        folder.rmdir()


def _discard(folder: Path) -> None:
    """Remove a folder of ours that an interrupted build may have left. Raises `Problem` if it is someone else's."""
    check_replaceable(folder)
    if folder.exists():
        shutil.rmtree(folder)
