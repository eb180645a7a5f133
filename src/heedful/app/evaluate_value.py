"""`heedful eval value`: what corrections are worth in physics, live and remembered, against nobody speaking."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from math import comb
from typing import TYPE_CHECKING, Any

from heedful.app.options import Parser, Usage, note, positive
from heedful.app.verdicts import folder, publish

if TYPE_CHECKING:
    from heedful.app.value_trials import Setting, Spoken

VALUE = "value"
"""The suite's name."""
EPISODES, SEED, HOMES = 100, 1000, 10
NOISE, BIAS = 0.02, 0.03
"""Errors of what is seen unless the command line says others [m]."""
QUIET = 30.0
"""How often progress is told [s]."""


def options(parser: Parser) -> None:
    parser.add_argument("--homes", type=positive, default=HOMES, metavar="N", help="value: homes, each with its own memory and camera")
    parser.add_argument(
        "--bias", type=float, default=BIAS, metavar="M", help="value: how far cameras are off in the second setting [m]; 0: no such setting"
    )


def main(args: Namespace) -> int:
    """0: it was measured."""
    from heedful.app.compose import compose
    from heedful.app.open_session import usable
    from heedful.app.value_trials import Plan, measured
    from heedful.config import load
    from heedful.evaluation import how_measured

    composed = compose(args.overrides, args.seed)
    seen = composed.of("perception")
    fields = {k: v for k, v in seen.items() if k != "_from_"} if isinstance(seen, Mapping) else {}
    if composed.chosen["perception"] != "state" or set(fields) - {"noise_m"}:
        raise Usage("value is measured with perception=state and takes perception.noise_m; its seeds and biases are its own (--bias)")
    episodes, seed = args.episodes or EPISODES, SEED if args.seed is None else args.seed
    if not 1 <= args.homes <= episodes:
        raise Usage(f"--homes: expected 1 to {episodes}, as many as there are episodes, got {args.homes}")
    if not 0.0 <= args.bias < 0.2:
        raise Usage(f"--bias is a standard deviation in metres from 0 to 0.2, got {args.bias}")
    plan = Plan(episodes, seed, args.homes, settings(float(fields.get("noise_m", NOISE)), args.bias))
    session = {g: composed.of(g) for g in ("robot", "planner", "language", "safety")}
    if args.out is not None:
        folder(args.out)
    with usable():
        launcher = load("launcher", composed.of("launcher"), **({"workers": args.workers} if args.workers else {}))
    rows = measured(plan, session, launcher, args.out, Told(total=len(plan.settings) * 4 * episodes))
    found = summed(rows) | how_measured(session, seed, episodes) | {
        "suite": VALUE, "tasks": list(dict.fromkeys(r.task for r in rows)), "taught_seeds": [seed + episodes, seed + 2 * episodes - 1],
        "homes": args.homes, "corrector": "scripted, sees the true scene, says text only",
        "perception": "simulator state with errors", "memory": "day before, by home",
    }  # fmt: skip
    publish(args, found, map(asdict, rows), lambda: table(found))
    return 0


def settings(noise: float, bias: float) -> list[Setting]:
    """The issue's own first: errors that no two things and no two days share. Then with an error that all share."""
    from heedful.app.value_trials import Setting

    own = Setting(f"noise {100 * noise:g} cm", noise)
    return [own, Setting(f"{own.name}, cameras off by {100 * bias:g} cm", noise, bias)] if bias else [own]


def summed(rows: Sequence[Spoken]) -> dict[str, Any]:
    """For each setting and condition: how often it succeeded, at all and without a failed call; and each pair of conditions compared."""
    from heedful.app.value_trials import CONDITIONS, TAUGHT

    found: dict[str, Any] = {}
    for setting in dict.fromkeys(r.setting for r in rows):
        mine = {
            c: sorted((r for r in rows if (r.setting, r.condition) == (setting, c)), key=lambda r: r.seed) for c in (*CONDITIONS, TAUGHT)
        }
        found[setting] = {
            "conditions": {c: _numbers(those) for c, those in mine.items()},
            "paired": {
                f"{c} - none": {
                    "success": paired([r.success for r in mine["none"]], [r.success for r in mine[c]]),
                    "first_try": paired([r.first for r in mine["none"]], [r.first for r in mine[c]]),
                }
                for c in CONDITIONS[1:]
            },
            "per_task": {
                task: {c: {"success": sum(r.success for r in those if r.task == task), "n": sum(r.task == task for r in those)}
                       for c, those in mine.items()}
                for task in dict.fromkeys(r.task for r in rows)
            },
        }  # fmt: skip
    first = next(iter(found.values()))["conditions"]["live"]
    return {"success": first["success"], "n": first["n"], "interval": first["interval"], "settings": found}


