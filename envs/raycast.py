"""Pictures without any graphics library: MuJoCo's own rays, shaded in numpy."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Literal

import mujoco
import numpy as np
from numpy.typing import NDArray

from heedful.envs.camera import Camera, camera_pose, intrinsics
from heedful.geometry import Array

Quality = Literal["fast", "nice"]
Floats = NDArray[np.float32]

GROUPS = np.array([1, 1, 1, 0, 0, 0], dtype=np.uint8)
"""Geom groups that are drawn, as in MuJoCo's default view."""
CAST_FROM = ("xipos", "ximat", "geom_xpos", "geom_xmat", "flexvert_xpos")
"""What mj_multiRay reads of an MjData: the bodies' bounding boxes sit in their inertial frames."""
SUN: Floats = np.array([0.35, -0.45, 0.82], dtype=np.float32)
"""Direction towards the key light, in the world, of unit length."""
LAMP = 0.08 * np.array([[-1.0, -1.0, 0.0], [1.0, -1.0, 0.0], [-1.0, 1.0, 0.0], [1.0, 1.0, 0.0]])
"""Corners of that light, in extents of the model: what makes shadows soft."""
SPREAD = np.array([[-0.125, -0.375], [0.375, -0.125], [0.125, 0.375], [-0.375, 0.125]])
"""Where an edge pixel is sampled [px]: a rotated grid."""
HORIZON, ZENITH, NADIR = (np.array(c, dtype=np.float32) for c in ((0.88, 0.91, 0.94), (0.56, 0.66, 0.78), (0.62, 0.64, 0.67)))


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """What each ray met first: geom id (-1 none), distance in units of the ray, unit normal in the world."""

    geom: NDArray[np.int32]
    distance: Array
    normal: Array


def cast(model: mujoco.MjModel, data: mujoco.MjData, origin: Array, rays: Array) -> Hits:
    """Follow rays from one point of the world [m] to the first drawn geom. `rays` has shape (n, 3)."""
    n = len(rays)
    hits = Hits(np.empty(n, np.int32), np.empty(n), np.zeros((n, 3)))
    flat = np.ascontiguousarray(rays, dtype=float).reshape(-1)
    mujoco.mj_multiRay(
        model, data, origin, flat, GROUPS, True, -1, hits.geom, hits.distance, hits.normal.reshape(-1), n, mujoco.mjMAXVAL
    )
    return hits


