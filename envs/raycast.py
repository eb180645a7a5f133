"""Pictures without any graphics library: MuJoCo's own rays, lit in numpy."""

from __future__ import annotations

import threading
from typing import Literal, TypeVar

import mujoco
import numpy as np
from numpy.typing import NDArray

from heedful.envs.camera import Camera, camera_pose, intrinsics
from heedful.envs.rays import Hits, Rays
from heedful.envs.shading import Floats, Lamp, background, dot, lamps, paint, sky
from heedful.geometry import Array

S = TypeVar("S", bound=np.generic)
Quality = Literal["fast", "nice"]

TILE = 16
"""Side of the squares in which pixels are cast together [px]."""
LAMP = 0.04 * np.array([[-1.0, -1.0, 0.0], [1.0, -1.0, 0.0], [-1.0, 1.0, 0.0], [1.0, 1.0, 0.0]])
"""Corners of the light that casts shadows, in extents of the model: what makes them soft."""
SPREAD = np.array([[-0.125, -0.375], [0.375, -0.125], [0.125, 0.375], [-0.375, 0.125]])
"""Where an edge pixel is sampled [px]: a rotated grid."""


class RayCaster:
    """Draws one model at one size from `mj_multiRay`, lit by its own lights, with soft edges; no library but MuJoCo.

    Depth and segmentation are exact at pixel centres. Textures show as their mean colour, transparent geoms are blended
    one layer deep and, as in the OpenGL pictures, counted as solid by depth and segmentation. `nice` adds shadows.
    """

    def __init__(self, model: mujoco.MjModel, width: int, height: int, quality: Quality = "fast") -> None:
        self.model, self.width, self.height, self.quality = model, width, height, quality
        self._rays = Rays(model)
        self._lock = threading.Lock()
        self._sky = sky(model)
        self._repaint()
        self._lamps: list[Lamp] = []
        rows, columns = np.indices((height, width)).reshape(2, -1)
        order = np.lexsort((columns, rows, columns // TILE, rows // TILE))  # neighbours together, for narrow bundles
        self._grid = np.stack([columns[order], rows[order]]).astype(float)
        self._place = np.argsort(order)
        self._endless = model.geom_type == int(mujoco.mjtGeom.mjGEOM_PLANE)
        self._far = float(model.vis.map.zfar * model.stat.extent)

    def _repaint(self) -> None:
        """Take the model's colours over: worlds change them as lamps are lit and spills wiped."""
        self._colors, self._paint = self.model.geom_rgba.copy(), paint(self.model)
        self._clear = self._paint.color[:, 3] < 1

    def rgb(self, data: mujoco.MjData, camera: Camera = -1) -> NDArray[np.uint8]:
        """A picture, uint8 (h, w, 3)."""
        with self._lock:
            origin, turn, K = self._view(data, camera)
            hits, rays = self._pixels(origin, turn, K, self._grid)
            color = self._shade(origin, rays, hits)
            if (edge := self._edges(hits)).size:
                fine = self._grid[:, edge, None] + SPREAD.T[:, None]  # (2, edges, 4)
                hits, rays = self._pixels(origin, turn, K, fine.reshape(2, -1))
                color[:, edge] = self._shade(origin, rays, hits).reshape(3, -1, len(SPREAD)).mean(axis=2)
        return self._image((np.clip(color, 0, 1) * 255 + 0.5).astype(np.uint8).T)

    def depth(self, data: mujoco.MjData, camera: Camera = -1) -> Floats:
        """Distance along the optical axis [m], float32 (h, w), inf where nothing is."""
        hits = self._hits(data, camera)
        return self._image(np.where(hits.geom < 0, np.inf, hits.distance).astype(np.float32))

    def segmentation(self, data: mujoco.MjData, camera: Camera = -1) -> NDArray[np.int32]:
        """The geom id of every pixel, int32 (h, w), -1 for the background."""
        return self._image(self._hits(data, camera).geom)

    def close(self) -> None:
        """Nothing is held."""

    def _image(self, values: NDArray[S]) -> NDArray[S]:
        """Values in the order of casting, (n, ...), as a picture, (h, w, ...)."""
        picture: NDArray[S] = values[self._place].reshape(self.height, self.width, *values.shape[1:])
        return picture

    def _hits(self, data: mujoco.MjData, camera: Camera) -> Hits:
        with self._lock:
            return self._pixels(*self._view(data, camera), self._grid)[0]

    def _view(self, data: mujoco.MjData, camera: Camera) -> tuple[Array, Array, Array]:
        """Camera position and rotation in the world, and K; takes the geoms' poses over."""
        self._rays.pose(data)
        if not np.array_equal(self._colors, self.model.geom_rgba):
            self._repaint()
        pose = camera_pose(data, camera)
        self._lamps = lamps(self.model, data, pose.pos, pose.matrix[:, 2])
        return pose.pos, pose.matrix, intrinsics(self.model, camera, self.width, self.height)

    def _pixels(self, origin: Array, turn: Array, K: Array, uv: Array) -> tuple[Hits, Array]:
        """Hits and rays of pixels, uv (2, n); rays reach the plane z = 1 of the camera, so distance is depth."""
        at = np.ones((3, uv.shape[1]))
        at[0], at[1] = (uv[0] - K[0, 2]) / K[0, 0], (uv[1] - K[1, 2]) / K[1, 1]
        rays = at.T @ turn.T
        return self._cast(origin, rays), rays

    def _cast(self, origin: Array, rays: Array, hidden: NDArray[np.bool_] | None = None) -> Hits:
        """First hits, looking through hidden geoms and, as OpenGL does, through those that the camera is inside of."""
        hits = self._rays.cast(origin, rays, hidden)
        hits.geom[hits.distance > self._far] = -1
        back = np.flatnonzero((np.einsum("ij,ij->i", hits.normal, rays) > 1e-6) & (hits.geom >= 0))
        if back.size:
            inside = np.zeros(self.model.ngeom, dtype=bool) if hidden is None else hidden.copy()
            inside[hits.geom[back]] = True
            again = self._cast(origin, rays[back], inside)
            hits.geom[back], hits.distance[back], hits.normal[back] = again.geom, again.distance, again.normal
        return hits

    def _edges(self, hits: Hits) -> NDArray[np.intp]:
        """Pixels where the geom or the surface's direction changes, which are worth more than one ray."""
        geom = self._image(hits.geom)
        normal = self._image(hits.normal.astype(np.float32))
        edge = np.zeros(geom.shape, dtype=bool)
        for here, there in ((np.s_[1:], np.s_[:-1]), (np.s_[:, 1:], np.s_[:, :-1])):
            crease = np.einsum("ijk,ijk->ij", normal[here], normal[there]) < 0.7
            differs = (geom[here] != geom[there]) | (crease & (geom[here] >= 0))
            edge[here] |= differs
            edge[there] |= differs
        flat = np.flatnonzero(edge)
        return np.sort(self._place[flat])

    def _shade(self, origin: Array, rays: Array, hits: Hits) -> Floats:
        """Colours of hits, float32 (3, n) in [0, 1]: planes, not pixels, since numpy is several times quicker along them."""
        view, normal = (np.ascontiguousarray(a.T, dtype=np.float32) for a in (rays, hits.normal))
        points = origin.astype(np.float32)[:, None] + hits.distance.astype(np.float32) * view
        view /= np.sqrt(dot(view, view))
        color: Floats = self._paint.color[hits.geom, :3].T.copy()
        light = np.repeat(self._paint.emission[hits.geom][None], 3, axis=0)
        gloss = np.zeros_like(light)
        for number, lamp in enumerate(self._lamps):
            towards, strength = lamp.reach(points)
            if lamp.ambient.any():
                light += lamp.ambient.astype(np.float32)[:, None] * strength
            facing = np.maximum(dot(normal, towards), 0) * strength
            if number == 0 and self.quality == "nice":
                facing *= self._lit(points, hits, lamp, facing > 0)
            light += lamp.diffuse.astype(np.float32)[:, None] * facing
            half = towards - view
            shine = dot(normal, half) / np.sqrt(dot(half, half))
            bright = np.flatnonzero((shine > 0.8) & (facing > 0))
            spark = shine[bright] ** self._paint.shininess[hits.geom[bright]] * self._paint.specular[hits.geom[bright]]
            gloss[:, bright] += lamp.specular.astype(np.float32)[:, None] * spark
        color *= light
        color += gloss
        if (clear := np.flatnonzero(self._clear[hits.geom] & (hits.geom >= 0))).size:
            under = self._shade(origin, rays[clear], self._cast(origin, rays[clear], self._clear))
            color[:, clear] += (1 - self._paint.color[hits.geom[clear], 3]) * (under - color[:, clear])
        # An endless floor fades into the horizon instead of ending in a line.
        haze = np.where(self._endless[hits.geom], np.clip((hits.distance / self.model.stat.extent - 3) / 9, 0, 1), hits.geom < 0)
        if (open_ := np.flatnonzero(haze)).size:
            color[:, open_] += haze[open_].astype(np.float32) * (background(self._sky, view[2, open_]) - color[:, open_])
        return color

    def _lit(self, points: Floats, hits: Hits, lamp: Lamp, facing: NDArray[np.bool_]) -> Floats:
        """How far each hit is reached by a lamp, in [0, 1]: rays from the corners of a small square in its place."""
        extent, met = self.model.stat.extent, np.flatnonzero(facing & (hits.geom >= 0))
        lit = np.zeros(points.shape[1], dtype=np.float32)
        aim = points.T[met] + 2e-3 * hits.normal[met]
        centre = self.model.stat.center - 6 * extent * lamp.dir if lamp.directional else lamp.pos
        for corner in LAMP:
            start = centre + extent * corner * (1.0 if lamp.directional else 0.2)
            first = self._rays.cast(start, aim - start)
            lit[met] += ((first.geom < 0) | (first.distance > 1 - 1e-4)) / np.float32(len(LAMP))
        return lit
