"""From settings to an open session, with what a person can mend said in one sentence."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from heedful.app.compose import Settings
from heedful.app.options import Usage

RUNS = Path("runs")


@contextlib.contextmanager
def usable() -> Iterator[None]:
    """While something is built from settings, what it refuses is a Usage."""
    try:
        yield
    except (ValueError, TypeError, LookupError, ImportError, OSError, SyntaxError) as error:
        import os

        if os.environ.get("HEEDFUL_DEBUG") == "1":
            raise
        said = str(error.args[0] if isinstance(error, KeyError) and error.args else error)
        raise Usage(" ".join(said.split()) or type(error).__name__) from error


def open_session(settings: Settings, out: Path | None) -> Any:
    """A session of these settings. `out=None` records nothing. Raises Usage."""
    with usable():
        from heedful.session import Session

        return Session(
            robot=settings.of("robot"),
            world=settings.of("world"),
            planner=settings.of("planner"),
            perception=settings.of("perception"),
            safety=settings.of("safety"),
            skills=further_skills(settings),
            mode=settings.values["mode"],
            seed=settings.values["seed"],
            task=settings.values["task"],
            out=out,
            config={
                **{g: settings.of(g) for g in ("language", "policy") if settings.chosen[g] != "none"},
                "film": settings.values["film"],
                "words": list(settings.given.values()),
            },
        )


def further_skills(settings: Settings) -> list[str]:
    """Skills from outside: `skills=mine.py`, or the group's `paths`."""
    chosen = settings.chosen["skills"]
    if chosen not in ("default",) and (":" in chosen or chosen.endswith(".py")):
        return [chosen]
    return [str(p) for p in settings.groups["skills"].get("paths") or ()]
