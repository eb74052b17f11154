from __future__ import annotations

import pytest

from parsers.text import remembered as module
from parsers.text.remembered import WordTable, remembered


def test_what_was_read_of_a_text_is_kept_for_who_asks_next() -> None:
    read: list[str] = []

    @remembered
    def words(text: str, language: str) -> list[str]:
        read.append(language)
        return text.split()

    assert words("haku on auki", "fi") is words("haku on auki", "fi")
    assert words("haku on auki", "sv") == ["haku", "on", "auki"]
    assert read == ["fi", "sv"]


def test_little_is_kept() -> None:
    read: list[int] = []

    @remembered
    def length(text: str) -> int:
        read.append(len(text))
        return len(text)

    for text in ("a" * 100_000, "a" * 100_000, *(f"teksti {number}" for number in range(5_000)), "teksti 0"):
        length(text)
    assert len(read) == 5_003, "neither a long text nor one of thousands ago is remembered"


def test_a_word_is_looked_into_once_and_a_full_table_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_WORDS", 2)
    asked: list[str] = []

    def find(word: str) -> int:
        asked.append(word)
        return len(word)

    table = WordTable(find)
    assert [table[word] for word in ("haku", "on", "haku", "auki", "haku")] == [4, 2, 4, 4, 4]
    assert asked == ["haku", "on", "auki", "haku"] and len(table) == 2
