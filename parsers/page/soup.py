"""A page as Beautiful Soup's tree, made without what only XML needs and without text that nobody reads."""

from __future__ import annotations

from collections.abc import Mapping

from bs4 import BeautifulSoup
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import AttributeDict

# Elements that hold no text of the page, whatever lies in them.
WITHOUT_TEXT = frozenset(
    "script style noscript template nav footer aside form iframe svg button select dialog object embed "
    "figure img video audio canvas input textarea".split()
)


def soup_of(html: str) -> BeautifulSoup:
    """Return the tree of a page, the elements of `WITHOUT_TEXT` without their text but with their links.

    Values of several words, such as those of ``class``, are left as one string.

    >>> soup_of("<nav><a href='/sv'>På svenska</a></nav><p class='ingress big'>Ansök").body
    <body><nav><a href="/sv"></a></nav><p class="ingress big">Ansök</p></body>
    """
    return BeautifulSoup(html, builder=_HtmlBuilder(multi_valued_attributes=None))


class _HtmlBuilder(LXMLTreeBuilder):
    """Beautiful Soup's own builder looks up the namespaces of every element, three times: HTML has none."""

    # How many elements are open within one without text, that one among them.
    _unread = 0

    def start(
        self,
        tag: str | bytes,
        attrib: Mapping[str | bytes, str | bytes],
        nsmap: Mapping[str, str] | None = None,
    ) -> None:
        assert self.soup is not None
        if self._unread or tag in WITHOUT_TEXT:
            self._unread += 1
        self.soup.handle_starttag(str(tag), None, None, AttributeDict(attrib))

    def end(self, tag: str | bytes) -> None:
        assert self.soup is not None
        if self._unread:
            self._unread -= 1
        self.soup.handle_endtag(str(tag))

    def data(self, data: str | bytes) -> None:
        if not self._unread:
            super().data(data)
