from __future__ import annotations

from parsers.text.remembered import remembered


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
