"""Pages from the web are hostile: what they say stays text on every page of the site, in a real browser."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import icalendar
import msgspec
import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string as read_bibtex
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from index.fulltext import BrowserTerms
from parsers.model import (
    Attachment,
    Block,
    Call,
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
from tests.site.sample import BASE_URL, SampleArchive

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
    "--><script>document.title='owned'</script>]]><script>document.title='owned'</script>",
    "owned\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO",
    "owned}}\n@misc{owned, title={owned}}",
    "owned\nER  - \nTY  - JOUR\nTI  - owned",
    "=HYPERLINK(\"javascript:document.title='owned'\")",
    "%3Cscript%3Edocument.title='owned'%3C/script%3E\\u003cscript\\u003e",
]
ACTIVE = (
    "script:not([src]):not([type='application/ld+json']), img, iframe, object, embed, base,"
    " [onerror], [onload], [onfocus], [onclick]"
)


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


def hostile_calls(archive: SampleArchive) -> SampleArchive:
    """Return an archive of calls with an attack for every title, and in every field of its releases."""
    spoilt = hostile(archive)
    texts = cycle(ATTACKS)
    spoilt.__dict__["calls"] = tuple(spoiled_call(call, " ".join(islice(texts, 3))) for call in archive.calls)
    return spoilt


def spoiled_call(call: Call, attack: str) -> Call:
    members = tuple(msgspec.structs.replace(member, title=attack, url=attack) for member in call.members)
    return msgspec.structs.replace(call, titles=dict.fromkeys(call.titles, attack), members=members)


@pytest.fixture(scope="module")
def attacked(archive: SampleArchive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("attacked") / "site"
    build(hostile(archive), folder, BASE_URL, terms=BrowserTerms())
    return folder


@pytest.fixture(scope="module")
def attacked_calls(calls_archive: SampleArchive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("attacked-calls") / "site"
    build(hostile_calls(calls_archive), folder, BASE_URL, languages=("fi", "sv"))
    return folder


def test_attacks_stay_text(browser: Browser, attacked: Path) -> None:
    paths = [f"{page.parent.relative_to(attacked)}/" for page in attacked.glob("fi/*/*/index.html")]
    paths += [
        "en/",
        "fi/",
        "fi/differences/",
        "fi/browse/year/2024/",
        "fi/search/?q=avustus",
        "fi/data/",
        "sv/amounts/",
    ]
    paths += ["en/search/?q=%3Cscript%3Edocument.title=1%3C/script%3E&kind=%22%3E%3Cb%3E"]
    assert len(paths) > 25
    read_all(browser, attacked, paths)


def test_attacks_on_calls_stay_text(browser: Browser, attacked_calls: Path) -> None:
    pages = [*attacked_calls.glob("fi/call*/**/index.html"), *attacked_calls.glob("sv/calendar/**/index.html")]
    paths = [f"{page.parent.relative_to(attacked_calls)}/" for page in pages]
    assert len(paths) > 15
    read_all(browser, attacked_calls, [*paths, "fi/", "sv/differences/", "fi/figures/", "sv/translation/", "fi/data/"])


def read_all(browser: Browser, site: Path, paths: list[str]) -> None:
    with served(site) as host, opened(browser) as page:
        for path in paths:
            page.goto(host + path)
            if "search" in path:
                page.wait_for_load_state("networkidle")
            assert page.title() != "owned", path
            assert page.locator(ACTIVE).count() == 0, path
            assert page.locator("a[href^='javascript:' i], form[action^='javascript:' i]").count() == 0, path


def test_attacks_end_no_file_early(attacked: Path, attacked_calls: Path) -> None:
    """Feeds, calendars and references keep their form: an attack in one is text, and what follows it is still there."""
    for site in (attacked, attacked_calls):
        for feed in site.rglob("feed*.xml"):
            assert {child.tag.rpartition("}")[0] for child in ET.parse(feed).iter()} == {"{http://www.w3.org/2005/Atom"}
        for page in site.rglob("index.html"):
            for script in BeautifulSoup(page.read_bytes(), "lxml").select("script[type='application/ld+json']"):
                assert json.loads(script.get_text())["@context"], page


def test_attacks_add_nothing_to_a_calendar(attacked_calls: Path) -> None:
    files = list(attacked_calls.rglob("*.ics"))
    events = [event for file in files for event in icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")]
    assert files and events
    assert not [event for event in events if event.subcomponents or "ACTION" in event]
    assert any("BEGIN:VALARM" in str(event["SUMMARY"]) for event in events), "the attack is a title like any other"


def test_attacks_add_nothing_to_a_reference(attacked: Path) -> None:
    for file in attacked.rglob("*.bib"):
        library = read_bibtex(file.read_text(encoding="utf-8"))
        assert len(library.entries) == 1 and not library.failed_blocks, file
        assert library.entries[0].entry_type != "misc" or library.entries[0].key != "owned", file
    for file in attacked.rglob("*.ris"):
        assert len(rispy.loads(file.read_text(encoding="utf-8"))) == 1, file
    for file in attacked.rglob("cite*.json"):
        assert len(json.loads(file.read_text(encoding="utf-8"))) == 1, file
