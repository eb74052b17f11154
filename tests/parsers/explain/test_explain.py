"""Explanations: every fact of a release is explained, by the very characters it was read from."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from parsers.capture import Capture
from parsers.explain import Step, explain
from parsers.model import Release
from parsers.release import read_release

PAGE = """<html><body><main><h1>Kaksi miljoonaa euroa museoille</h1><p>Museovirasto 1.9.2022 9.00</p><p>Tiedote</p>
<p>Avustukseen on varattu enintään 1 950 000 euroa. Haku on avoinna 12.9.–14.10.2022 klo 16.15 saakka, ja avustusta
voivat hakea kunnat. Päätökset tehdään joulukuussa 2022. Avustus on käytettävä 1.1.2023–30.6.2024.
Hakemuksen täyttämisestä kerrotaan infotilaisuudessa 21.9.2022. Hakijan omarahoitusosuus on vähintään 20 prosenttia.</p>
<h2>Lisätietoja</h2><p>ylitarkastaja Aino Esimerkki, p. 0295 330 816, aino.esimerkki@gov.fi</p></main></body></html>"""


@pytest.fixture(scope="module")
def release() -> Release:
    address = "https://okm.fi/-/museot"
    return read_release(Capture(address, datetime(2026, 11, 1, 9, tzinfo=UTC), PAGE.encode(), charset="utf-8"))


def values(release: Release, reader: str, *, taken: bool = True) -> list[str]:
    return [step.value for step in explain(release) if step.reader == reader and step.taken is taken]


def test_every_fact_is_explained(release: Release) -> None:
    assert values(release, "kind")[-1] == "call"
    assert values(release, "amounts") == ["2000000 EUR (available)", "1950000 EUR at_most (available)"]
    assert values(release, "total") == ["2000000 EUR (available)", "1950000 EUR at_most (available)"]
    assert values(release, "application") == ["2022-09-12/2022-10-14T16:15"]
    assert values(release, "use_period") == ["2023-01-01/2024-06-30"]
    assert values(release, "decision_date") == ["2022-12-01/2022-12-31"]
    assert values(release, "self_financing") == ["20 %"]
    assert values(release, "contacts") == ["Aino Esimerkki, ylitarkastaja, +358295330816, aino.esimerkki@gov.fi"]
    assert values(release, "eligibility") == ["municipalities"]


def test_what_lost_is_told_with_its_weights(release: Release) -> None:
    (event,) = [step for step in explain(release) if step.value == "2022-09-21" and step.reader == "application"]
    assert not event.taken and event.weights["event"] < 0 < max(event.weights.values())


def test_evidence_is_the_very_characters(release: Release) -> None:
    pieces = [step.evidence for step in explain(release) if step.evidence]
    assert len(pieces) > 10
    assert all(release.blocks[piece.block].text[piece.start : piece.end] == piece.text for piece in pieces)


def test_rules_name_the_data_that_decided(release: Release) -> None:
    data = Path(__file__).parents[3] / "parsers/language_data/fi"
    named = {step.rule.split(".toml")[0] for step in explain(release) if ".toml" in step.rule}
    assert named >= {"kind", "amounts", "application", "use_period", "decision", "self_financing", "eligibility"}
    assert all((data / f"{name}.toml").is_file() for name in named)


def test_step_has_no_weight_of_nothing(release: Release) -> None:
    steps: tuple[Step, ...] = explain(release)
    assert all(abs(weight) > 0 for step in steps for weight in step.weights.values())
