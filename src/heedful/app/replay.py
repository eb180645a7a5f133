"""`heedful replay`: re-apply the commands of a run from its first state, and compare what comes of them bit for bit."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

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
    changed = {k: [v, now] for k, v in (run.episode.get("versions") or {}).items() if (now := versions().get(k)) != v}
    same = found["same"] == found["ticks"] and found["end"] is not False
    if args.json:
        last_line({**found, "identical": same, "versions_differ": changed, "run": str(run.folder)})
        return 0 if same else 1
    print(told(run, found, same))
    if changed:
        now = ", ".join(f"{k} {then or 'unknown'} (here {here})" for k, (then, here) in changed.items())
        print(f"versions differ: it was recorded with {now}; the states are {'the same all the same' if same else 'not the same'}")
    return 0 if same else 1


def told(run: Run, found: Mapping[str, Any], same: bool) -> str:
    """What a comparison found, for a person."""
    if same:
        return f"identical: {found['ticks']} states of {run.folder}, bit for bit"
    said = f"different from tick {found['first']} of {found['ticks']} on, by at most {found['largest']:.3g} in qpos"
    if found["first"] is None:
        said = f"{found['ticks']} states are the same, but not the one it ended in"
    return said if found["model"] else f"{said}: the model is not the one it was recorded in"


def world_of(episode: Mapping[str, Any]) -> Any:
    """The world of a run, built again from its settings. Raises Usage where the record does not say enough."""
    from heedful.config import by_hand, load

    if missing := [k for k in ("robot", "world", "initial") if not episode.get(k)]:
        raise Usage(f"the run does not say its {missing[0]}, so its world cannot be built again")
    kept = episode.get("config") or {}
    said = {group: kept[group] if group in kept else episode[group] for group in ("robot", "world")}
    if made := {group: name for group, what in said.items() if (name := by_hand(what))}:
        group, name = next(iter(made.items()))
        raise Usage(f"the run's {group} {name!r} was an object made by hand, so its world cannot be built again from the record")
    robot = load("robot", said["robot"])
    world = load("world", said["world"])(robot() if callable(robot) else robot)
    world.reset(int(episode.get("seed") or 0), episode.get("task"))
    return world


def compare(run: Run, world: Any) -> dict[str, Any]:
    """Send what was sent, and count the states that are the same in every bit.

    Row n of the trace holds the state before command n, so the first state is the start; what came of the last command is the run's
    `final` state. A hold is the driver's own doing: it is asked to hold where the run's rows begin to be held.
    """
    qpos, qvel = run.states()
    world.restore(arrays(run.episode["initial"]))
    sent = {part: run.trace[f"sent.{part}"] for part in run.parts}
    holding = bool(run.episode.get("holding"))
    same, first, largest = 0, None, 0.0
    for i in range(len(run)):
        here = np.array_equal(world.data.qpos, qpos[i]) and np.array_equal(world.data.qvel, qvel[i])
        same += here
        if not here:
            first = i if first is None else first
            largest = max(largest, float(np.abs(world.data.qpos - qpos[i]).max()))
        held = bool(run.trace["halted"][i])
        if held and not holding:
            world.robot.hold()
        world.robot.send({} if held else {part: values[i] for part, values in sent.items() if len(values[i])})
        holding = held
    end = run.episode.get("final")
    ended = None if end is None else all(np.array_equal(world.state()[k], v) for k, v in arrays(end).items())
    model = run.episode.get("model") in (None, world.fingerprint())
    return {"ticks": len(run), "same": int(same), "end": ended, "first": first, "largest": largest, "model": model}


def arrays(state: Mapping[str, Any]) -> dict[str, Any]:
    """A state as it was recorded, as numpy takes it."""
    return {k: np.asarray(v, dtype=float) for k, v in state.items()}
