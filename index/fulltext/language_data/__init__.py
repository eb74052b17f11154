"""What the search knows of each language as data, for a linguist to extend: one TOML file a language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("fi", "sv", "en")


@cache
def load(language: str) -> dict[str, Any]:
    """Return the data of a language. The result is shared: do not change it."""
    return tomllib.loads(files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8"))
