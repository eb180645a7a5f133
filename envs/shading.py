"""What OpenGL's fixed pipeline makes of a model's lights, colours and sky, in numpy, for the ray caster."""

from __future__ import annotations

from dataclasses import dataclass

import mujoco
import numpy as np
from numpy.typing import NDArray

from heedful.geometry import Array

Floats = NDArray[np.float32]

HORIZON, ZENITH, NADIR = ((0.88, 0.91, 0.94), (0.56, 0.66, 0.78), (0.62, 0.64, 0.67))
"""The sky of a model that has none."""


@dataclass(frozen=True, slots=True, eq=False)
class Lamp:
    """One light, in the world: where it is [m], where it shines (unit), and its colours in [0, 1], shape (3,)."""

    pos: Array
    dir: Array
    ambient: Array
    diffuse: Array
    specular: Array
    directional: bool = True
    cutoff: float = 180.0
    """Half angle of a spot [degrees]; 180 shines everywhere."""
    exponent: float = 0.0
    attenuation: tuple[float, float, float] = (1.0, 0.0, 0.0)

    def reach(self, points: Floats) -> tuple[Floats, Floats | float]:
        """Unit directions towards the lamp (3, n) or (3, 1), and how strongly it shines there, for points (3, n)."""
        if self.directional:
            return -self.dir.astype(np.float32)[:, None], 1.0
        away = points - self.pos.astype(np.float32)[:, None]
        far = np.sqrt(dot(away, away))
        away /= far
        a, b, c = self.attenuation
        strength = 1 / (a + b * far + c * far * far)
        if self.cutoff < 180:
            axis = self.dir.astype(np.float32)[:, None]
            cosine = dot(away, axis)
            strength *= np.maximum(cosine, 0) ** np.float32(self.exponent) * (cosine > np.cos(np.radians(self.cutoff)))
        return -away, strength.astype(np.float32)


def lamps(model: mujoco.MjModel, data: mujoco.MjData, eye: Array, forward: Array) -> list[Lamp]:
    """The model's lights in the order in which they may cast shadows, the headlight at `eye` last."""
    spot, point = int(mujoco.mjtLightType.mjLIGHT_SPOT), int(mujoco.mjtLightType.mjLIGHT_POINT)
    found = []
    for i in np.flatnonzero(model.light_active):
        kind = int(model.light_type[i])
        a, b, c = (float(x) for x in model.light_attenuation[i])
        colors = model.light_ambient[i], model.light_diffuse[i], model.light_specular[i]
        cutoff, exponent = (float(model.light_cutoff[i]), float(model.light_exponent[i])) if kind == spot else (180.0, 0.0)
        place = data.light_xpos[i].copy(), data.light_xdir[i].copy()
        found.append(Lamp(*place, *colors, kind not in (spot, point), cutoff, exponent, (a, b, c)))
    head = model.vis.headlight
    if head.active:
        found.append(Lamp(eye, forward, head.ambient, head.diffuse, head.specular))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Paint:
    """How each geom looks: colour (ngeom, 4) in [0, 1], and emission, specular strength and shininess exponent, (ngeom,)."""

    color: Floats
    emission: Floats
    specular: Floats
    shininess: Floats


def paint(model: mujoco.MjModel) -> Paint:
    """Each geom's colour as drawn: its own or its material's, times the mean of a texture."""
    n = model.ngeom
    look = Paint(model.geom_rgba.astype(np.float32), np.zeros(n, np.float32), np.full(n, 0.5, np.float32), np.full(n, 64, np.float32))
    role = int(mujoco.mjtTextureRole.mjTEXROLE_RGB)
    for geom, mat in enumerate(model.geom_matid):
        if mat < 0:
            continue
        look.emission[geom], look.specular[geom] = model.mat_emission[mat], model.mat_specular[mat]
        look.shininess[geom] = 128 * model.mat_shininess[mat]
        if np.allclose(model.geom_rgba[geom], (0.5, 0.5, 0.5, 1)):  # MuJoCo's default: not set, so the material's own
            look.color[geom] = model.mat_rgba[mat]
        if (tex := int(model.mat_texid[mat, role])) >= 0:
            mean = texture(model, tex).mean(axis=(0, 1))
            look.color[geom, :3] *= mean[:3] if mean.size >= 3 else mean[0]
    return look


def sky(model: mujoco.MjModel) -> Floats:
    """Colours straight down, level and straight up, float32 (3, 3): of the model's sky box, or a soft one."""
    boxes = np.flatnonzero(model.tex_type == int(mujoco.mjtTexture.mjTEXTURE_SKYBOX))
    if not boxes.size:
        return np.array([NADIR, HORIZON, ZENITH], np.float32)
    image = texture(model, int(boxes[0]))
    if len(image) != 6 * image.shape[1]:  # one square for all six sides
        image = np.tile(image[: image.shape[1]], (6, 1, 1))
    side, middle = image.shape[1], image.shape[1] // 2
    sides = image.reshape(6, side, side, -1)  # right, left, up, down, front, back
    level = sides[[0, 1, 4, 5], middle - 1 : middle + 1].mean(axis=(0, 1, 2))
    return np.array([sides[3].mean(axis=(0, 1)), level, sides[2].mean(axis=(0, 1))], np.float32)[:, :3]


def texture(model: mujoco.MjModel, index: int) -> Floats:
    """A texture's pixels, float32 (h, w, channels) in [0, 1]."""
    height, width, channels = (int(a[index]) for a in (model.tex_height, model.tex_width, model.tex_nchannel))
    start = int(model.tex_adr[index])
    pixels = model.tex_data[start : start + height * width * channels].reshape(height, width, channels)
    image: Floats = pixels.astype(np.float32) / np.float32(255)
    return image


def background(colors: Floats, up: Floats) -> Floats:
    """The sky along unit rays with this much rise, float32 (3, n)."""
    nadir, level, zenith = colors[:, :, None]
    colored: Floats = level + np.abs(up) * (np.where(up > 0, zenith, nadir) - level)
    return colored


def dot(a: Floats, b: Floats) -> Floats:
    """Dot products of columns, (3, n) and (3, n) or (3, 1) to (n,)."""
    out: Floats = a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
    return out
