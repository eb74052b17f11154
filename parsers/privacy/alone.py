"""What else means a person in a text that has the whole name: surname, given name and initials by themselves.

A surname is theirs wherever it has a capital; in small letters it is a word ("mäki"). A given name is theirs where it
has a capital and nobody else's surname stands beside it. A given name that is also a word ("Anna palautetta") is left
at the beginning of a sentence, where words have capitals, too; one that is also a town's or a company's, everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parsers.privacy.forms import is_form, is_given_form
from parsers.privacy.names import (
    Name,
    Place,
    find_surname,
    given_beginning,
    is_surname_like,
    read_name,
    surname_beginning,
    surname_end,
    words_from,
)
from parsers.privacy.words import given_names, listed, small

# "M. ", "M.", "M. J. ", "M ": before a surname
_INITIALS_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_](?:\.\s?[^\W\d_]){0,2}(?:\.\s?|\s)$")
# " M.", ", M. J.", " M": behind one
_INITIALS_BEHIND = re.compile(r",?\s([^\W\d_](?:\.\s?[^\W\d_]){0,2}(?:\.|(?![\w'’:-])))(?![\w])")
# What follows a name directly, or in the next cell
_FOLLOWER = re.compile(r"(\s?\|)?[ \u00a0]{1,2}([^\W\d_](?:[\w'’-]{0,60}\w)?)(\.?)")
# "M. Korhonen": where all is in capitals the next word tells nothing
_NEXT_CAPITAL = re.compile(r"\s[A-ZÅÄÖ][^\W\d_A-ZÅÄÖ]")
# "von Essen", "von der Leyen", but not "den 5 maj"
_BEFORE_CAPITAL = re.compile(r"\s(?:[a-z]{2,4}\s)?[A-ZÅÄÖ]")
_SENTENCE_END = re.compile(r"[.!?:\n|]")
_LETTERS = re.compile(r"[^\W\d_]{2,60}")
_INITIALS_REACH = 12
_REACH = 64
# A short word in capitals is an acronym: "ESA", "EVA"
_LONGEST_ACRONYM = 4
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "…", "\n", "|", "•")
_MARKS = " \u00a0\"'“”»«„‘’([{–—-"


@lru_cache(maxsize=4096)
def traces(name: str) -> tuple[str, ...]:
    """Return what has to be in a text in small letters, one of it, for anything there to be a person's.

    >>> traces("Matti Öhberg")
    ('öhberg', 'mat', 'm.ö.', 'm. ö.')
    """
    who = read_name(name)
    return (surname_beginning(who), *map(given_beginning, who.given), *_dotted(who))


def find_alone(name: str, text: str, others: frozenset[str] = frozenset()) -> list[Place]:
    """Return where a person is meant without the whole name, in a text that has it.

    `others` are the surnames of other persons with the same given name; `surnames_of_others` reads them.

    >>> text = "Matti kertoo. M. Öhberg ja Öhberg, M.: (M.Ö.) Matille ja Matti Ahon mukaan Öhbergin"
    >>> [text[start:end] for start, end in find_alone("Matti Öhberg", text)]
    ['M. Öhberg', 'Öhberg, M.', 'Öhbergin', 'M.Ö.', 'Matti', 'Matille']
    """
    who, low = read_name(name), small(text)
    surnames = find_surname(name, text) if who.is_whole else []
    found = [_with_initials(who, text, low, place) for place in surnames]
    found += _initials(who, text, low)
    return [*found, *(place for given in who.given for place in _given(who, given, text, low, others))]


def surnames_of_others(name: str, text: str) -> frozenset[str]:
    """Return the surnames that stand behind the same given name.

    >>> surnames_of_others("Anna Virtanen", "Anna Lehto, Anna Virtanen ja ANNA KERTOO")
    frozenset({'lehto'})
    """
    who, low = read_name(name), small(text)
    ends = [end for given in who.given for _, end in words_from(given, low)]
    words = (match[2] for end in ends if (match := _FOLLOWER.match(text, end)) and not match[1])
    return frozenset(
        small(word)
        for word in words
        if word[0].isupper() and not word.isupper() and not is_form(small(word), who.surname)
    )


def _with_initials(who: Name, text: str, low: str, place: Place) -> Place:
    """Return a surname's place with the initials beside it, where they are the person's."""
    start, end = place
    floor = max(0, start - _INITIALS_REACH)
    before = _INITIALS_BEFORE.search(text[floor:start])
    if before and _is_initial(who, text, floor + before.start()):
        return floor + before.start(), end
    behind = _INITIALS_BEHIND.match(text, end)
    if behind and _is_initial(who, text, behind.start(1)):
        is_next = text[end] == "," and _NEXT_CAPITAL.match(text, behind.end())
        return start, end if is_next else behind.end()
    return place


def _is_initial(who: Name, text: str, at: int) -> bool:
    return bool(who.given) and text[at].isupper() and small(text[at]) == who.given[0][0]


def _initials(who: Name, text: str, low: str) -> Iterator[Place]:
    """Give "M.Ö." and "M. Ö.", where no other surname follows."""
    for initials in _dotted(who):
        at = low.find(initials)
        while at >= 0:
            end = at + len(initials)
            is_apart = not (low[at - 1 : at].isalnum() or low[at - 1 : at] == "." or low[end : end + 1].isalnum())
            is_written = text[at].isupper() and text[end - 2].isupper()
            if is_apart and is_written and not _NEXT_CAPITAL.match(text, end):
                yield at, end
            at = low.find(initials, end)


def _dotted(who: Name) -> tuple[str, ...]:
    return tuple(f"{who.given[0][0]}{between}{who.surname[0]}." for between in (".", ". ")) if who.given else ()


def _given(who: Name, given: str, text: str, low: str, others: frozenset[str]) -> Iterator[Place]:
    """Give where a given name stands that is the person's, with what belongs to it behind: "Matti Ö."."""
    if len(given) < 2 or given in listed("never_alone"):
        return
    for start, end in words_from(given_beginning(given), low):
        if not text[start].isupper() or not is_given_form(low[start:end], given):
            continue
        if behind := _own_behind(who, text, low, end):
            yield start, behind
        elif not _is_word({given, low[start:end]}, text, start, end) and not _is_others(
            who, text, low, start, end, others
        ):
            yield start, end


