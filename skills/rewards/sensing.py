"""What terms measure: sensors added to a copy of the model, and their values read by name over many samples and steps at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import mujoco
import numpy as np

from heedful.geometry import Array

Kind = Literal["pos", "x", "y", "z", "vel", "spin", "com", "com_vel", "joint", "force"]
"""Place, axes, speed and turning of a site, body or geom in the world; place and speed of the centre of mass of a body with all that
hangs on it; position of a joint; force of an actuator."""
Measure = tuple[Kind, str]
"""A kind and the name of a site, body, joint or actuator."""

_SENSORS = {
    "pos": ("FRAMEPOS", 3), "x": ("FRAMEXAXIS", 3), "y": ("FRAMEYAXIS", 3), "z": ("FRAMEZAXIS", 3), "vel": ("FRAMELINVEL", 3),
    "spin": ("FRAMEANGVEL", 3), "com": ("SUBTREECOM", 3), "com_vel": ("SUBTREELINVEL", 3), "joint": ("JOINTPOS", 1),
    "force": ("ACTUATORFRC", 1),
}  # fmt: skip


def add_sensors(spec: Any, measures: Iterable[Measure]) -> None:
    """Add a sensor for each measure to an editable spec, and a clock, and take away those that are there.

    Raises ValueError for a name that the model has not.
    """
    for sensor in list(spec.sensors):
        spec.delete(sensor)
    sites, bodies, geoms = ({x.name for x in there} for there in (spec.sites, spec.bodies, spec.geoms))
    for kind, name in dict.fromkeys(measures):
        if kind in ("joint", "force"):
            type_ = mujoco.mjtObj.mjOBJ_JOINT if kind == "joint" else mujoco.mjtObj.mjOBJ_ACTUATOR
        elif kind in ("com", "com_vel"):
            type_ = mujoco.mjtObj.mjOBJ_BODY
        elif name in sites:
            type_ = mujoco.mjtObj.mjOBJ_SITE
        elif name in bodies:
            type_ = mujoco.mjtObj.mjOBJ_XBODY
        elif name in geoms:
            type_ = mujoco.mjtObj.mjOBJ_GEOM
        else:
            raise ValueError(f"a term is about {name!r}, and the model has no site, body or geom of that name")
        what = getattr(mujoco.mjtSensor, f"mjSENS_{_SENSORS[kind][0]}")
        spec.add_sensor(name=f"{kind} {name}", type=what, objtype=type_, objname=name)
    spec.add_sensor(name="clock", type=mujoco.mjtSensor.mjSENS_CLOCK)


def places(model: mujoco.MjModel) -> dict[Measure, slice]:
    """Where each measure's values are among the sensors' of a model."""
    found: dict[Measure, slice] = {}
    for i in range(model.nsensor):
        kind, _, name = model.sensor(i).name.partition(" ")
        start = int(model.sensor_adr[i])
        found[kind, name] = slice(start, start + int(model.sensor_dim[i]))
    return found


@dataclass(slots=True, eq=False)
class Futures:
    """The values of measures, shape (..., n), over samples and steps; each is looked up once."""

    values: Array
    """Of all sensors. Shape (samples, steps, sensors)."""
    control: Array
    """The commands. Shape (samples, steps, commands)."""
    time: Array
    """Since the reward began to be followed [s]. Shape (steps,)."""
    dt: float
    """Between steps [s]."""
    where: Mapping[Measure, slice]
    _kept: dict[Any, Array] = field(default_factory=dict)

    def __getitem__(self, measure: Measure) -> Array:
        return self.values[..., self.where[measure]]

    def keep(self, what: Any, compute: Any) -> Array:
        """What several terms need, computed once."""
        if what not in self._kept:
            self._kept[what] = compute()
        return self._kept[what]

    def gathered(self, kind: Kind, names: tuple[str, ...]) -> Array:
        """One number of each of several names, as their joints' positions. Shape (samples, steps, names)."""

        def collect() -> Array:
            spans = [self.where[kind, n] for n in names]
            first = spans[0].start
            if [s.start for s in spans] == list(range(first, first + len(spans))):
                return self.values[..., first : first + len(spans)]
            return self.values[..., [s.start for s in spans]]

        return self.keep((kind, names), collect)


def unit_xy(axis: Array) -> Array:
    """The direction of an axis along the ground, of length one. Shape (..., 2)."""
    flat = axis[..., :2]
    return np.asarray(flat / np.maximum(np.sqrt((flat * flat).sum(axis=-1, keepdims=True)), 1e-6))
