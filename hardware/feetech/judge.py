"""What only the judge of a simulated bus may ask, beside the wire: reset, step, state and faults, as lines of JSON on a local socket."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import tempfile
import threading
from pathlib import Path
from typing import Any

from heedful.hardware.ros2.seam import LinkLost

WAIT = 60.0
"""How long a reset may take [s]."""


def beside(port: str) -> Path:
    """Where the judge of the simulated bus on a port listens."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    return Path(tempfile.gettempdir()) / f"heedful-bus-{user}-{port.strip('/').replace('/', '-')}.sock"


def simulated(port: str) -> bool:
    """Whether a simulated bus is on that port."""
    try:
        Judge(port).close()
    except LinkLost:
        return False
    return True


class Judge:
    """A line to the simulator behind a port. Raises LinkLost where there is none."""

    def __init__(self, port: str) -> None:
        self._port = port
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(WAIT)
        try:
            self._socket.connect(str(beside(port)))
        except OSError:
            self._socket.close()
            raise LinkLost(f"there is no simulated bus on {port}") from None
        self._lines = self._socket.makefile("rb")
        self._lock = threading.Lock()

    def ask(self, do: str, **fields: Any) -> dict[str, Any]:
        """What it answers. Raises LinkLost if it does not, ValueError for what it refuses."""
        try:
            with self._lock:
                self._socket.sendall(json.dumps({"do": do, **fields}).encode() + b"\n")
                line = self._lines.readline()
        except OSError as error:
            raise LinkLost(f"the simulator behind {self._port} does not answer ({error})") from None
        if not line:
            raise LinkLost(f"the simulator behind {self._port} has ended")
        told: dict[str, Any] = json.loads(line)
        if "error" in told:
            raise ValueError(told["error"])
        return told

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._lines.close() if hasattr(self, "_lines") else None
            self._socket.close()
