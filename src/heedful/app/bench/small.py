"""What little things cost: recording a tick, and an answer at the command line."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from heedful.app.bench.ratio import Ratio

ROWS = 5000


def recording(seed: int) -> list[Ratio]:
    """Share of a control period that recording one tick takes from the control loop."""
    from heedful.recording import RunWriter, Tick
    from heedful.types import PartState

    state = PartState(np.zeros(7), np.zeros(7))
    row = Tick(0, 0.0, 0.0, {"arm": state}, sent={"arm": np.zeros(7)}, qpos=np.zeros(60), qvel=np.zeros(54))
    with tempfile.TemporaryDirectory() as folder, RunWriter(Path(folder), {"instruction": "bench"}) as writer:
        start = time.perf_counter()
        for _ in range(ROWS):
            writer.tick(row)
        share = (time.perf_counter() - start) / ROWS / 0.02
    return [Ratio("recording", share, "share of a control period that recording a tick takes from the control loop", most=0.01)]


def help(seed: int) -> list[Ratio]:
    """Seconds that `heedful --help` takes, over half a second; the best of three."""
    spent = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "heedful.app.cli", "--help"], stdout=subprocess.DEVNULL, check=True)
        spent.append(time.perf_counter() - start)
    return [Ratio("help", min(spent) / 0.5, "time of `heedful --help` over half a second", most=1.0)]
