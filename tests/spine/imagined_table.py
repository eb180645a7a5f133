"""A table that is imagined: a robot without physics whose skills take a while and then have done what they are said to do."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from heedful.agents import Symbolic
from heedful.bus import Ears
from heedful.control import ControlLoop
from heedful.episode import Episode
from heedful.events import Events
from heedful.geometry import Pose
from heedful.hardware.fake import FakeRobot
from heedful.hardware.guarded import GuardedRobot
from heedful.loop import Budget, Executive
from heedful.skills import Library, Skill
from heedful.skills.ideal import carried_out
from heedful.types import Action, Cavity, Correction, JointTarget, Outcome, Reach, Scene, SkillCall, Thing

LASTS = 12
"""Ticks that a skill takes."""
FLAT = np.array([1.0, 0, 0, 0])


def thing(id: str, category: str, x: float, y: float, color: str = "", size: tuple[float, float, float] = (0.04, 0.04, 0.04)) -> Thing:
    """Standing on the table; a bowl is hollow."""
    hollow = Cavity(np.array([0, 0, 0.005]), np.array(size) - [0.02, 0.02, 0.01]) if category == "bowl" else None
    shape: Any = "bowl" if category == "bowl" else "box"
    return Thing(id, category, Pose(np.array([x, y, size[2] / 2]), FLAT), np.array(size), shape=shape, color=color, cavity=hollow)


def table_scene() -> Scene:
    """Three blocks, two bowls and a plate."""
    bowl, table = (
        (0.14, 0.14, 0.06),
        Thing("table", "table", Pose(np.array([0.55, 0.0, -0.02]), FLAT), np.array([0.9, 1.0, 0.04]), fixed=True),
    )
    things = (
        thing("red", "block", 0.45, 0.2, "red"), thing("blue", "block", 0.5, 0.0, "blue"), thing("green", "block", 0.4, -0.25, "green"),
        thing("white_bowl", "bowl", 0.6, -0.2, "white", bowl), thing("blue_bowl", "bowl", 0.65, 0.2, "blue", bowl),
        thing("plate", "plate", 0.6, 0.0, "white", (0.2, 0.2, 0.02)), table,
    )  # fmt: skip
    resting = frozenset((min(t.id, "table"), max(t.id, "table")) for t in things if t.id != "table")
    reach = {"arm": Reach(np.array([0, 0, 0.3]), 0.15, 0.95, gripper="gripper")}
    return Scene(0.0, {t.id: t for t in things}, held={"gripper": None}, contacts=resting, reach=reach)


@dataclass
class Imagined:
    """The world, its perceiver, and what was ever begun."""

    scene: Scene = field(default_factory=table_scene)
    begun: list[tuple[int, SkillCall]] = field(default_factory=list)
    """Tick of the first command of each call that moved, and the call."""
    lasts: int = LASTS

    def snapshot(self, observation: Any) -> Any:
        return observation.time, self.scene

    def perceive(self, snapshot: Any) -> Scene:
        return replace(snapshot[1], time=snapshot[0])

    def able(self, skill: Skill) -> Skill:
        """The skill, in the imagination."""

        def run(obs: Any, **args: Any) -> Any:
            call = SkillCall(skill.name, tuple(args.items()))
            part = next((p for p in ("arm", "gripper") if p in skill.parts(call, obs.body.parts if obs.body else PARTS, "arm")), "")
            start = obs.parts["arm"].q
            self.begun.append((round(obs.time / 0.02), call))
            for i in range(self.lasts):
                away = start + np.eye(7)[0] * 0.002 * (i + 1)
                obs = yield Action({"arm": JointTarget(away)} if part == "arm" else {})
            after = carried_out(skill, call, self.scene)
            if isinstance(after, str):
                return Outcome.failed("precondition", after)
            self.scene = after
            obs = yield Action({})  # time passes, so that what is seen next is seen afterwards
            return Outcome.succeeded()

        assert inspect.isgeneratorfunction(run)
        return replace(skill, run=run, can=None)


PARTS = FakeRobot().parts


def executive(world: Imagined | None = None, planner: Any = None, robot: Any = None, **more: Any) -> tuple[Executive, Imagined]:
    """An executive on an imagined table, planning by search unless told otherwise."""
    world = world or Imagined()
    robot = robot or FakeRobot()
    library = Library(world.able(s) for s in Library.default().able(robot.parts))
    interactive = more.pop("interactive", False)
    control = ControlLoop(GuardedRobot(robot), world, Ears(more.pop("reader")) if "reader" in more else Ears(), Events(), **more)  # type: ignore[arg-type]
    made = Executive(
        control, planner or Symbolic(library), library, Budget(replans=3, seconds=60, settle=0.04, patience=0.1), interactive=interactive
    )
    return made, world


def told(kind: str, text: str = "", **effect: Any) -> Correction:
    """A correction as a front might make it."""
    return Correction(text or kind, kind, effect)


def saying(run: Executive, *when: tuple[int, Correction | str]) -> list[Any]:
    """Say things once so many ticks have gone by; returns what each tick sent."""
    ticked: list[Any] = []
    waiting = sorted(when, key=lambda w: w[0])

    def on_tick(tick: Any) -> None:
        ticked.append(tick)
        while waiting and len(ticked) >= waiting[0][0]:
            run.control.ears.hear(waiting.pop(0)[1])

    run.control.on_tick = on_tick
    return ticked


def carried(run: Executive, words: str, *when: tuple[int, Correction | str]) -> tuple[Episode, list[Any]]:
    """An instruction carried out while things are said."""
    ticked = saying(run, *when)
    return run.carry_out(Episode(words)), ticked
