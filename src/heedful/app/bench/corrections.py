"""How soon a correction is heeded: text arrival to the first changed command, by kind, and to standstill after a HALT.

In real time at 50 Hz, with physics, a recorder that writes every tick, and a language model that thinks for 5 s at a time beside it.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from heedful.app.bench.ratio import Ratio
from heedful.app.bench.swaying import STILL, Rocked, swaying, wait
from heedful.latency import summary
from heedful.recording import Run

HALTS, NUDGES, OTHERS = 300, 300, 30
SLACK = 5.0
"""Beside a control period, how long it may take [ms]."""
SAID: Mapping[str, Sequence[str]] = {
    "pause": ("wait", "hold on a second"), "resume": ("go on",), "rotate": ("turn it clockwise a bit", "turn it anticlockwise a bit"),
    "grip": ("grip it tighter", "not so tight"), "rate": ("slower", "faster"),
    "constraint": ("stay away from the mug", "be gentle with it"),
    "target": ("no, the green block", "no, the red block"), "goal": ("put it next to the mug instead", "put it in the blue bowl instead"),
    "skill": ("push it instead",), "embodiment": ("use your other hand",), "order": ("skip this step", "first open the drawer"),
    "undo": ("undo that",), "fact": ("the red block is fragile",), "preference": ("always be gentle with blocks",),
    "praise": ("well done",), "confirm": ("yes, exactly",), "query": ("what are you doing?", "what comes next?"),
    "repeat": ("more", "again"),
}  # fmt: skip
"""What is said, by turns; a repeat repeats the shift before it."""
ADJUSTS = frozenset({"nudge", "rotate", "grip", "rate", "repeat"})


def corrections(seed: int, halts: int = HALTS, nudges: int = NUDGES, others: int = OTHERS) -> list[Ratio]:
    """Measure them all.

    Args:
      seed: Of the scene.
      halts: How many HALTs.
      nudges: How many nudges.
      others: How many of each other kind.
    """
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        rows = [_halted(seed, halts, out), _said(seed, {"nudge": ("a bit to the left", "a bit to the right")}, nudges, out, 0.08)]
        rows += [_said(seed, {kind: texts}, others, out, 0.25) for kind, texts in SAID.items()]
        rows += [_chunked(seed, others, out), _given_up(seed, others, out)]
    found: dict[str, list[float]] = {}
    changed: dict[str, list[bool]] = {}
    for times, heeded in rows:
        for kind, row in times.items():
            found.setdefault(kind, []).extend(row)
        for kind, marks in heeded.items():
            changed.setdefault(kind, []).extend(marks)
    said = {"halt": halts, "nudge": nudges, **dict.fromkeys((*SAID, "abort"), others)}
    return _told(found, changed, said)


def _told(found: Mapping[str, list[float]], changed: Mapping[str, list[bool]], said: Mapping[str, int]) -> list[Ratio]:
    """Each kind's latencies. What was said and taken for another kind, or not at all, is missing among its n."""
    bound = 20.0 + SLACK
    told = []
    for kind, row in found.items():
        s = summary(row)
        if kind.startswith("standstill"):
            unit = "ms" if kind.endswith("ms") else "mm"
            told.append(
                Ratio(kind, s["p50"], f"after a HALT: p50 {s['p50']:.1f}, p95 {s['p95']:.1f}, worst {s['worst']:.1f} {unit}, n {s['n']}")
            )
            continue
        marks = changed.get(kind, [])
        of = f" of {said[kind]} said" if kind in said else ""
        share = f", {sum(marks)} of {len(marks)} changed the first command" if marks else ""
        times = f"p50 {s['p50']:.1f}, p95 {s['p95']:.1f}, p99 {s['p99']:.1f}, worst {s['worst']:.1f}"
        how = f"text to command [ms]: {times}, n {s['n']}{of}{share}"
        told.append(Ratio(f"{kind}_p99_ms", s["p99"], how, most=bound if kind in ("halt", "nudge") else None))
        if marks:
            told.append(Ratio(f"{kind}_changed", sum(marks) / len(marks), "share whose first command after hearing was changed", least=1.0))
    return told


Rows = tuple[dict[str, list[float]], dict[str, list[bool]]]


