"""How soon a HALT is a hold that has been published over ROS 2, and how soon the arm stands: as `bench corrections`, on `ros2/fake`."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from heedful.app.bench.corrections import SLACK, measured
from heedful.app.bench.ratio import Ratio
from heedful.app.bench.swaying import swaying, wait
from heedful.latency import summary
from heedful.recording import Run

HALTS = 200
TASK = "place_in"
"""Of the fake's own suite: the two sides make the same scene by its name."""


def halt(seed: int, many: int = HALTS) -> list[Ratio]:
    """Say `stop` to a swaying arm, over and over, while a model thinks and a recorder writes.

    Args:
      seed: Of the scene.
      many: How often.
    """
    published: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        with swaying(seed, Path(folder), robot="ros2/fake", task=TASK) as (session, run):
            robot: Any = session.robot.robot
            apart = time.perf_counter() - time.monotonic()
            cpu, begun = time.process_time(), time.monotonic()
            for i in range(many):
                if i % 10 == 0:
                    session.ears.hear("blorp the frabjous wibble")  # keeps the model thinking
                if not wait(session, moving=True):
                    break
                time.sleep(0.01 * (i % 7))
                said = session.say("stop")
                published.append(1000 * (robot.held_at + apart - said.heard))
                wait(session, moving=False)
                session.say("go on")
            cpu, wall = time.process_time() - cpu, time.monotonic() - begun
        episode = run.result(10.0)
        found, changed = measured(Run.load(episode.folder), episode.corrections, {"halt"})
    period = 1000 * session.robot.dt
    s, marks = summary(published), changed.get("halt", [])
    times = f"p50 {s['p50']:.1f}, p95 {s['p95']:.1f}, p99 {s['p99']:.1f}, worst {s['worst']:.1f}, n {s['n']} of {many}"
    rows = [Ratio("ros2.halt_p99", s["p99"], f"text to the hold published [ms]: {times}", most=period + SLACK)]
    for kind in ("standstill_ms", "standstill_mm"):
        if row := found.get(kind):
            t = summary(row)
            rows.append(
                Ratio(f"ros2.{kind}", t["p50"], f"text to standstill: p50 {t['p50']:.1f}, p95 {t['p95']:.1f}, worst {t['worst']:.1f}")
            )
    rows.append(
        Ratio("ros2.halt_changed", sum(marks) / max(len(marks), 1), "share whose first command after hearing was a hold", least=1.0)
    )
    kept = episode.cadence.get("rate_hz", 0.0)
    rows.append(Ratio("ros2.cpu", cpu / wall, f"cores that this process used, at {kept:.1f} Hz kept of {1 / session.robot.dt:.0f}"))
    return rows
