"""The tool's height, the gripper's width and what the terms of rewards cost over a run, drawn as SVG."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from heedful.app.html import Html, h
from heedful.recording import Run

WIDTH, HEIGHT, LEFT, BOTTOM = 960, 190, 44, 22
POINTS = 400
"""Points a line is thinned to."""


def tool_plot(run: Run) -> Html | None:
    """Tool height and pad-to-pad width over time, with bands for the skills, halts in grey and clipped commands as red ticks."""
    poses = {p: c for p in run.parts if (c := _matrix(run, f"observed.{p}.pose", 7)) is not None}
    if not poses or len(run) < 2:
        return None
    lines = {f"{p} height": c[:, 2] for p, c in poses.items()}
    for p in run.parts:
        if p not in poses and (q := _matrix(run, f"observed.{p}.q", 1)) is not None:
            lines[f"{p} width"] = q[:, 0]
    time = run.trace["time"]
    top = max(0.1, 1.18 * max(float(np.nanmax(v)) for v in lines.values()))
    low = min(0.0, min(float(np.nanmin(v)) for v in lines.values()))
    x = LEFT + (time - time[0]) / max(float(time[-1] - time[0]), 1e-9) * (WIDTH - LEFT - 8)
    drawn: list[Html] = []
    for i, step in enumerate(run.episode.get("outcomes") or ()):
        rows = run.rows(step)
        a, b = (float(x[min(max(r, 0), len(x) - 1)]) for r in (rows.start, rows.stop - 1))
        fill = "var(--calmbg)" if i % 2 == 0 else "none"
        drawn.append(h("rect", x=_n(a), y=0, width=_n(max(b - a, 0)), height=HEIGHT - BOTTOM, fill=fill))
        if b - a > 34:
            drawn.append(h("text", str(step.get("skill", ""))[: int((b - a) / 7)], x=_n(a + 5), y=13))
    for column, colour, height in (("halted", "var(--e)", 6), ("violations", "var(--bad)", 10)):
        marks = x[np.asarray(run.trace[column]) > 0][:: max(1, len(run) // 600)]
        drawn += [h("rect", x=_n(float(m)), y=HEIGHT - BOTTOM - height, width=2, height=height, fill=colour) for m in marks]

    def y(value: Any) -> Any:
        return (HEIGHT - BOTTOM) * (1 - (value - low) / (top - low))

    for value in np.linspace(low, top, 4)[:3]:
        drawn.append(h("line", x1=LEFT, x2=WIDTH - 8, y1=_n(y(value)), y2=_n(y(value)), stroke="var(--line)"))
        drawn.append(h("text", f"{value:.2f}", x=LEFT - 7, y=_n(y(value) + 4), text_anchor="end"))
    keep = np.unique(np.linspace(0, len(x) - 1, POINTS).astype(int))
    for (_, values), colour in zip(lines.items(), ("var(--a)", "var(--b)", "var(--c)", "var(--d)"), strict=False):
        points = " ".join(f"{_n(a)},{_n(b)}" for a, b in zip(x[keep], y(values[keep]), strict=True) if np.isfinite(b))
        drawn.append(h("polyline", points=points, fill="none", stroke=colour, stroke_width=2, stroke_linejoin="round"))
    for i, at in enumerate(np.linspace(0, 1, 7)):
        anchor = {0: "start", 6: "end"}.get(i, "middle")
        said = f"{at * float(time[-1] - time[0]):.1f} s"
        drawn.append(h("text", said, x=_n(LEFT + at * (WIDTH - LEFT - 8)), y=HEIGHT - 5, text_anchor=anchor))
    colours = ("var(--a)", "var(--b)", "var(--c)", "var(--d)")
    legend = [h("span", h("i", style=f"background:{c}"), f"{n} [m]") for n, c in zip(lines, colours, strict=False)]
    legend += [h("span", h("i", style="background:var(--bad)"), "clipped")] if np.any(run.trace["violations"]) else []
    svg = h("svg.plot", *drawn, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img")
    return h("section", h("h2", "The tool over time"), svg, h("div.legend", *legend))


COLOURS = (
    "#1f77b4",
    "#e07b00",
    "#2a9d5c",
    "#c2326b",
    "#7a5bd0",
    "#8c6d31",
    "#0aa1b5",
    "#b0413e",
    "#5d8a3a",
    "#c78bd1",
    "#446b9e",
    "#d4a017",
)
"""Of the terms of a reward; those that go without saying are grey."""


def terms_plot(run: Run) -> Html | None:
    """What each term of the rewards that were followed cost over time, and when words changed them."""
    try:
        told = json.loads((run.folder / "rewards.json").read_text(encoding="utf-8"))
        time = np.array(told["time"], dtype=float)
        lines = {str(n): (bool(t["said"]), np.array(t["cost"], dtype=float)) for n, t in told["terms"].items()}
        changes = [(float(c["time"]), str(c["words"])) for c in told["rewards"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if len(time) < 2 or not lines or any(len(v) != len(time) for _, v in lines.values()):
        return None
    top = 1.08 * max(max((float(np.nanmax(v)) for _, v in lines.values() if np.isfinite(v).any()), default=0.0), 1e-3)
    x = LEFT + (time - time[0]) / max(float(time[-1] - time[0]), 1e-9) * (WIDTH - LEFT - 8)

    def y(value: Any) -> Any:
        return (HEIGHT - BOTTOM) * (1 - np.maximum(value, 0.0) / top)

    drawn: list[Html] = []
    for value in (0.0, top / 2.16, top / 1.08):
        drawn.append(h("line", x1=LEFT, x2=WIDTH - 8, y1=_n(y(value)), y2=_n(y(value)), stroke="var(--line)"))
        drawn.append(h("text", f"{value:.2g}", x=LEFT - 7, y=_n(float(y(value)) + 4), text_anchor="end"))
    for at, _ in changes[1:]:
        mark = _n(float(np.interp(at, time, x)))
        drawn.append(h("line", x1=mark, x2=mark, y1=0, y2=HEIGHT - BOTTOM, stroke="var(--e)", stroke_dasharray="4 3"))
    keep = np.unique(np.linspace(0, len(x) - 1, POINTS).astype(int))
    colours = {n: COLOURS[i % len(COLOURS)] for i, n in enumerate(n for n, (said, _) in lines.items() if said)}
    for name, (said, values) in sorted(lines.items(), key=lambda line: line[1][0]):
        points = " ".join(f"{_n(a)},{_n(b)}" for a, b in zip(x[keep], y(values[keep]), strict=True) if np.isfinite(b))
        drawn.append(h("polyline", points=points, fill="none", stroke=colours.get(name, "#9aa1a9"), stroke_width=2 if said else 1))
    for i, at in enumerate(np.linspace(0, 1, 7)):
        said_at = f"{time[0] + at * (time[-1] - time[0]):.1f} s"
        anchor = {0: "start", 6: "end"}.get(i, "middle")
        drawn.append(h("text", said_at, x=_n(LEFT + at * (WIDTH - LEFT - 8)), y=HEIGHT - 5, text_anchor=anchor))
    legend = [h("span", h("i", style=f"background:{c}"), n.replace("_", " ")) for n, c in colours.items()]
    legend += [h("span", h("i", style="background:#9aa1a9"), "goes without saying")] if len(colours) < len(lines) else []
    wanted = [h("li", f"{at - time[0]:.1f} s: {words}") for at, words in changes]
    svg = h("svg.plot", *drawn, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img")
    return h("section", h("h2", "What each term of the reward cost"), svg, h("div.legend", *legend), h("ul", *wanted))


def _matrix(run: Run, column: str, width: int) -> Any:
    """A column of lists of one length, or None."""
    found = run.trace.get(column)
    return found if found is not None and found.ndim == 2 and found.shape[1] == width else None


def _n(value: float) -> str:
    return f"{value:.1f}"
