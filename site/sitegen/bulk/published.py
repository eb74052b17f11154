"""What is published beside the files to download, so that people and programs know what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.bulk.dcat import dcat
from sitegen.bulk.downloads import FOLDER
from sitegen.bulk.package import codebook, datapackage
from sitegen.scope import Scope


def data_files(scopes: Sequence[Scope]) -> Iterator[tuple[str, str]]:
    """Give the descriptions of the downloads, path and content; `scopes` are all interface languages of the site."""
    scope = scopes[0]
    page = f"{scope.base_url}{scope.languages[0]}/data/" if scope.base_url else None
    yield f"{FOLDER}/datapackage.json", datapackage(scope.downloads.files, page)
    yield f"{FOLDER}/codebook.csv", codebook()
    if scope.base_url:
        yield f"{FOLDER}/dcat.jsonld", dcat(scopes, scope.base_url)
