"""Trying skills at random from randomised states: the roll-outs that affordances are fitted to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from heedful.envs.task import Task, Wanted
from heedful.episode import Episode, Plan, Understanding
from heedful.predicates import evaluate
from heedful.program import Do
from heedful.skills import Library
from heedful.skills.features import features
from heedful.types import Observation, Scene, SkillCall

HOPEFUL = 0.8
"""Share of the attempts whose preconditions hold; the others are tried all the same."""
SMALL = ("block", "block", "block", "can", "apple", "lemon", "banana", "mug", "sponge")
BROAD = ("bowl", "bowl", "plate", "plate", "tray", "bin", "square", "square")


@dataclass(slots=True)
class Trying:
    """A planner that calls skills at random, whatever was said, and keeps what it saw before and what came of it."""

    library: Library
    skills: tuple[str, ...] = ()
    """Names of the skills of interest; others are tried where none of them can be. Empty: all that the planner may choose."""
    calls: int = 10
    rng: np.random.Generator = field(default_factory=np.random.default_rng)
    rows: list[dict[str, Any]] = field(default_factory=list)
    """One roll-out each: skill, args, gate (whether its preconditions held), features, ok, code."""
    tell: Callable[[dict[str, Any]], None] = lambda row: None
    """Told of each roll-out twice: as it begins, with None for ok, and as it ends."""
    _pending: dict[str, Any] | None = None

    def understand(self, words: str, scene: Scene) -> Understanding:
        return Understanding(Do("try"), sentence="try this and that")

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        self.collect(episode)
        scene = observation.scene
        assert scene is not None
        if len(episode.log) >= self.calls:
            return Plan("done")
        call = self._call(scene)
        if call is None:
            return Plan("done")
        skill = self.library[call.skill]
        gate = evaluate(skill.bind(skill.requires, call.kwargs), scene)
        row = {"skill": call.skill, "args": call.kwargs, "gate": gate, "features": features(skill, scene, call.kwargs)}
        self.tell({**row, "ok": None, "code": ""})
        self._pending = {**row, "at": len(episode.log)}
        return Plan("go", (call,), sentence=f"try {call}")

    def collect(self, episode: Episode) -> None:
        """Write down what came of the call that was tried last."""
        row, self._pending = self._pending, None
        if row is not None and len(episode.log) > row["at"]:
            outcome = episode.log[row.pop("at")].outcome
            self.rows.append({**row, "ok": outcome.ok, "code": outcome.code})
            self.tell(self.rows[-1])

    def _call(self, scene: Scene) -> SkillCall | None:
        """A skill drawn first, then its things: of all alike, so that seldom ones are tried as often."""
        hopeful = bool(self.rng.random() < HOPEFUL)
        found: dict[str, list[SkillCall]] = {}
        for skill in self.library:
            if skill.plan_with:
                calls = [c for c in skill.calls(scene) if not hopeful or skill.affordance(scene, c.kwargs) > 0]
                if calls:
                    found[skill.name] = calls
        if not found:
            return None
        wanted = [n for n in found if n in self.skills or not self.skills]
        names = wanted or list(found)
        calls = found[names[int(self.rng.integers(len(names)))]]
        return calls[int(self.rng.integers(len(calls)))]


def scattered(seed: int) -> Task:
    """A task that only sets a scene: things of all kinds on, in, close to one another, lying, upside down, out of reach, the drawer and
    the door anywhere between shut and open."""
    rng = np.random.default_rng([seed, 77])

    def some(kinds: Sequence[str], least: int, most: int) -> list[str]:
        return [str(k) for k in rng.choice(kinds, size=int(rng.integers(least, most + 1)), replace=False)]

    things: dict[str, Wanted] = {"first": Wanted("block")}
    for i, kind in enumerate([*some(SMALL, 2, 5), *some(BROAD, 1, 3)]):
        things[f"thing_{i}"] = Wanted(kind)
    drawer, door = bool(rng.random() < 0.7), bool(rng.random() < 0.3)
    if drawer:
        things["drawer"] = Wanted("drawer")
    if door:
        things["door"] = Wanted("door")
    if rng.random() < 0.3:
        things |= {"button": Wanted("button"), "lamp": Wanted("lamp")}
    elif rng.random() < 0.4:
        things["faucet"] = Wanted("faucet")
    starts = []
    small = [r for r, w in things.items() if w.category in SMALL]
    broad = [r for r, w in things.items() if w.category in ("bowl", "plate", "tray", "bin")]
    used: set[str] = set()
    for role in small:
        kind, chance = things[role].category, rng.random()
        free = [r for r in small if r != role and r not in used and things[r].category == "block"]
        bowls = [r for r in broad if things[r].category in ("bowl", "bin") and r not in used]
        if chance < 0.12 and kind != "mug":
            starts.append(f"far({role})")
        elif chance < 0.27 and free and kind == "block":
            other = free[int(rng.integers(len(free)))]
            starts.append(f"on({role}, {other})")
            used.add(other)
        elif chance < 0.37 and bowls and kind == "block":
            other = bowls[int(rng.integers(len(bowls)))]
            starts.append(f"in({role}, {other})")
            used.add(other)
        elif chance < 0.42 and drawer and kind == "block" and "drawer" not in used:
            starts.append(f"in({role}, drawer)")
            used.add("drawer")
        elif chance < 0.67 and (others := [r for r in [*small, *broad] if r != role and r not in used]) and kind != "mug":
            other = others[int(rng.integers(len(others)))]
            starts.append(f"close({role}, {other})")
            used.add(other)
        elif chance < 0.85 and kind in ("can", "mug"):
            starts.append(f"lying({role})" if kind == "can" or chance < 0.76 else f"upside_down({role})")
        else:
            continue
        used.add(role)
    if door and rng.random() < 0.5:
        starts.append("open(door)")
    if "lamp" in things and rng.random() < 0.5:
        starts.append("lit(lamp)")
    if "faucet" in things and rng.random() < 0.5:
        starts.append("running(faucet)")
    furniture = (*(["drawer"] if drawer or door else []), *(["door"] if door else []))
    gap = float(rng.random())
    return Task(
        f"scattered_{seed}", "scattered", ("try things",), "holding(first)", things, start=" & ".join(starts), furniture=furniture,
        drawer=(0.0, 0.0) if gap < 0.4 else (0.9, 1.0) if gap < 0.8 else (0.0, 1.0), clutter=(0, 2), clutter_of=("block", "can"),
    )  # fmt: skip
