"""The elements of a page as a list: one walk answers what a search of the tree for each question would.

CSS selectors would read better, but soupsieve takes as long for the dozen that a page needs as all the rest of reading
the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from bs4 import Tag

# What stands on lines of its own.
BLOCKS = frozenset(
    "address article blockquote body center dd details div dl dt fieldset figcaption h1 h2 h3 h4 h5 h6 header html li "
    "main ol p pre section summary table tbody td tfoot th thead time tr ul".split()
)


def elements_of(root: Tag) -> list[Tag]:
    """Return all elements of `root` in document order."""
    return [element for element in root.descendants if isinstance(element, Tag)]


def called(elements: Sequence[Tag], name: str) -> list[Tag]:
    """Return those of `elements` that are called `name`."""
    return [element for element in elements if element.name == name]


def first(elements: Sequence[Tag], name: str) -> Tag | None:
    """Return the first of `elements` that is called `name`."""
    return next((element for element in elements if element.name == name), None)


def classes_of(element: Tag) -> list[str]:
    """Return the classes of an element, as written."""
    return str(element.get("class") or "").split()


def holders(elements: Sequence[Tag]) -> frozenset[int]:
    """Return the `id()` of every element that one of `elements` lies in.

    By identity, since an element of Beautiful Soup is hashed and compared by all of its text.
    """
    found: set[int] = set()
    for element in elements:
        for parent in element.parents:
            if id(parent) in found:
                break
            found.add(id(parent))
    return frozenset(found)
