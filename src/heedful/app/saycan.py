"""`heedful eval saycan`: requests in seven families, planned with ideal skills and carried out in physics, each mechanism on and off."""

from __future__ import annotations

import json
import platform
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from heedful.app.compose import compose
from heedful.app.options import Usage, last_line, note, unknown
from heedful.app.saycan_trials import Requests, Tried

MODES = ("plan", "execute")
SEED, SEEDS = 1000, 3


def main(args: Namespace) -> int:
    """0: it was measured."""
    from heedful.app.evaluate import Counter
    from heedful.envs.requests import requests
    from heedful.launching import Processes

    settings = compose(args.overrides, args.seed)
    families = [f for f in (args.families or "").split(",") if f]
    known = list(dict.fromkeys(r.family for r in requests()))
    for family in families:
        if family not in known:
            raise Usage(unknown("family", family, known))
    modes = [m for m in MODES if args.mode in (m, "both")]
    seed, episodes = SEED if args.seed is None else args.seed, args.episodes or SEEDS
    chosen = [i for i, r in enumerate(requests()) if not families or r.family in families]
    jobs = [(i, s) for s in range(seed, seed + episodes) for i in chosen]
    shared = {"robot": settings.of("robot"), "language": settings.of("language"), "modes": modes}
    rows: list[Tried] = []
    counter = Counter(total=len(jobs))
    if args.out is not None:
        args.out.mkdir(parents=True, exist_ok=True)
    with Processes(args.workers or 1) as crew:
        for job, found in crew.map(Requests, shared, jobs):
            rows += found
            if args.out is not None:  # an hour's work outlives an interruption
                with (args.out / "trials.jsonl").open("a") as file:
                    file.writelines(json.dumps(asdict(t)) + "\n" for t in found)
            if not found:
                note(f"{requests()[jobs[job][0]].name} seed {jobs[job][1]}: there is no room for what it needs; left out")
            counter.done += 1
            whole = [t for t in found if t.variant == "saycan" and not t.success]
            for t in whole:
                note(f"{t.mode} {t.request} seed {t.seed}: {t.verdict}: {' '.join(t.calls)}: {t.reason}")
    result = summed(rows) | {
        "suite": "saycan", "robot": "panda", "perception": "simulator state", "skills": "scripted experts",
        "backend": rows[0].backend if rows else "", "seeds": [seed, seed + episodes - 1],
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
    }  # fmt: skip
    if args.out is not None:
        from heedful.recording import write_json

        write_json(args.out / "saycan.json", result | {"trials": [asdict(t) for t in rows]})
    if args.json:
        last_line(result)
    else:
        print(table(result))
    return 0


def summed(rows: Iterable[Tried]) -> dict[str, Any]:
    """For each mode and variant, by family and in all: successes, n and the Wilson interval; and the differences to the whole planner."""
    from heedful.evaluation import wilson

    rows = list(rows)
    modes: dict[str, Any] = {}
    for mode in dict.fromkeys(t.mode for t in rows):
        modes[mode] = {}
        for variant in dict.fromkeys(t.variant for t in rows):
            mine = [t for t in rows if (t.mode, t.variant) == (mode, variant)]
            cells = {}
            for family in [*dict.fromkeys(t.family for t in mine), "all"]:
                those = [t for t in mine if family in (t.family, "all")]
                won = sum(t.success for t in those)
                cells[family] = {
                    "success": won / max(len(those), 1), "n": len(those), "interval": [round(v, 4) for v in wilson(won, len(those))],
                    "impossible": sum(t.impossible for t in those), "asked": sum(t.asked for t in those),
                    "again": sum(t.again for t in those), "false_successes": sum(t.false_success for t in those),
                }  # fmt: skip
            modes[mode][variant] = cells
    first = next(iter(modes))
    return {
        "success": modes[first]["saycan"]["all"]["success"],
        "n": modes[first]["saycan"]["all"]["n"],
        "modes": modes,
        "differences": differences(rows),
    }


def differences(rows: Sequence[Tried]) -> dict[str, Any]:
    """How much better the whole planner is than each ablation on the same requests and seeds, with 95 % intervals by bootstrap over
    requests."""
    import numpy as np

    found: dict[str, Any] = {}
    rng = np.random.default_rng(0)
    for mode in dict.fromkeys(t.mode for t in rows):
        whole = {(t.request, t.seed): t.success for t in rows if t.mode == mode and t.variant == "saycan"}
        for variant in dict.fromkeys(t.variant for t in rows if t.variant != "saycan"):
            for family in ["all", *dict.fromkeys(t.family for t in rows)]:
                mine = [t for t in rows if t.mode == mode and t.variant == variant and family in (t.family, "all")]
                gaps: dict[str, list[float]] = {}
                for t in mine:
                    gaps.setdefault(t.request, []).append(float(whole[t.request, t.seed]) - float(t.success))
                means = np.array([np.mean(g) for g in gaps.values()])
                draws = means[rng.integers(len(means), size=(2000, len(means)))].mean(axis=1)
                low, high = np.quantile(draws, [0.025, 0.975])
                found.setdefault(mode, {}).setdefault(variant, {})[family] = {
                    "better_by": round(float(means.mean()), 4), "interval": [round(float(low), 4), round(float(high), 4)]
                }  # fmt: skip
    return found


def table(result: Mapping[str, Any]) -> str:
    """The result in lines for a person."""
    lines = []
    for mode, variants in result["modes"].items():
        families = list(next(iter(variants.values())))
        lines.append(
            f"{mode}: share of {'plans that reach the goal with ideal skills' if mode == 'plan' else 'runs that reach it in physics'}"
        )
        lines.append("  " + "family".ljust(18) + "n".rjust(5) + "".join(v.rjust(24) for v in variants))
        for family in families:
            cells = [variants[v][family] for v in variants]
            shown = "".join(f"{c['success']:.2f} [{c['interval'][0]:.2f}, {c['interval'][1]:.2f}]".rjust(24) for c in cells)
            lines.append("  " + family.ljust(18) + str(cells[0]["n"]).rjust(5) + shown)
        for name, key in (("false successes", "false_successes"), ("impossible steps", "impossible"), ("asked", "asked")):
            lines.append("  " + name.ljust(18) + "".join(str(variants[v]["all"][key]).rjust(24) for v in variants).rjust(5))
        for variant, by in result["differences"].get(mode, {}).items():
            for family in ("all", "embodiment"):
                if family in by:
                    low, high = by[family]["interval"]
                    lines.append(f"  saycan against {variant}, {family}: {by[family]['better_by']:+.2f} [{low:+.2f}, {high:+.2f}]")
    how = ", ".join(f"{k} {result[k]}" for k in ("robot", "backend", "perception", "skills", "seeds", "machine"))
    return "\n".join([*lines, how])
