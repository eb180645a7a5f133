"""A kitchen in which a robot drives between places, picks things up and puts them down: its states, what can be done in it, and as a Scene.

Nothing here has a physics: a state says where each thing is, and an act changes that or cannot be done.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from heedful.agents.sets.acts import act
from heedful.geometry import Pose
from heedful.types import Cavity, Id, Scene, SkillCall, Thing

USER, PERSON = "user", "person"
"""The place where the person is, as records call it and as scenes do."""
CONTAINERS = {"trash": "bin", "drawer": "drawer"}
"""Places that things are put in, and what kind of thing each is."""
APART = 3.0
"""How far apart places stand, so that the robot is at one of them at a time [m]."""
HEIGHT = 0.8
"""Height of every surface [m]."""
GRIPPER = "gripper"


@dataclass(frozen=True, slots=True)
class Kitchen:
    """Where everything is."""

    places: tuple[Id, ...]
    where: Mapping[Id, Id | None]
    """Thing -> the place that it is on or in; None for what is held."""
    robot: Id
    """The place that the robot is at."""
    open: frozenset[Id] = frozenset()
    """Of the drawers, those that are open."""
    drawers: frozenset[Id] = frozenset()

    @staticmethod
    def of(start: Mapping[str, Any]) -> Kitchen:
        """The start state of a record; a thing in a drawer can be taken once the drawer is open."""
        facts: Sequence[Sequence[str]] = start["facts"]
        places = tuple(f[1] for f in facts if f[0] == "location")
        where: dict[Id, Id | None] = {f[1]: f[2] for f in facts if f[0] in ("at", "in")}
        if start["holding"]:
            where[start["holding"]] = None
        opened = frozenset(f[1] for f in facts if f[0] == "open")
        return Kitchen(places, where, start["robot_at"], opened, opened | {f[1] for f in facts if f[0] == "closed"})

    @property
    def held(self) -> Id | None:
        return next((x for x, place in self.where.items() if place is None), None)

    def after(self, call: SkillCall) -> Kitchen | None:
        """The state once a skill has been carried out; None if that cannot be done here."""
        args = [USER if v == PERSON else str(v) for _, v in call.args]
        thing, place = args[0], args[-1]
        match call.skill:
            case "go_to" if place in self.places:
                return replace(self, robot=place)
            case "pick_up" if self.held is None and self.where.get(thing) == self.robot and not self._shut(self.robot):
                return replace(self, where={**self.where, thing: None})
            case "put_down" | "put_in" | "give" if self.held == thing and place == self.robot and not self._shut(place):
                return replace(self, where={**self.where, thing: place})
            case "open_drawer" if place == self.robot and self.held is None and self._shut(place):
                return replace(self, open=self.open | {place})
            case "close_drawer" if place == self.robot and place in self.open:
                return replace(self, open=self.open - {place})
        return None

    def _shut(self, place: Id) -> bool:
        return place in self.drawers and place not in self.open

    def scene(self) -> Scene:
        """As the robot's perception would tell it. Places stand in a row, along x, things upon them in a row, along y."""
        here: dict[Id, Thing] = {t.id: t for t in (_place(p, APART * at) for at, p in enumerate(self.places))}
        here["robot"] = _thing("robot", "robot", (APART * self.places.index(self.robot), -0.8, 0.6), (0.5, 0.5, 1.2), fixed=True)
        for at, (one, place) in enumerate(self.where.items()):
            x = APART * self.places.index(place or self.robot)
            level = HEIGHT + (0.3 if place is None else 0.002)
            here[one] = _thing(one, re.sub(r" \d+$", "", one), (x, -0.4 + 0.06 * (at % 14), level + 0.05), (0.05, 0.05, 0.1))
        joints = {d: float(d in self.open) for d in self.drawers}
        return Scene(0.0, here, held={GRIPPER: self.held}, joints=joints, told=True)


def _thing(id: Id, category: str, at: tuple[float, float, float], size: tuple[float, float, float], fixed: bool = False) -> Thing:
    return Thing(id, category, Pose(np.array(at), np.array([1.0, 0.0, 0.0, 0.0])), np.array(size), fixed=fixed)


def _place(name: Id, x: float) -> Thing:
    """A place 1 m square: a surface, a container whose floor is at the height of the surfaces, or the person's hands."""
    kind = CONTAINERS.get(name) or (PERSON if name == USER else name.replace("_", " "))
    flat = 0.004 if name == USER else 0.04
    made = _thing(PERSON if name == USER else name, kind, (x, 0.0, HEIGHT - flat / 2), (1.0, 1.0, flat), fixed=True)
    if name not in CONTAINERS:
        return made
    hollow = Cavity(np.array([0.0, 0.0, 0.0]), np.array([0.98, 0.98, 0.3]))
    made = replace(made, size=np.array([1.0, 1.0, 0.3]), cavity=hollow, pose=Pose(np.array([x, 0.0, HEIGHT + 0.15])))
    return replace(made, slide=np.array([0.0, -0.3, 0.0]), handle=made.pose) if CONTAINERS[name] == "drawer" else made


SKILLS = (
    act("go_to(place)", "landmark(place)", "robot_at(place) & ~robot_at(_)",
        description="Drive to a place."),
    act(
        "pick_up(object)", "hand_empty & movable(object) & at_hand(object) & ~shut_in(object)",
        "holding(object) & ~on(object, _) & ~in(object, _) & ~at(object, _)",
        description="Pick up a thing where the robot is.",
    ),
    act(
        "put_down(object, place)", "holding(object) & robot_at(place) & landmark(place) & support(place) & ~receives(place)",
        "on(object, place) & ~holding(object)",
        description="Put down what is held on the place where the robot is.",
    ),
    act(
        "put_in(object, place)", "holding(object) & robot_at(place) & container(place) & ~closed(place)",
        "in(object, place) & ~holding(object)",
        description="Put what is held in the open container where the robot is.",
    ),
    act(
        "give(object, person)", "holding(object) & robot_at(person) & receives(person)", "at(object, person) & ~holding(object)",
        cost=2.0,
        description="Hand what is held to the person where the robot is.",
    ),
    act("open_drawer(drawer)", "hand_empty & robot_at(drawer) & sliding(drawer) & ~open(drawer)", "open(drawer) & ~closed(drawer)",
        description="Open the drawer where the robot is."),
    act("close_drawer(drawer)", "robot_at(drawer) & sliding(drawer) & ~closed(drawer)", "closed(drawer) & ~open(drawer)",
        description="Close the drawer where the robot is."),
)  # fmt: skip
