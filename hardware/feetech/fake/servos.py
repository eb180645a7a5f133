"""Simulated STS3215: a memory that answers packets, and what heat, voltage, load and overload do in it. No motion is computed here."""

from __future__ import annotations

from collections.abc import Iterable

from heedful.hardware.feetech.packets import PING, READ, SYNC_READ, SYNC_WRITE, WRITE, Packet
from heedful.hardware.feetech.registers import (
    BAUD_RATE,
    BROADCAST,
    GOAL_POSITION,
    HOMING_OFFSET,
    ID,
    LOAD,
    LOCK,
    MAX_POSITION,
    MAX_TEMPERATURE,
    MAX_VOLTAGE,
    MIN_POSITION,
    MIN_VOLTAGE,
    MODE,
    MODEL,
    MODEL_NUMBER,
    POSITION,
    RETURN_DELAY,
    SPEED,
    STATUS,
    TEMPERATURE,
    TORQUE_LIMIT,
    VOLTAGE,
    Register,
)  # fmt: skip

SIZE = 128
ROOM = 25.0
"""Temperature of the air [degrees Celsius]."""
WARMS, COOLS = 0.6, 1 / 150
"""What a stalled motor warms by in a second, and what share of its excess it loses [K/s, 1/s]: a guess, near what stalled servos do."""
SUPPLY, DROP = 12.0, 0.25
"""The power supply, and what it gives way by for each stalled motor [V]."""
OVERLOAD, WAIT = 0.8, 2.0
"""With more than this share of its torque for this long [s] it reports an overload (registers 36 and 35 as shipped)."""
FIXED = 56
"""From this address on nothing is written by a master."""
SURVIVES = 40
"""Below this address is what survives power-off, which only an unlocked motor takes."""


class Servo:
    """One motor's memory.

    Args:
      motor: Its id.
      low: The least position that it goes to [ticks].
      high: The greatest.
      offset: Its homing offset [ticks].
    """

    def __init__(self, motor: int, low: int, high: int, offset: int = 0) -> None:
        self.memory = bytearray(SIZE)
        self.celsius = ROOM
        self._strained = 0.0
        for register, value in (
            (MODEL_NUMBER, MODEL), (ID, motor), (BAUD_RATE, 0), (RETURN_DELAY, 0), (MIN_POSITION, low), (MAX_POSITION, high),
            (MAX_TEMPERATURE, 70), (MAX_VOLTAGE, 140), (MIN_VOLTAGE, 40), (HOMING_OFFSET, offset), (MODE, 0), (TORQUE_LIMIT, 1000),
            (LOCK, 1), (VOLTAGE, round(SUPPLY * 10)), (TEMPERATURE, round(ROOM)),
        ):  # fmt: skip
            self.put(register, value)

    def get(self, register: Register) -> int:
        return register.decode(bytes(self.memory[register.address : register.address + register.size]))

    def put(self, register: Register, value: int) -> None:
        self.memory[register.address : register.address + register.size] = register.encode(value)

    @property
    def id(self) -> int:
        return self.get(ID)

    @property
    def goal(self) -> int:
        """Where it goes to, within its own range [ticks]."""
        return min(max(self.get(GOAL_POSITION), self.get(MIN_POSITION)), self.get(MAX_POSITION))

    def measured(self, position: int, speed: int, share: float, dt: float) -> None:
        """A period has passed.

        Args:
          position: Where it is now [ticks].
          speed: How fast it is [ticks/s].
          share: Its torque as a share of what it can, signed.
          dt: How long the period was [s].
        """
        self.put(POSITION, position)
        self.put(SPEED, max(min(speed, 32767), -32767))
        self.put(LOAD, round(max(min(share, 1.0), -1.0) * 1000))
        self.celsius += (WARMS * share * share - COOLS * (self.celsius - ROOM)) * dt
        self.put(TEMPERATURE, min(max(round(self.celsius), 0), 255))
        self._strained = self._strained + dt if abs(share) > OVERLOAD else 0.0
        if self._strained > WAIT:
            self.put(STATUS, self.get(STATUS) | 32)

    def write(self, address: int, data: bytes) -> None:
        """What a master writes; what may not be written stays."""
        for at, byte in enumerate(data, address):
            if at < FIXED and (at >= SURVIVES or self.memory[LOCK.address] == 0) and at > MODEL_NUMBER.address + 1:
                self.memory[at] = byte
        if address <= GOAL_POSITION.address < address + len(data):
            self.put(STATUS, self.get(STATUS) & ~32)  # a new goal lifts the overload, as the manual has it
            self._strained = 0.0


def answers(servos: Iterable[Servo], packet: Packet) -> list[Packet]:
    """What the motors of a bus answer to an instruction."""
    there = {s.id: s for s in servos}
    params = packet.params
    if packet.code == SYNC_WRITE and len(params) >= 2:
        size, rest = params[1], params[2:]
        for at in range(0, len(rest) - size, size + 1):
            if (servo := there.get(rest[at])) is not None:
                servo.write(params[0], rest[at + 1 : at + 1 + size])
        return []
    if packet.code == SYNC_READ and len(params) >= 2:
        return [_status(there[m], _part(there[m], params[0], params[1])) for m in params[2:] if m in there]
    asked = list(there.values()) if packet.id == BROADCAST else [there[packet.id]] if packet.id in there else []
    if packet.code == PING:
        return [_status(s) for s in asked]
    if packet.code == READ and len(params) == 2 and packet.id != BROADCAST:
        return [_status(s, _part(s, *params)) for s in asked]
    if packet.code == WRITE and params:
        for servo in asked:
            servo.write(params[0], params[1:])
        return [] if packet.id == BROADCAST else [_status(s) for s in asked]
    return []


def _status(servo: Servo, data: bytes = b"") -> Packet:
    return Packet(servo.id, servo.get(STATUS), data)


def _part(servo: Servo, address: int, size: int) -> bytes:
    return bytes(servo.memory[address : address + size]).ljust(size, b"\0")
