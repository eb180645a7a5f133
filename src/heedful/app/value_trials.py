"""What corrections are worth, episode by episode: nobody speaks, somebody does, and the next day nobody does but it is remembered."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

CONDITIONS = ("none", "live", "memory")
"""Nobody speaks; the scripted corrector does; nobody does, and what it said the day before to the same robot is remembered."""
TAUGHT = "taught"
"""The day before: the corrector speaks, and what it says is remembered, already during that day."""
TASKS = ("place_in", "place_on", "place_next_to", "stack")
"""Pick-and-place of the tabletop suite, by turns."""
APART = 1_000_003
"""Added to an episode's seed for the errors of what is seen: the scene is drawn from the seed itself."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One episode."""

    setting: str
    condition: str
    home: int
    task: str
    seed: int
    instruction: str
    verdict: str
    truth: bool
    """The task's own success predicate on the true scene."""
    first: bool
    """Whether no call failed: what a person interrupted did not."""
    seconds: float
    """Robot time [s]."""
    said: tuple[str, ...]
    """What the corrector said."""
    unread: int
    """How many of these were not understood, or asked back."""
    recalled: tuple[str, ...]
    """What the robot told that it does because it was told, with whom to thank for it."""
    link: str
    reason: str

    @property
    def success(self) -> bool:
        return self.truth and self.verdict == "succeeded"

    @property
    def false_success(self) -> bool:
        return not self.truth and self.verdict == "succeeded"


@dataclass(frozen=True, slots=True)
class Setting:
    """How wrong the robot sees."""

    name: str
    noise_m: float
    """Error of each thing's horizontal position, drawn anew wherever it comes to rest [standard deviation, m]."""
    bias_m: float = 0.0
    """Error that all positions share for as long as a home's camera stays as it is [standard deviation over homes, m]."""

    def perception(self, seed: int, home: tuple[int, int]) -> dict[str, Any]:
        """The perceiver of an episode: its errors are the same in every condition until the things are moved.

        Args:
          seed: The episode's.
          home: The plan's seed, and which home.
        """
        bias = np.random.default_rng(home).normal(0.0, self.bias_m, 2) if self.bias_m else np.zeros(2)
        return {"_from_": "state", "noise_m": self.noise_m, "bias_m": [float(v) for v in bias], "seed": APART + seed}


@dataclass(frozen=True, slots=True)
class Plan:
    """Which episodes are run.

    `episodes` seeds from `seed` on are measured in every condition; as many after them are those of the day before. They are shared out
    among homes, each with a memory, and a camera, of its own.
    """

    episodes: int
    seed: int
    homes: int
    settings: Sequence[Setting]

    def of(self, home: int) -> range:
        """The episodes of a home, by number."""
        return range(home * self.episodes // self.homes, (home + 1) * self.episodes // self.homes)

    def jobs(self) -> list[tuple[int, str, int]]:
        """Setting, condition, and the episode by number, or the home; the longest first."""
        homes = [(s, "memory", h) for s in range(len(self.settings)) for h in range(self.homes)]
        alone = [(s, c, i) for s in range(len(self.settings)) for i in range(self.episodes) for c in CONDITIONS if c != "memory"]
        return homes + alone

    def home(self, episode: int) -> int:
        return next(h for h in range(self.homes) if episode in self.of(h))


class Days:
    """What a worker does: an episode in which nobody remembers, or a home's two days.

    Args:
      shared: `plan`, `session` (arguments of Session) and `folder`, where memories are kept; None forgets them at the end.
    """

    def __init__(self, shared: Mapping[str, Any]) -> None:
        self._plan: Plan = shared["plan"]
        self._session: Mapping[str, Any] = shared["session"]
        self._folder: Path | None = shared["folder"]

    def __call__(self, job: tuple[int, str, int]) -> list[Spoken]:
        at, condition, number = job
        setting = self._plan.settings[at]
        if condition != "memory":
            return [self._episode(setting, condition, number, self._plan.home(number))]
        with tempfile.TemporaryDirectory() if self._folder is None else nullcontext(str(self._folder)) as folder:
            file = str(Path(folder) / f"memory-{at + 1}-{number + 1}.sqlite")
            days = [(c, i) for c in (TAUGHT, "memory") for i in self._plan.of(number)]
            return [self._episode(setting, c, i, number, file) for c, i in days]

    def close(self) -> None:
        """Nothing is kept from one job to the next."""

    def _episode(self, setting: Setting, condition: str, number: int, home: int, memory: str = "off") -> Spoken:
        """A session of its own, from opening the eyes to the verdict."""
        from heedful.app.scripted_corrector import ScriptedCorrector
        from heedful.envs import suite
        from heedful.session import Session

        name = TASKS[number % len(TASKS)]
        task = next(t for t in suite("tabletop") if t.name == name)
        seed = self._plan.seed + number + (self._plan.episodes if condition == TAUGHT else 0)
        given = {**self._session, "memory": memory, "perception": setting.perception(seed, (self._plan.seed, home))}
        with Session(**{"mode": "fast", "out": None, **given, "seed": seed, "task": task}) as session:
            corrector = ScriptedCorrector(lambda words: session.say(words, timeout=0.0), session.world.scene, seed)
            if condition in ("live", TAUGHT):
                session.watch(corrector, scripted=True)
            start = session.robot.observe().time
            episode = session.run(session.world.instance.instruction)
            truth, seconds = bool(session.world.success()), session.robot.observe().time - start
        heard = [c for c in episode.corrections if c.text in corrector.said]
        return Spoken(
            setting.name, condition, home, name, seed, episode.instruction, episode.verdict.value if episode.verdict else "running", truth,
            truth and episode.ok and not any(s.failed for s in episode.log), seconds, tuple(corrector.said),
            sum(c.kind == "none" or bool(c.ask) for c in heard), tuple(n for n in episode.notices if "because you told me" in n),
            "" if truth and episode.ok else "false_success" if episode.ok else episode.why().link, episode.reason,
        )  # fmt: skip


def measured(
    plan: Plan, session: Mapping[str, Any], launcher: Any, folder: Path | None = None, told: Any = lambda spoken: None
) -> list[Spoken]:
    """Every episode of a plan, in order; `told` hears of each as its job ends."""
    found: list[tuple[tuple[int, str, int], list[Spoken]]] = []
    jobs = plan.jobs()
    with launcher as crew:
        for job, rows in crew.map(Days, {"plan": plan, "session": dict(session), "folder": folder}, jobs):
            found.append((jobs[job], rows))
            for row in rows:
                told(row)
    return [row for _, rows in sorted(found, key=lambda entry: entry[0]) for row in rows]
