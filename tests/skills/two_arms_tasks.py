"""A task for two arms: a block that only the left one reaches goes into a bowl that only the right one reaches."""

from __future__ import annotations

from collections.abc import Mapping

from heedful.envs.task import Task, Wanted
from heedful.predicates.reach import reaches
from heedful.types import Id, Scene


def apart(scene: Scene, binding: Mapping[str, Id]) -> bool:
    """The block is the left arm's, the bowl the right arm's."""
    block, bowl = scene.objects[binding["object"]], scene.objects[binding["target"]]
    left = [reaches(scene, "left_arm", x) for x in (block, bowl)]
    right = [reaches(scene, "right_arm", x) for x in (block, bowl)]
    return left == [True, False] and right == [False, True]


TASK = Task(
    "across", "two_arms", ("put the {object} in the {target}",), "in(object, target)",
    {"object": Wanted("block"), "target": Wanted("bowl")}, clutter=(0, 2), furniture=(), possible=apart, bodies=("two_arms",),
)  # fmt: skip
