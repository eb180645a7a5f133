"""From a motor's ticks to a joint's angle: its id, its direction, its zero and its range, from LeRobot's files or from the motors."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from heedful.hardware.feetech.bus import Bus
from heedful.hardware.feetech.registers import HOMING_OFFSET, LAST_ID, MAX_POSITION, MIN_POSITION, TURN

PER_RAD = TURN / (2 * math.pi)
FIELDS = ("id", "drive_mode", "homing_offset", "range_min", "range_max")
"""What LeRobot's calibration files hold of each motor (`MotorCalibration`)."""


class BadCalibration(ValueError):
    """A calibration that cannot be used; one sentence."""


@dataclass(frozen=True, slots=True)
class Motor:
    """How one motor drives its joint."""

    id: int
    sign: int = 1
    """1 where ticks grow with the joint's angle, -1 where it is mounted the other way round."""
    zero: int = TURN // 2
    """Ticks at the joint's zero."""
    low: int = 0
    """The least ticks that it may go to."""
    high: int = TURN - 1
    offset: int = 0
    """The homing offset that its own memory had when this was told: with another one the ticks mean something else."""

    def angle(self, ticks: float) -> float:
        """The joint's angle [rad]."""
        return self.sign * (ticks - self.zero) / PER_RAD

    def ticks(self, angle: float) -> int:
        """The nearest ticks within its range."""
        return min(max(round(self.zero + self.sign * angle * PER_RAD), self.low), self.high)

    @property
    def range(self) -> tuple[float, float]:
        """The angles that it may go to, least first [rad]."""
        ends = sorted((self.angle(self.low), self.angle(self.high)))
        return ends[0], ends[1]


Motors = Mapping[str, Motor]


def from_lerobot(path: str | Path, joints: Sequence[str], jaw: Mapping[str, float]) -> dict[str, Motor]:
    """The motors of a LeRobot calibration file: `~/.cache/huggingface/lerobot/calibration/robots/so101_follower/NAME.json`.

    Its angles count from the middle of the range, as LeRobot's do (`MotorNormMode.DEGREES`); a jaw's from its closed end.

    Args:
      path: The file.
      joints: Names that it must have.
      jaw: Jaw's name -> its angle where it is closed [rad], which is the lower end of its range.

    Raises BadCalibration.
    """
    path = Path(path).expanduser()
    try:
        told = json.loads(path.read_text())
    except FileNotFoundError:
        raise BadCalibration(f"there is no calibration file {path}: `lerobot-calibrate` writes one, or leave it out") from None
    except (OSError, ValueError) as error:
        raise BadCalibration(f"{path} is no calibration file: {' '.join(str(error).split())}") from None
    if not isinstance(told, Mapping) or (missing := [j for j in joints if not isinstance(told.get(j), Mapping)]):
        there = ", ".join(told) if isinstance(told, Mapping) else type(told).__name__
        lacks = ", ".join(missing) if isinstance(told, Mapping) else "the joints"
        raise BadCalibration(f"{path} lacks {lacks}; it has {there or 'nothing'}")
    return {j: _motor(told[j], j, jaw, str(path)) for j in joints}


def from_motors(bus: Bus, ids: Mapping[str, int], jaw: Mapping[str, float]) -> dict[str, Motor]:
    """The calibration that LeRobot left in the motors' own memories. Raises LinkLost, BadCalibration."""
    told = {}
    for name, motor in ids.items():
        low, high = bus.read(motor, MIN_POSITION), bus.read(motor, MAX_POSITION)
        told[name] = {"id": motor, "drive_mode": 0, "homing_offset": bus.read(motor, HOMING_OFFSET), "range_min": low, "range_max": high}
    return {n: _motor(t, n, jaw, f"motor {t['id']}") for n, t in told.items()}


def _motor(told: Mapping[str, Any], name: str, jaw: Mapping[str, float], where: str) -> Motor:
    if wrong := [f for f in FIELDS if isinstance(told.get(f), bool) or not isinstance(told.get(f), int)]:
        raise BadCalibration(f"{where}: {name} has no whole number for {wrong[0]}")
    number, mode, offset, low, high = (int(told[f]) for f in FIELDS)
    if not 0 <= number <= LAST_ID or mode not in (0, 1) or not 0 <= low < high < TURN:
        raise BadCalibration(f"{where}: {name} has id {number}, drive mode {mode} and range {low} to {high}, which cannot be")
    sign = -1 if mode else 1
    zero = round((low + high) / 2)
    if name in jaw:
        closed = high if mode else low
        zero = round(closed - sign * jaw[name] * PER_RAD)
    return Motor(number, sign, zero, low, high, offset)


def plain(motors: Motors) -> dict[str, dict[str, int]]:
    """Motors as data for a file."""
    return {n: asdict(m) for n, m in motors.items()}


def told(data: Mapping[str, Mapping[str, int]]) -> dict[str, Motor]:
    """Motors from a file. Raises BadCalibration."""
    try:
        return {n: Motor(**m) for n, m in data.items()}
    except TypeError as error:
        raise BadCalibration(f"the motors cannot be read: {error}") from None
