"""`haku forget`, end to end: pages, index, exports and feeds of the next build, and everything made anew."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.samplesite.pdf import make_pdf
from crawler.warc.store import WarcStore
from parsers.capture import Capture
from parsers.urls import release_id
from tests.haku.conftest import Run


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(archive, tmp_path / "archive"))


def _someone(run: Run, own: Path) -> tuple[str, str, str]:
    """A person whom several releases name, with number and address."""
    releases = map(json.loads, run("--archive", own, "export", "releases").stdout.splitlines())
    contacts = [contact for release in releases for contact in release["contacts"]]
    whole = [each for each in contacts if each["name"] and each["phone"] and each["email"]]
    names = [each["name"] for each in whole]
    found = max(whole, key=lambda each: names.count(each["name"]))
    return found["name"], found["phone"], found["email"]


def _files(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8", "replace") for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_person_is_named_no_more(run: Run, own: Path, saved_pages: Path, tmp_path: Path) -> None:
    name, phone, email = _someone(run, own)
    surname = name.split()[-1]
    build = ("--archive", own, "site", "--output", tmp_path / "site", "--base-url", "https://example.org/a/")
    before = run(*build)
    assert before.returncode == 0 and name in _files(tmp_path / "site")

    done = run("--archive", own, "forget", name, "--yes")
    assert done.returncode == 0, done.stderr
    assert phone in done.stdout and email in done.stdout
    assert (own / "forgotten.tsv").stat().st_mode & 0o077 == 0

    assert run("--archive", own, "rebuild").returncode == 0
    assert run("--archive", own, "import", saved_pages).returncode == 0
    for what in ("releases", "pairs", "english", "calls", "attachments"):
        exported = run("--archive", own, "export", what).stdout
        assert surname not in exported and phone not in exported and email not in exported
    hits = run("--archive", own, "search", f'"{name}"', "--format", "jsonl")
    assert hits.stdout == ""
    after = run(*build)
    assert after.returncode == 0, after.stderr
    site = _files(tmp_path / "site")
    assert name not in site and email not in site and phone not in site
    assert surname not in _files(own / "index")
    assert run("--archive", own, "forget").stdout.splitlines()[-1] == "1 person"


def test_it_asks_first(run: Run, own: Path) -> None:
    name, _, _ = _someone(run, own)
    refused = run("--archive", own, "forget", name)
    assert refused.returncode == 1 and not (own / "forgotten.tsv").exists()


def test_an_edited_record_wants_a_rebuild(run: Run, own: Path) -> None:
    name, _, _ = _someone(run, own)
    (own / "forgotten.tsv").write_text(f"{name}\t\t\t2026-11-22\n", encoding="utf-8")
    refused = run("--archive", own, "export", "releases")
    assert refused.returncode == 1 and refused.stdout == "" and "run haku rebuild" in refused.stderr
    assert run("--archive", own, "rebuild").returncode == 0
    assert name not in run("--archive", own, "export", "releases").stdout
    (own / "forgotten.tsv").unlink()
    assert run("--archive", own, "rebuild").returncode == 0
    assert name in run("--archive", own, "export", "releases").stdout


def test_a_damaged_record_publishes_nothing(run: Run, own: Path) -> None:
    (own / "forgotten.tsv").write_text("Virtanen\n", encoding="utf-8")
    refused = run("--archive", own, "export", "releases")
    assert refused.returncode == 1 and refused.stdout == ""
    assert "forgotten.tsv, line 1" in refused.stderr and "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["Virtanen", "--yes"], id="surname_alone"),
        pytest.param(["--phone", "112", "--yes"], id="no_number"),
        pytest.param(["--email", "anna", "--yes"], id="no_address"),
        pytest.param(["Anna\tAho Aho", "--yes"], id="tab"),
    ],
)
def test_wrong_usage(run: Run, archive: Path, arguments: list[str]) -> None:
    assert run("--archive", archive, "forget", *arguments).returncode == 2
    assert not (archive / "forgotten.tsv").exists()


_FI = "https://okm.fi/-/ohjaaja-virtasen-tyoryhma-jakaa-avustusta"
_SV = "https://okm.fi/sv/-/anna-virtanens-arbetsgrupp-delar-ut-understod"
_OTHER = "https://okm.fi/-/muita-uutisia-tyoryhmasta"
_FILE = "https://okm.fi/documents/Anna_Virtanen_muistio.pdf"
_PAGES: Mapping[str, str] = {
    _FI: f"""<html lang="fi"><head><link rel="alternate" hreflang="sv" href="{_SV}"></head><body><main>
