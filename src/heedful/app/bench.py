"""`heedful bench`: how fast this machine runs what, one number for each ratio."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import numpy as np

from heedful.app.options import Parser, Usage, last_line, unknown

SECONDS = 2.0
"""How long each measurement goes on [s]."""


def options(parser: Parser) -> None:
    parser.add_argument("name", nargs="?", metavar="|".join(BENCHES), help="one of them; without it all")


def main(args: Namespace) -> int:
    if args.name is not None and args.name not in BENCHES:
        raise Usage(unknown("bench", args.name, BENCHES))
    found = {}
    for name, (measure, says) in BENCHES.items():
        if args.name in (None, name):
            found[name] = float(f"{measure(args.seed or 0):.4g}")
            if not args.json:
                print(f"{name:<11}{found[name]:>12g}  {says}", flush=True)
    if args.json:
        last_line(found)
    return 0


def physics(seed: int) -> float:
    """Simulated over wall time of the tabletop with the robot at rest."""
    from heedful.config import load

    world = load("world", "tabletop")(load("robot", "panda"))
    world.reset(seed)
    start, ticks = time.perf_counter(), 0
    while time.perf_counter() - start < SECONDS:
        world.robot.send({})
        ticks += 1
    spent = time.perf_counter() - start
    dt = world.robot.dt
    world.close()
    return float(ticks * dt / spent)


def loop(seed: int) -> float:
    """Simulated over wall time of a whole instruction: understanding, planning, skills, safety, verification."""
    from heedful.session import Session

    with Session(mode="fast", seed=seed, task="pick", out=None) as session:
        instruction = session.world.instance.instruction
        began, start = session.world.data.time, time.perf_counter()
        session.run(instruction)
        return float((session.world.data.time - began) / (time.perf_counter() - start))


def recording(seed: int) -> float:
    """Share of a control period that recording one tick takes from the control loop."""
    from heedful.recording import RunWriter, Tick
    from heedful.types import PartState

    state = PartState(np.zeros(7), np.zeros(7))
    row = Tick(0, 0.0, 0.0, {"arm": state}, sent={"arm": np.zeros(7)}, qpos=np.zeros(60), qvel=np.zeros(54))
    with tempfile.TemporaryDirectory() as folder, RunWriter(Path(folder), {"instruction": "bench"}) as writer:
        start = time.perf_counter()
        for _ in range(5000):
            writer.tick(row)
        return (time.perf_counter() - start) / 5000 / 0.02


def answer(seed: int) -> float:
    """Seconds that `heedful --help` takes, over half a second."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "heedful.app.cli", "--help"], stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) / 0.5


BENCHES: dict[str, tuple[Callable[[int], float], str]] = {
    "physics": (physics, "simulated over wall time, robot at rest on the tabletop"),
    "loop": (loop, "simulated over wall time of one instruction, fast mode"),
    "recording": (recording, "share of a control period that recording a tick costs"),
    "help": (answer, "time of `heedful --help` over half a second"),
}
