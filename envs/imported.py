"""Things and scenes that people bring along: meshes and MJCF bodies become objects of a table, each guess with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import mujoco
import numpy as np

from heedful.envs.foreign.measure import measure
from heedful.envs.layout import GAP, LayoutError
from heedful.envs.objects import COLORS, FRICTION, SOLIMP, SOLREF
from heedful.envs.room import room
from heedful.envs.task import Task
from heedful.envs.world import Tabletop
from heedful.geometry import Pose
from heedful.hardware.attaching import like
from heedful.hardware.description import RobotDescription
from heedful.hardware.importing.laws import Law
from heedful.hardware.importing.source import MESHES, CannotImport, Guess, Source, plain_name, read
from heedful.hardware.importing.writing import saved
from heedful.types import Thing

DENSITY = 500.0
"""Of a mesh that says nothing of its mass: light wood, printed plastic [kg/m^3]."""
MILLIMETRES = 2.0
"""A mesh larger than this is taken to be in millimetres [m]."""
HELD = 0.075
"""What common hands can close on [m]."""
AHEAD = 0.50
"""Where the middle of an imported scene's table comes to stand, before the robot [m]."""
REDRAWS = 20
"""Arrangements of the table that are tried to find room for what was brought along."""
TABLES = re.compile(r"table|desk|counter|bench", re.IGNORECASE)
FLOORS = re.compile(r"floor|ground|wall|room", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import."""

    file: Path
    """The world to name in `world=`."""
    guesses: tuple[Guess, ...]
    laws: tuple[Law, ...]


class Brought(Tabletop):
    """The table, with things that somebody brought along: where their file says, or where there is room.

    Args:
      robot: The body that stands at the table.
      objects: For each thing its `mjcf`, `id`, `category`, `color`, `size`, `shape`, and `pose` (position, quaternion) or None; `fixed`.
      alone: Whether nothing else stands on the table when no task is set.
    """

    def __init__(self, robot: RobotDescription, objects: Sequence[Mapping[str, Any]] = (), alone: bool = False) -> None:
        super().__init__(robot)
        self._objects, self._alone = tuple(objects), alone

    def _compose(self, rng: np.random.Generator, items: Any, task: Task | None, binding: Any) -> tuple[Any, list[Thing], float]:
        free = task is None
        if free and self._alone:
            task, items = Task("alone", "none", ("nothing",), "true", furniture=()), []
        for left in reversed(range(REDRAWS)):
            try:
                return self._with_objects(rng, *super()._compose(rng, items, task, binding))
            except LayoutError:
                if not left:
                    raise
        raise AssertionError

    def _with_objects(self, rng: np.random.Generator, spec: Any, things: list[Thing], opened: float) -> tuple[Any, list[Thing], float]:
        wide = {t.id: float(max(t.size[:2])) / 2 for t in things}
        standing = [(p.pos[:2], wide.get(i, 0.05)) for i, p in self.layout.poses.items()]
        cabinet = [tuple(b.pos[:2]) for b in spec.bodies if b.name == "cabinet"]
        for fields in self._objects:
            size, given = np.array(fields["size"], dtype=float), fields.get("pose")
            radius = float(np.hypot(*size[:2])) / 2
            pose = Pose(np.array(given[:3]), np.array(given[3:])) if given else self._place(rng, size, radius, standing, cabinet)
            standing.append((pose.pos[:2], radius))
            child = mujoco.MjSpec.from_file(str(fields["mjcf"]))
            spec.attach(child, frame=spec.worldbody.add_frame(pos=pose.pos, quat=pose.quat), prefix="")
            known = {k: fields[k] for k in ("color", "shape", "fixed") if k in fields}
            things.append(Thing(fields["id"], fields["category"], Pose.at(0, 0, 0), size, **known))
        return spec, things, opened

    def _place(self, rng: np.random.Generator, size: Any, radius: float, standing: Any, cabinet: Any) -> Pose:
        zone = room(self.reach()).zone
        x0, x1, y0, y1 = zone.rect
        for _ in range(2000):
            x, y = float(rng.uniform(x0, x1)), float(rng.uniform(y0, y1))
            far = all(np.linalg.norm(np.array([x, y]) - p) > radius + r + GAP for p, r in standing)
            shut = any(x > cx - 0.32 - radius and abs(y - cy) < 0.14 + radius for cx, cy in cabinet)  # where its drawer comes out
            if far and not shut and zone.holds(x, y, radius):
                return Pose.at(x, y, float(size[2]) / 2 + 0.001, yaw=float(rng.uniform(-np.pi, np.pi)))
        raise LayoutError("no room for what was brought along; ask for fewer things on the table")


def import_object(what: str, out: Path, name: str = "") -> Imported:
    """Bring in one thing: a mesh, a URDF, or an MJCF body.

    Args:
      what: Its path.
      out: The folder to make its folder in.
      name: What to call it, as people will: `wrench`.

    Raises CannotImport.
    """
    source = _mesh(Path(what)) if what.lower().endswith(MESHES) else read(what)
    source.name = plain_name(name or source.name)
    tops = list(source.spec.worldbody.bodies)
    if len(tops) != 1:
        raise CannotImport(f"{source.path.name} holds {len(tops)} bodies; an object is one, and `import scene` takes several")
    model = source.spec.compile()
    data = mujoco.MjData(model)
    mujoco.mj_kinematics(model, data)
    folder = (out / source.name).resolve()
    fields = _written(source, tops[0], model, data, folder, source.name, fixed=False)
    laws = tuple(_laws(folder / fields["mjcf"], fields))
    file = _world(source, folder, [fields], alone=False)
    return Imported(file, tuple(source.guesses), laws)


def import_scene(what: str, out: Path, name: str = "") -> Imported:
    """Bring in a scene of MJCF: what moves freely becomes things, what does not, fixtures; its table becomes ours.

    Args:
      what: Its path.
      out: The folder to make its folder in.
      name: What to call it.

    Raises CannotImport.
    """
    source = read(what)
    source.name = plain_name(name or source.name)
    model = source.spec.compile()
    data = mujoco.MjData(model)
    mujoco.mj_kinematics(model, data)
    top = _table(source, model, data)
    folder = (out / source.name).resolve()
    found: list[dict[str, Any]] = []
    laws: list[Law] = []
    for body in source.spec.worldbody.bodies:
        if TABLES.search(body.name) or FLOORS.search(body.name):
            continue
        moves = any(int(j.type) == int(mujoco.mjtJoint.mjJNT_FREE) for j in body.joints)
        try:
            fields = _written(source, body, model, data, folder, plain_name(body.name), fixed=not moves)
        except ValueError as error:
            source.guess(body.name, "left out", str(error))
            continue
        at = Pose(data.xpos[model.body(body.name).id], data.xquat[model.body(body.name).id]) @ fields.pop("centre")
        fields["pose"] = [round(float(v), 5) for v in (*(at.pos - top), *at.quat)]
        found.append(fields)
        laws += [replace(w, says=f"{fields['id']}: {w.says}") for w in _laws(folder / fields["mjcf"], fields)] if moves else []
    if not found:
        raise CannotImport(f"{source.path.name} holds no body with a shape beside its table and floor")
    return Imported(_world(source, folder, found, alone=True), tuple(source.guesses), tuple(laws))


def _mesh(path: Path) -> Source:
    if not path.is_file():
        raise CannotImport(f"there is no file {path}; an object is a mesh ({', '.join(MESHES)}), a .urdf or an MJCF .xml")
    spec = mujoco.MjSpec()
    spec.add_mesh(name="shape", file=str(path.resolve()))
    body = spec.worldbody.add_body(name=plain_name(path.stem))
    body.add_geom(type=mujoco.mjtGeom.mjGEOM_MESH, meshname="shape", density=DENSITY)
    source = Source(plain_name(path.stem), path, spec)
    try:
        model = spec.compile()
    except ValueError as error:
        raise CannotImport(f"MuJoCo cannot read {path.name}: {' '.join(str(error).split())}") from None
    if float(np.max(model.geom_aabb[0, 3:])) * 2 > MILLIMETRES:
        spec.meshes[0].scale = [0.001] * 3
        source.guess("unit", "millimetres", f"in metres it would be {2 * float(np.max(model.geom_aabb[0, 3:])):.0f} m large")
    source.guess("mass", f"{DENSITY:g} kg/m^3", "a mesh says nothing of it")
    source.guess("contact", "its convex hull", "that is what MuJoCo lets touch")
    return source


def _table(source: Source, model: Any, data: Any) -> Any:
    """The point of the scene that comes to stand at AHEAD on our table: the middle of its own table's top."""
    tables = [b for b in range(1, model.nbody) if TABLES.search(model.body(b).name)]
    if not tables:
        source.guess("table", "z = 0", "no body is named like a table")
        return np.array([-AHEAD, 0.0, 0.0])
    seen = measure(model, data, tables[0])
    at = Pose(data.xpos[tables[0]], data.xquat[tables[0]]) @ seen.centre
    height = float(at.pos[2] + seen.size[2] / 2)
    source.guess("table", f"ours in place of {model.body(tables[0]).name}, whose top is at {height:.2f} m", "by its name")
    return np.array([at.pos[0] - AHEAD, at.pos[1], height])


def _written(source: Source, body: Any, model: Any, data: Any, folder: Path, name: str, fixed: bool) -> dict[str, Any]:
    """One thing as MJCF of its own, its origin in the middle of its box; what the world must know of it."""
    seen = measure(model, data, int(model.body(body.name).id))
    spec = like(source.spec, name)
    id = f"{name}_1"
    root = spec.worldbody.add_body(name=id)
    inner = seen.centre.inverse()
    color = _color(model, body.name, source, name)
    lent = source.spec.copy()  # MuJoCo renames what it attaches in the spec that it comes from
    child = root.add_frame(pos=inner.pos, quat=inner.quat).attach_body(lent.body(body.name), f"{name}_", "")
    child.pos, child.quat = [0, 0, 0], [1, 0, 0, 0]
    for joint in list(spec.joints):
        if int(joint.type) != int(mujoco.mjtJoint.mjJNT_FREE):
            source.guess(f"joint {joint.name}", "held fast", "drawers and doors of other people's things are not known")
        spec.delete(joint)
    if not fixed:
        root.add_freejoint(name=f"{id}_free")
    for geom in spec.geoms:
        if geom.contype or geom.conaffinity:
            geom.friction, geom.condim, geom.solref, geom.solimp = FRICTION, 4, SOLREF, SOLIMP
    made = Source(name, source.path, spec)
    saved(made, folder, f"{name}.xml")
    words = [w for w in re.sub(r"[_\d]+$", "", name).split("_") if w not in COLORS]
    fields = {"mjcf": f"{name}.xml", "id": id, "category": " ".join(words) or name, "color": color}
    source.guess(name, f"{' x '.join(f'{100 * v:.1f}' for v in seen.size)} cm, {seen.shape}", "measured on what of it can be touched")
    return {**fields, "size": seen.size.round(5).tolist(), "shape": seen.shape, "fixed": fixed, "centre": seen.centre}


def _color(model: Any, body: str, source: Source, name: str) -> str:
    geoms = [g for g in range(model.ngeom) if model.body(int(model.geom_bodyid[g])).name == body]
    rgba = model.geom_rgba[geoms[0]] if geoms else np.full(4, 0.5)
    if geoms and int(model.geom_matid[geoms[0]]) >= 0:
        rgba = model.mat_rgba[int(model.geom_matid[geoms[0]])]
    near = min(COLORS, key=lambda c: float(np.linalg.norm(np.array(COLORS[c][:3]) - rgba[:3])))
    if float(np.linalg.norm(np.array(COLORS[near][:3]) - rgba[:3])) > 0.25:
        return ""
    source.guess(f"colour of {name}", near, "the nearest that has a name")
    return near


def _laws(file: Path, fields: Mapping[str, Any]) -> Iterator[Law]:
    """Whether a thing stands on a table as it is, has a mass, and can be held."""
    world = mujoco.MjSpec()
    world.option.timestep, world.option.integrator = 0.002, mujoco.mjtIntegrator.mjINT_IMPLICITFAST
    world.option.cone, world.option.impratio = mujoco.mjtCone.mjCONE_ELLIPTIC, 20.0
    world.worldbody.add_geom(type=mujoco.mjtGeom.mjGEOM_BOX, size=[2, 2, 0.1], pos=[0, 0, -0.1], friction=FRICTION, condim=4)
    height = float(fields["size"][2])
    world.attach(mujoco.MjSpec.from_file(str(file)), frame=world.worldbody.add_frame(pos=[0, 0, height / 2 + 0.001]), prefix="")
    model = world.compile()
    data = mujoco.MjData(model)
    body = int(model.body(fields["id"]).id)
    mass = float(model.body_subtreemass[body])
    yield Law("it weighs what a hand can lift", 0.003 < mass < 1.0, f"{1000 * mass:.0f} g")
    for _ in range(750):
        mujoco.mj_step(model, data)
    tilt = float(np.degrees(np.arccos(np.clip(data.xmat[body].reshape(3, 3)[2, 2], -1, 1))))
    yield Law("it stands as it is", tilt < 5 and abs(data.xpos[body][2] - height / 2) < 0.003, f"tilted by {tilt:.1f} degrees after 1.5 s")
    yield Law("it comes to rest", float(np.abs(data.qvel).max()) < 0.03, f"{float(np.abs(data.qvel).max()):.2g} m/s")
    least = min(fields["size"][:2])
    yield Law("two fingers can close on it from above", least < HELD, f"{100 * least:.1f} cm across")


def _world(source: Source, folder: Path, objects: list[dict[str, Any]], alone: bool) -> Path:
    import yaml

    for fields in objects:
        fields.pop("centre", None)
    file = folder / f"{source.name}.yaml"
    told = "".join(f"#   {guess}\n" for guess in source.guesses)
    head = f"# {source.name}, imported: a table with it, to be named in `world=`. What was guessed, and why: correct what is wrong.\n"
    made = {"_target_": "heedful.envs.imported.Brought", "_partial_": True, "alone": alone, "objects": objects}
    file.write_text(head + told + yaml.safe_dump(made, sort_keys=False, default_flow_style=None, width=120))
    return file
