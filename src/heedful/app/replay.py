"""`heedful replay`: re-apply the commands of a run from its first state, and compare what comes of them bit for bit."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from heedful.app.compose import compose
from heedful.app.options import Parser, Usage, last_line
from heedful.recording import Run
from heedful.recording.format import versions


def options(parser: Parser) -> None:
    parser.add_argument("run", nargs="?", type=Path, help="a run's folder; without it the newest under runs")


def main(args: Namespace) -> int:
    """0 if every state came out the same, else 1."""
    from heedful.app.open_session import usable

    run = Run.load(args.run)
    if not run.states()[0].size:
        raise Usage(f"{run.folder} has no simulator states to replay: it ran on hardware, or ended before its first tick")
    with usable():
        world = world_of(run.episode)
    try:
        found = compare(run, world)
    finally:
        world.close()
    changed = {k: [v, versions().get(k)] for k, v in (run.episode.get("versions") or {}).items() if versions().get(k) != v}
    same = found["same"] == found["ticks"]
    if args.json:
        last_line({**found, "identical": same, "versions_differ": changed, "run": str(run.folder)})
        return 0 if same else 1
    if same:
        print(f"identical: {found['ticks']} states of {run.folder}, bit for bit")
    else:
        print(f"different from tick {found['first']} of {found['ticks']} on, by at most {found['largest']:.3g} in qpos")
    if changed:
        print("versions differ: " + ", ".join(f"{k} {then} then, {now} now" for k, (then, now) in changed.items()))
    if not found["model"]:
        print("the model is not the one it was recorded in")
    return 0 if same else 1


def world_of(episode: Mapping[str, Any]) -> Any:
    """The world of a run, built again from its settings, else from its names. Raises Usage where the record says neither."""
    from heedful.config import load

    if missing := [k for k in ("robot", "world", "initial") if not episode.get(k)]:
        raise Usage(f"the run does not say its {missing[0]}, so its world cannot be built again")
    settings = compose((episode.get("config") or {}).get("words") or [f"{g}={episode[g]}" for g in ("robot", "world")])
    made = load("world", settings.of("world"))(load("robot", settings.of("robot")))
    made.reset(int(episode.get("seed") or 0), episode.get("task"))
    return made


def compare(run: Run, world: Any) -> dict[str, Any]:
    """Send what was sent, and count the states that are the same in every bit.

    Row n of the trace holds the state before command n, so the first state is the start and the last command has no row after it.
    """
    qpos, qvel = run.states()
    world.restore({k: np.asarray(v, dtype=float) for k, v in run.episode["initial"].items()})
    sent = {part: run.trace[f"sent.{part}"] for part in run.parts}
    same, first, largest = 0, None, 0.0
    for i in range(len(run)):
        here = np.array_equal(world.data.qpos, qpos[i]) and np.array_equal(world.data.qvel, qvel[i])
        same += here
        if not here:
            first = i if first is None else first
            largest = max(largest, float(np.abs(world.data.qpos - qpos[i]).max()))
        world.robot.send({part: values[i] for part, values in sent.items() if len(values[i])})
    model = run.episode.get("model") in (None, world.fingerprint())
    return {"ticks": len(run), "same": int(same), "first": first, "largest": largest, "model": model}
