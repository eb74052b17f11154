"""One invented call in both languages, in which one fact at a time is spoilt."""

from __future__ import annotations

from parsers.model import Release
from tests.parsers.pairs.invented import Case, release

_FI = """Energiatukea pienvesivoiman ja lämpöpumppujen selvityksiin
Työ- ja elinkeinoministeriö avaa energiatuen haun. Haettavana on {money} euroa.
Tukea voivat hakea yritykset ja kunnat. Pienin myönnettävä tuki on {least} euroa.
Hakemukset on jätettävä viimeistään {day} klo {hour}.
Tukea voi käyttää ajalla 1.1.2024–{until}.
Lisätietoja: johtava asiantuntija Tapani Suokas, p. {phone}"""
_FI_SECOND = "\nErityisasiantuntija Malin Sjöros, p. 029 506 4339"
_SV = """Energistöd för utredningar om småskalig vattenkraft och värmepumpar
Arbets- och näringsministeriet öppnar en utlysning av energistöd. Det belopp som kan sökas är {money} euro.
Företag och kommuner kan ansöka om stödet. Det minsta stöd som beviljas är {least} euro.
Ansökningarna ska lämnas in senast {day} kl. {hour}.
Stödet får användas under tiden 1.1.2024–{until}.
Ytterligare information: ledande sakkunnig {name}, tfn {phone}"""
_SV_SECOND = "\nSpecialsakkunnig Malin Sjöros, tfn 029 506 4339"
_DAYS = {
    "30.9.2023": "2023-09-30",
    "den 30 september 2023": "2023-09-30",
    "den 20 september 2023": "2023-09-20",
    "31.12.2025": "2025-12-31",
    "den 31 december 2025": "2025-12-31",
    "den 30 juni 2026": "2026-06-30",
}


def spoilt() -> list[Case]:
    """Return the call with each of its facts spoilt in turn, in the Swedish version if nothing else is said."""
    return [
        _case("agreeing", {}, None),
        _case("other_day", {"day": "den 20 september 2023"}, ("closes", "contradicts")),
        _case("other_hour", {"hour": "16.00"}, ("closes", "contradicts")),
        _case("other_sum", {"money": "570 000"}, ("total", "contradicts")),
        _case("other_minimum", {"least": "50 000"}, ("amounts", "contradicts")),
        _case("other_end_of_use", {"until": "den 30 juni 2026"}, ("use_period", "contradicts")),
        _case("swapped_digits", {"phone": "029 506 4313"}, ("contacts", "contradicts")),
        _case("misspelt_name", {"name": "Tapani Suokkas"}, ("contacts", "contradicts")),
        _case("person_missing", {"second": ""}, ("contacts", "only_fi")),
        Case("person_added", _fi(second=""), _sv(), frozenset({("contacts", "only_sv")})),
        _case("other_first_stamp", {"stamp": "2023-08-28T08:30"}, ("published", "contradicts")),
    ]


def _case(name: str, changes: dict[str, str], difference: tuple[str, str] | None) -> Case:
    return Case(name, _fi(), _sv(**changes), frozenset({difference} if difference else ()))


def _fi(**changes: str) -> Release:
    day, until = "30.9.2023", "31.12.2025"
    return _call("fi", _FI, "euroa", {"day": day, "until": until, "second": _FI_SECOND} | changes)


def _sv(**changes: str) -> Release:
    day, until = "den 30 september 2023", "den 31 december 2025"
    return _call("sv", _SV, "euro", {"day": day, "until": until, "second": _SV_SECOND} | changes)


def _call(language: str, text: str, euro: str, changes: dict[str, str]) -> Release:
    values = {"money": "750 000", "least": "15 000", "hour": "16.15", "phone": "029 506 4331"}
    values |= {"name": "Tapani Suokas", "stamp": "2023-08-28T09:30"} | changes
    people = [(values["name"], f"+358{values['phone'].replace(' ', '')[1:]}")]
    people += [("Malin Sjöros", "+358295064339")] if values["second"] else []
    return release(
        language,
        text.format_map(values) + values["second"],
        published=values["stamp"],
        translated="2023-08-29T11:00" if language == "sv" else None,
        sums={f"{values[key]} {euro}": int(values[key].replace(" ", "")) for key in ("money", "least")},
        total=int(values["money"].replace(" ", "")),
        closes=f"{_DAYS[values['day']]}T{values['hour'].replace('.', ':')}",
        used=("2024-01-01", _DAYS[values["until"]]),
        people=people,
        authority="tem",
        form="press_release",
    )
