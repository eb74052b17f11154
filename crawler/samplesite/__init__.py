"""A small government platform on loopback, for demonstration and tests: several ministries, 39 invented texts.

Everything in the texts is invented: persons, numbers, programmes, municipalities, associations and sums. The markup,
listings, feeds and oddities follow what is known of the real platform. See README.md beside this file.

`SampleSite` serves it over HTTP, `render` answers one request without a socket, `documents` gives the texts as data,
`expected` their facts as a careful reader would note them, `differences` what was planted between versions.

>>> render("tem.fi", "/robots.txt").status
200
>>> len(documents())
39
"""

from __future__ import annotations

from crawler.samplesite.documents import Document, differences, documents, expected
from crawler.samplesite.responses import Response
from crawler.samplesite.routes import render
from crawler.samplesite.server import SampleSite

__all__ = ["Document", "Response", "SampleSite", "differences", "documents", "expected", "render"]
