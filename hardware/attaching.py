"""A robot set into a world under its own names, without the complaint that MuJoCo 4 writes into the working directory about that."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import mujoco

from heedful.geometry import Pose

_HANDLER = threading.Lock()
"""The handler belongs to the whole process, and planners attach in threads of their own."""


def attach(world: mujoco.MjSpec, robot: mujoco.MjSpec, base: Pose) -> None:
    """Set a robot into a world at its base pose [world]; its names stay as they are, and the world's physics options hold."""
    frame = world.worldbody.add_frame(pos=base.pos, quat=base.quat)
    with unlogged():
        world.attach(robot, frame=frame, prefix="")


def like(spec: mujoco.MjSpec, name: str = "") -> mujoco.MjSpec:
    """An empty spec with the physics options of another."""
    made = mujoco.MjSpec()
    made.modelname = name or spec.modelname
    made.compiler.degree = False
    for option in ("timestep", "integrator", "cone", "impratio"):
        setattr(made.option, option, getattr(spec.option, option))
    return made


def compiled(spec: mujoco.MjSpec) -> mujoco.MjModel:
    """The model of a spec that a robot was attached to."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Attach", category=UserWarning)
        return spec.compile()


@contextmanager
def unlogged() -> Iterator[None]:
    """While MuJoCo's warnings go nowhere: it would print them, and append them to a file in the working directory."""
    # Without a handler MuJoCo 4 prints that the prefix is empty, and appends it to MUJOCO_LOG.TXT, at every attach.
    with _HANDLER:
        before = mujoco.get_mju_user_warning()
        mujoco.set_mju_user_warning(lambda message: None)
        try:
            yield
        finally:
            mujoco.set_mju_user_warning(before)
