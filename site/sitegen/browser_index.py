"""The index that readers' browsers search, made by Pagefind from the finished pages: one bundle a language."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from parsers.model import Language
from parsers.problems import Problem
from sitegen.forms import form_files
from sitegen.pages.indexing import indexed_in
from sitegen.reader import ArchiveReader
from sitegen.scope import Scope
from sitegen.stable_bundle import stabilise

BUNDLE = "pagefind"
# Pagefind's own interfaces: the site has its own, and they would be most of what is published.
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")


def index_pages(pages: Path, site: Path, language: Language) -> None:
    """Index the release pages of an interface language, which lie in `pages`, into ``pagefind/<language>/`` of `site`.

    Only pages that mark a body for the index are taken. Raises `Problem` if Pagefind cannot be run or fails.
    """
    bundle = site / BUNDLE / language
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(bundle)]
    command += ["--glob", f"{language}/release/*/index.html", "--force-language", language, "--silent"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise Problem("Pagefind cannot be run ({reason}); install it with make setup", reason=error.strerror) from error
    if done.returncode != 0 or not (bundle / "pagefind.js").is_file():
        reason = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no output"]
        raise Problem("Pagefind could not index the pages in {language}: {reason}", language=language, reason=reason[0])
    _remove_unused(bundle)
    stabilise(bundle)


def write_forms(site: Path, language: Language, archive: ArchiveReader, scope: Scope) -> None:
    """Write the table of forms that the search looks words up in, beside the index of the same releases.

    Nothing is written where the site is made without terms.
    """
    if scope.terms is None:
        return
    held = (one for one in archive.releases() if indexed_in(one.language, scope.languages) == language)
    for path, content in form_files(scope.terms.forms(held)):
        file = site / BUNDLE / language / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")


def _remove_unused(bundle: Path) -> None:
    for pattern in _UNUSED:
        for path in bundle.glob(pattern):
            path.unlink()
