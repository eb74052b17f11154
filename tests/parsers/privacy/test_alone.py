"""What means a person besides the whole name, in texts that have it; and other persons and words, which stay."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.privacy import MASK, Person, Redactor


def _left(name: str, text: str) -> str:
    """What is left of a text that names the person whole; the part that does so is cut off."""
    head = f"{name} nimitettiin.\n"
    left = Redactor([Person(name)]).text(head + text)
    assert name not in left and len(left) == len(head + text)
    return left[len(head) :]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("M. ÖHBERG ja M. Öhberg", "█. ██████ ja █. ██████", id="initial"),
        pytest.param("M.Öhberg, M.J. Öhberg", "█.██████, █.█. ██████", id="initials"),
        pytest.param("M Öhberg", "█ ██████", id="initial_without_point"),
        pytest.param("A. Öhberg", "A. ██████", id="another_initial"),
        pytest.param("Öhberg M. ja Öhberg, M.", "██████ █. ja ██████, █.", id="initial_behind"),
        pytest.param("Öhberg, M. Korhonen", "██████, M. Korhonen", id="initial_of_the_next"),
        pytest.param("Öhberg M, Aho A", "██████ █, Aho A", id="list_of_works"),
        pytest.param("Öhbergin M-sarja", "████████ M-sarja", id="no_initial"),
        pytest.param("(M.Ö.) ja M. Ö.", "(█.█.) ja █. █.", id="both_initials"),
        pytest.param("M.Ö. Korhonen ja M.Öljy", "M.Ö. Korhonen ja M.Öljy", id="initials_of_another"),
        pytest.param("Matti kertoo lisää", "█████ kertoo lisää", id="given_name"),
        pytest.param("MATTI KERTOO LISÄÄ", "█████ KERTOO LISÄÄ", id="given_name_in_capitals"),
        pytest.param("Soita Matille, Matilta", "Soita ███████, ███████", id="given_name_inflected"),
        pytest.param("Matin ja Mattia", "█████ ja ██████", id="given_name_graded"),
        pytest.param("Matti Ö. soitti", "█████ █. soitti", id="given_name_and_initial"),
        pytest.param("matti kertoo", "matti kertoo", id="given_name_in_small_letters"),
        pytest.param("Matti TEM:stä", "█████ TEM:stä", id="before_an_acronym"),
        pytest.param("Matti Korhonen kertoo", "Matti Korhonen kertoo", id="another"),
        pytest.param("Matti K. Korhonen, Matti K.", "Matti K. Korhonen, Matti K.", id="another_with_initial"),
        pytest.param("MATTI KORHONEN kertoo", "MATTI KORHONEN kertoo", id="another_in_capitals"),
        pytest.param("Matti Leht ja MATTI LEHT", "Matti Leht ja MATTI LEHT", id="another_known_from_the_text"),
        pytest.param("Matti von Essen", "Matti von Essen", id="another_with_particle"),
        pytest.param("Matti den 5 maj, Matti la 7.5.", "█████ den 5 maj, █████ la 7.5.", id="no_particle"),
        pytest.param("Korhonen Matti, Korhonen, Matti", "Korhonen Matti, Korhonen, Matti", id="another_turned"),
        pytest.param("Korhonen | Matti", "Korhonen | Matti", id="another_in_cells"),
        pytest.param("Matti | Korhonen", "Matti | Korhonen", id="another_in_cells_given_name_first"),
        pytest.param("Matti | Projektipäällikkö", "█████ | Projektipäällikkö", id="cells"),
        pytest.param("Matti-Juhani Aho, Juha-Matti", "Matti-Juhani Aho, Juha-Matti", id="double_given_name"),
        pytest.param("Mattila, Mattilan", "Mattila, Mattilan", id="longer_word"),
        pytest.param("öhberg", "öhberg", id="surname_in_small_letters"),
        pytest.param("ÖHBERGILLE", "██████████", id="surname_in_capitals"),
        pytest.param("Öhberg-palkinto", "██████-palkinto", id="before_a_hyphen"),
        pytest.param("Öhberg-Aho", "Öhberg-Aho", id="double_surname"),
    ],
)
def test_texts(text: str, left: str) -> None:
    assert _left("Matti Öhberg", text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("matti.ohberg ät gov.fi", "█████.██████ ät gov.fi", id="ät"),
        pytest.param("matti.ohberg(ät)gov.fi", "█████.██████(ät)gov.fi", id="ät_in_brackets"),
        pytest.param("matti.ohberg [ät] gov.fi", "█████.██████ [ät] gov.fi", id="ät_in_square_brackets"),
        pytest.param("mattiohberg at gov.fi", "███████████ at gov.fi", id="at"),
        pytest.param("matti.ohberg @ gov.fi", "█████.██████ @ gov.fi", id="at_sign_apart"),
        pytest.param("m.ohberg@gov.fi", "█.██████@gov.fi", id="initial"),
        pytest.param("#MattiÖhberg #mattiohberg", "#███████████ #███████████", id="hashtags"),
        pytest.param("@mattiohberg @MattiOhberg", "@███████████ @███████████", id="handles"),
        pytest.param("@matti_ohberg matti_ohberg", "@████████████ ████████████", id="underscore"),
        pytest.param("@mohberg #öhberg", "@███████ #██████", id="surname"),
        pytest.param("#haku @ministeri", "#haku @ministeri", id="other_tags"),
    ],
)
def test_addresses_and_tags(text: str, left: str) -> None:
    assert _left("Matti Öhberg", text) == left


def test_a_tag_or_an_address_names_a_person_whole() -> None:
    redactor = Redactor([Person("Matti Öhberg")])
    assert redactor.text("Öhberg kertoo: matti.ohberg@gov.fi") == "██████ kertoo: █████.██████@gov.fi"
    assert redactor.text("#MattiÖhberg: Matti kertoo") == "#███████████: █████ kertoo"
    assert redactor.text("Öhberg kertoo, Matti myös") == "Öhberg kertoo, Matti myös"


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        pytest.param("Anna Virtanen", "Anna palautetta!", "Anna palautetta!", id="imperative"),
        pytest.param("Anna Virtanen", "– Anna palautetta. Anna aikaa", "– Anna palautetta. Anna aikaa", id="sentences"),
        pytest.param("Anna Virtanen", "| Anna | ”Anna", "| Anna | ”Anna", id="cell_and_quotation"),
        pytest.param("Anna Virtanen", "ANNA PALAUTETTA", "ANNA PALAUTETTA", id="imperative_in_capitals"),
        pytest.param("Anna Virtanen", "Sen sanoi Anna, kysy Annalta", "Sen sanoi ████, kysy ███████", id="within"),
        pytest.param("Anna Virtanen", "Sen sanoi Anna Korhonen", "Sen sanoi Anna Korhonen", id="another"),
        pytest.param("Toivo Koivunen", "Toivo on herännyt", "Toivo on herännyt", id="word"),
        pytest.param("Satu Koivunen", "Satu alkaa. Kiittää Satua", "Satu alkaa. Kiittää █████", id="word_inflected"),
        pytest.param("Stig Lindqvist", "Stig in! Fråga Stig.", "Stig in! Fråga ████.", id="swedish"),
        pytest.param("Maj Lindqvist", "Maj månad, den 1 Maj", "Maj månad, den 1 Maj", id="month"),
        pytest.param("Salla Koivunen", "Haku on auki Sallan kunnassa", "Haku on auki Sallan kunnassa", id="place"),
        pytest.param(
            "Riitta Koivunen", "Riita jatkuu, soita Riitalle", "Riita jatkuu, soita ████████", id="form_a_word"
        ),
        pytest.param("Mari Koivunen", "Sanna Marin ja Maria, Marin", "Sanna Marin ja Maria, █████", id="names_alike"),
        pytest.param("Esa Koivunen", "Avaruusjärjestö ESA", "Avaruusjärjestö ESA", id="acronym"),
        pytest.param("Esa Koivunen", "ESA KERTOO", "███ KERTOO", id="no_acronym"),
        pytest.param("Aki Koivunen", "AVIn ja Ain", "AVIn ja Ain", id="grades_of_surnames"),
        pytest.param("Pia Lampi", "PIA LAMPI JA LAMPI", "███ █████ JA █████", id="surname_in_capitals"),
        pytest.param("Pia Lampi", "lampi, lammella; Pia lampi", "lampi, lammella; ███ █████", id="surname_a_word"),
        pytest.param("Kai Aalto", "Aalto-yliopisto", "Aalto-yliopisto", id="surname_in_a_name"),
        pytest.param("Bo Ek", "Ek ja B. Ek", "Ek ja B. Ek", id="short_surname"),
        pytest.param("Anna Kaisu Koivunen", "Sanoo Kaisu ja Anna", "Sanoo █████ ja ████", id="two_given_names"),
        pytest.param("Carl von Essen", "Sanoi Carl, von der Leyen", "Sanoi ████, von der Leyen", id="particle"),
    ],
)
def test_words_and_names(name: str, text: str, left: str) -> None:
    assert _left(name, text) == left


_PERSONS = {
    "Matti Öhberg": ("Matti Matin Matille", "Öhberg Öhbergin Öhbergille", "ohberg"),
    "Pirkko Koskimäki": ("Pirkko Pirkon Pirkolta", "Koskimäki Koskimäen Koskimäelle", "koskimaki"),
    "Markus Lindström": ("Markus Markuksen Markukselle", "Lindström Lindströmin Lindströms", "lindstrom"),
    "Hannele O’Brien": ("Hannele Hannelen Hannelelle", "O’Brien O'Brien O’Briens", "obrien"),
}
_AROUND = st.lists(st.sampled_from(["avustusta", "hakee", "ja", "2 000", "ßİ", "haku"]), min_size=1, max_size=4)


@st.composite
def _lines(draw: st.DrawFn, name: str) -> tuple[str, str, str]:
    """A line that mentions a person in some casing, order and form: what is before, the mention, what is behind."""
    given_forms, surname_forms, plain = _PERSONS[name]
    first, last = name.split()
    form, given_form = draw(st.sampled_from(surname_forms.split())), draw(st.sampled_from(given_forms.split()))
    whole = [f"{first} {form}", f"{first} K. {form}", f"{form} {first}", f"{form}, {first}"]
    tag = f"#{first}{last}".replace("’", "")
    tags = [f"@{first}{plain}", f"@{first[0]}{plain}", f"#{first}_{plain}", f"{first}.{plain}"]
    part = [
        form,
        given_form,
        f"{first[0]}. {form}",
        f"{form}, {first[0]}.",
        f"{form} {first[0]}.",
        f"{first} {last[0]}.",
    ]
    cases: list[Callable[[str], str]] = [str, str.upper, str.lower]
    case = draw(st.sampled_from(cases))
    mention = draw(st.sampled_from([*whole, *tags] if case is str.lower else [*whole, *tags, *part, tag]))
    before, behind = " ".join(draw(_AROUND)), " ".join(draw(_AROUND))
    at = draw(st.sampled_from(["@", " ät ", "(ät)", " [at] "])) + "gov.fi" if mention == tags[-1] else ""
    line = (f"{before} ", mention, f"{at} {behind}\n")
    return (case(line[0]), case(line[1]), case(line[2])) if case is str.upper else (line[0], case(line[1]), line[2])


@given(data=st.data(), name=st.sampled_from(sorted(_PERSONS)))
def test_nothing_of_a_name_is_left_and_all_else_is(data: st.DataObject, name: str) -> None:
    lines = [("", name, "\n"), *data.draw(st.lists(_lines(name), min_size=1, max_size=4))]
    text = "".join(map("".join, lines))
    expected = "".join(before + re.sub(r"\w", MASK, mention) + behind for before, mention, behind in lines)
    assert Redactor([Person(name)]).text(text) == expected


_HOSTILE = [
    "Matti ",
    "Öhberg ",
    "Matti, ",
    "M. ",
    "M.Ö. ",
    "Öhberg, ",
    "matti:",
    "@",
    "#",
    "matti_",
    "matti-",
    "a at a.",
]


@pytest.mark.parametrize("piece", [*_HOSTILE, "Öhberg Matti\n", "(ät) ", "Öhberg-", "| ", "İ", " "])
def test_hostile_texts_take_time_in_proportion(piece: str) -> None:
    redactor = Redactor([Person("Matti Öhberg", ("0295 047 990",), ("matti.ohberg@gov.fi",))])
    began = time.process_time()
    text = "Matti Öhberg " + piece * (100_000 // len(piece))
    assert len(redactor.text(text)) == len(text)
    assert time.process_time() - began < 8
