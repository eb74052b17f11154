"""How late the second version came, in hours and as a part of the application time."""

from __future__ import annotations

import msgspec
import pytest

from parsers.model import Application
from parsers.pairs.lag import lag_hours, lag_share
from tests.parsers.pairs.invented import release


@pytest.mark.parametrize(
    ("fi", "sv", "hours"),
    [
        pytest.param(("2021-03-17T11:14", None), ("2021-03-17T11:14", "2021-03-18T15:58"), 28.7, id="next_day"),
        pytest.param(("2021-03-17T11:14", None), ("2021-03-17T11:14", None), 0.0, id="together"),
        pytest.param(("2023-10-16T09:00", None), ("2023-10-16T11:30", None), 2.5, id="own_stamps"),
        pytest.param(("2020-08-24T09:28", "2020-08-25T12:30"), ("2020-08-24T09:28", None), -27.0, id="swedish_first"),
        pytest.param(("2021-03-27T12:00", None), ("2021-03-28T12:00", None), 23.0, id="clocks_forward"),
        pytest.param(("2021-10-30T12:00", None), ("2021-10-31T12:00", None), 25.0, id="clocks_back"),
        pytest.param(("2021-03-17", None), ("2021-03-17", "2021-03-18T15:58"), None, id="day_only"),
        pytest.param((None, None), ("2021-03-17T11:14", None), None, id="no_stamp"),
    ],
)
def test_lag(fi: tuple[str, str | None], sv: tuple[str, str | None], hours: float | None) -> None:
    ours, theirs = (
        release(language, "Otsikko\nTeksti.", published=published, translated=translated)
        for language, (published, translated) in (("fi", fi), ("sv", sv))
    )
    assert lag_hours(ours, theirs) == hours


@pytest.mark.parametrize(
    ("opens", "closes", "second", "share"),
    [
        pytest.param("2021-03-01", "2021-03-10", "2021-03-06T00:00", 0.5, id="half_of_ten_days"),
        pytest.param("2021-03-11", "2021-03-20", "2021-03-06T00:00", 0.0, id="before_it_opened"),
        pytest.param("2021-03-01", "2021-03-10", "2021-04-01T00:00", 1.0, id="after_it_closed"),
        pytest.param("2021-02-19", "2021-03-10", "2021-03-06T00:00", 0.25, id="only_from_the_first_version"),
        pytest.param(None, "2021-03-10", "2021-03-06T00:00", 0.5, id="opened_when_first_published"),
        pytest.param("2021-03-01", "2021-03-10T24:00", "2021-03-06T00:00", 0.5, id="midnight"),
        pytest.param("2021-03-01", None, "2021-03-06T00:00", None, id="no_closing"),
        pytest.param("2021-03-20", "2021-03-10", "2021-03-06T00:00", None, id="closes_before_it_opens"),
        pytest.param("2021-03-01", "2021-03-10", "2021-03-06", None, id="stamp_without_time"),
    ],
)
def test_share_of_the_application_time(opens: str | None, closes: str | None, second: str, share: float | None) -> None:
    fi = release("fi", "Otsikko\nTeksti.", published="2021-03-01T00:00")
    sv = release("sv", "Rubrik\nText.", published="2021-03-01T00:00", translated=second)
    window = Application(opens=opens, closes=closes)
    one_sided = (
        msgspec.structs.replace(fi, application=window),
        msgspec.structs.replace(sv, application=Application()),
    )
    assert lag_share(*one_sided) == share
    swedish_first = msgspec.structs.replace(fi, translated=second), msgspec.structs.replace(sv, translated=None)
    assert lag_share(msgspec.structs.replace(swedish_first[0], application=window), swedish_first[1]) == share
