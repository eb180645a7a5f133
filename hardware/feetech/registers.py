"""The control table of Feetech's STS3215, as far as it is used.

Addresses and sizes: Feetech, "STS SMS series memory table" (doc.feetech.cn); the bits that carry signs, and the model number 777, as
LeRobot's `motors/feetech/tables.py` has them. Words are little-endian. Signed registers are sign and magnitude, not two's complement.
"""

from __future__ import annotations

from dataclasses import dataclass

MODEL = 777
"""What `MODEL_NUMBER` of an STS3215 reads."""
TURN = 4096
"""Ticks of the position in a turn."""
BROADCAST = 0xFE
LAST_ID = 0xFC
BAUD = 1_000_000
"""What the servos are shipped with, and SO-101 uses [bit/s]."""
ERRORS = {1: "its voltage is out of range", 2: "its position sensor is at fault", 4: "it is too hot", 8: "its current is too high",
          32: "it is overloaded"}  # fmt: skip
"""Bits of a status packet's error byte (scservo_sdk, `ERRBIT_…`), and what they say of a motor."""


@dataclass(frozen=True, slots=True)
class Register:
    """One place in the table."""

    address: int
    size: int = 1
    sign: int | None = None
    """The bit that tells the sign; None where there is none."""
    eeprom: bool = False
    """Whether it survives power-off: it is written only while the motor is unlocked."""
    fixed: bool = False
    """Whether it can only be read."""

    def encode(self, value: int) -> bytes:
        """Its bytes. Raises ValueError for a value that it cannot hold."""
        most = (1 << (8 * self.size if self.sign is None else self.sign)) - 1
        if not (0 if self.sign is None else -most) <= value <= most:
            raise ValueError(f"register {self.address} holds up to {most}{'' if self.sign is None else ' either way'}, got {value}")
        magnitude = abs(value) | ((1 << self.sign) if self.sign is not None and value < 0 else 0)
        return magnitude.to_bytes(self.size, "little")

    def decode(self, data: bytes) -> int:
        """Its value from as many bytes as it has."""
        raw = int.from_bytes(data[: self.size], "little")
        if self.sign is None or not raw >> self.sign & 1:
            return raw if self.sign is None else raw & ((1 << self.sign) - 1)
        return -(raw & ((1 << self.sign) - 1))


MODEL_NUMBER = Register(3, 2, fixed=True)
ID = Register(5, eeprom=True)
BAUD_RATE = Register(6, eeprom=True)
RETURN_DELAY = Register(7, eeprom=True)
"""Twice as many microseconds until it answers."""
MIN_POSITION, MAX_POSITION = Register(9, 2, eeprom=True), Register(11, 2, eeprom=True)
MAX_TEMPERATURE = Register(13, eeprom=True)
MAX_VOLTAGE, MIN_VOLTAGE = Register(14, eeprom=True), Register(15, eeprom=True)
HOMING_OFFSET = Register(31, 2, sign=11, eeprom=True)
"""The present position is the sensor's less this [ticks]."""
MODE = Register(33, eeprom=True)
"""0 is a position servo."""
TORQUE = Register(40)
"""1 drives, 0 lets go."""
ACCELERATION = Register(41)
GOAL_POSITION = Register(42, 2, sign=15)
GOAL_SPEED = Register(46, 2, sign=15)
TORQUE_LIMIT = Register(48, 2)
"""Thousandths of the stall torque."""
LOCK = Register(55)
"""1 keeps what survives power-off from being written."""
POSITION = Register(56, 2, sign=15, fixed=True)
SPEED = Register(58, 2, sign=15, fixed=True)
"""Ticks per second."""
LOAD = Register(60, 2, sign=10, fixed=True)
"""Thousandths of the duty that drives it."""
VOLTAGE = Register(62, fixed=True)
"""Tenths of a volt."""
TEMPERATURE = Register(63, fixed=True)
"""Degrees Celsius."""
STATUS = Register(65, fixed=True)
"""The bits of `ERRORS`."""
CURRENT = Register(69, 2, sign=15, fixed=True)
"""6.5 mA each."""
BLOCK = (TORQUE.address, STATUS.address + 1 - TORQUE.address)
"""Address and size of what is read of every motor, whether it still drives among it."""
