"""A built site served on this machine."""

from __future__ import annotations

import socket
import struct
import time
from pathlib import Path
from threading import Thread

import pytest

from haku.serving import site_server
from parsers.problems import Problem

# So much that the server is still sending when its reader is gone.
_LARGE = 32 * 1024 * 1024


def test_a_reader_who_hangs_up_is_no_fault(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "aineisto.gz").write_bytes(bytes(_LARGE))
    server = site_server(tmp_path, 0)
    Thread(target=server.serve_forever, daemon=True).start()
    with socket.create_connection(server.server_address[:2]) as reader:  # type: ignore[arg-type]
        reader.sendall(b"GET /aineisto.gz HTTP/1.0\r\n\r\n")
        assert reader.recv(1024).startswith(b"HTTP/1.0 200")
        # Closed at once, whatever is still on its way.
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    time.sleep(0.2)
    server.shutdown()
    server.server_close()
    assert capfd.readouterr().err == ""


def test_a_taken_port_is_a_problem(tmp_path: Path) -> None:
    server = site_server(tmp_path, 0)
    with pytest.raises(Problem, match=f"port {server.server_port} is taken"):
        site_server(tmp_path, server.server_port)
    server.server_close()
