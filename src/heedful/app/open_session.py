"""From settings to an open session, with what a person can mend said in one sentence."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Callable, Iterator
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
    except Exception as error:
        foreign = None if isinstance(error, MENDED) else _foreign_line(error)
        if os.environ.get("HEEDFUL_DEBUG") == "1" or not (isinstance(error, MENDED) or foreign):
            raise
        said = " ".join(str(error.args[0] if isinstance(error, KeyError) and error.args else error).split())
        raise Usage(f"{foreign} raised {type(error).__name__}: {said}" if foreign else said or type(error).__name__) from error


MENDED = (ValueError, TypeError, LookupError, ImportError, OSError, SyntaxError)
"""What our own parts raise when they are asked for something that cannot be."""


def _foreign_line(error: BaseException) -> str:
    """The line of a person's own file that an exception came from; empty if none took part."""
    own = {getattr(m, "__file__", None) for name, m in sys.modules.items() if name.startswith("heedful_user_")}
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename in own]
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}," if frames else ""


def open_session(settings: Settings, out: Path | None, interactive: bool = False, confirm: Callable[[str, str], bool] | None = None) -> Any:
    """A session of these settings. `out=None` records nothing; `interactive` where somebody is there to answer, `confirm` asks them what a
    commissioned robot may do. Raises Usage."""
    with usable():
        from heedful.agents.memory import open_memory
        from heedful.directions import STANDPOINTS
        from heedful.session import Session

        return Session(
            robot=settings.of("robot"),
            world=settings.of("world"),
            planner=settings.of("planner"),
            perception=settings.of("perception"),
            safety=settings.of("safety"),
            language=settings.of("language"),
            skills=further_skills(settings),
            mode=settings.values["mode"],
            seed=settings.values["seed"],
            task=settings.values["task"],
            dataset=settings.values["dataset"],
            memory=open_memory(settings.values["memory"], settings.values["likeness"]),
            out=out,
            interactive=interactive,
            confirm=confirm,
            standpoint=STANDPOINTS[settings.values["standpoint"]],
            config={
                **({"policy": settings.of("policy")} if settings.chosen["policy"] != "none" else {}),
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
