"""`haku site`: what it is told of whoever publishes the site."""

from __future__ import annotations

from pathlib import Path

from tests.haku.conftest import Run


def test_the_operator_is_named_on_the_site_in_its_languages(run: Run, archive: Path, tmp_path: Path) -> None:
    named = {"fi": "Kirjasto", "sv": "Biblioteket"}
    options = [f"--operator={code}={name} <arkisto@example.org>" for code, name in named.items()]
    done = run("--archive", archive, "site", "--output", tmp_path / "site", *options)
    assert done.returncode == 0, done.stderr
    for language, name in {**named, "en": "Kirjasto"}.items():
        page = (tmp_path / "site" / language / "about/index.html").read_text(encoding="utf-8")
        assert f'{name} (<a href="mailto:arkisto@example.org"' in page


def test_an_operator_without_an_address_is_told_before_anything_is_built(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    done = run("--archive", archive, "site", "--output", tmp_path / "site", "--operator", "Kirjasto", language="fi")
    assert done.returncode == 1 and not (tmp_path / "site").exists()
    assert done.stderr.startswith("haku: --operator 'Kirjasto' ei ole sähköposti- tai verkko-osoite")
