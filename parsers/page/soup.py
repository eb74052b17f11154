"""A page as Beautiful Soup's tree, made without what only XML needs and without text that nobody reads."""

from __future__ import annotations

from collections.abc import Mapping

from bs4 import BeautifulSoup, Tag
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import AttributeDict, AttributeValueList, NavigableString, PageElement

from parsers.page.elements import BLOCKS

# Elements that hold no text of the page, whatever lies in them.
WITHOUT_TEXT = frozenset(
    "script style noscript template nav footer aside form iframe svg button select dialog object embed "
    "figure img video audio canvas input textarea".split()
)
_NEVER_HOLDING = frozenset(LXMLTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS or ())
# What is asked for wherever it is: links, and the names that tell the page's own text.
_ALWAYS_MADE = frozenset("html head body title meta link a main article h1".split())


def soup_of(html: str) -> BeautifulSoup:
    """Return the tree of a page, the elements of `WITHOUT_TEXT` without their text but with their links.

    Values of several words, such as those of ``class``, are left as one string. Comments, processing instructions
    and the document type are left out, and so are elements without attributes in elements without text.

    >>> soup_of("<nav><ul><li><a href='/sv'>På svenska</a></ul></nav><p class='ingress big'>Ansök").body
    <body><nav><a href="/sv"></a></nav><p class="ingress big">Ansök</p></body>
    """
    return BeautifulSoup(html, builder=_HtmlBuilder(multi_valued_attributes=None))


class _Element(Tag):
    """An element with nothing set anew for each but its name, attributes and place.

    What is the same for all of HTML stands in the class, where Beautiful Soup looks it up as if it were set.
    """

    parser_class = BeautifulSoup
    namespace = None
    prefix = None
    _namespaces: dict[str, str] = {}  # noqa: RUF012 - never filled: HTML has no namespaces
    sourceline = None
    sourcepos = None
    hidden = False
    known_xml = False
    can_be_empty_element = False
    attribute_value_list_class = AttributeValueList
    cdata_list_attributes = None
    preserve_whitespace_tags = LXMLTreeBuilder.DEFAULT_PRESERVE_WHITESPACE_TAGS
    interesting_string_types = Tag.MAIN_CONTENT_STRING_TYPES
    next_element = None
    next_sibling = None

    def __init__(self, name: str, attributes: AttributeDict) -> None:
        self.name = name
        self.attrs = attributes
        self.contents: list[PageElement] = []


class _HtmlBuilder(LXMLTreeBuilder):
    """Beautiful Soup's own builder finds the place of every element and string with care for all ways to edit a tree.

    lxml closes what it has opened, in order: what comes next always comes last.
    """

    # How many elements are open within one without text, that one among them, and how many links are.
    _unread = _links = 0

    def start(
        self,
        tag: str | bytes,
        attrib: Mapping[str | bytes, str | bytes],
        nsmap: Mapping[str, str] | None = None,
    ) -> None:
        soup, name = self._soup_so_far(), str(tag)
        if self._unread or name in WITHOUT_TEXT:
            self._unread += 1
            if self._unread > 1 and not attrib and name not in _ALWAYS_MADE:
                soup.tagStack.append(soup.tagStack[-1])  # what lies in it lies in its parent
                return
        element = _Element(name, AttributeDict(attrib) if attrib else AttributeDict())
        if name in _NEVER_HOLDING:
            element.can_be_empty_element = True
        if name == "a":
            self._links += 1
        _add(soup, element)
        soup.tagStack.append(element)

    def end(self, tag: str | bytes) -> None:
        soup = self._soup_so_far()
        if self._unread:
            self._unread -= 1
        if tag == "a":
            self._links -= 1
        soup.tagStack.pop()

    def data(self, data: str | bytes) -> None:
        if not self._unread and self.soup is not None:
            self.soup.current_data.append(str(data))

    def comment(self, text: str | bytes) -> None:
        self._soup_so_far()

    def pi(self, target: str, data: str) -> None:
        self._soup_so_far()

    def doctype(self, name: str, pubid: str, system: str) -> None:
        self._soup_so_far()

    def _soup_so_far(self) -> BeautifulSoup:
        """Return the tree with the text read so far in it: of white space only a space or line break, if it shows.

        A link's text is taken as it is, so that none of its words run together.
        """
        soup = self.soup
        assert soup is not None
        if soup.current_data:
            text = "".join(soup.current_data)
            soup.current_data = []
            if not text.strip(soup.ASCII_SPACES):
                if not self._links and _begins_line(soup.tagStack[-1]):
                    return soup
                text = "\n" if "\n" in text else " "
            string = str.__new__(NavigableString, text)
            string.hidden = False
            string.next_element = string.next_sibling = None
            _add(soup, string)
        return soup


def _begins_line(parent: Tag) -> bool:
    """Return whether white space that comes next in an element is shown: not at the beginning of a line."""
    last = parent.contents[-1] if parent.contents else parent
    return parent.name == "head" or (isinstance(last, Tag) and last.name in BLOCKS)


def _add(soup: BeautifulSoup, element: PageElement) -> None:
    """Put an element or a string at the end of the tree."""
    parent, before = soup.tagStack[-1], soup._most_recent_element
    element.parent, element.previous_element = parent, before
    if before is not None:
        before.next_element = element
    element.previous_sibling = sibling = parent.contents[-1] if parent.contents else None
    if sibling is not None:
        sibling.next_sibling = element
    parent.contents.append(element)
    soup._most_recent_element = element
