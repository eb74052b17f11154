"""The examples in the documentation of the modules that read amounts hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import parsers.facts.amounts
import parsers.numbers

MODULES = [
    module.name
    for package in (parsers.facts.amounts, parsers.numbers)
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder()
    found = [test for name in MODULES for test in finder.find(importlib.import_module(name)) if test.examples]
    assert len(found) >= 10
