"""Everything that a site can do to a crawler, by name."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from crawler.hostile.answers import HTML, Answer, Asked, page, redirect
from crawler.hostile.pages import GOOD, HOST, LISTING, listing, listing_page, release, title_of

MIB = 1024 * 1024
_XML = (("Content-Type", "text/xml;charset=UTF-8"),)
_ROBOTS = "/robots.txt"
_SITEMAP = "/sitemap.xml"
_FEED = f"{LISTING}/-/asset_publisher/x/rss"
_RETRY_AFTER = "2"
_BURST = 3
_WRONG_LENGTHS = ("/-/vaara-pituus", "/-/liian-lyhyt-pituus")

# What a behaviour answers; None leaves the request to the site's sound pages.
Behave = Callable[[Asked], Answer | None]


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One way to misbehave: what it is `about`, what it answers, and the addresses that the listing names for it."""

    name: str
    about: str
    answer: Behave
    links: tuple[str, ...] = field(default=())


BEHAVIOURS: dict[str, Behaviour] = {}


def behaviour(about: str, *links: str) -> Callable[[Behave], Behave]:
    """Register a function under its name; `links` are listed beside the sound releases."""

    def register(answer: Behave) -> Behave:
        name = answer.__name__.strip("_")
        BEHAVIOURS[name] = Behaviour(name, about, answer, links)
        return answer

    return register


@behaviour("a page that comes a few bytes at a time", "/-/hidas")
def slow(asked: Asked) -> Answer | None:
    if asked.path != "/-/hidas":
        return None
    body = release("Hidas sivu").encode()
    pieces = [body[at : at + 200] for at in range(0, len(body), 200)]
    return Answer(pieces, length=len(body), pause=0.05)


@behaviour("a page that begins and never ends", "/-/jumissa")
def stalled(asked: Asked) -> Answer | None:
    if asked.path != "/-/jumissa":
        return None
    return Answer([b"<html><body>", b"<p>Haku"], length=100_000, pause=60.0)


