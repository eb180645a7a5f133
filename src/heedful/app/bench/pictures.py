"""Pictures as Heedful draws them, against MuJoCo's own renderer as it comes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import numpy as np

from heedful.app.bench.ratio import Ratio, of_blocks
from heedful.app.bench.scene import TWELVE
from heedful.app.options import note

WIDTH, HEIGHT, PICTURES = 320, 240, 20
SHADOWS, SAMPLES = 4096, 4
"""MuJoCo's defaults for the size of the shadow map and the samples of a pixel, which the tabletop's model turns down."""


def render(seed: int) -> list[Ratio]:
    """Drawn in a process of its own, for MuJoCo chooses its graphics library when it is imported."""
    from heedful.envs.render import choose

    backend = choose()
    if backend == "raycast":
        note("render is left out: there is no OpenGL here to compare with")
        return []
    code = f"from heedful.app.bench.pictures import compared; compared({seed}, {backend!r})"
    env = {**os.environ, "MUJOCO_GL": backend, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    done = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout.splitlines()[-1])
    how = f"pictures/s over those of mujoco.Renderer as it comes: {PICTURES} of the same scene, {WIDTH}x{HEIGHT}, {backend}, in turns"
    return [Ratio("render", found["ratio"], f"{how}; {1e3 * found['ours']:.1f} ms against {1e3 * found['theirs']:.1f} ms", least=5.0)]


def compared(seed: int, backend: str) -> None:
    """Print the ratio and the median times [s] as JSON."""
    import mujoco

    from heedful.envs.render import Renderer
    from heedful.envs.world import Tabletop
    from heedful.hardware.robots.panda import panda

    world = Tabletop(panda())
    world.reset(seed, TWELVE)
    mujoco.mj_forward(world.model, world.data)
    plain = Renderer(world.model, WIDTH, HEIGHT, backend)  # type: ignore[arg-type]
    quality = world.model.vis.quality
    quality.shadowsize, quality.offsamples = SHADOWS, SAMPLES
    theirs = mujoco.Renderer(world.model, HEIGHT, WIDTH)
    spent: tuple[list[float], list[float]] = [], []
    for _ in range(PICTURES + 3):
        start = time.perf_counter()
        plain.rgb(world.data, "front")
        middle = time.perf_counter()
        theirs.update_scene(world.data, "front")
        theirs.render()
        spent[0].append(middle - start)
        spent[1].append(time.perf_counter() - middle)
    ours, other = spent[0][3:], spent[1][3:]  # the first ones set things up
    print(json.dumps({"ratio": of_blocks(ours, other, 10), "ours": float(np.median(ours)), "theirs": float(np.median(other))}))
