"""A table before a robot that stands away from it: nothing is within reach until its base has driven there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from heedful.envs.task import Task, Wanted
from heedful.envs.world import Tabletop
from heedful.geometry import Pose
from heedful.hardware.robots.mobile_panda import mobile_panda
from heedful.predicates.reach import reaches
from heedful.types import Id, Reach, Scene


class Far(Tabletop):
    """Things stand anywhere on the table, whatever the arm reaches."""

    def reach(self) -> tuple[Reach, ...]:
        return ()


def away(scene: Scene, binding: Mapping[str, Id]) -> bool:
    """Nothing that it is about is within reach, and all of it stands where an arm at the table's front would reach it."""
    things = [scene.objects[i] for i in binding.values()]
    return not any(reaches(scene, "arm", x) for x in things) and all(x.pose.pos[0] < 0.58 for x in things)


TASK = Task(
    "from_afar", "driving", ("put the {object} in the {target}",), "in(object, target)",
    {"object": Wanted("block"), "target": Wanted("bowl")}, clutter=(0, 2), furniture=(), possible=away, bodies=("mobile_panda",),
)  # fmt: skip
PICK = Task(
    "pick_from_afar", "driving", ("pick up the {object}",), "holding(object)", {"object": Wanted("block")}, furniture=(), possible=away
)


def back() -> object:
    """The robot half a metre behind where it works, and to the side."""
    return replace(mobile_panda(), base=Pose.at(-0.5, 0.4, 0.0))
