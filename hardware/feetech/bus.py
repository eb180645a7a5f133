"""The bus: one master asks, one motor at a time answers. Every call blocks for milliseconds, so it belongs into a thread of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Mapping, Sequence

from heedful.hardware.feetech import packets
from heedful.hardware.feetech.packets import Packet, Stream
from heedful.hardware.feetech.port import Port
from heedful.hardware.feetech.registers import ERRORS, LOCK, MODEL, MODEL_NUMBER, Register
from heedful.hardware.ros2.seam import LinkLost

ANSWER = 0.02
"""How long a motor is waited for [s]: it answers within a millisecond, and a USB adapter hands bytes on every 16."""
TRIES = 3
"""Times that something is asked before a motor counts as silent; a command to move is never sent again by itself."""


class Bus:
    """Reads and writes registers of the motors on a port."""

    def __init__(self, port: Port, answer: float = ANSWER) -> None:
        self._port, self._answer = port, answer
        self._stream = Stream()
        self._lock = threading.Lock()
        self.sent = 0
        """How many packets were sent."""

    @property
    def name(self) -> str:
        return self._port.name

    @property
    def dropped(self) -> int:
        """How many bytes came that were no part of a whole packet."""
        return self._stream.dropped

    def scan(self, motors: Iterable[int], answer: float = 0.01) -> dict[int, int]:
        """The motors that answer, one after the other, each asked twice before it counts as silent; and the model number of each."""
        found = {}
        for motor in motors:
            with self._lock:
                there = self._ask(packets.ping(motor), [motor], answer) or self._ask(packets.ping(motor), [motor], 4 * answer)
            if there:
                found[motor] = self.read(motor, MODEL_NUMBER)
        return found

    def read(self, motor: int, register: Register) -> int:
        """A register's value. Raises LinkLost from a motor that does not answer."""
        return register.decode(self.block([motor], register.address, register.size)[motor][1])

    def block(self, motors: Sequence[int], address: int, size: int) -> dict[int, tuple[int, bytes]]:
        """The same bytes of several motors, with each one's error bits. Raises LinkLost naming those that do not answer."""
        found: dict[int, tuple[int, bytes]] = {}
        for _ in range(TRIES):
            asked = [m for m in motors if m not in found]
            packet = packets.read(asked[0], address, size) if len(asked) == 1 else packets.sync_read(asked, address, size)
            with self._lock:
                told = self._ask(packet, asked, self._answer)
            found |= {m: (p.code, p.params) for m, p in told.items() if len(p.params) == size}
            if len(found) == len(motors):
                return found
        raise LinkLost(self._silent([m for m in motors if m not in found]))

    def write(self, motor: int, register: Register, value: int) -> None:
        """Write a register, and see that it was taken. Raises LinkLost, or ValueError for a value that it cannot hold."""
        data = register.encode(value)
        if register.eeprom:
            self.write(motor, LOCK, 0)
        with self._lock:
            told = self._ask(packets.write(motor, register.address, data), [motor], self._answer)
        if not told and self.read(motor, register) != value:
            raise LinkLost(self._silent([motor]))
        if register.eeprom:
            self.write(motor, LOCK, 1)

    def send(self, register: Register, values: Mapping[int, int]) -> None:
        """Write one register of several motors, which do not answer."""
        with self._lock:
            self._write(packets.sync_write(register.address, {m: register.encode(v) for m, v in values.items()}))

    def close(self) -> None:
        with self._lock:
            self._port.close()

    def _write(self, packet: Packet) -> None:
        self._port.write(packet.encode())
        self.sent += 1

    def _ask(self, packet: Packet, motors: Sequence[int], seconds: float) -> dict[int, Packet]:
        """What motors answer in time."""
        self._stream.clear()
        while stale := self._port.read(0.0):
            self._stream.dropped += len(stale)
        self._write(packet)
        found: dict[int, Packet] = {}
        until = time.monotonic() + seconds
        while len(found) < len(motors) and (rest := until - time.monotonic()) > 0:
            for told in self._stream.feed(self._port.read(rest)):
                if told.id in motors and told != packet:  # some adapters let us hear ourselves
                    found[told.id] = told
        return found

    def _silent(self, motors: Sequence[int]) -> str:
        many = f"motors {', '.join(map(str, motors))} do not answer" if len(motors) > 1 else f"motor {motors[0]} does not answer"
        return f"{many} on {self.name}: is the arm's power on, and is every cable between the motors plugged in?"


def said(bits: int) -> str:
    """What a motor's error bits say; empty if nothing."""
    return " and ".join(text for bit, text in ERRORS.items() if bits & bit)


def strange(found: Mapping[int, int], wanted: Sequence[int]) -> str:
    """What is wrong with the motors that were found; empty if it is those wanted and all are STS3215."""
    if not found:
        return "no motor answers: is the arm's power supply on? The USB cable alone does not feed the motors"
    if missing := [m for m in wanted if m not in found]:
        silent, there = ", ".join(map(str, missing)), ", ".join(map(str, sorted(found)))
        return f"motor {silent} does not answer, but {there} do: is the cable to it plugged in, and has it its id?"
    if other := {m: n for m, n in found.items() if n != MODEL and m in wanted}:
        motor, number = next(iter(other.items()))
        return f"motor {motor} is of model {number}, and an STS3215 says {MODEL}"
    return ""