class RayCaster:
    """Draws one model at one size from `mj_multiRay`: flat colours, one key light, soft edges; no library but MuJoCo.

    Depth and segmentation are exact at pixel centres. Textures show as their mean colour, transparent geoms are blended
    one layer deep and, as in the OpenGL pictures, counted as solid by depth and segmentation. `nice` adds shadows.
    """

    def __init__(self, model: mujoco.MjModel, width: int, height: int, quality: Quality = "fast") -> None:
        self.model, self.width, self.height, self.quality = model, width, height, quality
        self._data = mujoco.MjData(model)
        self._colors = geom_colors(model)
        self._grid = np.indices((height, width), dtype=float).reshape(2, -1)[::-1].copy()
        self._endless = model.geom_type == int(mujoco.mjtGeom.mjGEOM_PLANE)
        self._far = float(model.vis.map.zfar * model.stat.extent)
        self._clear = frozenset(np.flatnonzero(self._colors[:, 3] < 1).tolist())
        self._models: dict[frozenset[int], mujoco.MjModel] = {frozenset(): model}

    def rgb(self, data: mujoco.MjData, camera: Camera = -1) -> NDArray[np.uint8]:
        """A picture, uint8 (h, w, 3)."""
        origin, turn, K = self._view(data, camera)
        hits, rays = self._pixels(origin, turn, K, self._grid)
        color = self._shade(origin, rays, hits)
        if (edge := self._edges(hits)).size:
            fine = self._grid[:, None, edge] + SPREAD.T[:, :, None]    # (2, 4, edges)
            hits, rays = self._pixels(origin, turn, K, fine.reshape(2, -1))
            color[:, edge] = self._shade(origin, rays, hits).reshape(3, len(SPREAD), -1).mean(axis=1)
        pixels = (np.clip(color, 0, 1) * 255 + 0.5).astype(np.uint8)
        return np.ascontiguousarray(pixels.T).reshape(self.height, self.width, 3)

    def depth(self, data: mujoco.MjData, camera: Camera = -1) -> Floats:
        """Distance along the optical axis [m], float32 (h, w), inf where nothing is."""
        hits = self._hits(data, camera)
        return np.where(hits.geom < 0, np.inf, hits.distance).astype(np.float32).reshape(self.height, self.width)

    def segmentation(self, data: mujoco.MjData, camera: Camera = -1) -> NDArray[np.int32]:
        """The geom id of every pixel, int32 (h, w), -1 for the background."""
        return self._hits(data, camera).geom.reshape(self.height, self.width)

    def close(self) -> None:
        """Nothing is held."""

    def _hits(self, data: mujoco.MjData, camera: Camera) -> Hits:
        return self._pixels(*self._view(data, camera), self._grid)[0]

    def _view(self, data: mujoco.MjData, camera: Camera) -> tuple[Array, Array, Array]:
        """Camera position and rotation in the world, and K; takes the geoms' poses over.

        A private MjData is cast at, since mj_multiRay allocates on the stack of the one it is given.
        """
        for field in CAST_FROM:
            getattr(self._data, field)[:] = getattr(data, field)
        pose = camera_pose(data, camera)
        return pose.pos, pose.matrix, intrinsics(self.model, camera, self.width, self.height)

    def _pixels(self, origin: Array, turn: Array, K: Array, uv: Array) -> tuple[Hits, Array]:
        """Hits and rays of pixels, uv (2, n); rays reach the plane z = 1 of the camera, so distance is depth."""
        at = np.ones((3, uv.shape[1]))
        at[0], at[1] = (uv[0] - K[0, 2]) / K[0, 0], (uv[1] - K[1, 2]) / K[1, 1]
        rays = at.T @ turn.T
        return self._cast(origin, rays), rays

    def _cast(self, origin: Array, rays: Array, hidden: frozenset[int] = frozenset()) -> Hits:
        """First hits, looking through some geoms and, as OpenGL does, through those that the camera is inside of."""
        if hidden not in self._models:
            model = self._models[hidden] = copy.copy(self.model)
            model.geom_matid[list(hidden)] = -1
            model.geom_rgba[list(hidden), 3] = 0
        hits = cast(self._models[hidden], self._data, origin, rays)
        hits.geom[hits.distance > self._far] = -1
        back = np.flatnonzero((np.einsum("ij,ij->i", hits.normal, rays) > 1e-6) & (hits.geom >= 0))
        if back.size:
            again = self._cast(origin, rays[back], hidden | frozenset(hits.geom[back].tolist()))
            hits.geom[back], hits.distance[back], hits.normal[back] = again.geom, again.distance, again.normal
        return hits

    def _edges(self, hits: Hits) -> NDArray[np.intp]:
        """Pixels where the geom or the surface's direction changes, which are worth more than one ray."""
        geom = hits.geom.reshape(self.height, self.width)
        normal = hits.normal.astype(np.float32).reshape(self.height, self.width, 3)
        edge = np.zeros(geom.shape, dtype=bool)
        for here, there in ((np.s_[1:], np.s_[:-1]), (np.s_[:, 1:], np.s_[:, :-1])):
            crease = np.einsum("ijk,ijk->ij", normal[here], normal[there]) < 0.7
            differs = (geom[here] != geom[there]) | (crease & (geom[here] >= 0))
            edge[here] |= differs
            edge[there] |= differs
        return np.flatnonzero(edge)

    def _shade(self, origin: Array, rays: Array, hits: Hits) -> Floats:
        """Colours of hits, float32 (3, n) in [0, 1]: planes, not pixels, since numpy is several times quicker along them."""
        ray = np.ascontiguousarray(rays.T, dtype=np.float32)
        normal = np.ascontiguousarray(hits.normal.T, dtype=np.float32)
        view = ray / np.sqrt(dot(ray, ray))
        sun = np.maximum(SUN[0] * normal[0] + SUN[1] * normal[1] + SUN[2] * normal[2], 0)
        if self.quality == "nice":
            sun *= self._lit(origin + hits.distance[:, None] * rays, hits)
        half = SUN[:, None] - view
        shine = np.square(np.square(np.maximum(dot(normal, half), 0) / np.sqrt(dot(half, half)))) ** 6 * (sun > 0)
        light = 0.36 + 0.08 * normal[2] - 0.24 * np.minimum(dot(normal, view), 0) + 0.42 * sun
        paint = self._colors[hits.geom]
        color = paint[:, :3].T * light + 0.12 * shine
        if self._clear and (clear := np.flatnonzero((paint[:, 3] < 1) & (hits.geom >= 0))).size:
            under = self._shade(origin, rays[clear], self._cast(origin, rays[clear], self._clear))
            color[:, clear] += (1 - paint[clear, 3]) * (under - color[:, clear])
        # An endless floor fades into the horizon instead of ending in a line.
        haze = np.where(self._endless[hits.geom], np.clip((hits.distance / self.model.stat.extent - 3) / 9, 0, 1), hits.geom < 0)
        if (open_ := np.flatnonzero(haze)).size:
            color[:, open_] += haze[open_].astype(np.float32) * (background(view[2, open_]) - color[:, open_])
        return color

    def _lit(self, points: Array, hits: Hits) -> Floats:
        """How far each hit is reached by the key light, in [0, 1]: rays from the corners of a distant lamp."""
        extent, met = self.model.stat.extent, np.flatnonzero(hits.geom >= 0)
        lit = np.zeros(len(points), dtype=np.float32)
        aim = points[met] + 2e-3 * hits.normal[met]
        for corner in LAMP:
            lamp = self.model.stat.center + extent * (6 * SUN + corner)
            first = cast(self.model, self._data, lamp, aim - lamp)
            lit[met] += ((first.geom < 0) | (first.distance > 1 - 1e-4)) / np.float32(len(LAMP))
        return lit


