"""OpenSearch 1.1: lets a browser search the archive from its own address bar."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.render import environment
from sitegen.scope import Scope

# The name in a list of search engines, 16 characters at most.
SHORT_NAME = "Hakuarkisto"


def opensearch(scope: Scope) -> Iterator[tuple[str, str]]:
    """Give the description of the search of an interface language; none where the site's address is not known."""
    if scope.base_url:
        template = environment(scope.language).get_template("opensearch.xml")
        content = template.render(language=scope.language, base_url=scope.base_url, name=SHORT_NAME)
        yield f"{scope.language}/opensearch.xml", content