@behaviour("a page whose connection is cut half way", "/-/katkennut")
def truncated(asked: Asked) -> Answer | None:
    if asked.path != "/-/katkennut":
        return None
    body = release("Katkennut sivu").encode()
    return Answer(body[: len(body) // 2], length=len(body))


@behaviour("pages that are longer than they say: behind their end, and so that it is missing", *_WRONG_LENGTHS)
def wrong_length(asked: Asked) -> Answer | None:
    if asked.path not in _WRONG_LENGTHS:
        return None
    body = release("Väärä pituus").encode()
    length = len(body) // 2 if asked.path == _WRONG_LENGTHS[1] else len(body)
    return Answer(body + b"<!-- more -->" * 20, length=length)


@behaviour("a page in another charset than its header says", "/-/vaara-merkisto")
def wrong_charset(asked: Asked) -> Answer | None:
    if asked.path != "/-/vaara-merkisto":
        return None
    text = release("Määrärahahaku päättyy").replace('<meta charset="utf-8">', "")
    return Answer(text.encode("windows-1252"), headers=(("Content-Type", HTML),))


@behaviour("a page of 2009 in ISO-8859-1 that nowhere says so", "/-/vanha-sivu")
def missing_charset(asked: Asked) -> Answer | None:
    if asked.path != "/-/vanha-sivu":
        return None
    text = release("Määrärahahaku päättyy", day="17.3.2009").replace('<meta charset="utf-8">', "")
    return Answer(text.replace("–", "-").encode("iso-8859-1"), headers=(("Content-Type", "text/html"),))


@behaviour("half a gigabyte of nothing in a small gzip body", "/-/pommi")
def gzip_bomb(asked: Asked) -> Answer | None:
    if asked.path != "/-/pommi":
        return None
    return Answer(_bomb(), headers=(("Content-Type", HTML), ("Content-Encoding", "gzip")))


@behaviour("a page of 100 MB", "/-/valtava")
def huge_page(asked: Asked) -> Answer | None:
    if asked.path != "/-/valtava":
        return None
    piece = b"<p>Ministeri\xc3\xb6 avaa haun.</p>" * (MIB // 31)
    return Answer((piece for _ in range(100)), length=-1)


@behaviour("pages that redirect to each other, and one to itself", "/-/kierto-1", "/-/itseensa")
def redirect_loop(asked: Asked) -> Answer | None:
    targets = {"/-/kierto-1": "/-/kierto-2", "/-/kierto-2": "/-/kierto-1", "/-/itseensa": "/-/itseensa"}
    target = targets.get(asked.path)
    return redirect(f"https://{HOST}{target}") if target else None


@behaviour("redirects to other hosts and to places that are never fetched", "/-/muualle", "/-/suojaan", "/-/levylle")
def redirect_offsite(asked: Asked) -> Answer | None:
    targets = {
        "/-/muualle": "http://169.254.169.254/latest/meta-data",
        "/-/suojaan": f"https://{HOST}/cdn-cgi/challenge",
        "/-/levylle": "file:///etc/passwd",
    }
    return redirect(targets[asked.path]) if asked.path in targets else None


@behaviour("a server that asks for patience, and then answers", "/-/odota")
def too_many_requests(asked: Asked) -> Answer | None:
    if asked.path != "/-/odota":
        return None
    if asked.before:
        return page(release("Odotettu sivu"))
    return Answer(b"", 429, (("Retry-After", _RETRY_AFTER), ("Content-Type", HTML)))


@behaviour("a server that fails several times in a row, and then answers", "/-/oikukas")
def burst_of_500(asked: Asked) -> Answer | None:
    if asked.path != "/-/oikukas":
        return None
    return page("<h1>Virhe</h1>", 500) if asked.before < _BURST else page(release("Oikukas sivu"))


@behaviour("a page that is refused", "/-/kielletty")
def forbidden(asked: Asked) -> Answer | None:
    return page("<html><body><h1>403 Forbidden</h1></body></html>", 403) if asked.path == "/-/kielletty" else None


@behaviour("a check for robots with status 200 in place of a page", "/-/oletko-ihminen")
def captcha(asked: Asked) -> Answer | None:
    if asked.path != "/-/oletko-ihminen":
        return None
    return page(
        "<html><head><title>Just a moment...</title></head><body><p>Vahvista, että olet ihminen.</p>"
        '<div class="g-recaptcha" data-sitekey="x"></div></body></html>'
    )


@behaviour("an empty page with status 200", "/-/tyhja")
def empty_page(asked: Asked) -> Answer | None:
    return page("<html><body></body></html>") if asked.path == "/-/tyhja" else None


@behaviour("a robots.txt that forbids some releases", "/-/salainen-1", "/-/salainen-2")
def robots_disallow(asked: Asked) -> Answer | None:
    if asked.path == _ROBOTS:
        return Answer(b"User-agent: *\nDisallow: /-/salainen\n", headers=(("Content-Type", "text/plain"),))
    return page(release("Salainen")) if asked.path.startswith("/-/salainen") else None


@behaviour("a listing whose years and pages never end")
def endless_calendar(asked: Asked) -> Answer | None:
    if not asked.path.startswith(LISTING) or asked.path == _FEED:
        return None
    found = re.search(r"_paramYear=(\d+)&.*_paramPage=(\d+)", asked.path)
    year, number = (int(found[1]), int(found[2])) if found else (2021, 1)
    return page(listing(GOOD, (listing_page(year, number + 1), listing_page(year - 1, 1), listing_page(year + 1, 1))))


@behaviour(
    "the same release under many addresses",
    "/-//haku-1",
    "/-/haku-1?redirect=%2Fajankohtaista",
    "/-/haku-1?languageId=fi_FI",
    "https://valtioneuvosto.fi/-/1410877/haku-1",
    "https://valtioneuvosto.fi/-//1410877/haku-1",
    "/-/haku-1#main-content",
)
def duplicate_addresses(asked: Asked) -> Answer | None:
    return page(release(title_of("/-/haku-1"))) if "haku-1" in asked.path.partition("?")[0].split("/") else None


@behaviour("a feed whose descriptions begin with an escaped CDATA mark")
def cdata_feed(asked: Asked) -> Answer | None:
    if asked.path == LISTING:
        link = f'<link rel="alternate" type="application/rss+xml" href="{_FEED}">'
        return page(listing(GOOD[:2]).replace("</head>", f"{link}</head>"))
    if asked.path != _FEED:
        return None
    items = "".join(
        f"<item><title>Haku &amp; tuki</title><link>https://{HOST}{path}</link>"
        "<description>&lt;![CDATA[ &lt;p&gt;Haku on auki ]]&gt;</description>"
        "<pubDate>Wed, 17 Mar 2021 09:15:00 GMT</pubDate></item>"
        for path in GOOD
    )
    return Answer(f"<rss version='2.0'><channel><title>TEM</title>{items}</channel></rss>".encode(), headers=_XML)


@behaviour("a sitemap whose children are mostly gone")
def sitemap_of_404s(asked: Asked) -> Answer | None:
    if asked.path == _SITEMAP:
        children = "".join(f"<sitemap><loc>https://{HOST}{_SITEMAP}?p={n}</loc></sitemap>" for n in range(20))
        return Answer(f"<sitemapindex>{children}</sitemapindex>".encode(), headers=_XML)
    if asked.path == f"{_SITEMAP}?p=7":
        locations = f"<url><loc>https://{HOST}/-/vain-sivukartassa</loc></url>"
        return Answer(f"<urlset>{locations}</urlset>".encode(), headers=_XML)
    return page(release("Vain sivukartassa")) if asked.path == "/-/vain-sivukartassa" else None


@behaviour("sitemaps that are gzip files: one sound, one broken off, one that unpacks to 64 MB")
def packed_sitemaps(asked: Asked) -> Answer | None:
    packed = gzip.compress(f"<urlset><url><loc>https://{HOST}/-/vain-paketissa</loc></url></urlset>".encode())
    bodies: dict[str, bytes | Iterable[bytes]] = {
        "/sitemap-1.xml.gz": packed,
        "/sitemap-2.xml.gz": packed[:-12],
        "/sitemap-3.xml.gz": _bomb(64),
    }
    if asked.path == _SITEMAP:
        children = "".join(f"<sitemap><loc>https://{HOST}{path}</loc></sitemap>" for path in bodies)
        return Answer(f"<sitemapindex>{children}</sitemapindex>".encode(), headers=_XML)
    if asked.path in bodies:
        return Answer(bodies[asked.path], headers=(("Content-Type", "application/x-gzip"),))
    return page(release("Vain paketissa")) if asked.path == "/-/vain-paketissa" else None


@behaviour("a feed and a sitemap that are XML entity bombs")
def xml_bomb(asked: Asked) -> Answer | None:
    if asked.path == LISTING:
        link = f'<link rel="alternate" type="application/rss+xml" href="{_FEED}">'
        return page(listing(GOOD).replace("</head>", f"{link}</head>"))
    if asked.path not in (_SITEMAP, _FEED):
        return None
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    leak = '<!ENTITY leak SYSTEM "file:///etc/passwd">'
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "haku">{entities}{leak}]><urlset><url><loc>&l9;&leak;</loc></url></urlset>'
    return Answer(bomb.encode(), headers=_XML)


def _bomb(mebibytes: int = 512) -> Iterator[bytes]:
    """Half a gigabyte of blanks, or as much as is told, packed as it is sent."""
    packer = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    yield packer.compress(b"<html><body>")
    for _ in range(mebibytes):
        yield packer.compress(b" " * MIB)
    yield packer.flush()