def _halted(seed: int, many: int, out: Path) -> Rows:
    with swaying(seed, out) as (session, run):
        for i in range(many):
            if i % 10 == 0:
                session.ears.hear("blorp the frabjous wibble")  # keeps the model thinking
            wait(session, moving=True)
            time.sleep(0.01 * (i % 7))
            session.say("stop")
            wait(session, moving=False)
            session.say("go on")
    episode = run.result(10.0)
    times, changed = measured(Run.load(episode.folder), episode.corrections, {"halt"})
    return times, changed


def _said(seed: int, said: Mapping[str, Sequence[str]], many: int, out: Path, every: float) -> Rows:
    (kind, texts), *_ = said.items()
    with swaying(seed, out) as (session, run):
        for i in range(many):
            if i % 20 == 0:
                session.ears.hear("blorp the frabjous wibble")
            if kind == "repeat":
                session.say("a bit to the left" if i % 2 else "a bit to the right")
            session.say(texts[i % len(texts)], timeout=10.0)
            if session.robot.holding and kind != "resume":
                session.say("go on")
            if kind not in ("nudge", *ADJUSTS, "praise", "confirm", "query"):
                wait(session, moving=True, patience=1.0)
            time.sleep(every * (0.5 + (i % 5) / 5))
    episode = run.result(10.0)
    return measured(Run.load(episode.folder), episode.corrections, {kind})


def _chunked(seed: int, many: int, out: Path) -> Rows:
    """Halts and edits while a policy's chunk of twenty actions is in flight: whether none of the rest of it left."""
    with swaying(seed, out, Rocked) as (session, run):
        for i in range(many):
            wait(session, moving=True)
            time.sleep(0.01 * (i % 7))
            session.say("stop" if i % 2 else ("no, the green block", "no, the red block")[i // 2 % 2])
            if session.robot.holding:
                session.say("go on")
    episode = run.result(10.0)
    trace = Run.load(episode.folder).trace
    wall, mode = trace["wall"], np.asarray(trace["commanded.arm.mode"])
    times, marks = [], []
    for c in episode.corrections:
        k = int(np.searchsorted(wall, c.heard + (c.latency_ms or 0.0) / 1000 - 1e-4))
        if c.kind in ("halt", "target") and c.latency_ms is not None and 0 < k < len(wall) and mode[k - 1] != "hold":
            times.append(c.latency_ms)
            marks.append(bool(mode[k] == "hold"))
    return {"chunk": times}, {"chunk": marks}


def _given_up(seed: int, many: int, out: Path) -> Rows:
    times: list[float] = []
    for i in range(many):
        with swaying(seed, out) as (session, run):
            time.sleep(0.01 * (i % 5))
            session.say("cancel")
        found = [c.latency_ms for c in run.result(10.0).corrections if c.kind == "abort"]
        times += [t for t in found if t is not None]
    return {"abort": times}, {}


def measured(run: Run, heard: Sequence[Any], kinds: set[str]) -> Rows:
    """Latencies of some kinds, whether the first command after each was changed, and the way to standstill after a HALT."""
    wall, held, revision = run.trace["wall"], run.trace["halted"], run.trace["adjust.revision"]
    mode = np.asarray(run.trace["commanded.arm.mode"])
    speed, at = np.abs(run.trace["observed.arm.dq"]).max(axis=1), np.asarray(run.trace["observed.arm.pose"])[:, :3]
    times: dict[str, list[float]] = {}
    changed: dict[str, list[bool]] = {}
    for c in heard:
        if c.kind not in kinds or c.latency_ms is None:
            continue
        times.setdefault(c.kind, []).append(c.latency_ms)
        k = int(np.searchsorted(wall, c.heard + c.latency_ms / 1000 - 1e-4))
        if k >= len(wall):
            continue
        if c.kind == "halt":
            changed.setdefault("halt", []).append(bool(held[k]))
            still = next((i for i in range(k + 1, len(wall)) if speed[i] < STILL), None)
            if still is not None:
                times.setdefault("standstill_ms", []).append(1000 * float(wall[still] - c.heard))
                path = np.linalg.norm(np.diff(at[k : still + 1], axis=0), axis=1)
                times.setdefault("standstill_mm", []).append(1000 * float(path.sum()))
        elif c.kind in ADJUSTS and "cannot" not in c.reply and "already" not in c.reply:
            changed.setdefault(c.kind, []).append(bool(revision[k] > revision[k - 1]))
        elif c.kind in ("target", "goal", "skill", "undo", "embodiment"):
            changed.setdefault(c.kind, []).append(mode[k] == "hold")
    return times, changed
