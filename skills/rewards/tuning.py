"""The model that is planned with: derived from the plant's by options that make it cheaper without making it lie where it matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import mujoco


@dataclass(frozen=True, slots=True)
class Tuning:
    """How the planning model differs from the plant's; None and `as_is` leave something as it is there."""

    timestep: float | None = None
    """Of one step [s]."""
    cone: Literal["as_is", "pyramidal"] = "as_is"
    """Of friction: pyramids are several times cheaper than cones."""
    iterations: int | None = None
    """Of the solver, at most."""
    searches: int | None = None
    """Of its line search, at most."""
    impratio: float | None = None
    """Stiffness of friction against that of contact."""
    condim: int | None = None
    """Dimensions of contact, at most: 3 leaves out torsion and rolling."""
    contacts: Literal["as_is", "world", "feet"] = "as_is"
    """What of the robot may touch: `world`, but not itself; `feet`, that is spheres, and trunks, and nothing else of it."""
    islands: bool = True
    """Whether what touches is solved for group by group: to find the groups costs more than it saves where there is one body that moves."""
    visuals: bool = True
    """Whether it has what is there only to be seen; dynamics are the same without."""

    def apply(self, spec: Any, robot: frozenset[str] = frozenset()) -> None:
        """Change an editable spec.

        Args:
          spec: Of the whole world.
          robot: Names of the robot's bodies.
        """
        option = spec.option
        if self.timestep is not None:
            option.timestep = self.timestep
        if self.cone == "pyramidal":
            option.cone = mujoco.mjtCone.mjCONE_PYRAMIDAL
        if self.iterations is not None:
            option.iterations = self.iterations
        if self.searches is not None:
            option.ls_iterations = self.searches
        if self.impratio is not None:
            option.impratio = self.impratio
        if not self.islands:
            option.disableflags |= int(mujoco.mjtDisableBit.mjDSBL_ISLAND)
        if not self.visuals:
            spec.compiler.discardvisual = True
        for geom in spec.geoms:
            if self.condim is not None:
                geom.condim = min(geom.condim, self.condim)
            body = geom.parent.name
            if self.contacts == "as_is" or body not in robot or not (geom.contype or geom.conaffinity):
                continue
            keeps = self.contacts == "world" or geom.type == mujoco.mjtGeom.mjGEOM_SPHERE or geom.parent.parent.name == "world"
            geom.contype, geom.conaffinity = (2, 0) if keeps else (0, 0)
        if self.contacts != "as_is":
            for geom in spec.geoms:
                if geom.parent.name not in robot and (geom.contype or geom.conaffinity):
                    geom.conaffinity |= 2


AS_IS = Tuning()
"""The plant's own model."""
LEGGED = Tuning(0.01, "pyramidal", 4, 8, 10.0, 3, "feet", islands=False, visuals=False)
"""For bodies on legs."""
ARM = Tuning(0.01, "pyramidal", 8, 12, 10.0, 4, "world", visuals=False)
"""For arms that handle things."""