def _own_behind(who: Name, text: str, low: str, end: int) -> int | None:
    """Return where the surname, or its initial, ends that follows a given name, whatever its letters: "Pia lampi"."""
    follower = _FOLLOWER.match(text, end)
    if not follower or follower[1]:
        return None
    if follower[3] and len(follower[2]) == 1 and small(follower[2]) == who.surname[0] and follower[2].isupper():
        return follower.end()
    return surname_end(who, text, low, follower.span(2))


def _is_word(forms: set[str], text: str, start: int, end: int) -> bool:
    """Whether a given name, or its form, stands where it may be a word, or an acronym among small letters."""
    is_capitals = text[start:end].isupper()
    if forms & listed("given_words"):
        return is_capitals or _begins_sentence(text, start)
    return is_capitals and end - start <= _LONGEST_ACRONYM and not _amid_capitals(text, start, end)


def _begins_sentence(text: str, at: int) -> bool:
    """Tell whether a sentence, line or cell begins at a place.

    >>> _begins_sentence("Kiitos. Anna", 8), _begins_sentence("– Anna", 2), _begins_sentence("sanoo Anna", 6)
    (True, True, False)
    """
    before = text[max(0, at - 8) : at].rstrip(_MARKS)
    return not before or before.endswith(_SENTENCE_ENDS)


def _amid_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words beside a word in its sentence are in capitals, too; a word by itself is."""
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
    behind = _SENTENCE_END.split(text[end : end + _REACH])[0]
    beside = [*_LETTERS.findall(before)[-1:], *_LETTERS.findall(behind)[:1]]
    return all(word.isupper() for word in beside)


def _is_others(who: Name, text: str, low: str, start: int, end: int, others: frozenset[str]) -> bool:
    """Whether a given name is another person's: "Anna Korhonen", "Anna von Essen", "Korhonen, Anna", "Sanna Marin"."""
    return _is_others_behind(who, text, end, others) or _is_others_before(who, text, low, start, others)


def _is_others_behind(who: Name, text: str, end: int, others: frozenset[str]) -> bool:
    follower = _FOLLOWER.match(text, end)
    if not follower:
        return False
    cell, word, point = follower.groups()
    low = small(word)
    if low in listed("particles"):
        return not cell and _BEFORE_CAPITAL.match(text, follower.end()) is not None
    if not word[0].isupper() or low in who.given:
        return False
    if len(word) == 1:
        return bool(point)
    return low in others or is_surname_like(low) if cell or word.isupper() else True


def _is_others_before(who: Name, text: str, low: str, start: int, others: frozenset[str]) -> bool:
    before = text[max(0, start - _REACH) : start]
    joint = next((each for each in (", ", " | ", " ", "\u00a0") if before.endswith(each)), None)
    words = before.removesuffix(joint).replace("\n", " \n ").split(" ")[-2:] if joint else []
    word = words[-1].lstrip(_MARKS) if words else ""
    if not word[:1].isupper() or small(word) in who.given or is_form(small(word), who.surname):
        return False
    if small(word) in given_names():
        return joint == " "
    is_attached = len(words) > 1 and words[-2][:1].isupper() and words[-2][-1:].isalnum()
    return not is_attached and (small(word) in others or is_surname_like(small(word)))
