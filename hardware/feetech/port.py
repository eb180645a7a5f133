"""Serial ports: found, opened, and told apart when they cannot be, each in one sentence."""

from __future__ import annotations

import contextlib
import glob
import os
import select
import sys
from typing import Any, Protocol

from heedful.hardware.feetech.registers import BAUD
from heedful.hardware.ros2.seam import LinkLost, MissingExtra

PATTERNS = ("/dev/ttyACM*", "/dev/ttyUSB*", "/dev/tty.usbmodem*", "/dev/tty.usbserial*")
PLAIN = ("/dev/pts/", "/dev/ttys0")
"""Pseudo-terminals, which need no baud rate."""


class Port(Protocol):
    """A way for bytes, both ways. Everything raises LinkLost once it is gone."""

    @property
    def name(self) -> str: ...
    def write(self, data: bytes) -> None: ...
    def read(self, seconds: float) -> bytes:
        """What has come, waiting at most this long for the first byte."""

    def close(self) -> None: ...


def candidates() -> list[str]:
    """Serial ports that an arm may be on."""
    return sorted(p for pattern in PATTERNS for p in glob.glob(pattern))


def found_port() -> str:
    """The one port that there is. Raises LinkLost where there is none, or are several."""
    there = candidates()
    if not there:
        raise LinkLost(
            "no serial port was found: plug the arm's USB cable in and switch its power on, then name the port with robot.port=…; "
            "`heedful so101 fake` starts a simulated one to try on"
        )
    if len(there) > 1:
        raise LinkLost(
            f"there are {len(there)} serial ports: name the arm's, as robot.port={there[0]} (the others: {', '.join(there[1:])})"
        )
    return there[0]


def open_port(path: str, baud: int = BAUD) -> Port:
    """An open port. Raises LinkLost saying why it cannot be, and MissingExtra where a serial port needs pyserial."""
    if not os.path.exists(path):
        there = ", ".join(candidates()) or "none"
        raise LinkLost(f"there is no port {path}: is the arm plugged in? Serial ports here: {there}")
    if not os.access(path, os.R_OK | os.W_OK):
        raise LinkLost(f"no permission to use {path}: `sudo usermod -aG dialout $USER`, then log in again")
    return Terminal(path) if path.startswith(PLAIN) else Serial(path, baud)


class Terminal:
    """A pseudo-terminal, as a plain file descriptor."""

    def __init__(self, path: str) -> None:
        import termios
        import tty

        self._path = path
        try:
            self._file = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
            tty.setraw(self._file, termios.TCSANOW)
        except (OSError, termios.error) as error:
            raise LinkLost(_gone(path, error)) from None

    @property
    def name(self) -> str:
        return self._path

    def write(self, data: bytes) -> None:
        try:
            while data:
                select.select([], [self._file], [], 0.1)
                data = data[os.write(self._file, data) :]
        except (OSError, ValueError) as error:
            raise LinkLost(_gone(self._path, error)) from None

    def read(self, seconds: float) -> bytes:
        try:
            if not select.select([self._file], [], [], max(seconds, 0.0))[0]:
                return b""
            data = os.read(self._file, 4096)
        except (OSError, ValueError) as error:
            raise LinkLost(_gone(self._path, error)) from None
        if not data:
            raise LinkLost(_gone(self._path))
        return data

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self._file)
        self._file = -1


class Serial:
    """A serial port, over pyserial."""

    def __init__(self, path: str, baud: int) -> None:
        try:
            import serial
        except ImportError:
            raise MissingExtra('a serial port needs pyserial: pip install "heedful[so101]"') from None
        self._path, self._errors = path, (OSError, serial.SerialException)
        try:
            self._port: Any = serial.Serial(path, baud, timeout=0.0, write_timeout=0.1, exclusive=sys.platform != "win32" or None)
        except self._errors as error:
            busy = "is in use by another program" if "lock" in str(error) else _gone(path, error)
            raise LinkLost(f"{path} {busy}" if "another" in busy else busy) from None

    @property
    def name(self) -> str:
        return self._path

    def write(self, data: bytes) -> None:
        try:
            self._port.write(data)
        except self._errors as error:
            raise LinkLost(_gone(self._path, error)) from None

    def read(self, seconds: float) -> bytes:
        try:
            self._port.timeout = max(seconds, 0.0)
            first: bytes = self._port.read(1)
            return first + self._port.read(self._port.in_waiting) if first else b""
        except self._errors as error:
            raise LinkLost(_gone(self._path, error)) from None

    def close(self) -> None:
        self._port.close()


def _gone(path: str, error: BaseException | None = None) -> str:
    why = f" ({os.strerror(error.errno)})" if isinstance(error, OSError) and error.errno else ""
    return f"the serial port {path} is gone{why}: is the cable plugged in, and is the arm's power on?"
