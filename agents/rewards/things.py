"""Things as people speak of them, and the ids they stand for: `the red one`, `it`, `me`, `the tap`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from heedful.agents.corrections.dialogue import PERSON
from heedful.agents.corrections.things import Meant, noun_of
from heedful.agents.rewards.acts import Act, Unclear
from heedful.agents.rewards.slots import TAPS
from heedful.skills.rewards import Names

ONE = ("to", "toward", "off", "facing", "thing", "held")
"""Features that are one thing."""


def spoken(names: Names) -> dict[str, str]:
    """What to call each thing -> its id: `red_cube` is the red cube."""
    return {i.replace("_", " ").replace("/", " "): i for i in (*names.things, *names.joints, *names.parts)}


@dataclass(slots=True)
class Resolver:
    """Turns things as they were spoken of into ids, one request long."""

    names: Names
    said: list[str] = field(default_factory=list)
    """Ids spoken of, the latest last."""
    sky: float | None = None
    """Where the sun stands, if the time of day was told [rad]."""

    def mention(self, meant: Meant | str) -> None:
        """Something is only spoken of; a faucet by whatever name."""
        if isinstance(meant, str):
            self.said.append(spoken(self.names)[meant] if meant else self._tap())
        elif meant.how != "it":
            self._one(meant, "to")

    def resolved(self, act: Act) -> Act:
        """The act with ids. Raises Unclear."""
        has = self.features(act.has, act.kind)
        if act.kind == "joint":
            has["joint"] = has.get("joint") or (self._tap(),)
            handle = f"{has['joint'][0]}_handle"
            if handle in self.names.parts and len(has["joint"]) == 1:
                has["handle"] = handle
        if has.pop("sideways", None) and has.get("dir") not in ("left", "right"):
            has["sideways"] = True
        return replace(act, has=has)

    def features(self, has: Mapping[str, Any], kind: str = "") -> dict[str, Any]:
        """Features with ids for things. Raises Unclear."""
        made: dict[str, Any] = {}
        goal = has.get("to")
        goal_id = spoken(self.names).get(goal.name or "") if isinstance(goal, Meant) and goal.how != "it" else None
        for key, value in has.items():
            if key in ("things", "joint", "thing") and isinstance(value, tuple):
                kind_ = "joint" if key == "joint" else "thing"
                made[key] = tuple(dict.fromkeys(i for m in value for i in self._all(m, kind_, goal_id or "")))
            elif key in ("inside", "by_handle"):
                continue
            elif key in ("to", "toward") and isinstance(value, Meant) and value.how == "it" and not self.said and self.sky is not None:
                made["compass"] = self.sky
            elif key == "to_person":
                made["to"] = self._person()
            elif key in ONE and isinstance(value, Meant):
                made[key] = self._one(value, key, beside=_last(made.get("thing", goal_id or "")) if key != "thing" else goal_id or "")
            elif key == "joint":
                made[key] = (self._tap() if not value else spoken(self.names)[value],)
                self.said += made[key]
            else:
                made[key] = value
        if isinstance(sky := made.get("compass"), float) and math.isfinite(sky):
            self.sky = sky  # `it` may be the sunset
        if has.get("by_handle"):
            handle = f"{made['to']}_handle"
            if handle not in self.names.parts:
                raise Unclear(f"there is no handle on {made['to']} that I know of")
            made["to"] = handle
        if has.get("inside"):
            made["to"] = self._it(None, "to", _last(made.get("thing", "")))
        return made

    def _all(self, meant: Meant, key: str, beside: str = "") -> list[str]:
        ids = spoken(self.names)
        if meant.plural and meant.names:
            found = [ids[n] for n in meant.names if n in ids and (key != "joint" or ids[n] in self.names.joints)]
            self.said += found
            return found
        return [self._one(meant, key, beside)]

    def _one(self, meant: Meant, key: str, beside: str = "") -> str:
        ids = spoken(self.names)
        if meant.name == PERSON and PERSON not in ids:
            raise Unclear("there is no person here that I know of")
        names = [n for n in meant.names if n in ids]
        if meant.how == "it" and not names:
            return self._it(meant, key, beside)
        if key == "joint":
            able = [n for n in names if ids[n] in self.names.joints]
            if names and not able:
                raise Unclear(f"{names[0]} is nothing that I can open or close")
            names = able
        if len(names) > 1 and meant.how == "one":  # the red one is the red cube before it is the apple
            names = [n for n in names if set(n.split()) & set(meant.words.split())] or names
        if len(names) > 1 and meant.how in ("one", "other"):
            kin = [n for n in names if any(noun_of(n) == noun_of(s.replace("_", " ")) and ids[n] != s for s in [*self.said, beside] if s)]
            names = kin or names
        if len(names) > 1 and meant.plural and key == "thing":
            raise Unclear("one thing after the other, please; which first?", tuple(names))
        if len(names) > 1:
            raise Unclear(f"which one do you mean: {' or '.join(f'the {n}' for n in names)}?", tuple(names))
        if not names:
            raise Unclear(f"there is no {meant.head or meant.words} here; there are {', '.join(f'the {n}' for n in ids) or 'no things'}")
        self.said.append(ids[names[0]])
        return ids[names[0]]

    def _it(self, meant: Meant | None, key: str, beside: str) -> str:
        """What `it` stands for: the latest thing spoken of that it can be."""
        for one in reversed(self.said):
            joint = one in self.names.joints
            if one == beside or (key == "joint" and not joint) or (key == "thing" and joint):
                continue
            return one
        raise Unclear(f"what is {meant.words!r}?" if meant is not None else "into what?")

    def _tap(self) -> str:
        taps = [j for j in self.names.joints if j.split("_")[-1] in TAPS]
        if len(taps) != 1:
            raise Unclear("there is no faucet here" if not taps else "which faucet do you mean?", tuple(taps))
        return taps[0]

    def _person(self) -> str:
        if PERSON not in self.names.things:
            raise Unclear("I do not know where you are")
        return PERSON


def _last(thing: object) -> str:
    """The thing of an act, the last of several."""
    return str(thing[-1]) if isinstance(thing, tuple) and thing else str(thing)
