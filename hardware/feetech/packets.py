"""Feetech's packets: `FF FF id length instruction parameters checksum`, made, and found again in whatever comes over a wire.

Protocol 0, as Feetech's "communication protocol manual" has it: the length counts instruction, parameters and checksum; the checksum is
the complement of the sum of everything from the id on. A status packet has an error byte where an instruction has its code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from heedful.hardware.feetech.registers import BROADCAST

PING, READ, WRITE, SYNC_READ, SYNC_WRITE = 1, 2, 3, 0x82, 0x83
HEADER = b"\xff\xff"
LONGEST = 250
"""Parameters of the longest packet that there is; a longer length is noise."""


@dataclass(frozen=True, slots=True)
class Packet:
    """An instruction, or the status that answers it."""

    id: int
    code: int
    """The instruction, or a status packet's error bits."""
    params: bytes = b""

    def encode(self) -> bytes:
        """Its bytes. Raises ValueError for one that is too long, or an id that is none."""
        if not 0 <= self.id <= BROADCAST or not 0 <= self.code <= 0xFF:
            raise ValueError(f"a packet's id is 0 to {BROADCAST} and its code 0 to 255, got {self.id} and {self.code}")
        if len(self.params) > LONGEST:
            raise ValueError(f"a packet has at most {LONGEST} parameters, got {len(self.params)}")
        body = bytes((self.id, len(self.params) + 2, self.code)) + self.params
        return HEADER + body + bytes((checksum(body),))


def checksum(body: bytes) -> int:
    """The complement of the sum of id, length, code and parameters."""
    return ~sum(body) & 0xFF


def ping(motor: int) -> Packet:
    return Packet(motor, PING)


def read(motor: int, address: int, size: int) -> Packet:
    return Packet(motor, READ, bytes((address, size)))


def write(motor: int, address: int, data: bytes) -> Packet:
    return Packet(motor, WRITE, bytes((address,)) + data)


def sync_read(motors: Sequence[int], address: int, size: int) -> Packet:
    """Every motor answers with a status packet of its own, in this order."""
    return Packet(BROADCAST, SYNC_READ, bytes((address, size, *motors)))


def sync_write(address: int, data: Mapping[int, bytes]) -> Packet:
    """Nobody answers. Raises ValueError where the motors are given different sizes."""
    sizes = {len(d) for d in data.values()}
    if len(sizes) != 1:
        raise ValueError(f"a sync write gives every motor as many bytes as the others, got {sorted(sizes)}")
    return Packet(BROADCAST, SYNC_WRITE, bytes((address, sizes.pop())) + b"".join(bytes((m,)) + d for m, d in data.items()))


class Stream:
    """Packets out of bytes as they come: broken ones are dropped and counted, and after noise it finds the next whole one."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self.dropped = 0
        """How many bytes were no part of a whole packet."""

    def feed(self, data: bytes) -> list[Packet]:
        """The packets that are whole now."""
        self._kept += data
        found: list[Packet] = []
        while (at := self._kept.find(HEADER)) >= 0:
            self._drop(at)
            while len(self._kept) > 2 and self._kept[2] == 0xFF:  # of three and more, the last two are the header
                self._drop(1)
            if len(self._kept) < 4:
                return found
            length = self._kept[3]
            if not 2 <= length <= LONGEST + 2:
                self._drop(2)
                continue
            if len(self._kept) < 4 + length:
                return found
            body = bytes(self._kept[2 : 3 + length])
            if checksum(body) != self._kept[3 + length]:
                self._drop(2)
                continue
            found.append(Packet(body[0], body[2], body[3:]))
            del self._kept[: 4 + length]
        self._drop(len(self._kept) - self._kept.endswith(b"\xff"))
        return found

    def clear(self) -> None:
        """What has come so far belongs to nothing that is waited for any more."""
        self._drop(len(self._kept))

    def _drop(self, count: int) -> None:
        self.dropped += count
        del self._kept[:count]
