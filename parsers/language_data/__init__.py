"""Language knowledge as data: one folder a language, one TOML file a topic, for a linguist to extend."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(language: str, topic: str) -> dict[str, Any]:
    """Return the data of one topic in one language, such as ``load("fi", "dates")``.

    Raises FileNotFoundError where there is no such file. The result is shared: do not change it.
    """
    return tomllib.loads(files(__name__).joinpath(language, f"{topic}.toml").read_text(encoding="utf-8"))