<h1>Työryhmä jakaa avustusta</h1><p>Julkaistu 8.4.2024</p>
<p>Ohjaaja Anna Virtasen työryhmä jakaa avustusta 20 000 euroa. Hakuaika päättyy 31.5.2024 klo 16.15.</p>
<p>Muistio: <a href="{_FILE}">Virtasen muistio</a>, kirjoita <a href="mailto:a.virtanen@gov.fi">tänne</a>.</p>
</main></body></html>""",
    _SV: f"""<html lang="sv"><head><link rel="alternate" hreflang="fi" href="{_FI}"></head><body><main>
<h1>Arbetsgruppen delar ut understöd</h1><p>Publicerad 8.4.2024</p>
<p>Handledare Anna Virtanens arbetsgrupp delar ut understöd, 20 000 euro. Ansökningstiden går ut den 31 maj 2024.</p>
</main></body></html>""",
    _OTHER: f"""<html lang="fi"><body><main><h1>Muita uutisia työryhmästä</h1><p>Julkaistu 9.4.2024</p>
<p>Työryhmästä on kerrottu <a href="{_FI}">aiemmin</a> ja <a href="https://blogi.example/annavirtanen">blogissa</a>:
https://blogi.example/anna-virtanen/2024 on sen osoite.</p></main></body></html>""",
}


@pytest.fixture
def addressed(tmp_path: Path) -> Path:
    """An archive in which addresses name a person: pages', a document's, links'."""
    folder = tmp_path / "addressed"
    with WarcStore(folder / "warc") as store:
        for day, (url, page) in enumerate(_PAGES.items(), 1):
            time = datetime(2026, 11, day, 9, tzinfo=UTC)
            store.write(Capture(url, time, page.encode(), 200, "text/html", "utf-8"), role="release")
        document = make_pdf(["Muistio", "Avustusta voi hakea."])
        store.write(Capture(_FILE, time, document, 200, "application/pdf"), role="attachment")
    return folder


def test_addresses_name_nobody_either(run: Run, addressed: Path, tmp_path: Path) -> None:
    """What is joined by addresses stays joined, and a page is found by its whole one."""
    build = ("--archive", addressed, "site", "--output", tmp_path / "site", "--base-url", "https://example.org/")
    assert run("--archive", addressed, "rebuild").returncode == 0
    assert run(*build).returncode == 0 and "virtasen" in _files(tmp_path / "site").casefold()

    done = run("--archive", addressed, "forget", "Anna Virtanen", "--yes")
    assert done.returncode == 0 and "3 releases name this person" in done.stdout, done.stderr + done.stdout

    exports = {
        what: run("--archive", addressed, "export", what).stdout for what in ("releases", "pairs", "attachments")
    }
    shown = run("--archive", addressed, "show", _FI)
    assert run(*build).returncode == 0
    for text in (*exports.values(), shown.stdout, _files(tmp_path / "site"), _files(addressed / "index")):
        assert not any(form in text.casefold() for form in ("virtanen", "virtasen"))

    releases = {release["id"]: release for release in map(json.loads, exports["releases"].splitlines())}
    fi, sv, other = (releases[release_id(url)] for url in (_FI, _SV, _OTHER))
    assert fi["url"] == "https://okm.fi/-/ohjaaja-████████-tyoryhma-jakaa-avustusta"
    assert sv["url"] == "https://okm.fi/sv/-/████-█████████-arbetsgrupp-delar-ut-understod"
    assert (sv["declared"]["fi"], other["links"][0]["url"]) == (fi["url"], fi["url"])
    assert other["url"] == _OTHER
    (pair,) = map(json.loads, exports["pairs"].splitlines())
    assert (pair["method"], pair["fi"]["url"], pair["sv"]["url"]) == ("declared", fi["url"], sv["url"])
    (document,) = map(json.loads, exports["attachments"].splitlines())
    assert document["state"] == "text" and "Avustusta voi hakea" in document["text"]
    assert document["url"] == "https://okm.fi/documents/█████████████_muistio.pdf"

    page = (tmp_path / "site" / "fi" / "release" / fi["id"] / "index.html").read_text(encoding="utf-8")
    assert 'href="https://okm.fi/-/' not in page and "web.archive.org/web/2" not in page


