"""What is made of a run after it ended, off the control loop: the film and the report."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np

from heedful.app.options import note
from heedful.app.report import write_report
from heedful.recording import Run

FINE: Mapping[str, Any] = {"fps": 20, "width": 640, "height": 480}
SLOW: Mapping[str, Any] = {"fps": 10, "width": 400, "height": 300}
"""How a film is drawn where no graphics library works: rays take a third of a second for a large picture."""
VIEW = "front"
"""The camera that a run is filmed with, where its world has it; else the first."""


def finish(world: Any, folder: Path, film: Literal["fast", "nice", "none"] = "fast") -> Path:
    """Draw the film of a run from its recorded states, and write its report. Says where the report is.

    A film that cannot be drawn here is told, and the report goes without it.

    Args:
      world: The world it ran in, for its model; None for hardware.
      folder: The run's folder.
      film: How to draw it: `fast`, `nice` or `none`.
    """
    run = Run.load(folder)
    model = getattr(world, "model", None)
    if film != "none" and model is not None and len(run) and run.states()[0].size:
        from heedful.envs.film import film_of, write_film
        from heedful.envs.render import choose

        states = zip(run.trace["time"].tolist(), np.concatenate([run.states()[0], run.kept()], axis=1), strict=True)
        paint = getattr(getattr(world, "history", None), "paint", None)
        try:
            how = SLOW if choose() == "raycast" and film == "fast" else FINE
            frames = film_of(
                model, states, _camera(model), paint=paint, captions=captions(run.episode, rewards_of(run.folder)), quality=film, **how
            )
            write_film(run.film, frames, how["fps"])
        except (RuntimeError, ValueError, OSError) as error:
            note(f"there is no film of this run: {' '.join(str(error).split())}")
    return write_report(folder)


def main(words: Sequence[str]) -> int:
    """`python -m heedful.app.finish RUN FILM`: in a process of its own, which gives way to the robot. Ends on the report's path."""
    from heedful.app.replay import world_of

    folder, film = Path(words[0]), words[1]
    if hasattr(os, "nice"):
        os.nice(10)
    try:
        world = world_of(Run.load(folder).episode)
    except Exception as error:
        note(f"there is no film of this run: {' '.join(str(error).split())}")
        world = None
    print(finish(world, folder, film))  # type: ignore[arg-type]
    return 0


def rewards_of(folder: Path) -> list[tuple[float, str]]:
    """From when on which reward was followed [s], in words; none where no reward was."""
    try:
        told = json.loads((folder / "rewards.json").read_text(encoding="utf-8"))
        return [(float(c["time"]), str(c["words"])) for c in told["rewards"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def captions(episode: Mapping[str, Any], rewards: Sequence[tuple[float, str]] = ()) -> Callable[[float], str]:
    """The skill call under way at a robot time [s], in words for the film; of one that follows a reward, that as it is then."""
    calls = [(s.get("started", 0.0), s.get("ended", 0.0), s["skill"], s.get("args") or {}) for s in episode.get("outcomes") or ()]

    def at(time: float) -> str:
        call = next((f"{skill}({', '.join(map(str, args.values()))})" for start, end, skill, args in calls if start <= time <= end), "")
        return next((words for since, words in reversed(rewards) if since <= time + 1e-6), call) if call else ""

    return at


def _camera(model: Any) -> int | str:
    names = [model.camera(i).name for i in range(model.ncam)]
    return VIEW if VIEW in names else 0 if names else -1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
