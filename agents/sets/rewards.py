"""Words with the reward that they ask for: reading the records, and judging terms, signs and magnitudes of what was made of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heedful.agents.sets.language_set import Record, read
from heedful.skills.rewards import CATALOGUE, FEET, Names, Reward, Term

FIELDS = ("split", "world", "accept")
WORLDS = {
    "quadruped": Names("legged", ("door", "ball", "chair", "person", "charger")),
    "tabletop": Names(
        "arm", ("apple", "banana", "box", "bowl", "bottle", "red_cube", "blue_cube"), ("drawer", "faucet", "door"),
        ("drawer_handle", "faucet_handle", "door_handle"),
    ),
}  # fmt: skip
"""What is there, in the worlds that the records speak of."""
NEUTRAL = {"torso_height": 0.3}
"""First numbers that say no more than where a body is anyway; 0 for every other term."""
MOVING = frozenset({"forward_speed", "sideways_speed", "position", "distance", "turning_speed", "heading", "facing", "hop"})
"""Aims for which a legged body steps: the record need not ask for its steps."""
GAITS = {
    "trot": (("front_left", "rear_right"), ("front_right", "rear_left")), "pace": (("front_left", "rear_left"), ("front_right",
    "rear_right")),
    "bound": (("front_left", "front_right"), ("rear_left", "rear_right")), "pronk": (FEET,),
}  # fmt: skip
"""Which feet step together; different sets half a cycle apart."""
SLACK = 0.06
"""By how much of a cycle phases may differ."""
Stages = Sequence[Reward]


@dataclass(frozen=True, slots=True)
class Made:
    """What a coder made of words."""

    stages: tuple[Reward, ...] | None
    """None: nothing; it asked, or did not understand."""
    sentence: str = ""
    asked: bool = False


Coder = Callable[[str, Names], Made]
Editor = Callable[[tuple[Reward, ...], str, Names], Made]


@dataclass(frozen=True, slots=True)
class Row:
    """One record, and what was made of it."""

    record: Record
    made: Made
    right: bool
    note: str
    """What is missing or too much."""
    seconds: float

    @property
    def silent(self) -> bool:
        """Whether a wrong reward would have been followed without asking."""
        return self.made.stages is not None and not self.right


def records(path: Path) -> list[Record]:
    """The records of a file. Raises BadRecords."""
    return read(path, FIELDS)


def judged(found: Sequence[Record], coder: Coder, editor: Editor) -> list[Row]:
    """Each record with what was made of it: of its instruction, and of the correction after that where it has one."""
    rows = []
    for record in found:
        names = WORLDS[record["world"]]
        start = time.perf_counter()
        made = coder(record["instruction"], names)
        before = made.stages
        if "correction" in record:
            made = editor(before, record["correction"], names) if before else Made(None, "the instruction was not understood")
        seconds = time.perf_counter() - start
        if not record["accept"]:
            right, note = made.stages is None, "should not be acted on"
        elif made.stages is None:
            right, note = False, made.sentence
        else:
            wrongs = [_wrong(label, made.stages, before or (), "correction" in record) for label in record["accept"]]
            right, note = not all(wrongs), min(wrongs, key=len)
        rows.append(Row(record, made, right, "" if right else note, seconds))
    return rows


def measures(rows: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """How many of how many: right, wrong and silent, not acted on though it was clear."""
    clear = [r for r in rows if r.record["accept"]]
    return {
        "right": (sum(r.right for r in rows), len(rows)),
        "wrong_and_silent": (sum(r.silent for r in rows), len(rows)),
        "unheard": (sum(r.made.stages is None for r in clear), len(clear)),
    }


def _wrong(label: Mapping[str, Any], stages: Stages, before: Stages, edited: bool) -> str:
    """What of some rewards does not fit a label; empty if all does."""
    wanted = label["stages"]
    if len(wanted) != len(stages) and not edited:
        return f"{len(stages)} stages, not {len(wanted)}"
    for want, stage in zip(wanted, stages, strict=False):
        if "for_s" in want and (stage.for_s is None or abs(stage.for_s - want["for_s"]) > 0.1 * want["for_s"]):
            return f"for {stage.for_s} s, not {want['for_s']}"
        old = next(iter(before), Reward()) if edited else Reward()
        asked: set[tuple[str, ...]] = set()
        for one in want["terms"]:
            if "gait" in one:
                if not _steps(stage, GAITS[one["gait"]]):
                    return f"no {one['gait']}"
                asked |= {t.key for t in stage.find("foot_step")}
                continue
            fit = [t for t in stage if t.name == one["term"] and _fits(t, one, old)]
            if not fit or (one.get("all") and len(fit) < len(FEET)):
                near = [str(t) for t in stage.find(one["term"])]
                return f"{one['term']} {one['params']} is missing" + (f", there is {near[0]}" if near else "")
            asked |= {t.key for t in fit}
        if extra := [t for t in stage if t.key not in asked and not _idle(t, asked) and not (edited and _kept(t, old))]:
            return f"{extra[0]} was not asked for"
    for gone in label.get("gone", ()):
        if any(t.name == gone["term"] and _fits(t, gone, Reward()) for s in stages for t in s):
            return f"{gone['term']} should be gone"
    return ""


def _fits(one: Term, want: Mapping[str, Any], before: Reward) -> bool:
    if one.weight == 0 and "weight" not in want["params"]:
        return False
    old = next((t for t in before if t.key == one.key), None) or next(iter(before.find(one.name)), None)
    for name, spec in want["params"].items():
        value = one.weight if name == "weight" else one.args[name]
        if isinstance(spec, str):
            was = None if old is None else old.weight if name == "weight" else old.args[name]
            if old is None and name == "weight":
                was = one.spec.weight
            if was is None and name != "weight":
                was = NEUTRAL.get(one.name)
            if was is None or not _compares(float(value), float(was), spec):
                return False
        elif isinstance(value, str):
            if value not in spec:
                return False
        elif not any(low - 1e-9 <= value <= high + 1e-9 for low, high in spec):
            return False
    return True


def _compares(value: float, was: float, spec: str) -> bool:
    """Whether a number stands so to what it was: `>`, `|<|` in size, `x1.9..2.1` times, `+.09...11` more, `=`."""
    if spec in ("=", ">", "<"):
        return {"=": abs(value - was) < 1e-6, ">": value > was + 1e-6, "<": value < was - 1e-6}[spec]
    if spec in ("|>|", "|<|"):
        return _compares(abs(value), abs(was), spec[1])
    cut = spec[1:].index("..")
    low, high = float(spec[1:][:cut]), float(spec[1:][cut + 2 :])
    changed = value - was if spec[0] == "+" else value / was if was else float("inf")
    return low <= changed <= high


def _idle(one: Term, asked: set[tuple[str, ...]]) -> bool:
    """Whether a term may be there though nobody asked for it: a manner, what a body does anyway, the hand's way to what it moves."""
    names = {k[0] for k in asked}
    if one.spec.within is None or one.weight == 0:
        return one.name != "foot_step" or bool(names & MOVING)
    if one.name == "distance" and one.args["a"] == "hand":
        return any(one.args["b"] in k[1:] or str(one.args["b"]).rpartition("_")[0] in k[1:] for k in asked)
    if one.name == "foot_lift" and str(one.args["foot"]).startswith("front"):
        return "torso_pitch" in names or "torso_roll" in names
    if one.name == "torso_height" and names & {"torso_pitch", "torso_roll"}:
        return True  # a posture has a height
    numbers = CATALOGUE[one.name].numbers
    return all(abs(one.number(n.name) - (NEUTRAL.get(one.name, 0.0) if n is numbers[0] else 0.0)) < 0.051 for n in numbers)


def _kept(one: Term, before: Reward) -> bool:
    return one in before.terms


def _steps(stage: Reward, groups: Sequence[Sequence[str]]) -> bool:
    """Whether the feet step in these groups, each together and half a cycle from the next."""
    phase = {str(t.args["foot"]): t.number("phase") for t in stage.find("foot_step") if t.weight > 0}
    if set(phase) != set(FEET):
        return False
    together = all(_apart(phase[f], phase[g[0]]) < SLACK for g in groups for f in g)
    return together and (len(groups) < 2 or abs(_apart(phase[groups[0][0]], phase[groups[1][0]]) - 0.5) < SLACK)


def _apart(a: float, b: float) -> float:
    gap = abs(a - b) % 1.0
    return min(gap, 1.0 - gap)
