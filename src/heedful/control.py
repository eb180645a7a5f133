"""The control loop: each tick heeds people, sends one safe command, records it and observes. It never waits for anything slow."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, TypeVar

import numpy as np

from heedful.bus import Ears
from heedful.clock import Mode, Pacer, Workers
from heedful.episode import Verdict
from heedful.events import Events
from heedful.geometry import Array
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level
from heedful.heeding import Heeding
from heedful.latch import HELD
from heedful.perceiving import Perceiving
from heedful.prompt import prompt
from heedful.stopping import Stopping, still
from heedful.ticking import Stopped, Tick
from heedful.types import HOLD, Action, Adjustment, Body, Id, Job, Observation, Perceiver, Scene, SkillCall, Twin, Volume

T = TypeVar("T")
REST = 0.5
"""Longest hold at the end of a run until nothing moves [s]."""
PATIENCE = 30.0
"""Longest wait for the answer to a question about a correction [s of robot time]."""
LOOK = 2.0
"""Longest wait for a fresh scene [s]."""
VIOLATIONS_KEPT = 200
"""Violations written down in full; each call counts all of its own."""


@dataclass(slots=True, eq=False)
class ControlLoop:
    """One robot's loop during one instruction."""

    robot: GuardedRobot
    perceiver: Perceiver
    ears: Ears
    events: Events
    body: Body | None = None
    mode: Mode = "fast"
    twin: Twin | None = None
    """What skills may plan motion with."""
    fixtures: Sequence[Volume] = ()
    """What the tool must keep out of, but for what a running skill may touch."""
    person: bool = True
    """Whether a person gave the instruction: that releases an earlier HALT; a program's does not."""
    latency: float = 0.0
    """`fast` mode: robot time that planning and thinking take [s]."""
    on_tick: Callable[[Tick], None] | None = None
    on_stale: Callable[[], None] | None = None
    """Told when what is being thought is not wanted any more, so that it may end sooner."""
    slow: float = 1.0
    """Share of its usual speed that a robot goes at which has not been seen to do well yet."""
    in_person: bool = True
    """`fast` mode: whether people watch in real time; a held robot then waits for them in real time, too."""
    ticks: int = 0
    obs: Observation = field(init=False)
    shunned: Sequence[Volume] = ()
    """What else the tool must keep out of for now, because people said so."""
    perceiving: Perceiving = field(init=False)
    heed: Heeding = field(init=False)
    pacer: Pacer = field(init=False)
    stopping: Stopping = field(default_factory=Stopping)
    violations: list[dict[str, Any]] = field(default_factory=list)
    _workers: Workers = field(init=False)
    _curious: list[Callable[[Adjustment], None]] = field(default_factory=list)
    """Who is to be told of adjustments that are heard before the next observation."""
    _prompt: contextlib.ExitStack | None = None

    def __post_init__(self) -> None:
        self.heed = Heeding(self.robot, self.ears)
        self.heed.pace = self.slow
        self.pacer = Pacer(self.mode, self.robot.dt)
        self._workers = Workers(self.mode, self.robot.dt, self.latency)
        self.perceiving = Perceiving(self.perceiver, self._workers.submit)

    def constrain(self, shunned: Sequence[Volume] = (), pace: float = 1.0) -> None:
        """Keep out of more, and go at a share of the usual speed, until told otherwise."""
        self.heed.pace = pace * self.slow
        if shunned or self.shunned:
            self.shunned = tuple(shunned)
            self.body = self.body.among([*self.fixtures, *shunned]) if self.body is not None else None

    def start(self) -> None:
        """Listen, observe, and wait for a first scene. A person who gives an instruction releases an earlier HALT.

        Raises Stopped where a program gave it, and the robot is held.
        """
        self.ears.on_halt, self.ears.wake, self.ears.stir = self.robot.halt, self.pacer.wake, self.pacer.stir
        self.ears.listening = True
        if self.mode == "realtime":
            self.ears.read_aloud()
            self._prompt = prompt()
        self.heed.second.aside = self.aside
        if not self.person and self.ears.latch:  # only now that it listens: what is said from here on is heeded in its turn
            raise Stopped(Verdict.REFUSED, "held", HELD)
        self.robot.resume()
        self.obs = self.robot.observe()
        self.pacer.restart()
        self.fresh_scene()

    def tick(
        self, action: Action, calls: Sequence[SkillCall] = (), touches: Iterable[Id] = (), arm: str = "", cut: int | None = None
    ) -> int:
        """One control period, or as many as a HALT lasts; the number of commands that the envelope changed or refused.

        Args:
          action: What the running skills want.
          calls: What is running, for the record.
          touches: What it may touch.
          arm: Of which arm corrections are, where one is at work.
          cut: What `heed.cut` was when that was wanted: once people say otherwise, nothing of it leaves any more.

        Raises Stopped when the task was given up, or at a protective stop.
        """
        self.pacer.passed("skill")
        touched = frozenset(touches)
        while True:
            self.heed.listen(self.obs, arm)
            if self.heed.aborted:
                raise Stopped(Verdict.INTERRUPTED, "aborted", self.heed.aborted)
            stale = cut is not None and cut != self.heed.cut
            changed = self._step(HOLD if stale else action, tuple(calls), touched, arm)
            if self.robot.level is Level.STOPPED:
                raise Stopped(Verdict.FAILED, "protective_stop", f"protective stop: {self.robot.reason}; a person must reset it")
            if not self.heed.halted:
                self.stopping.going_on()
                return changed
            if (asked := self.heed.holding.asked) and self.obs.time > self.heed.holding.asked_at + PATIENCE:
                raise Stopped(Verdict.NEEDS_CLARIFICATION, "unanswered", f"nobody answered: {asked.sentence}")
            if self.mode == "fast" and self.in_person:
                time.sleep(self.robot.dt)  # a held robot waits for a person, whose time is real

    def _step(self, action: Action, calls: tuple[SkillCall, ...], touches: frozenset[Id], arm: str) -> int:
        action = self.heed.wants(action, self._grippers(arm))
        moves = any(self.robot.parts[p].kind == "arm" for p in action.parts if p in self.robot.parts)
        adjust = self.heed.ramped(self.robot.dt if moves else 0.0, self.obs)
        sent = self.robot.apply(
            action, self.obs, adjust=adjust, touches=touches, volumes=[*self.fixtures, *self.shunned] if self.shunned else self.fixtures
        )
        self._heeded(sent.left)
        self.pacer.passed("robot")
        room = max(0, VIOLATIONS_KEPT - len(self.violations))
        self.violations += [{"tick": self.ticks, **asdict(v)} for v in sent.violations[:room]]
        if self.on_tick:
            self.on_tick(Tick(self.ticks, self.obs, action, sent, adjust, calls, self.heed.halted))
        self.pacer.passed("record")
        self.ticks += 1
        self.pacer.wait(lambda: self._overhear(arm))
        self._observe(adjust if self.mode == "fast" else self.heed.ramped(0.0, self.obs))
        return len(sent.violations)

    def _overhear(self, arm: str) -> None:
        """What is said between two ticks is heeded where it is heard, and known to what moves; commands leave when due."""
        self.heed.listen(self.obs, arm)
        adjust = self.heed.ramped(0.0, self.obs)
        for told in self._curious:
            told(adjust)

    def _heeded(self, left: float) -> None:
        """A command has left: what was heard before it has been heeded."""
        self.heed.sent(left)
        for correction in self.heed.minutes.news():
            self.events.emit("correction", correction=correction)
            if correction.kind == "halt" and hasattr(self, "obs"):
                self.stopping.halted((correction.latency_ms or 0.0) / 1000, self.obs)

    def _grippers(self, arm: str) -> list[str]:
        """The gripper at an arm's end, or all there are."""
        spec = self.robot.parts.get(arm)
        return [spec.gripper] if spec is not None and spec.gripper else [n for n, p in self.robot.parts.items() if p.kind == "gripper"]

    @property
    def tool(self) -> Array:
        """Where the first arm's tool is [m, world]."""
        return next((p.pose.pos for p in self.obs.parts.values() if p.pose is not None), np.zeros(3))

    def _observe(self, adjust: Adjustment) -> None:
        measured = self.robot.observe()
        self.stopping.seen(measured)
        self.pacer.passed("robot")
        scene = self.perceiving.look(measured) or self.obs.scene
        body = None if self.body is None else self.body.as_measured(measured)
        self._curious.clear()
        meanwhile = None if self.mode == "fast" else self._curious.append
        self.obs = replace(measured, scene=scene, adjust=adjust, body=body, twin=self.twin, aside=self.aside, meanwhile=meanwhile)
        self.pacer.passed("perceive")

    def aside(self, work: Callable[[], T]) -> Job[T]:
        """Begin work beside the loop; in `fast` mode simulated time waits for it."""
        return self._workers.submit(work, lambda seconds: self.pacer.took("think", seconds))

    def fresh_scene(self) -> Scene:
        """Hold until the scene was seen from now on. Raises Stopped if nothing is seen for LOOK."""
        now = self.obs.time
        self.perceiving.due(now)
        while self.obs.scene is None or self.obs.scene.time < now:
            self.tick(HOLD)
            if self.obs.time > now + LOOK:
                raise Stopped(Verdict.UNVERIFIED, "blind", f"nothing was seen for {LOOK:.0f} s")
        return self.obs.scene

    def seen(self) -> Scene:
        """A scene seen from now on, as it was measured, whatever people told: what success is verified on."""
        self.fresh_scene()
        assert self.perceiving.measured is not None
        return self.perceiving.measured

    def rest(self, seconds: float) -> None:
        """Hold for a while [s of robot time]."""
        until = self.obs.time + seconds
        while self.obs.time < until:
            self.tick(HOLD)

    def end(self) -> None:
        """Hold until nothing moves any more, recorded like any other tick; the first hold leaves whatever else goes wrong."""
        until = self.ticks + max(1, round(REST / self.robot.dt))
        moving = True
        while moving and self.ticks < until:
            sent = self.robot.hold()
            self._heeded(sent.left)
            obs: Observation | None = getattr(self, "obs", None)
            if obs is None:
                break
            with contextlib.suppress(Exception):
                if self.on_tick:
                    self.on_tick(Tick(self.ticks, obs, HOLD, sent, Adjustment(), (), self.heed.halted))
                self.pacer.wait()
                self.obs = replace(self.robot.observe(), scene=obs.scene)
                self.stopping.seen(self.obs)
            self.ticks += 1
            moving = not still(self.obs)
        self.ears.stop_listening()
        if self._prompt is not None:
            self._prompt.close()
        self._workers.close()
