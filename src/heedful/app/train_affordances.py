"""`heedful train affordances`: skills tried at random from randomised states, a success classifier fitted to each, measured on others."""

from __future__ import annotations

import json
import time
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from heedful.app.compose import compose
from heedful.app.options import Usage, last_line, note

SEED, HELD_OUT = 5000, 7000
"""First seeds of the scenes that are fitted to, and of those that are measured on."""
FEWEST, RAREST = 50, 8
"""Roll-outs, and failures or successes among them, below which a skill keeps its geometry."""
PATIENCE = 8
"""Processor time that one attempt may take [s]: a robot that thinks longer is of no use."""
SPARE = 10
"""Failures that may be planned around: every one of a scene's calls may fail."""


def main(args: Namespace) -> int:
    if args.calibrate:
        from heedful.app.calibrate import main as calibrate

        return calibrate(args)
    from heedful.skills import Library
    from heedful.skills.affordances import Affordances

    settings = compose(args.overrides, args.seed)
    names = tuple(n for n in args.skills.split(",") if n)
    for name in names:
        if name not in Library.default():
            raise Usage(f"no skill named {name!r}; `heedful list skills` lists them")
    out = args.out or Path("runs/affordances")
    out.mkdir(parents=True, exist_ok=True)
    first = SEED if args.seed is None else args.seed
    until = time.monotonic() + 60.0 * args.minutes if args.minutes else float("inf")
    seeds = _mixed(range(first, first + args.episodes), range(HELD_OUT, HELD_OUT + args.held_out))
    rows = attempts(settings.of("robot"), seeds, names, out / "rollouts.jsonl", until)
    found = fit([r for r in rows if r["seed"] < HELD_OUT], [r for r in rows if r["seed"] >= HELD_OUT])
    path = out / "affordances.json"
    path.write_text(json.dumps(Affordances(found).to_json(), indent=1) + "\n", encoding="utf-8")
    note(f"written to {path}")
    measured = {name: dict(v.measured) for name, v in found.items()}
    if args.json:
        last_line({"affordances": measured, "rollouts": len(rows), "file": str(path)})
    else:
        print(table(measured))
    return 0


def _mixed(train: Sequence[int], test: Sequence[int]) -> list[int]:
    """Both in proportion, so that wherever the trying stops there is some of each."""
    keyed = [(i / len(train), s) for i, s in enumerate(train)] + [((i + 0.5) / len(test), s) for i, s in enumerate(test)]
    return [s for _, s in sorted(keyed)]


def attempts(robot: Any, seeds: Iterable[int], skills: tuple[str, ...], path: Path, until: float) -> list[dict[str, Any]]:
    """The roll-outs of each seed's scene: those in the file, and those made now, which are added to it scene by scene.

    Each scene is a process of its own. A skill that thinks beyond PATIENCE is cut off, and has failed.
    """
    import multiprocessing

    import heedful.agents.learning.trying
    import heedful.envs.world
    import heedful.hardware.guarded
    import heedful.session  # noqa: F401  here, so that no child has to

    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []
    done = {r["seed"] for r in rows}
    context = multiprocessing.get_context("fork")
    for seed in seeds:
        if seed in done or time.monotonic() > until:
            continue
        told = path.with_suffix(".part")
        told.write_text("")
        child = context.Process(target=_scene, args=(robot, seed, skills, told))
        child.start()
        child.join()
        new: list[dict[str, Any]] = []
        for line in told.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if new and new[-1]["ok"] is None:
                new.pop()
            new.append({"seed": seed, **row})
        if new and new[-1]["ok"] is None:
            new[-1] |= {"ok": False, "code": "too_slow"}
        rows += new
        with path.open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(r) + "\n" for r in new)
        told.unlink()
    return rows


def _scene(robot: Any, seed: int, skills: tuple[str, ...], told: Path) -> None:
    """In a process of its own: one scene, tried in until PATIENCE has run out."""
    import resource

    import numpy as np

    from heedful.agents.learning.trying import Trying, scattered
    from heedful.envs.layout import LayoutError
    from heedful.loop import Budget
    from heedful.session import Session

    def tell(row: dict[str, Any]) -> None:
        spent = int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2]))
        resource.setrlimit(resource.RLIMIT_CPU, (spent + PATIENCE, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        rounded = {**row, "features": {k: round(v, 4) for k, v in row["features"].items()}}
        with told.open("a", encoding="utf-8") as file:
            file.write(json.dumps(rounded) + "\n")

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    budget = Budget(replans=SPARE, seconds=600.0)
    try:
        session = Session(robot=robot, planner=Trying, mode="fast", seed=seed, task=scattered(seed), out=None, budget=budget)
    except (LayoutError, ValueError):
        return  # no room for all that was drawn
    session.planner = trying = Trying(session.skills, skills, rng=np.random.default_rng(seed), tell=tell)
    trying.collect(session.run("try things"))
    session.close()


def fit(train: Sequence[dict[str, Any]], test: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A value for each skill that was tried often enough and went both ways, with its figures on the held-out roll-outs."""
    from dataclasses import replace

    from heedful.skills.boosting import auc, calibration_error, fitted

    values = {}
    for name in sorted({r["skill"] for r in train}):
        mine = [r for r in train if r["skill"] == name]
        rarer = min(sum(r["ok"] for r in mine), sum(not r["ok"] for r in mine))
        if len(mine) < FEWEST or rarer < RAREST:
            continue
        value = fitted([(r["features"], r["ok"]) for r in mine])
        others = [r for r in test if r["skill"] == name]
        p, y = [value(r["features"]) for r in others], [r["ok"] for r in others]
        open_ = [i for i, r in enumerate(others) if r["gate"] is not False]
        possible = [p[i] for i in open_], [y[i] for i in open_]
        figures = {
            "trained_on": len(mine), "n": len(others), "rate": sum(y) / max(len(y), 1), "auc": auc(p, y), "ece": calibration_error(p, y),
            "n_possible": len(open_), "rate_possible": sum(possible[1]) / max(len(open_), 1), "auc_possible": auc(*possible),
            "ece_possible": calibration_error(*possible),
        }  # fmt: skip
        values[name] = replace(value, measured={k: round(v, 3) for k, v in figures.items() if v == v})
    return values


def table(measured: dict[str, dict[str, float]]) -> str:
    """The figures on held-out roll-outs: of all attempts, and of those whose preconditions held."""
    lines = [f"{'skill':<18}{'fitted':>7}{'n':>6}{'rate':>7}{'AUC':>7}{'ECE':>7}   where its preconditions hold: n, rate, AUC, ECE"]
    for name, m in measured.items():
        cells = [f"{m.get(k, float('nan')):>7.2f}" for k in ("rate", "auc", "ece")]
        inner = [f"{m.get(f'{k}_possible', float('nan')):>7.2f}" for k in ("rate", "auc", "ece")]
        lines.append(f"{name:<18}{m['trained_on']:>7.0f}{m['n']:>6.0f}{''.join(cells)}   {m['n_possible']:>6.0f}{''.join(inner)}")
    return "\n".join(lines)
