"""Many rays at once through a model: MuJoCo's intersections, with a culling that loses nothing."""

from __future__ import annotations

import copy
from dataclasses import dataclass

import mujoco
import numpy as np
from numpy.typing import NDArray

from heedful.geometry import Array

GROUPS = np.array([1, 1, 1, 0, 0, 0], dtype=np.uint8)
"""Geom groups that are drawn, as in MuJoCo's default view."""


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """What each ray met first: geom id (-1 none), distance in units of the ray, unit normal in the world."""

    geom: NDArray[np.int32]
    distance: Array
    normal: Array


class Rays:
    """Casts bundles of rays at one model, each bundle at the geoms that its cone can meet.

    mj_multiRay has a culling of its own, but it forgets to rotate the bounding boxes of bodies (3.8.1), so that half a table
    may be missing: here it is switched off, on a private copy of the model, whose geom groups say which geoms are tested.
    """

    BUNDLE = 512

    def __init__(self, model: mujoco.MjModel) -> None:
        self._model, self._data = copy.copy(model), mujoco.MjData(model)
        self._model.body_bvhadr[:] = -1
        self._drawn = GROUPS[np.clip(model.geom_group, 0, 5)] > 0
        self._wide = (model.geom_rbound <= 0) | (model.geom_type == int(mujoco.mjtGeom.mjGEOM_HFIELD))  # planes have no bound
        self._geoms = model.body_geomnum.copy()
        self._owners = np.flatnonzero(self._geoms)  # geoms are stored by body, so each of these is one run of columns
        self._groups = np.array([1, 0, 0, 0, 0, 0], dtype=np.uint8)

    def pose(self, data: mujoco.MjData) -> None:
        """Take the geoms' poses over; mj_multiRay allocates on the stack of the data it is given, so `data` itself is left alone."""
        self._data.geom_xpos[:], self._data.geom_xmat[:] = data.geom_xpos, data.geom_xmat
        self._data.flexvert_xpos[:] = data.flexvert_xpos

    def cast(self, origin: Array, rays: Array, hidden: NDArray[np.bool_] | None = None) -> Hits:
        """Follow rays (n, 3), best in order of direction, from a point of the world [m] to the first drawn geom that is not hidden."""
        n = len(rays)
        hits = Hits(np.empty(n, np.int32), np.empty(n), np.zeros((n, 3)))
        rays = np.ascontiguousarray(rays)
        drawn = self._drawn if hidden is None else self._drawn & ~hidden
        meets = self._candidates(origin, rays, drawn)
        bodies = np.zeros((len(meets), self._model.nbody), np.int32)
        if self._owners.size:
            bodies[:, self._owners] = np.add.reduceat(meets, self._model.body_geomadr[self._owners], axis=1) > 0
        for start, meet, body in zip(range(0, n, self.BUNDLE), meets, bodies * self._geoms, strict=True):
            part = slice(start, min(start + self.BUNDLE, n))
            self._model.geom_group[:], self._model.body_geomnum[:] = ~meet, body  # a body without geoms is passed over
            mujoco.mj_multiRay(
                self._model, self._data, origin, rays[part].reshape(-1), self._groups, True, -1,
                hits.geom[part], hits.distance[part], hits.normal[part].reshape(-1), part.stop - start, mujoco.mjMAXVAL,
            )  # fmt: skip
        return hits

    def _candidates(self, origin: Array, rays: Array, drawn: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """For each bundle and geom, whether their bounding cones meet. Shape (bundles, ngeom)."""
        starts = np.arange(0, len(rays), self.BUNDLE)
        unit = rays / np.sqrt(np.einsum("ij,ij->i", rays, rays))[:, None]
        axis = np.add.reduceat(unit, starts, axis=0)
        axis /= np.maximum(np.linalg.norm(axis, axis=1, keepdims=True), 1e-12)
        spread = np.minimum.reduceat(np.einsum("ij,ij->i", unit, np.repeat(axis, self.BUNDLE, axis=0)[: len(rays)]), starts)
        away = self._data.geom_xpos - origin
        far = np.maximum(np.linalg.norm(away, axis=1), 1e-12)
        reach = np.arcsin(np.minimum(self._model.geom_rbound / far, 1))
        reach[self._wide | (self._model.geom_rbound >= far)] = np.pi
        between = np.arccos(np.clip(axis @ (away / far[:, None]).T, -1, 1))
        meet = between <= np.arccos(np.clip(spread, -1, 1))[:, None] + reach + 1e-3
        found: NDArray[np.bool_] = meet & drawn
        return found
