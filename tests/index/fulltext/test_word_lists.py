"""The test lists through the index: what any form of a word finds, what it should not find, names and numbers.

Every form stands in a text of its own, between words that nobody looks for. Run with -s for the misses and the extra hits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import pytest

from index.fulltext.query.lexer import LITERAL  # placeholder
