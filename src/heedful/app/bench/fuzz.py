"""Ten thousand corrections that nobody would want to hear, said to a robot at work in physics: nothing breaks, and no HALT is missed."""

from __future__ import annotations

import random
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from heedful.app.bench.account import Account, resident
from heedful.app.bench.babble import ENDS, babble, means_halt
from heedful.app.bench.ratio import Ratio
from heedful.app.bench.scene import TWELVE
from heedful.app.bench.swaying import Rocked, Swaying, Thinker, rock, sway
from heedful.app.bench.witness import Said, Watched, Witness, unsafe
from heedful.geometry import Pose
from heedful.hardware.limits import SafetyLimits
from heedful.loop import Budget
from heedful.recording import Run
from heedful.session import Session
from heedful.types import Correction, Volume

SAID, FLOOD = 10_000, 20.0
"""Corrections in simulated time; seconds of a flood in real time."""
PER_SECOND = 1000
"""Corrections of the flood."""
TASKS = ("put the red block in the blue bowl", "put the apple on the table", "open the drawer", "put the green block in the blue bowl")
COLUMN = Volume("the forbidden column", Pose.at(0.45, -0.4, 0.5), np.array([0.2, 0.3, 1.4]))
"""Where no tool may ever be, whatever people say."""
DENSITIES = (0.05, 0.2, 1.0)
"""What is said for each command, in a run; a burst of up to 200 at once now and then."""
SHARES = ((Swaying, 0.2), (Rocked, 0.2), ("symbolic", 0.6))
"""What the robot is at, and the share that is said to it meanwhile."""


def fuzz(seed: int, said: int = SAID, flood: float = FLOOD) -> list[Ratio]:
    """Measure.

    Args:
      seed: Of the scenes and of what is said.
      said: How many corrections in simulated time.
      flood: How long a flood in real time lasts [s]; 0 for none.
    """
    return fuzzed(seed, said, flood).ratios()


def fuzzed(seed: int, said: int, flood: float) -> Account:
    """Say them all, and take account."""
    account, rng = Account(), random.Random(seed)
    complain = threading.excepthook
    threading.excepthook = lambda args: account.broken.append(f"in thread {args.thread and args.thread.name}: {args.exc_value!r}")
    try:
        with tempfile.TemporaryDirectory() as folder:
            for planner, share in SHARES:
                _worked(account, rng, seed, planner, account.said + round(said * share), Path(folder))
            if flood:
                _flooded(account, rng, seed, flood, Path(folder))
    finally:
        threading.excepthook = complain
    return account


@contextmanager
def _opened(seed: int, mode: Any, planner: Any, out: Path) -> Iterator[tuple[Session, Watched]]:
    limits = SafetyLimits(volumes=(COLUMN,))
    with Session(
        mode=mode, seed=seed, out=out, planner=planner, skills=[sway, rock], task=TWELVE, safety=limits, interactive=planner == "symbolic",
        budget=Budget(replans=8, seconds=600.0),
    ) as session:  # fmt: skip
        if mode == "fast":
            session.watch(lambda tick: None, scripted=True)  # who speaks does so by commands; a held robot waits for nobody
        yield session, _watched(session, limits)


def _watched(session: Session, limits: SafetyLimits) -> Watched:
    robot = Watched(session.robot.robot, session.description, session.body, limits)
    robot.witness, robot.before, robot.after = Witness(), lambda: None, lambda: None
    session.robot = robot
    return robot


