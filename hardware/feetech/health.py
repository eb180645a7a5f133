"""What a motor says of itself, and when that is a reason to stop: silent, let go, hot, short of voltage, overloaded, stalled."""

from __future__ import annotations

from dataclasses import dataclass, field

from heedful.hardware.feetech.bus import said
from heedful.hardware.feetech.registers import BLOCK, GOAL_POSITION, LOAD, POSITION, SPEED, STATUS, TEMPERATURE, TORQUE, VOLTAGE

HOT, COOL = 65, 60
"""Stops above the first, may go on below the second [degrees Celsius]; the motor itself lets go at 70 as it is shipped."""
LOW = ((9.0, 10.0), (0.0, 5.5))
"""Supply at the beginning at least [V] -> what it may not fall below: motors for 12 V, and those for 7.4 V."""
SAG = 0.3
"""How long it may be below that [s]: starting motors draw it down for a moment."""
STALLED, CREEP, AWAY, PATIENCE = 600, 25, 40, 0.5
"""With at least this load [thousandths], slower than this [ticks/s], further than this from its goal [ticks], for this long [s]: a joint
that is pushing against something."""


def least_of(supply: float) -> float:
    """What motors on a supply may not fall below [V]."""
    return next(least for above, least in LOW if supply >= above)


@dataclass(frozen=True, slots=True)
class Reading:
    """One motor as it was measured."""

    torque: bool
    goal: int
    position: int
    speed: int
    load: int
    volts: float
    celsius: int
    errors: int

    @staticmethod
    def of(code: int, block: bytes) -> Reading:
        """From a status packet's error bits and the block of registers."""

        def value(register: object) -> int:
            return register.decode(block[register.address - BLOCK[0] :])  # type: ignore[attr-defined, no-any-return]

        return Reading(
            bool(value(TORQUE)), value(GOAL_POSITION), value(POSITION), value(SPEED), value(LOAD), value(VOLTAGE) / 10,
            value(TEMPERATURE), value(STATUS) | code,
        )  # fmt: skip


@dataclass(slots=True)
class Watch:
    """Watches one motor.

    Args:
      name: Its joint.
      presses: Whether it may push against something, as a jaw does.
      supply: The voltage that it was set up with [V]; what is measured first unless given.
    """

    name: str
    presses: bool = False
    supply: float = 0.0
    _least: float = 0.0
    _hot: bool = False
    _since: dict[str, float] = field(default_factory=dict)

    def fault(self, now: float, seen: Reading, driven: bool) -> str:
        """Why the robot is to stop, in one sentence; empty if it need not.

        Args:
          now: The time of the reading [s].
          seen: The reading.
          driven: Whether it was told to drive.
        """
        if not self._least:
            self._least = least_of(self.supply or seen.volts)
        self._hot = seen.celsius >= HOT or (self._hot and seen.celsius > COOL)
        if driven and not seen.torque:
            return f"{self.name} has let go by itself, as after a loss of power: support the arm, then reset"
        if bits := said(seen.errors):
            return f"{self.name} reports that {bits}"
        if self._hot:
            return f"{self.name} is at {seen.celsius} °C, and stops at {HOT}: let it cool below {COOL}"
        if self._for("low", seen.volts < self._least, now) > SAG:
            return f"{self.name} gets {seen.volts:.1f} V, and needs {self._least:.1f}: is the power supply strong enough, and its plug in?"
        pushes = abs(seen.load) >= STALLED and abs(seen.speed) < CREEP and abs(seen.goal - seen.position) > AWAY
        if self._for("stalled", pushes and driven and not self.presses, now) > PATIENCE:
            return f"{self.name} pushes with {abs(seen.load) / 10:.0f} % and does not move: something is in its way"
        return ""

    def _for(self, what: str, so: bool, now: float) -> float:
        """How long it has been so [s]."""
        if not so:
            self._since.pop(what, None)
            return 0.0
        return now - self._since.setdefault(what, now)
