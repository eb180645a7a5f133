"""LIBERO's scenes: its environments built without cameras, and what stands in them as things, measured from their geoms."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

import mujoco
import numpy as np
import yaml

from heedful.envs.foreign.libero_names import looks, part, whole_of
from heedful.envs.foreign.libero_tasks import LiberoTask, package
from heedful.envs.foreign.measure import touchable
from heedful.envs.foreign.robosuite_scene import Found, height, kind, measured, table, table_body
from heedful.geometry import Array, Pose, quat_from_matrix
from heedful.hardware.robots.robosuite_panda import with_tool
from heedful.types import Cavity, Id, Thing

SEED = 0
"""Of numpy's global generator when a scene is built: it draws the fixtures' places, and LIBERO's evaluations use 0."""
ABOVE = 0.05
"""A thin place lies no further than this from what carries it [m]."""
THIN = 0.006
"""The thinnest box that stands for a place [m]."""


def things(env: Any, wanted: Collection[Id], base: Pose, ground: float) -> Found:
    """Everything in the scene as it stands: objects and fixtures, their parts that people speak of, and further regions that are wanted.

    Args:
      env: LIBERO's environment, in an initial state.
      wanted: Regions that a goal names.
      base: Where the robot stands.
      ground: Height of its table or floor [m].
    """
    model, data = env.sim.model._model, env.sim.data._data
    found = Found()
    found.add(table(model, data, base, ground), table_body(model))
    for id, root in own(env).items():
        number = int(model.body(root).id)
        if touchable(model, number):
            color, marks = looks(kind(id))
            seen = measured(model, data, id, number, kind(id), id in env.fixtures_dict)
            found.add(replace(seen, color=color, attributes=marks), root)
    for region, site in env.object_sites_dict.items():
        _region(env, region, site.parent_name or "", found, region in wanted)
    for id in env.fixtures_dict:
        _switch(env, id, found)
    return found


def _region(env: Any, region: Id, owner: Id, found: Found, wanted: bool) -> None:
    """What a region is: all of a thing's inside, a part on a joint, another part that people speak of, or a place that is wanted."""
    model, data = env.sim.model._model, env.sim.data._data
    body = int(model.site(region).bodyid[0])
    name = str(model.body(body).name)
    if (whole := whole_of(region)) in found.bodies:
        at = next(i for i, t in enumerate(found.things) if t.id == whole)
        if found.things[at].cavity is None:  # closed above: no ray sees its inside
            found.things[at] = replace(found.things[at], cavity=_inside(model, data, region, found.bodies[str(whole)], found.things[at]))
        return
    called = part(region, owner, kind(owner))
    if model.body_jntnum[body] and name not in found.bodies.values():
        thing, slide = _jointed(model, data, region, body, _ranges(env, owner))
        found.add(thing, name)
        if slide is not None:
            found.slides[region] = slide
    elif called is not None or wanted:
        thing = place(model, data, region, {o.root_body for o in env.objects_dict.values()})
        if called is not None:  # things lie in a shelf board and on it
            thing = replace(thing, category=called[0], shape="cylinder" if called[0] == "shelf board" else "box")
        found.add(thing, name, place=True)


def _ranges(env: Any, id: Id) -> Any:
    """Where the joints of a fixture count as open, closed, on and off, as LIBERO tells [m, rad]."""
    return env.get_object(id).object_properties.get("articulation", {})


def _switch(env: Any, id: Id, found: Found) -> None:
    """Note of a fixture with one joint what that is for: that turns it on, or opens it where none of its parts does."""
    ranges, joints = _ranges(env, id), [str(j) for j in env.get_object(id).joints]
    if len(joints) != 1 or id not in found.bodies:
        return
    if on := ranges.get("default_turnon_ranges"):
        found.lights[id] = (joints[0], float(min(on)))
    opened, closed = ranges.get("default_open_ranges"), ranges.get("default_close_ranges")
    if opened and closed and joints[0] not in {j for j, _, _ in found.slides.values()}:
        found.slides[id] = (joints[0], float(max(closed)), float(max(opened, key=abs)))


def _inside(model: Any, data: Any, region: Id, body: str, thing: Thing) -> Cavity:
    """A region as the inside of the thing that is in it, in the thing's frame."""
    site = int(model.site(region).id)
    frame = Pose(data.body(body).xpos.copy(), data.body(body).xquat.copy()) @ thing.pose
    turn = frame.matrix.T @ data.site_xmat[site].reshape(3, 3)
    return Cavity(frame.matrix.T @ (data.site_xpos[site] - frame.pos), np.abs(turn) @ (2 * np.abs(model.site_size[site])))