def _worked(account: Account, rng: random.Random, seed: int, planner: Any, until: int, out: Path) -> None:
    """In simulated time: what is said falls between commands, or into them, by the dice alone."""
    words = babble(rng)

    def speak() -> None:
        few = rng.random() > 0.002
        for _ in range((rng.random() < density) if few else rng.randint(20, PER_SECOND // 5)):
            for text in next(words) if rng.random() > 0.002 else [rng.choice(ENDS)]:
                if account.said < until:
                    _say(account, session, robot.witness, text)
        account.waiting = max(account.waiting, session.ears.waiting)

    with _opened(seed, "fast", planner, out) as (session, robot):
        tries, density = 0, 1.0
        while account.said < until:
            density = rng.choice(DENSITIES)
            robot.before, robot.after = rng.choice(((speak, lambda: None), (lambda: None, speak)))
            _go(account, session, robot, rng.choice(TASKS), lambda: account.said >= until)
            for _ in range(3):
                session.say(rng.choice(next(words)), timeout=0.1)  # at rest, too; what comes of an undo is waited for by the next run
            tries += 1
            if tries % 4 == 0:
                _rest(session)
                session.reset(seed + tries, TWELVE)
                robot = _watched(session, SafetyLimits(volumes=(COLUMN,)))


def _flooded(account: Account, rng: random.Random, seed: int, seconds: float, out: Path) -> None:
    """In real time: a thousand a second from a thread of its own."""
    words = babble(rng)
    with _opened(seed, "realtime", Swaying, out) as (session, robot):
        session.language = _thinking()
        robot.after = lambda: setattr(account, "waiting", max(account.waiting, session.ears.waiting))
        ended = threading.Event()

        def speak() -> None:
            begun, count = time.monotonic(), 0
            while count < seconds * PER_SECOND:
                while count < min(seconds, time.monotonic() - begun) * PER_SECOND:
                    for text in next(words):
                        _say(account, session, robot.witness, text)
                        count += 1
                time.sleep(0.005)
            ended.set()

        threading.Thread(target=speak, name="flood", daemon=True).start()
        while not ended.is_set():
            _go(account, session, robot, TASKS[0], ended.is_set)


def _thinking() -> Any:
    from heedful.agents.language.turns import InTurn

    return InTurn(Thinker())  # type: ignore[arg-type]


def _say(account: Account, session: Session, witness: Witness, text: str | Correction) -> None:
    account.said += 1
    listening, begun = session.ears.listening, time.perf_counter()
    try:
        heard = session.ears.hear(text)
    except Exception as error:
        account.broken.append(f"hearing {str(text)[:60]!r}: {error!r}")
        return
    if listening and session.ears.listening:
        halts = means_halt(text)
        account.halts += halts
        witness.said.append(Said(begun, time.perf_counter(), heard, halts))


def _go(account: Account, session: Session, robot: Watched, words: str, ended: Callable[[], bool]) -> None:
    """One run, given up once all was said, and what is found when it is looked into."""
    _rest(session)
    robot.witness = Witness()
    before = {t.name for t in threading.enumerate()}
    run = session.run(words, wait=False)
    while not run.wait(0.05):
        if ended():
            session.abort()
    try:
        episode = run.result(60.0)
    except Exception as error:
        account.broken.append(f"the run: {error!r}")
        return
    account.runs += 1
    account.ticks += len(robot.witness.left)
    account.broken += [e.strip().splitlines()[-1] for e in episode.errors]
    account.dead += sorted(t for t in before - {t.name for t in threading.enumerate()} if t in ("heedful-ears", "heedful-events"))
    if episode.code == "protective_stop":
        account.stopped.append(episode.reason)
        session.reset_stop()
    found = Run.load(session.folder) if session.folder is not None else None
    if found is not None and len(found):
        account.unsafe += unsafe(found, robot.witness.left, robot, session.world.model, [COLUMN])
    account.missed += robot.witness.missed_halts()
    account.kinds.update(s.heard.correction.kind for s in robot.witness.said)
    if session.mode == "realtime":
        account.halt_ms += [c.latency_ms for c in episode.corrections if c.kind == "halt" and c.latency_ms is not None]
    robot.witness = Witness()
    if session.folder is not None:
        shutil.rmtree(session.folder, ignore_errors=True)
    account.resident.append((account.said, resident()))


def _rest(session: Session) -> None:
    """Wait for what an undo at rest may have begun."""
    if session.ears.listening:
        session.abort()
