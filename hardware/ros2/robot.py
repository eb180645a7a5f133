"""A robot over ROS 2 as the `Robot` that everything above drives: the drivers of its parts, gated by fresh joint states.

Streams one target a tick. What the link cannot vouch for raises LinkLost, of which the safety envelope makes a latched protective stop;
a stop climbs the ladder of `ladder.py`. It is a software stop, not a safety function.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

import numpy as np

from heedful.geometry import Array
from heedful.hardware.body import RobotBody
from heedful.hardware.command import check_command
from heedful.hardware.description import RobotDescription
from heedful.hardware.mujoco_robot import HOLD_LEAD
from heedful.hardware.ros2.drivers import ArmDriver, BaseDriver, Drivers
from heedful.hardware.ros2.dry import DryRun
from heedful.hardware.ros2.gripper import CommandedGripper
from heedful.hardware.ros2.ladder import Ladder
from heedful.hardware.ros2.leaving import let_go, mind
from heedful.hardware.ros2.seam import LinkLost, Transport
from heedful.hardware.ros2.stops import Controllers, rungs
from heedful.hardware.ros2.wiring import Wiring
from heedful.types import Command, Observation, PartSpec, PartState

LEAVING = 1.0
"""Longest wait for a stop to be answered when the link is let go of [s]."""
OFTEN = 0.02
"""How often a stop is looked after where no control loop does [s]."""


class Pace(Protocol):
    """Lets one control period pass after a command was sent, and tells the time by which measurements age [s]."""

    def period(self, robot: Ros2Robot) -> None: ...
    def now(self) -> float: ...
    def stopping(self, ladder: Ladder) -> None:
        """A stop has begun, and is to be looked after even if no control loop goes on."""


class WallClock:
    """Time passes by itself."""

    def period(self, robot: Ros2Robot) -> None:
        """Nothing: the control loop waits until its next tick is due."""

    def now(self) -> float:
        return time.monotonic()

    def stopping(self, ladder: Ladder) -> None:
        def look() -> None:
            while ladder.under_way:
                ladder.tick()
                time.sleep(OFTEN)

        threading.Thread(target=look, name="ros2-stop", daemon=True).start()


class Ros2Robot:
    """Drives a body over a transport.

    Args:
      description: The body.
      transport: What carries messages.
      wiring: What its parts are called there; the default names unless given.
      pace: What lets time pass.
      body: Its kinematics, where they are made already.
    """

    def __init__(
        self,
        description: RobotDescription,
        transport: Transport,
        wiring: Wiring | None = None,
        pace: Pace | None = None,
        body: RobotBody | None = None,
    ) -> None:
        self.description, self.transport = description, transport
        self.wiring = wiring = wiring or Wiring.of(description)
        self.pace = pace or WallClock()
        self._body = body or RobotBody(description)
        parts = description.parts
        if other := [n for n, p in parts.items() if p.kind not in ("arm", "torso", "gripper", "base")]:
            raise ValueError(f"the ROS 2 driver moves arms, torsos, grippers and bases, and {description.name} also has {', '.join(other)}")
        drivers = Drivers(description, transport, wiring, self.pace.now)
        self._names, self.joints, self.arms, self.bases = drivers.names, drivers.joints, drivers.arms, drivers.bases
        self.frames, self.cameras, self.modes, self.sdk = drivers.frames, drivers.cameras, drivers.modes, drivers.sdk
        now = self.pace.now
        self.grippers = {
            n: CommandedGripper(transport, wiring.name(f.action), f, float(parts[n].upper[0]), now) for n, f in wiring.grippers.items()
        }
        self._drivers: dict[str, ArmDriver | BaseDriver | CommandedGripper] = {**self.arms, **self.bases, **self.grippers}
        self.controllers = Controllers(transport, wiring)
        self._jointed = [j for n in self.arms for j in self._names[n]]
        self.ladder = Ladder(rungs(transport, wiring, self.arms, self.bases, self.controllers, self._hold), self._stands, now)
        self.real = True
        """Whether it moves matter: what is known to be a simulation says otherwise."""
        self.held_at = 0.0
        """When the last hold had been published, by the pace's clock [s]."""
        self._held = self._closed = False
        self._contested = ""
        self._targets: dict[str, Array] = {}
        self._seen: Observation | None = None
        mind(self)

    @property
    def name(self) -> str:
        return self.description.name

    @property
    def parts(self) -> Mapping[str, PartSpec]:
        return self.description.parts

    @property
    def dt(self) -> float:
        return self.description.dt

    def adopt(self, description: RobotDescription) -> None:
        """Take another description of the same body: what the robot itself tells of its kinematics."""
        if description is not self.description:
            self.description, self._body = description, RobotBody(description)

    def forget(self) -> None:
        """The robot was put elsewhere, as by a simulator's reset: nothing known before counts, and nothing of ours is under way."""
        self.ladder.over()
        self.joints.forget()
        self._targets.clear()
        self._seen, self._contested, self._held = None, "", False
        for driver in self._drivers.values():
            driver.goals.forget()
        for gripper in self.grippers.values():
            gripper.forget()
        for base in self.bases.values():
            base.odometry.forget()
        for camera in self.cameras.values():
            camera.forget()
        if self.frames is not None:
            self.frames.forget()

    def rearm(self) -> None:
        """A person has reset a protective stop: what is there now is taken as it is, and controllers that a stop switched off come on."""
        seen = self._seen
        self.forget()
        self._seen = seen
        self.controllers.activate()

    def observe(self) -> Observation:
        """The newest measured joints, stamped by the robot. With none newer, or a fault, what was seen last: it grows stale."""
        if self._seen is not None and self._stale():
            return self._seen
        states = {n: self._state(n, spec) for n, spec in self.parts.items()}
        body = self._body.as_measured(Observation(self.joints.stamp, states))
        states |= {n: replace(states[n], pose=body.fk(n, states[n].q)) for n in self.description.arms}
        frames = {n: frame for n, camera in self.cameras.items() if (frame := camera.frame()) is not None}
        self._seen = Observation(self.joints.stamp, states, cameras=frames)
        return self._seen

    def fault(self) -> str:
        """Why nothing may be sent: what was heard cannot be relied on, or the robot is in a mode in which it is not to move."""
        return self._stale() or (self.modes.fault() if self.modes is not None else "")

    def _stale(self) -> str:
        return next((f for f in (self.joints.fault(), *(b.odometry.fault() for b in self.bases.values())) if f), "")

    def send(self, command: Command) -> None:
        """Stream new targets to the parts named, then let one control period pass. A part left out holds.

        Raises LinkLost, without having sent anything, on what the link cannot vouch for, or when there is another master; ValueError
        on a wrong command.
        """
        check_command(self.name, self.parts, command)
        if not command and self._held:
            self._linger()
            return
        if busy := [n for n, driver in self._drivers.items() if n in command or driver.goals.under_way]:
            self._gate(busy)
        if command:
            self.ladder.over()
            self._held = False
        for name, base in self.bases.items():
            base.drive(command[name]) if name in command else base.rest()
        for name, values in command.items():
            if name in self.arms:
                self._targets[name] = np.array(values, dtype=float)
                self.arms[name].stream(self._targets[name], self.dt)
            elif name in self.grippers:
                self.grippers[name].send(*map(float, values))
        if self.sdk is not None:
            self.sdk.send(self.dt)
        self.pace.period(self)

    def _linger(self) -> None:
        """A period of holding. Raises LinkLost, once, where the stop went further than the robot could go on from."""
        self.ladder.tick()
        self.pace.period(self)
        if said := self.ladder.taken():
            raise LinkLost(said)

    def _gate(self, names: Iterable[str]) -> None:
        """Nothing may leave for these parts unless all is well. Raises LinkLost."""
        if wrong := self.fault() or self.ladder.taken() or self.controllers.fault():
            raise LinkLost(wrong)
        for name in names:
            driver = self._drivers[name]
            self._contested = self._contested or driver.contested()
            if wrong := self._contested or driver.goals.fault():
                raise LinkLost(wrong)

    def hold(self) -> None:
        """Stop where it is: goals are cancelled, and each arm is to be where it was last sent, cut to HOLD_LEAD from where it was measured.

        Where nothing fresh was measured the last target stands: to go back to an old measurement would be a motion. What is not seen to
        come to rest is stopped harder, by the ladder; where somebody else commands the arm too, only what is ours is stopped.
        """
        self.ladder.begin(1 if self._contested else None)
        self._held, self.held_at = True, self.pace.now()
        self.pace.stopping(self.ladder)

    def _stands(self) -> bool | None:
        """Whether arms and bases are seen to stand; None where nothing that may be relied on is known."""
        seen = [self.joints.stand(self._jointed), *(b.odometry.stand(b.odometry.names) for b in self.bases.values())]
        return None if None in seen else all(seen)

    def _hold(self, measured: bool) -> None:
        for base in self.bases.values():
            base.stop()
        fresh = not self.joints.fault()
        for name, arm in self.arms.items():
            target = self._targets.get(name)
            if target is None and (self._contested or not fresh or not arm.commanded):
                continue  # what moves it, if anything does, is not ours
            if measured and not fresh:
                continue
            if fresh:
                q, _, _ = self.joints.read(self._names[name])
                target = q if target is None or measured else q + np.clip(target - q, -HOLD_LEAD, HOLD_LEAD)
            assert target is not None
            self._targets[name] = target
            arm.stream(target, self.dt)
        if self.sdk is not None:
            self.sdk.send(self.dt)

    def unsent(self) -> list[str]:
        """In a dry run, what would have been sent since it was last asked, in sentences."""
        return self.transport.told() if isinstance(self.transport, DryRun) else []

    def close(self) -> None:
        """Stop, wait a little until that is answered, and let go of the link. A robot that was never commanded is sent nothing.

        Arms that were lent to us are given back by and by.
        """
        if self._closed:
            return
        self._closed = True
        let_go(self)
        if any(a.commanded for a in self.arms.values()) or any(b.commanded for b in self.bases.values()):
            self.ladder.begin(1 if self._contested else None)
            until = time.monotonic() + LEAVING
            while self.ladder.under_way and time.monotonic() < until:
                self.ladder.tick()
                time.sleep(OFTEN)
        self.ladder.over()
        while self.sdk is not None and not self.joints.fault() and self.sdk.release(self.dt):
            self.pace.period(self)
            if isinstance(self.pace, WallClock):
                time.sleep(self.dt)
        self.transport.close()

    @property
    def published(self) -> int:
        """How many targets were streamed, for a simulator in lockstep to wait for."""
        if isinstance(self.transport, DryRun):
            return 0
        return sum(arm.published for arm in self.arms.values()) + sum(base.published for base in self.bases.values())

    def missing(self) -> list[str]:
        """The actions that nobody offers, and the topics that nobody listens to."""
        arms = [base.topic for base in self.bases.values() if not base.ready()]
        arms += [a.needs for a in self.arms.values() if not a.ready()]
        return arms + [g.name for g in self.grippers.values() if not g.ready()]

    def _state(self, name: str, spec: PartSpec) -> PartState:
        if name in self.bases:
            return self.bases[name].state(self.description.base)
        q, dq, effort = self.joints.read(self._names[name])
        if spec.kind != "gripper":
            return PartState(q, dq)
        fingers, stroke = self.wiring.grippers[name], float(spec.upper[0])
        scale = stroke / (fingers.open - fingers.closed)
        return PartState(np.array([fingers.width(float(q[0]), stroke)]), dq * scale, None, float(effort[0]))
