"""Where pages lie on the site, and how one page points at another.

A page's path is a folder ending in a slash ("fi/release/0a1b/"), so that any plain file server finds its index.html.
Links between pages are relative: the site works unchanged under any sub-path.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from parsers.privacy import MASK
from parsers.problems import Problem

# "8a4662eeb6d67ed0", "va-lou-2026-5"; never "..", "a/b" or an empty name
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
_LINKABLE = frozenset({"http", "https"})


def safe_name(name: str) -> str:
    """Return `name` if it can name a folder and stand in an address as it is.

    >>> safe_name("8a4662eeb6d67ed0")
    '8a4662eeb6d67ed0'

    Raises `Problem` for anything else: an id like that would write outside the site.
    """
    if not _SAFE_NAME.fullmatch(name):
        raise Problem("{name!r} cannot be part of a page's address; rebuild the archive with haku rebuild", name=name)
    return name


def release_path(release_id: str) -> str:
    """Return where a release's page lies inside an interface language."""
    return f"release/{safe_name(release_id)}/"


def citation_path(release_id: str, ending: str) -> str:
    """Return where a release's reference lies, once for all interface languages; `ending` tells its format."""
    return f"release/{safe_name(release_id)}/cite.{ending}"


def compare_path(fi_id: str) -> str:
    """Return where a pair's comparison lies, named by its Finnish release."""
    return f"compare/{safe_name(fi_id)}/"


def call_path(call_id: str) -> str:
    """Return where a call's page lies inside an interface language."""
    return f"call/{safe_name(call_id)}/"


def root_of(path: str) -> str:
    """Return the relative way from a page to the site's root.

    >>> root_of("fi/release/0a/"), root_of("fi/"), root_of("")
    ('../../../', '../', './')
    """
    return "../" * path.count("/") or "./"


def file_of(path: str) -> str:
    """Return the file that a page is written to.

    >>> file_of("fi/"), file_of("404.html")
    ('fi/index.html', '404.html')
    """
    return path if path.rpartition("/")[2] else f"{path}index.html"


def web_link(url: str) -> str | None:
    """Return `url` if it may be a link on the site: only http and https, with a host, and whole.

    >>> web_link("https://tem.fi/-/haku"), web_link("javascript:alert(1)"), web_link("file:sivu.txt")
    ('https://tem.fi/-/haku', None, None)
    """
    if MASK in url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in _LINKABLE and parts.netloc else None


def mail_link(address: str) -> str | None:
    """Return a mailto link to a plain e-mail address, None for anything that is more than an address.

    >>> mail_link("kirjaamo.tem@gov.fi"), mail_link("a@b.fi?bcc=c@d.fi")
    ('mailto:kirjaamo.tem@gov.fi', None)
    """
    return f"mailto:{address}" if re.fullmatch(r"[\w.+-]{1,64}@[\w.-]{1,255}", address) else None
