"""A robot behind its safety envelope: the only way from an Action to motion."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from heedful.hardware.attendance import Attendance
from heedful.hardware.body import RobotBody
from heedful.hardware.description import RobotDescription
from heedful.hardware.limits import Level, SafetyLimits, Violation
from heedful.hardware.lowering import BadAction, lower
from heedful.hardware.safety import Envelope
from heedful.types import Action, Adjustment, Command, Observation, PartSpec, Robot, Volume


@dataclass(frozen=True, slots=True, eq=False)
class Sent:
    """What left in a tick, and what the envelope changed or refused. With `held` nothing but hold left."""

    command: Command
    violations: tuple[Violation, ...] = ()
    held: bool = False
    left: float = 0.0
    """When it was handed to the robot, on the clock of `time.perf_counter` [s]: a simulated robot then computes the period that follows."""


class GuardedRobot:
    """Lowers, filters and sends. `halt`, `resume` and `stop` may come from any thread and act in the next tick."""

    def __init__(
        self,
        robot: Robot,
        description: RobotDescription | None = None,
        body: RobotBody | None = None,
        limits: SafetyLimits | None = None,
        attendance: Attendance | None = None,
    ) -> None:
        """Guard a robot.

        Args:
          robot: What is observed and commanded.
          description: Its description, where there is one; a body is made of it unless given.
          body: Its kinematics. Without one only numbers, limits and steps are enforced.
          limits: The envelope's.
          attendance: Whether an operator is there; without a sign of one nothing moves. None where nobody need be.
        """
        self.robot = robot
        self.attendance = attendance
        self.body = body or (RobotBody(description) if description is not None else None)
        known = self.body.description if self.body is not None else robot
        self.envelope = Envelope(known, self.body, limits)
        self._lock = threading.RLock()
        self._holding = False
        self._time = -math.inf
        self._before = Adjustment()
        self._earlier: Command | None = None

    @property
    def name(self) -> str:
        return self.robot.name

    @property
    def parts(self) -> Mapping[str, PartSpec]:
        return self.robot.parts

    @property
    def dt(self) -> float:
        return self.robot.dt

    @property
    def level(self) -> Level:
        return self.envelope.level

    @property
    def holding(self) -> bool:
        """Whether a hold was the last thing that left."""
        return self._holding

    @property
    def reason(self) -> str:
        """Why it stopped, empty if it did not."""
        return self.envelope.reason

    def observe(self) -> Observation:
        """The robot's observation, with its body attached, and what was sent last."""
        seen = self.robot.observe()
        body = self.body.as_measured(seen) if seen.body is None and self.body is not None else seen.body
        return seen.but(body=body, sent=self.envelope.last)

    def apply(
        self,
        action: Action,
        observation: Observation,
        adjust: Adjustment | None = None,
        touches: frozenset[str] = frozenset(),
        volumes: Sequence[Volume] = (),
        now: float | None = None,
    ) -> Sent:
        """One tick: what is sent is safe, or is a hold. One control period passes. Raises nothing for a bad action.

        Args:
          action: What the skill wants.
          observation: The newest measurement.
          adjust: The correction in force; by default the observation's.
          touches: What the running skill may touch.
          volumes: Keep-out and workspace boxes of this tick.
          now: The robot's clock [s], where it runs in real time.
        """
        with self._lock:
            if self._alone() or self.level is not Level.RUNNING:
                return self.hold()
            if observation.time < self._time - 1e-9:
                self.restart()
            self._time = observation.time
            adjust = observation.adjust if adjust is None else adjust
            last = self.envelope.last
            try:
                body = self.body.as_measured(observation) if self.body is not None else None
                command = lower(action, observation, body, last, adjust, before=self._before, earlier=self._earlier, robot=self.robot)
            except BadAction as error:
                self.envelope.protective_stop(str(error))
                return self.hold(Violation(observation.time, error.part, error.rule, 0.0, 0.0, "refused", str(error), stops=True))
            safe = self.envelope.filter(command, observation, touches, volumes, now)
            if safe.holds:
                return self.hold(*safe.violations)
            left = time.perf_counter()
            self._holding = False  # also where it raises: part of it may have left
            try:
                self.robot.send(safe.command)
            except (OSError, ValueError) as error:
                sentence = f"{self.name} could not be commanded: {error}"
                self.envelope.protective_stop(sentence)
                return self.hold(*safe.violations, Violation(observation.time, "", "link", 0.0, 0.0, "refused", sentence, stops=True))
            self._before = adjust
            self._earlier = {**{p: s.q for p, s in observation.parts.items() if self.parts[p].kind == "arm"}, **last}
            return Sent(safe.command, safe.violations, left=left)

    def attend(self) -> Sent:
        """One tick in which nothing is sent, as while the robot follows a goal that it was given; what is wrong stops it as in `apply`."""
        with self._lock:
            if self._alone() or self.level is not Level.RUNNING:
                return self.hold()
            left = time.perf_counter()
            self._holding = False
            try:
                self.robot.send({})
            except OSError as error:
                self.envelope.protective_stop(str(error))
                return self.hold()
            return Sent({}, left=left)

    def _alone(self) -> bool:
        """Whether nobody is there who could stop it; that latches a protective stop."""
        wrong = self.attendance.fault() if self.attendance is not None and self.level is Level.RUNNING else ""
        if wrong:
            self.envelope.protective_stop(wrong)
        return bool(wrong)

    def hold(self, *violations: Violation) -> Sent:
        """One tick of holding still: the arms stop where they are, grippers keep their grip."""
        with self._lock:
            left = time.perf_counter()
            try:
                if not self._holding:
                    self.robot.hold()
                self.robot.send({})
            except OSError as error:
                self.envelope.protective_stop(f"{self.name} could not be held: {error}")
            self.envelope.forget()
            self._holding, self._earlier = True, None
            return Sent({}, violations, held=True, left=left)

    def begin(self) -> None:
        """A skill starts: corrections of its displacements count from zero."""
        self._before = Adjustment(grip=self._before.grip)

    def restart(self) -> None:
        """The robot was put elsewhere, as by a reset: what was sent before no longer counts. A time that runs backwards does this too."""
        with self._lock:
            self.envelope.forget(everything=True)
            self._before, self._earlier, self._time = Adjustment(), None, -math.inf

    def halt(self) -> None:
        """HALT: from the next tick on nothing but hold, until `resume`."""
        self.envelope.hold()

    def resume(self) -> None:
        """Go on after HALT. A protective stop stays."""
        self.envelope.release()

    def stop(self, reason: str) -> None:
        """Protective stop: latched until `reset_stop`."""
        self.envelope.protective_stop(reason)

    def reset_stop(self, *, person: bool = True) -> None:
        """Leave a protective stop. Only for a person's own hand (a key, a button, a prompt): never called from language."""
        with self._lock:
            self.envelope.reset(person=person)
            if (rearm := getattr(self.robot, "rearm", None)) is not None:
                rearm()

    def tighten(self, speed: float = 1.0, force: float = 1.0, volumes: Sequence[Volume] = ()) -> None:
        """Stricter limits from now on; whatever would loosen one is without effect."""
        self.envelope.tighten(speed, force, volumes)

    def close(self) -> None:
        self.robot.close()
