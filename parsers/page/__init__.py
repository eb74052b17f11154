"""A page, as HTML or as a browser copies it, to the release's own text: title, stamps, form and clean blocks."""

from parsers.page.markup import read_html
from parsers.page.outline import Page
from parsers.page.pasted import read_pasted

__all__ = ["Page", "read_html", "read_pasted"]
