"""The safety envelope between every agent and every robot: what it lets through is within limits, or is a hold.

| rule | checked | what happens |
|---|---|---|
| part, shape | names and lengths of the command | refused, protective stop |
| finite | every number commanded and measured | refused, protective stop |
| state | every commanded arm and torso has been measured | refused, protective stop |
| stale | the observation is younger than 0.1 s, by the clock or by ticks without a new one | refused, protective stop |
| position | joint targets within the joint limits | clipped |
| first | the first target, and the first after a hold, within 0.1 rad of the measured joints | refused, protective stop |
| velocity | the step from the last target, and base speeds | clipped, the direction is kept |
| acceleration | growth of the step, where it is set | clipped |
| workspace | the tool point stays in the workspace | refused: the arm keeps its last target |
| keep_out | the tool point stays out of volumes not named in `touches` | refused: the arm keeps its last target |
| collision | the robot touches neither itself nor the table; `table` in `touches` frees the hand | refused: arms keep their last targets |
| width, force | the gripper's own limits | clipped |

An arm that is already inside a volume or in contact may move if that does not go deeper. Three levels: running; hold (HALT), which a person
releases; protective stop, which latches until a person resets it outside language. An emergency stop is the hardware's own: this is none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np

from heedful.geometry import Array
from heedful.hardware.body import RobotBody
from heedful.hardware.command import ActionShape, UnknownPart, check_command
from heedful.hardware.limits import Filtered, Level, SafetyLimits, Violation
from heedful.hardware.lowering import Parted
from heedful.hardware.space import Space
from heedful.types import Command, Observation, PartSpec, Volume

SAME = 1e-9


class Envelope:
    """Filters one robot's commands, one a tick. `hold`, `release`, `protective_stop` and `tighten` may come from other threads."""

    def __init__(self, robot: Parted, body: RobotBody | None = None, limits: SafetyLimits | None = None) -> None:
        """Begin running.

        Args:
          robot: A description, or a robot: name, parts and control period.
          body: Its kinematics; without it workspace, volumes and collisions are not checked.
          limits: The defaults if None. Without a workspace among its volumes, one is made round each arm's reach.
        """
        self.robot = robot
        self._given = limits or SafetyLimits()
        self.limits = self._given
        self.level = Level.RUNNING
        self.reason = ""
        """Why it stopped."""
        self._last: dict[str, Array] = {}
        self._steps: dict[str, Array] = {}
        self._space = Space(robot, body, not any(v.kind == "workspace" for v in self.limits.volumes)) if body is not None else None
        self._seen, self._ticks = -np.inf, 0

    @property
    def last(self) -> Command:
        """The last safe targets, by part; empty before the first and, for arms, after a hold."""
        return dict(self._last)

    def hold(self) -> None:
        """HALT: nothing but hold leaves until a person releases it."""
        if self.level is Level.RUNNING:
            self.level = Level.HOLD

    def release(self) -> None:
        """A person lets it go on after a hold. A protective stop stays.

        Where no tick was held meanwhile, the last target still is the last.
        """
        if self.level is Level.HOLD:
            self.level = Level.RUNNING

    def protective_stop(self, reason: str) -> None:
        """Latch: nothing but hold leaves until `reset`."""
        if self.level is not Level.STOPPED:
            self.level, self.reason = Level.STOPPED, reason

    def reset(self, *, person: bool) -> None:
        """Leave a protective stop. Only for a person's own hand (a key, a button, a prompt): never called from language."""
        if person is not True:
            raise ValueError("a protective stop is reset by a person only: call reset(person=True) where a person asked for it by hand")
        self.forget()
        self.level, self.reason = Level.RUNNING, ""

    def tighten(self, speed: float = 1.0, force: float = 1.0, volumes: Sequence[Volume] = ()) -> None:
        """Stricter limits from now on; whatever would loosen one is without effect."""
        self.limits = self.limits.tightened(speed, force, volumes)

    def restore(self, *, person: bool) -> None:
        """Back to the limits it was made with. Only for a person's own hand, as `reset`."""
        if person is not True:
            raise ValueError("limits are restored by a person only: call restore(person=True) where a person asked for it by hand")
        self.limits = self._given

    def forget(self, everything: bool = False) -> None:
        """The next arm targets are first targets again; with `everything` (the robot was put elsewhere) grippers' too."""
        grippers = {} if everything else {n: q for n, q in self._last.items() if self.robot.parts[n].kind == "gripper"}
        self._last, self._steps, self._ticks = grippers, {}, 0
        if self._space is not None:
            self._space.forget()

    def filter(
        self,
        command: Command,
        observation: Observation,
        touches: frozenset[str] = frozenset(),
        volumes: Sequence[Volume] = (),
        now: float | None = None,
    ) -> Filtered:
        """The command made safe, or a hold.

        Args:
          command: What is to be sent in this tick.
          observation: The newest measurement.
          touches: Things and volumes that the running skill may touch; `table` lets the hand touch the table.
          volumes: Keep-out and workspace boxes of this tick, beside those of the limits.
          now: The robot's clock [s]; without it ticks are counted to notice that observations have ceased.
        """
        if self.level is not Level.RUNNING:
            self.forget()
            return Filtered({}, (), holds=True)
        found: list[Violation] = []
        if problem := self._unusable(command, observation, now):
            return self._stop(*problem, observation.time)
        safe: dict[str, Array] = {}
        for part, values in command.items():
            spec = self.robot.parts[part]
            target = np.array(values, dtype=float)
            if spec.kind == "gripper":
                safe[part] = self._gripper(part, spec, target, observation.time, found)
            elif spec.kind == "base":
                safe[part] = self._base(part, spec, target, observation.time, found)
            elif spec.kind == "discrete":
                safe[part] = target  # lowering knows only choices that there are
            else:
                joints = self._joints(part, spec, target, observation, found)
                if joints is None:
                    return self._stop(part, "first", *self._ahead(part, target, observation), observation.time, found)
                safe[part] = joints
        if self._space is not None:
            last = {p: self._reference(p, observation) for p in safe if self.robot.parts[p].kind in ("arm", "torso")}
            found += self._space.volumes(safe, last, observation, touches, (*self.limits.volumes, *volumes))
            if self.limits.collisions and not self._space.body.floating:  # where a body on legs will be is not known beforehand
                found += self._space.collisions(safe, last, observation, touches)
        for part, target in safe.items():
            if self.robot.parts[part].kind in ("arm", "torso"):
                self._steps[part] = target - self._reference(part, observation)
            self._last[part] = target
        return Filtered({p: t.copy() for p, t in safe.items()}, tuple(found))

    def _stop(
        self, part: str, rule: str, value: float, limit: float, sentence: str, time: float, found: Sequence[Violation] = ()
    ) -> Filtered:
        self.protective_stop(sentence)
        return Filtered({}, (*found, Violation(time, part, rule, value, limit, "refused", sentence, stops=True)), holds=True)

    def _unusable(self, command: Command, observation: Observation, now: float | None) -> tuple[str, str, float, float, str] | None:
        """Why nothing can be sent: part, rule, value, limit, sentence."""
        name = self.robot.name
        for part, values in command.items():
            try:
                check_command(name, self.robot.parts, {part: values})
            except UnknownPart as error:
                return part, "part", 0.0, 0.0, str(error)
            except ActionShape as error:
                return part, "shape", 0.0, 0.0, str(error)
            except (ValueError, TypeError) as error:
                return part, "finite", np.nan, 0.0, str(error)
            spec = self.robot.parts[part]
            if spec.kind in ("arm", "torso"):
                state = observation.parts.get(part)
                if state is None or np.shape(state.q) != spec.lower.shape:
                    return part, "state", 0.0, 0.0, f"{name}.{part} was commanded, but its joints were not measured"
                if not all(map(math.isfinite, state.q.tolist())):
                    return (
                        part,
                        "finite",
                        np.nan,
                        0.0,
                        f"{name}.{part} measured joints that are not numbers: {np.asarray(state.q).tolist()}",
                    )
        if not np.isfinite(observation.time):
            return "", "finite", observation.time, 0.0, f"the observation's time is not a number: {observation.time}"
        if observation.time < self._seen - 1e-9:
            self.forget(everything=True)
        self._ticks = self._ticks + 1 if observation.time == self._seen else 0
        self._seen = observation.time
        age = self._ticks * self.robot.dt if now is None else now - observation.time
        if not age <= self.limits.stale_s + 1e-9:
            return (
                "",
                "stale",
                age,
                self.limits.stale_s,
                f"the last observation is {age:.2f} s old, and {self.limits.stale_s:g} s is allowed",
            )
        return None

    def _reference(self, part: str, observation: Observation) -> Array:
        if part in self._last:
            return self._last[part]
        spec = self.robot.parts[part]
        clipped: Array = np.clip(observation.parts[part].q, spec.lower, spec.upper)
        return clipped

    def _ahead(self, part: str, target: Array, observation: Observation) -> tuple[float, float, str]:
        ahead = float(np.abs(target - observation.parts[part].q).max())
        limit = self.limits.first_step
        return ahead, limit, f"the first target of {part} is {ahead:.3g} rad from where it is, and {limit:g} rad is allowed"

    def _joints(self, part: str, spec: PartSpec, target: Array, observation: Observation, found: list[Violation]) -> Array | None:
        """The target within position, speed and acceleration limits; None if it is a first target too far away."""
        inside: Array = np.minimum(np.maximum(target, spec.lower), spec.upper)
        over = np.abs(target - inside)
        if max(over.tolist(), default=0.0) > SAME:
            worst = int(np.argmax(over))
            limit = float(spec.upper[worst] if target[worst] > inside[worst] else spec.lower[worst])
            found.append(self._clip(observation.time, part, "position", target[worst], limit, f"{spec.joints[worst]} of {part}", "rad"))
        last = self._reference(part, observation)
        if part not in self._last and np.abs(inside - observation.parts[part].q).max(initial=0.0) > self.limits.first_step:
            return None
        step = inside - last
        most = spec.velocity * (self.robot.dt * self.limits.speed)
        share = np.abs(step) / np.maximum(most, 1e-12)
        worst = int(np.argmax(share)) if share.size else 0
        if share.size and share[worst] > 1:
            if share[worst] > 1 + 1e-6:
                fast, limit = abs(float(step[worst])) / self.robot.dt, float(most[worst]) / self.robot.dt
                found.append(self._clip(observation.time, part, "velocity", fast, limit, f"{spec.joints[worst]} of {part}", "rad/s"))
            step = step / share[worst]
        if self.limits.acceleration is not None:
            growth = self.limits.acceleration * spec.velocity * self.robot.dt**2
            before = self._steps.get(part, np.zeros_like(step))
            kept = np.clip(step, np.minimum(before, 0.0) - growth, np.maximum(before, 0.0) + growth)
            if (excess := float(np.abs(step - kept).max(initial=0.0))) > 1e-6:
                value, limit = excess / self.robot.dt**2, float(growth.max()) / self.robot.dt**2
                found.append(self._clip(observation.time, part, "acceleration", value + limit, limit, part, "rad/s^2"))
            step = kept
        return np.minimum(np.maximum(last + step, spec.lower), spec.upper)

    def _gripper(self, part: str, spec: PartSpec, target: Array, time: float, found: list[Violation]) -> Array:
        width, force = target.tolist()
        most = spec.force * self.limits.force
        safe = np.array([min(max(width, float(spec.lower[0])), float(spec.upper[0])), min(max(force, 0.0), most)])
        for i, (rule, unit) in enumerate((("width", "m"), ("force", "N"))):
            if abs(target[i] - safe[i]) > SAME:
                found.append(self._clip(time, part, rule, target[i], safe[i], f"the {rule} of {part}", unit))
        return safe

    def _base(self, part: str, spec: PartSpec, target: Array, time: float, found: list[Violation]) -> Array:
        if spec.velocity.shape != (3,):
            return target
        share = float((np.abs(target) / np.maximum(spec.velocity * self.limits.speed, 1e-12)).max())
        if share > 1 + 1e-6:
            found.append(self._clip(time, part, "velocity", share, 1.0, f"the speed of {part}", "times its limit"))
        return target / max(share, 1.0)

    @staticmethod
    def _clip(time: float, part: str, rule: str, value: float, limit: float, what: str, unit: str) -> Violation:
        over: Literal["above", "below"] = "above" if value > limit else "below"
        sentence = f"{what} was to be {value:.4g} {unit}, {over} its limit of {limit:.4g}"
        return Violation(time, part, rule, float(value), float(limit), "clipped", sentence)
