"""The tool's height and the gripper's width over a run, drawn as SVG."""

from __future__ import annotations

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


def _matrix(run: Run, column: str, width: int) -> Any:
    """A column of lists of one length, or None."""
    found = run.trace.get(column)
    return found if found is not None and found.ndim == 2 and found.shape[1] == width else None


def _n(value: float) -> str:
    return f"{value:.1f}"
