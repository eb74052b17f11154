"""Numerals and number words of Finnish and Swedish text, to values."""

from parsers.numbers.figures import FIGURE, figure_value
from parsers.numbers.words import NumberWords, WordNumber, number_words

__all__ = ["FIGURE", "NumberWords", "WordNumber", "figure_value", "number_words"]
