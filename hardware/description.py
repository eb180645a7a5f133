"""A robot as data: its MJCF, its parts and limits, and how gripper widths map to finger joints."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from heedful.geometry import Array, Pose
from heedful.types import PartSpec

if TYPE_CHECKING:
    import mujoco


@dataclass(frozen=True, slots=True, eq=False)
class RobotDescription:
    """Everything Heedful must know of a body. One file each under `hardware/robots`, or a YAML file of these fields."""

    name: str
    mjcf: str
    """MJCF as text, or the path of an XML file. Position actuators, or motors for arms, on every commanded joint."""
    parts: Mapping[str, PartSpec]
    actuators: Mapping[str, tuple[str, ...]]
    """Part -> actuator names, in the order of its joints."""
    fingers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Gripper part -> finger bodies, whose common contacts tell what is held."""
    finger_travel: float | Mapping[str, Sequence[Sequence[float]]] = 0.5
    """Finger joint displacement per metre of pad-to-pad width; or, for each gripper, rows of a width [m] and the position of each
    driven joint there."""
    finger_stiffness: float = 1000.0
    """Position gain of one finger's actuator [N/m, Nm/rad]; with it a force limit becomes a limit on the target's lead."""
    reach: Mapping[str, tuple[tuple[float, float, float], float, float]] = field(default_factory=dict)
    """Arm -> shoulder in the base frame [m], inner and outer working radius [m]."""
    base: Pose = field(default_factory=lambda: Pose.at(0.0, 0.0, 0.0))
    """Where the base stands in the world."""
    ground: float = 0.0
    """Height of the surface that the robot works on, its table or floor, in the world [m]."""
    dt: float = 0.02
    """Control period [s]."""
    sources: str = ""
    """Where the numbers come from."""

    def spec(self) -> mujoco.MjSpec:
        """A fresh editable MuJoCo spec of the robot alone. Bodies that overlap at home, as links drawn into each other do, are
        excluded from collision: their contact could never be resolved, and would spoil every other."""
        import mujoco

        text = self.mjcf.lstrip().startswith("<")
        spec = mujoco.MjSpec.from_string(self.mjcf) if text else mujoco.MjSpec.from_file(str(Path(self.mjcf).expanduser()))
        for one, other in _overlaps(self):
            spec.add_exclude(bodyname1=one, bodyname2=other)
        return spec

    @property
    def arms(self) -> list[str]:
        return [n for n, p in self.parts.items() if p.kind == "arm"]

    def home(self) -> dict[str, Array]:
        """Rest configuration of every part."""
        return {n: p.home.copy() if p.home.size else np.zeros(len(p.joints)) for n, p in self.parts.items()}

    @staticmethod
    def of(parts: Mapping[str, Mapping[str, Any]], base: Any = (0.0, 0.0, 0.0), **fields: Any) -> RobotDescription:
        """Build one from plain data, as a YAML file gives it; `parts` holds PartSpec fields as lists.

        Raises ValueError naming the part whose limits do not match its joints.
        """
        specs = {}
        for name, given in parts.items():
            known = {"lower", "upper", "velocity", "home"}
            arrays: dict[str, Any] = {k: np.asarray(v, dtype=float) for k, v in given.items() if k in known}
            rest: dict[str, Any] = {k: tuple(v) if k == "joints" else v for k, v in given.items() if k not in known}
            spec = PartSpec(**rest, **arrays)
            for key in known:
                got = getattr(spec, key)
                if spec.kind != "gripper" and got.shape != (len(spec.joints),) and (spec.kind != "base" or got.size):
                    raise ValueError(f"{fields.get('name', 'robot')}.{name} has {len(spec.joints)} joints, but {key} has shape {got.shape}")
            specs[name] = spec
        for key in ("actuators", "fingers"):
            fields[key] = {k: tuple(v) for k, v in fields.get(key, {}).items()}
        fields["reach"] = {k: (tuple(v[0]), float(v[1]), float(v[2])) for k, v in fields.get("reach", {}).items()}
        return RobotDescription(parts=specs, base=Pose.at(*base), **fields)


@functools.lru_cache(maxsize=32)
def _overlaps(robot: RobotDescription) -> list[tuple[str, str]]:
    """Pairs of the robot's bodies that touch each other at home."""
    import mujoco

    from heedful.hardware.travel import places

    text = robot.mjcf.lstrip().startswith("<")
    model = mujoco.MjModel.from_xml_string(robot.mjcf) if text else mujoco.MjModel.from_xml_path(str(Path(robot.mjcf).expanduser()))
    data = mujoco.MjData(model)
    home = robot.home()
    for name, place in places(model, robot).items():
        place.put(data.qpos, home[name])
    mujoco.mj_forward(model, data)
    bodies = {tuple(sorted(int(model.geom_bodyid[g]) for g in (c.geom1, c.geom2))) for c in data.contact[: data.ncon] if c.dist < 0}
    return [(model.body(a).name or "world", model.body(b).name) for a, b in sorted(bodies)]