def dot(a: Floats, b: Floats) -> Floats:
    """Dot products of columns, (3, n) and (3, n) to (n,)."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def background(up: Floats) -> Floats:
    """A soft sky and ground for unit rays with this much rise, float32 (3, n)."""
    far = np.where(up > 0, ZENITH[:, None], NADIR[:, None])
    return HORIZON[:, None] + np.sqrt(np.abs(up)) * (far - HORIZON[:, None])


def geom_colors(model: mujoco.MjModel) -> Floats:
    """Each geom's colour as drawn: its own or its material's, times the mean of a texture. float32 (ngeom, 4) in [0, 1]."""
    colors = model.geom_rgba.astype(np.float32).copy()
    role = int(mujoco.mjtTextureRole.mjTEXROLE_RGB)
    for geom, mat in enumerate(model.geom_matid):
        if mat < 0:
            continue
        if np.allclose(model.geom_rgba[geom], (0.5, 0.5, 0.5, 1)):    # MuJoCo's default: not set, so the material's own
            colors[geom] = model.mat_rgba[mat]
        tex = int(model.mat_texid[mat, role])
        if tex >= 0:
            channels = int(model.tex_nchannel[tex])
            start, size = int(model.tex_adr[tex]), int(model.tex_height[tex] * model.tex_width[tex] * channels)
            mean = model.tex_data[start : start + size].reshape(-1, channels).mean(axis=0) / 255
            colors[geom, :3] *= mean[:3] if channels >= 3 else mean[0]
    return colors