_MENTIONED = """<html lang="fi"><head><link rel="canonical" href="https://okm.fi/-/taiteilijaryhma-sai-avustusta"></head>
<body><main><h1>ÖHBERG MATTI JA RYHMÄ SAIVAT AVUSTUSTA</h1><p>Julkaistu 8.4.2024</p>
<p>Opetus- ja kulttuuriministeriö on myöntänyt avustusta 20 000 euroa. Hakemuksen laati Öhberg Matti.</p>
<p>MATTI ÖHBERG kertoo. MATTI ÖHBERGIN haastattelu on verkossa. Kirjoittaja: matti öhberg. Esitteli M. ÖHBERG.</p>
<p>Mukana ovat M. Öhberg ja Öhberg, M. sekä Ville Korhonen. Matti kertoo lisää, ja Matille voi kirjoittaa.</p>
<p>Osoite on matti.ohberg ät gov.fi tai matti.ohberg (ät) gov.fi; tunnisteita ovat #MattiÖhberg ja @mattiohberg.</p>
<p>Rahoitusta saa myös Matti Korhonen. Hakemuksia tuli 27.</p></main></body></html>"""


def test_a_person_in_any_letters_and_order(run: Run, tmp_path: Path) -> None:
    archive, pages = tmp_path / "archive", tmp_path / "pages"
    pages.mkdir()
    (pages / "sivu.html").write_text(_MENTIONED, encoding="utf-8")
    assert run("--archive", archive, "import", pages).returncode == 0
    assert "hberg" in run("--archive", archive, "export", "releases").stdout.casefold()
    done = run("--archive", archive, "forget", "Matti Öhberg", "--yes")
    assert done.returncode == 0 and "1 release names this person" in done.stdout, done.stderr + done.stdout

    shown = run("--archive", archive, "export", "releases").stdout
    build = ("--archive", archive, "site", "--output", tmp_path / "site", "--base-url", "https://example.org/")
    assert run(*build).returncode == 0
    for text in (shown, _files(tmp_path / "site"), _files(archive / "index")):
        assert "öhberg" not in text.casefold() and "ohberg" not in text.casefold()
        assert "matille" not in text.casefold()
    assert "matti" not in shown.casefold().replace("matti korhonen", "")
    for words in ("öhberg", "mattiohberg", "ohberg"):
        assert run("--archive", archive, "search", words, "--format", "jsonl").stdout == ""
    (found,) = run("--archive", archive, "search", "avustusta", "--format", "jsonl").stdout.splitlines()
    assert json.loads(found)

    (release,) = map(json.loads, shown.splitlines())
    assert release["title"] == "██████ █████ JA RYHMÄ SAIVAT AVUSTUSTA"
    text = "\n".join(block["text"] for block in release["blocks"])
    assert "Matti Korhonen. Hakemuksia tuli 27." in text and "sekä Ville Korhonen. █████ kertoo lisää" in text
    assert "20 000 euroa" in text