def own(env: Any) -> dict[Id, str]:
    """Objects and fixtures -> the name of their root body."""
    return {i: o.root_body for group in (env.objects_dict, env.fixtures_dict) for i, o in group.items()}


def _jointed(model: Any, data: Any, id: Id, body: int, ranges: Any) -> tuple[Thing, tuple[str, float, float] | None]:
    """A part of a fixture that moves on a joint, known by the region in it: a drawer that slides, a door that turns."""
    opened, closed = ranges.get("default_open_ranges", ()), ranges.get("default_close_ranges", ())
    joint = int(model.body_jntadr[body])
    if not opened or not closed:
        return measured(model, data, id, body, "part", True), None
    far, shut = max(opened, key=abs), max(closed)
    slides = int(model.jnt_type[joint]) == int(mujoco.mjtJoint.mjJNT_SLIDE)
    way = np.asarray(model.jnt_axis[joint]) * (far - shut) if slides else None
    return measured(model, data, id, body, "drawer" if slides else "door", True, way), (str(model.joint(joint).name), shut, far)


def place(model: Any, data: Any, region: Id, objects: Collection[str]) -> Thing:
    """A region of a table or a fixture on which, or in which, things are to be put, posed in its body. A thin one lies on what carries it.

    Args:
      objects: Root bodies of what stands about and carries nothing for long.
    """
    site = int(model.site(region).id)
    body = int(model.site_bodyid[site])
    frame = Pose(data.xpos[body].copy(), data.xquat[body].copy())
    at, half = _upright(Pose(data.site_xpos[site].copy(), quat_from_matrix(data.site_xmat[site].reshape(3, 3))), model.site_size[site])
    half = np.maximum(half, THIN / 2)
    if half[2] > 0.02:
        return Thing(region, "place", frame.inverse() @ at, 2 * half, fixed=True, cavity=Cavity(np.zeros(3), 2 * half))
    top = height(model, data, (*at.pos[:2], at.pos[2] + ABOVE), objects)
    raised = 0.0 if top is None or abs(top - at.pos[2]) > ABOVE else top - half[2] - at.pos[2]
    return Thing(region, "place", frame.inverse() @ at.shifted((0.0, 0.0, raised)), 2 * half, fixed=True)


def _upright(at: Pose, half: Array) -> tuple[Pose, Array]:
    """The same box with its z axis up: a site may lie on its side."""
    axes = at.matrix
    up = int(np.argmax(np.abs(axes[2])))
    order = [(up + 1) % 3, (up + 2) % 3, up]
    sign = float(np.sign(axes[2, up]))
    return Pose(at.pos, quat_from_matrix(axes[:, order] * [sign, 1.0, sign])), np.abs(half)[order]


def made(task: LiberoTask) -> Any:
    """LIBERO's environment of a task, without cameras, its fixtures placed as its own evaluation does, and a tool site added."""
    _configure()
    with contextlib.redirect_stdout(io.StringIO()):
        import libero.libero.envs  # noqa: F401  registers the problems
        import libero.libero.envs.bddl_utils as bddl
        from libero.libero.envs.bddl_base_domain import TASK_MAPPING
        from robosuite import load_controller_config

        problem = bddl.get_problem_info(str(task.bddl))["problem_name"]
        np.random.seed(SEED)
        env = TASK_MAPPING[problem](
            str(task.bddl), robots=["Panda"], controller_configs=load_controller_config(default_controller="OSC_POSE"),
            initialization_noise=None, has_renderer=False, has_offscreen_renderer=False, use_camera_obs=False, ignore_done=True,
        )  # fmt: skip
        env.set_xml_processor(with_tool)
        np.random.seed(SEED)
        env.reset()
    return env


def _configure() -> None:
    """Tell LIBERO where its files are, unless somebody has: it asks on standard input otherwise. And open no screen."""
    os.environ.setdefault("MUJOCO_GL", "disable")
    if "LIBERO_CONFIG_PATH" in os.environ or (Path.home() / ".libero" / "config.yaml").exists():
        return
    root = package()
    folder = Path(tempfile.mkdtemp(prefix="libero_"))
    names = {"benchmark_root": ".", "bddl_files": "bddl_files", "init_states": "init_files", "datasets": "../datasets", "assets": "assets"}
    (folder / "config.yaml").write_text(yaml.safe_dump({k: str((root / v).resolve()) for k, v in names.items()}))
    os.environ["LIBERO_CONFIG_PATH"] = str(folder)
