"""On a machine without any graphics library the robot runs all the same, and there is a film."""

import json
import os
import subprocess
import sys

import av
import numpy as np
import pytest

from heedful.recording import Run


def blind(folder):
    """An environment in which no process can import OpenGL."""
    for package in ("OpenGL", "glfw"):
        (folder / package).mkdir(parents=True)
        (folder / package / "__init__.py").write_text("raise ImportError('no graphics library here')")
    return {"PYTHONPATH": os.pathsep.join([str(folder), *(p for p in sys.path if p)])}


@pytest.mark.parametrize("how", ["told to cast rays", "no library to be found"])
def test_there_is_a_film_without_any_graphics_library(how, tmp_path):
    kept = {k: v for k, v in os.environ.items() if k not in ("MUJOCO_GL", "PYOPENGL_PLATFORM", "HEEDFUL_GL")}
    env = {**kept, **(blind(tmp_path / "blind") if "library" in how else {"HEEDFUL_GL": "raycast"})}
    words = ["run", "go home", "--out", str(tmp_path / "runs"), "--json"]
    told = subprocess.run([sys.executable, "-m", "heedful.app.cli", *words], capture_output=True, text=True, env=env, timeout=120)
    assert told.returncode == 0, told.stderr
    run = Run.load(json.loads(told.stdout.splitlines()[-1])["run"])
    with av.open(str(run.film)) as film:
        frames = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
    assert len(frames) >= 2 and frames[0].shape == (300, 400, 3)
    assert np.std(frames[0]) > 20, "there is something to be seen"
    assert 'src="episode.mp4"' in run.report.read_text()
