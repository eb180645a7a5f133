"""One page that tells a run: what was asked, how it ended and why, what was done, and where the time went."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from heedful.app.html import Html, h, text, url
from heedful.app.pictures import inline, stills
from heedful.app.plots import terms_plot, tool_plot
from heedful.app.sections import (
    cadence_section,
    chain_section,
    corrections_section,
    errors_section,
    notices_section,
    plan_section,
    scores_section,
    steps_section,
    understood_section,
)
from heedful.app.style import CSS
from heedful.recording import Link, Run, first_broken_link

TONES = {"succeeded": "good", "failed": "bad", "timeout": "bad", "running": "calm"}
"""How a verdict is coloured; any other is a warning."""
POLICY = "default-src 'none'; img-src data:; media-src 'self' file: data:; style-src 'unsafe-inline'"


def write_report(run_folder: str | os.PathLike[str]) -> Path:
    """Write `report.html` into a run's folder, whole or cut short. It needs no network and nothing but the film beside it.

    Raises NoRun if the folder holds no run.
    """
    run = Run.load(run_folder)
    draft = run.report.with_suffix(".draft")
    draft.write_text(page(run), encoding="utf-8")
    os.replace(draft, run.report)
    return run.report


def page(run: Run) -> str:
    """The report as HTML."""
    why = first_broken_link(run)
    pictures = stills(run.film, _moments(run, why))
    sections: list[Callable[[Run], Html | None]] = [
        understood_section,
        notices_section,
        plan_section,
        steps_section,
        errors_section,
        corrections_section,
        scores_section,
    ]
    body = text(
        _head(run),
        _stage(run, pictures),
        chain_section(run, why, pictures.get("broken")),
        *(section(run) for section in sections),
        tool_plot(run),
        terms_plot(run),
        cadence_section(run),
        _foot(run.episode),
    )
    head = text(
        h("meta", charset="utf-8"),
        h("meta", name="viewport", content="width=device-width,initial-scale=1"),
        h("meta", http_equiv="Content-Security-Policy", content=POLICY),
        h("title", f"{run.episode.get('instruction') or 'A run'}: {_words(run.verdict)}"),
        h("style", Html(CSS)),
    )
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>{h("main", body)}</body></html>\n'


def _moments(run: Run, why: Link) -> dict[str, float]:
    moments = {"before": 0.0, "after": 1.0}
    if why.broken and why.tick is not None and len(run) > 1:
        moments["broken"] = why.tick / (len(run) - 1)
    return moments


def _head(run: Run) -> Html:
    episode = run.episode
    seconds = float(run.trace["time"][-1] - run.trace["time"][0]) if len(run) else None
    facts = {
        "robot": _name(episode.get("robot")), "world": _name(episode.get("world")), "task": _name(episode.get("task")),
        "planner": _name(episode.get("planner")), "language": _name(episode.get("language")),
        "perception": _name(episode.get("perception")), "seed": episode.get("seed"),
        "robot time": None if seconds is None else f"{seconds:.1f} s", "started": episode.get("started"),
    }  # fmt: skip
    shown = [h("span", f"{k} ", h("b", str(v))) for k, v in facts.items() if v not in (None, "")]
    reason = episode.get("reason") or ("the run has no verdict yet" if run.verdict == "running" else "")
    truth = episode.get("truth")
    contradicted = truth is not None and bool(truth) != (run.verdict == "succeeded")
    return text(
        h("div.eyebrow", *shown),
        h("h1", f"“{episode.get('instruction') or '(no words)'}”"),
        h(
            "div.verdict",
            h(f"span.pill.{TONES.get(run.verdict, 'warn')}", _words(run.verdict)),
            h("span", reason[:1].upper() + reason[1:]),
            h("span.pill.warn", f"in truth the goal {'holds' if truth else 'does not hold'}") if contradicted else None,
        ),
    )


def _stage(run: Run, pictures: Mapping[str, Any]) -> Html | None:
    """The film, and how things stood before and after."""
    if not run.film.is_file():
        return None
    poster = inline(pictures["after"]) if "after" in pictures else None
    film = h("figure", h("video", src=url(run.film.name), poster=poster, controls=True, preload="metadata", muted=True, loop=True))
    ends = [k for k in ("before", "after") if k in pictures]
    frames = [h("figure", h("img", src=inline(pictures[k]), alt=f"{k} the run"), h("figcaption", k)) for k in ends]
    return h("div.stage", film, h("div.frames", *frames))


def _foot(episode: Mapping[str, Any]) -> Html:
    facts = {**(episode.get("versions") or {}), "model": str(episode.get("model") or "")[:12]}
    return h("footer", *(h("span", f"{k} {v}") for k, v in facts.items() if v), h("span", f"seed {episode.get('seed', 'none')}"))


def _words(verdict: str) -> str:
    return verdict.replace("_", " ")


def _name(thing: Any) -> str:
    """A robot, world or planner by its name, whether it was recorded as words or as settings."""
    return str(thing.get("name") or thing.get("_target_") or "") if isinstance(thing, Mapping) else str(thing or "")
