"""The primitives as data: calls that set what is wanted, and stages that hold it for a while.

The same as in Yu et al., Language to Rewards for Robotic Skill Synthesis (arXiv 2306.08647), for its baseline: on legs
`set_target_joint_angles`, `walk` and `head_towards`; for an arm, where its hand goes, and whether it opens or closes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEGS = ("FR", "FL", "RR", "RL")
LONGEST = 60.0
"""Longest stage [s]."""
KNOWN: Mapping[str, tuple[str, ...]] = {
    "set_target_joint_angles": ("abduction", "hip", "knee"),
    "walk": ("forward", "sideways", "turn"),
    "head_towards": ("direction",),
    "end_effector_to": ("x", "y", "z"),
    "end_effector_open": (),
    "end_effector_close": (),
}
"""Primitive -> its numbers: joint angles [rad]; speeds [m/s, m/s, rad/s]; a heading in the world [rad]; a place in the world [m]."""


class CallError(ValueError):
    """Calls that are none; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Call:
    """One primitive with its numbers; of `set_target_joint_angles` the leg as well."""

    name: str
    numbers: tuple[float, ...] = ()
    leg: str = ""

    def __str__(self) -> str:
        return f"{self.name}({', '.join([*([self.leg] if self.leg else []), *(f'{n:.3g}' for n in self.numbers)])})"


@dataclass(frozen=True, slots=True)
class Act:
    """Calls that are in force together, and for how long [s]; those of an arm come one after the other, and each takes its time."""

    calls: tuple[Call, ...]
    for_s: float = 0.0


def written(acts: Sequence[Act]) -> str:
    """Calls as JSON, which `read` reads."""
    rows = [
        {"calls": [[c.name, *([c.leg] if c.leg else []), *(round(n, 4) for n in c.numbers)] for c in a.calls], "for_s": a.for_s}
        for a in acts
    ]
    return json.dumps(rows)


def read(text: str) -> tuple[Act, ...]:
    """Calls from JSON, each checked. Raises CallError."""
    try:
        rows = json.loads(text)
        return tuple(Act(tuple(_call(c) for c in row["calls"]), _number(row["for_s"], "for_s", 0.0, LONGEST)) for row in rows)
    except CallError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError):
        raise CallError("calls are a list of {calls: [[name, numbers …], …], for_s: seconds}, and this is none") from None


def _call(row: Sequence[object]) -> Call:
    name, *rest = row
    if not isinstance(name, str) or name not in KNOWN:
        raise CallError(f"there is no primitive {name!r}; known: {', '.join(KNOWN)}")
    leg = ""
    if name == "set_target_joint_angles":
        leg = str(rest.pop(0)) if rest else ""
        if leg not in LEGS:
            raise CallError(f"{name} is of one leg of {', '.join(LEGS)}, not {leg!r}")
    if len(rest) != len(KNOWN[name]):
        raise CallError(f"{name} takes {len(KNOWN[name])} numbers ({', '.join(KNOWN[name]) or 'none'}), got {len(rest)}")
    return Call(name, tuple(_number(n, f"{k} of {name}", -100.0, 100.0) for k, n in zip(KNOWN[name], rest, strict=True)), leg)


def _number(given: object, what: str, low: float, high: float) -> float:
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not math.isfinite(given) or not low <= given <= high:
        raise CallError(f"{what} must be a number from {low:g} to {high:g}, not {given!r}")
    return float(given)
