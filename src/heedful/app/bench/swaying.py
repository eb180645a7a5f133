"""A robot that sways from side to side for as long as people correct it, while a model that takes its time thinks and a recorder writes."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from heedful.agents import Symbolic
from heedful.episode import Episode, Plan
from heedful.loop import Budget
from heedful.session import Session
from heedful.skills import policy_skill, skill
from heedful.types import Action, Id, JointTarget, Motion, Observation, Outcome, SkillCall

WORDS = "put the red block in the blue bowl"
THINKS = 5.0
"""How long the model takes for an answer [s]."""
AMPLITUDE, PERIOD = 0.35, 3.0
"""Of the first joint [rad, s]."""
MOVING, STILL = 0.05, 0.02
"""Speed of the first joint from which it moves, and of any joint up to which the arm stands still [rad/s]."""


@skill(uses="arm", timeout=600.0)
def sway(obs: Observation, object: Id, target: Id) -> Motion:
    """Sway, as if one thing were on its way to another.

    Args:
      object: One thing in the scene.
      target: Another.
    """
    start, begun, pace, at = obs.parts["arm"].q.copy(), obs.time, 1.0, 0.0
    while obs.time < begun + 590.0:
        at += 0.02 * pace * obs.adjust.speed
        obs = yield Action({"arm": JointTarget(start + np.eye(start.size)[0] * AMPLITUDE * np.sin(2 * np.pi * at / PERIOD))})
    return Outcome.succeeded()


CHUNK = 20
"""Actions that the policy gives at a time."""


class Rocking:
    """A policy that sways, chunk by chunk, from wherever the arm is."""

    def reset(self) -> None:
        """Nothing to forget."""

    def act(self, observation: Observation, instruction: str) -> list[Action]:
        start, at = observation.parts["arm"].q, observation.time + 0.02 * np.arange(1, CHUNK + 1)
        way = AMPLITUDE * (np.sin(2 * np.pi * at / PERIOD) - np.sin(2 * np.pi * observation.time / PERIOD))
        return [Action({"arm": JointTarget(start + np.eye(start.size)[0] * w)}) for w in way]


rock = policy_skill("rock", Rocking(), "in(object, target)", uses="arm", timeout=600.0)


class Swaying(Symbolic):
    """Understands and edits as the planner it is; whatever is to be done, it sways."""

    name = "sway"

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        planned = super().plan(episode, observation)
        scene = observation.scene
        things = [i for i, t in scene.objects.items() if not t.fixed] if scene is not None else []
        told = next((c for c in planned.calls if isinstance(c, SkillCall) and len(c.args) == 2), None)
        ids = [str(v) for _, v in told.args] if told is not None else things[:2]
        return Plan("go", (SkillCall.of(self.name, object=ids[0], target=ids[1]),), planned.goal, self.name)


class Rocked(Swaying):
    """The same by a policy, whose chunks are in flight when people speak."""

    name = "rock"


class Thinker:
    """A language model that answers nothing, and takes its time for it."""

    name = "thinker"

    def generate(self, messages: Sequence[Any], schema: Any = None) -> str:
        time.sleep(THINKS)
        return '{"kind": "none", "effect": {}}'


@contextlib.contextmanager
def swaying(
    seed: int, out: Path, planner: type[Swaying] = Swaying, robot: str = "panda", task: Any = None
) -> Iterator[tuple[Session, Any]]:  # fmt: skip
    """A session in real time with a run under way in it, its model always thinking; leaving gives the task up."""
    from heedful.agents.language.turns import InTurn
    from heedful.app.bench.scene import TWELVE

    session = Session(
        robot, mode="realtime", seed=seed, out=out, planner=planner, skills=[sway, rock], budget=Budget(10_000, 36_000.0),
        task=task or TWELVE,
    )  # fmt: skip
    with session:
        session.language = InTurn(Thinker())  # type: ignore[arg-type]
        run = session.run(WORDS, wait=False)
        wait(session, moving=True)
        yield session, run
        session.abort()


def wait(session: Session, moving: bool, patience: float = 3.0) -> bool:
    """Wait until the arm moves, or stands still; whether it does."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        arm = session.glance().parts.get("arm")
        if arm is not None and ((abs(float(arm.dq[0])) > MOVING) if moving else bool(np.abs(arm.dq).max() < STILL)):
            return True
        time.sleep(0.005)
    return False