def _numbers(rows: Sequence[Spoken]) -> dict[str, Any]:
    import numpy as np

    from heedful.evaluation import wilson

    n = len(rows)
    won, first = sum(r.success for r in rows), sum(r.first for r in rows)
    return {
        "success": won / n, "n": n, "interval": [round(v, 4) for v in wilson(won, n)],
        "first_try": first / n, "first_try_interval": [round(v, 4) for v in wilson(first, n)],
        "true_at_the_end": sum(r.truth for r in rows) / n, "false_successes": sum(r.false_success for r in rows),
        "seconds": round(float(np.mean([r.seconds for r in rows])), 1), "said": round(float(np.mean([len(r.said) for r in rows])), 2),
        "unread": sum(r.unread for r in rows), "recalled": sum(bool(r.recalled) for r in rows),
    }  # fmt: skip


def paired(before: Sequence[bool], after: Sequence[bool]) -> dict[str, Any]:
    """The difference of two proportions on the same seeds: its 95 % interval (A. Agresti and Y. Min, 2005), and the exact sign test."""
    better = sum(b and not a for a, b in zip(before, after, strict=True))
    worse = sum(a and not b for a, b in zip(before, after, strict=True))
    n, up, down = len(before) + 2, better + 0.5, worse + 0.5
    middle, half = (up - down) / n, 1.96 * (up + down - (up - down) ** 2 / n) ** 0.5 / n
    told = better + worse
    chance = min(1.0, 2 * sum(comb(told, k) for k in range(min(better, worse) + 1)) / 2**told)
    return {
        "difference": round((better - worse) / max(len(before), 1), 4), "interval": [round(middle - half, 4), round(middle + half, 4)],
        "better": better, "worse": worse, "p": round(chance, 5),
    }  # fmt: skip


def table(found: Mapping[str, Any]) -> str:
    """The result in lines for a person."""
    lines: list[str] = []
    for name, setting in found["settings"].items():
        rows = [["", "success", "95 % interval", "at first try", "95 % interval", "n", "false", "s", "said", "recalled"]]
        for condition, c in setting["conditions"].items():
            rows.append([
                condition, f"{c['success']:.2f}", _between(c["interval"]), f"{c['first_try']:.2f}", _between(c["first_try_interval"]),
                str(c["n"]), str(c["false_successes"]), f"{c['seconds']:.1f}", f"{c['said']:.1f}", str(c["recalled"]),
            ])  # fmt: skip
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        lines += [
            name,
            *("  ".join([row[0].ljust(widths[0]), *(v.rjust(w) for v, w in zip(row[1:], widths[1:], strict=True))]) for row in rows),
        ]
        for pair, by in setting["paired"].items():
            for what, d in by.items():
                lines.append(
                    f"{pair}, {what.replace('_', ' ')}: {d['difference']:+.2f} {_between(d['interval'], '+.2f')}, "
                    f"better in {d['better']} and worse in {d['worse']} of the same scenes, p = {d['p']:.3g}"
                )
        by_task = (f"{task} " + " ".join(f"{c} {v['success']}/{v['n']}" for c, v in of.items()) for task, of in setting["per_task"].items())
        lines += ["; ".join(by_task), ""]
    keys = ("robot", "planner", "backend", "perception", "skills", "corrector", "homes", "seeds", "taught_seeds", "machine")
    return "\n".join([*lines, ", ".join(f"{k.replace('_', ' ')} {found[k]}" for k in keys)])


def _between(interval: Sequence[float], form: str = ".2f") -> str:
    low, high = interval
    return f"[{low:{form}}, {high:{form}}]"


class Told:
    """Tells each failure, and now and then how many episodes are done, on stderr."""

    def __init__(self, total: int, say: Callable[[str], None] = note) -> None:
        self.total, self.done, self.told, self.say = total, 0, time.monotonic(), say

    def __call__(self, row: Spoken) -> None:
        self.done += 1
        if not row.success:
            self.say(f"{row.setting}: {row.condition} {row.task} seed {row.seed}: {row.link}: {row.reason or row.verdict}")
        if self.done == self.total or sys.stderr.isatty() or time.monotonic() - self.told > QUIET:
            self.told = time.monotonic()
            self.say(f"{self.done} of {self.total} episodes")
