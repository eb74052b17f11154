"""Structures met for the first time by several threads at once, which alone crashes msgspec."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest

from parsers.structs import from_json, from_msgpack, from_plain

# In a process of its own: what goes wrong is no exception.
CROWD = """
import sys
from threading import Barrier, Thread
import msgspec
from parsers.structs import {name} as read
sys.setswitchinterval(1e-6)
fields = [(f"a{{number}}", "int | None") for number in range(30)]
values = {{name: 1 for name, _ in fields}}
for number in range(60):
    inner = msgspec.defstruct(f"Inner{{number}}", fields)
    outer = msgspec.defstruct(f"Outer{{number}}", [(f"f{{one}}", inner) for one in range(10)])
    given = {{f"f{{one}}": values for one in range(10)}}
    data = given if read.__name__ == "from_plain" else getattr(msgspec, read.__name__[5:]).encode(given)
    together = Barrier(4)
    def meet():
        together.wait()
        assert read(data, outer).f0.a0 == 1
    threads = [Thread(target=meet) for _ in range(4)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
"""


@pytest.mark.parametrize("name", ["from_json", "from_msgpack", "from_plain"])
def test_threads_may_meet_a_structure_at_once(name: str) -> None:
    done = subprocess.run([sys.executable, "-c", CROWD.format(name=name)], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


class Point(msgspec.Struct):
    x: int


def test_what_is_none_is_refused() -> None:
    assert from_json(b'{"x": 1}', Point) == from_msgpack(msgspec.msgpack.encode({"x": 1}), Point) == Point(1)
    with pytest.raises(msgspec.ValidationError):
        from_json(b'{"x": "1"}', Point)
    with pytest.raises(msgspec.ValidationError):
        from_msgpack(msgspec.msgpack.encode({}), Point)
    with pytest.raises(msgspec.ValidationError):
        from_plain({"x": "1"}, Point)
