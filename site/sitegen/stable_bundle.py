"""Make a bundle of Pagefind the same in every build.

Pagefind writes the filters and their values in an order that changes from run to run, and names files by their
content. Here they are put in order, and what depends on their names is written anew. Nothing else of a bundle varies.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

from parsers.problems import Problem
from sitegen.cbor import Item, decode, encode

_MAGIC = b"pagefind_dcd"
_FILTERS = 3  # where the metadata, [version, pages, chunks, filters, sorts, fields], lists [filter, file] pairs


def stabilise(bundle: Path) -> None:
    """Put the filters of a bundle in order. Raises `Problem` where its files are not of the form that is known."""
    try:
        files = dict(map(_ordered_filter, sorted((bundle / "filter").glob("*.pf_filter"))))
        for meta in sorted(bundle.glob("pagefind.*.pf_meta")):
            _ordered_metadata(bundle, meta, files)
    except (ValueError, TypeError, LookupError, OSError) as error:
        message = "Pagefind's index in {folder} is not of the form that is known; install the pinned version"
        raise Problem(message, folder=bundle) from error


def _ordered_filter(path: Path) -> tuple[str, str]:
    """Write a filter, [name, [[value, pages], …]], with its values in order; return its name and its file's."""
    name, values = _list(_read(path))
    language = path.stem.partition("_")[0]
    content = _MAGIC + encode([name, sorted(_list(values), key=lambda value: str(_list(value)[0]))])
    stem = f"{language}_{hashlib.sha256(content).hexdigest()[:7]}"
    _replace(path, path.with_name(f"{stem}.pf_filter"), content)
    return str(name), stem


def _ordered_metadata(bundle: Path, path: Path, files: dict[str, str]) -> None:
    """Write the metadata with the filters' new names, and the entry that names the metadata."""
    content = _list(_read(path))
    content[_FILTERS] = [[name, file] for name, file in sorted(files.items())]
    packed = _MAGIC + encode(content)
    old = path.name.removeprefix("pagefind.").removesuffix(".pf_meta")
    new = f"{old.partition('_')[0]}_{hashlib.sha256(packed).hexdigest()[:10]}"
    _replace(path, bundle / f"pagefind.{new}.pf_meta", packed)
    entry = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        language["hash"] = new if language["hash"] == old else language["hash"]
    (bundle / "pagefind-entry.json").write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def _read(path: Path) -> Item:
    return decode(gzip.decompress(path.read_bytes()).removeprefix(_MAGIC))


def _replace(old: Path, new: Path, content: bytes) -> None:
    old.unlink()
    new.write_bytes(gzip.compress(content, mtime=0))


def _list(item: Item) -> list[Item]:
    if not isinstance(item, list):
        raise TypeError(f"an array was expected, not {item!r}")
    return item
