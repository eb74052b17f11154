"""Pages from the web are hostile: what they say stays text on every page of the site, in a real browser."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser

from index.fulltext import BrowserTerms
from parsers.model import (
    Attachment,
    Block,
    CaseNumber,
    Contact,
    Difference,
    Eligibility,
    Evidence,
    Link,
    Pair,
    Release,
    Warning,
)
from sitegen.build import build
from tests.site.browsing import opened, served
from tests.site.sample import SampleArchive

pytestmark = pytest.mark.browser

ATTACKS = [
    "<script>document.title='owned'</script>",
    "<img src=x onerror=document.title='owned'>",
    "\"><svg onload=document.title='owned'>",
    "' onfocus=document.title='owned' autofocus='",
    "</title></style></textarea><script>document.title='owned'</script>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:document.title='owned'",
    "</template><script>document.title='owned'</script>",
    "&lt;script&gt;document.title='owned'&lt;/script&gt;",
    "‮evil\u0000\u2028<b onclick=document.title='owned'>",
]


def hostile(archive: SampleArchive) -> SampleArchive:
    """Return the sample archive with an attack in every field that comes from a page, another one in each release."""
    attacks = dict(zip(archive.stored, cycle(ATTACKS), strict=False))
    stored = {key: spoiled(release, attacks[key]) for key, release in archive.stored.items()}
    return replace(archive, stored=stored, joined=[spoiled_pair(pair, attacks[pair.fi.id]) for pair in archive.joined])


def spoiled(release: Release, attack: str) -> Release:
    text = f"{attack} avustus {attack}"
    evidence = Evidence(block=1, start=0, end=len(attack), text=attack)
    contact = Contact(name=attack, title=attack, organisation=attack, phone=attack, email=attack, evidence=evidence)
    return msgspec.structs.replace(
        release,
        url=f"https://tem.fi/-/{attack}" if release.language == "fi" else attack,
        title=text,
        blocks=(Block(type="h1", text=text), *(Block(type=kind, text=text) for kind in ("p", "li", "blockquote"))),
        organisation=attack,
        authority=None,
        form=attack,
        contacts=(contact,),
        links=(Link(url="javascript:document.title='owned'", text=attack, block=1),),
        attachments=(Attachment(url=attack, text=attack, media_type=attack, block=1),),
        warnings=(Warning(code="other", field="closes", detail=attack),),
        eligibility=(Eligibility(groups=(), evidence=evidence),),
        case_numbers=(CaseNumber(value=attack, evidence=evidence),),
        amounts=(),
        application=msgspec.structs.replace(release.application, evidence=(evidence,)),
        use_period=None,
        digest=attack,
    )


def spoiled_pair(pair: Pair, attack: str) -> Pair:
    difference = Difference(field="contacts", kind="contradicts", fi=attack, sv=attack)
    return msgspec.structs.replace(pair, alignment=(), differences=(difference,))


def test_attacks_stay_text(browser: Browser, archive: SampleArchive, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(hostile(archive), site, "https://example.org/", terms=BrowserTerms())
    paths = [f"{page.parent.relative_to(site)}/" for page in site.glob("fi/*/*/index.html")]
    paths += ["en/", "fi/", "fi/differences/", "fi/browse/year/2024/", "fi/search/?q=avustus"]
    paths += ["en/search/?q=%3Cscript%3Edocument.title=1%3C/script%3E&kind=%22%3E%3Cb%3E"]
    assert len(paths) > 25
    with served(site) as host, opened(browser) as page:
        for path in paths:
            page.goto(host + path)
            if "search" in path:
                page.wait_for_load_state("networkidle")
            assert page.title() != "owned", path
            assert (
                page.locator(
                    "script:not([src]):not([type='application/ld+json']), img, [onerror], [onload], [onfocus], [onclick]"
                ).count()
                == 0
            ), path
            assert page.locator("a[href^='javascript:' i]").count() == 0, path
