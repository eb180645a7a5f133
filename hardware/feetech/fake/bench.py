"""A simulated arm in a simulated world on a pseudo-terminal, a judge beside it: one thread, by the wall clock or step by step."""

from __future__ import annotations

import contextlib
import json
import os
import select
import socket
import time
import tty
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from heedful.hardware.feetech.fake.arm import FAULTS, FakeArm, wiring
from heedful.hardware.feetech.judge import beside
from heedful.hardware.seen import movement
from heedful.types import PartState

LATE = 2.0
"""How long a step waits for the packets that belong to it [s]."""
STILL, MOVED = (0.02, 0.002), (0.03, 0.004)
"""Slower than this counts as resting, and further than this as moved [rad/s and rad; m/s and m]."""


class Bench:
    """Serves until closed.

    Args:
      world: A world with `reset`, `robot`, `snapshot` and `fingerprint`, reset already.
      reversed_: Joints whose motors are mounted the other way round.
      judged: Whether a judge answers beside it; without, nothing tells it from a real arm.
      told: Called with a sentence about what somebody who stands beside the arm would see.
    """

    def __init__(self, world: Any, reversed_: Iterable[str] = (), told: Callable[[str], None] | None = None, judged: bool = True) -> None:
        self.world, self._told, self._judged = world, told, judged
        self.arm = FakeArm(world.robot, wiring(world.robot, reversed_))
        self._master, slave = os.openpty()
        tty.setraw(slave)
        self.port = os.ttyname(slave)
        self._slave = slave
        self._door = socket.socket(socket.AF_UNIX)
        self._where = beside(self.port)
        self._where.unlink(missing_ok=True)
        if judged:
            self._door.bind(str(self._where))
        if judged:
            self._where.chmod(0o600)
            self._door.listen()
        self._people: dict[socket.socket, bytes] = {}
        self.lockstep = self._pulled = False
        self.resets = 0
        self._seen: dict[str, PartState] = {}

    def run(self, goes_on: Callable[[], bool]) -> None:
        """Go on for as long as wanted."""
        due = time.monotonic()
        while goes_on():
            wait = 0.05 if self.lockstep else max(0.0, due - time.monotonic())
            waited: list[Any] = [*([] if self._pulled else [self._master]), *([self._door] if self._judged else []), *self._people]
            for one in select.select(waited, [], [], wait)[0]:
                if one == self._master:
                    self._packets()
                elif one is self._door:
                    self._people[self._door.accept()[0]] = b""
                else:
                    self._judge(one)
            if not self.lockstep and time.monotonic() >= due:
                self.arm.update()
                self._look()
                due = max(due + self.arm.robot.dt, time.monotonic() - self.arm.robot.dt)

    def pull(self) -> None:
        """As when the cable is pulled: the port is gone, and nothing comes of it any more."""
        self._pulled = True
        with contextlib.suppress(OSError):
            os.close(self._slave)
            os.close(self._master)

    def close(self) -> None:
        """End; nothing is left behind."""
        for one in (self._door, *self._people):
            one.close()
        self._where.unlink(missing_ok=True)
        for file in () if self._pulled else (self._slave, self._master):
            with contextlib.suppress(OSError):
                os.close(file)

    def _packets(self) -> None:
        with contextlib.suppress(OSError):
            if told := self.arm.receive(os.read(self._master, 4096)):
                os.write(self._master, told)

    def _judge(self, one: socket.socket) -> None:
        try:
            data = one.recv(65536)
        except OSError:
            data = b""
        if not data:
            del self._people[one]
            one.close()
            return
        *lines, rest = (self._people[one] + data).split(b"\n")
        self._people[one] = rest
        for line in lines:
            with contextlib.suppress(OSError):
                one.sendall(json.dumps(self._answer(json.loads(line))).encode() + b"\n")

    def _answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        do = asked.get("do")
        if do == "reset":
            return self._reset(asked)
        if do == "step":
            until = time.monotonic() + LATE
            while self.arm.received < asked["packets"] and time.monotonic() < until:
                if select.select([self._master], [], [], 0.05)[0]:
                    self._packets()
            if self.arm.received < asked["packets"]:
                return {"error": f"{asked['packets'] - self.arm.received} packets did not reach the motors"}
            self.arm.update()
            return {"time": float(self.arm.robot.data.time)}
        if do == "pace":
            self.lockstep, self.arm.received = bool(asked["lockstep"]), 0
            return {"time": float(self.arm.robot.data.time)}
        if do == "state":
            at = self.world.snapshot()
            numbers = {k: np.asarray(v, dtype=float).tolist() for k, v in (("qpos", at.qpos), ("qvel", at.qvel), ("userdata", at.kept))}
            return {"time": float(at.time), "resets": self.resets, **numbers}
        if do == "fault":
            if asked["name"] not in FAULTS:
                return {"error": f"no fault named {asked['name']!r}; known: {', '.join(FAULTS)}"}
            self.arm.faults.pop(asked["name"], None)
            if asked.get("on", True):
                self.arm.faults[asked["name"]] = asked.get("joint", "")
            return {}
        return {"error": f"nothing is known of {do!r}"}

    def _reset(self, asked: dict[str, Any]) -> dict[str, Any]:
        try:
            self.world.reset(int(asked["seed"]), asked.get("task") or None)
        except (ValueError, LookupError, RuntimeError) as error:
            return {"error": " ".join(str(error).split())}
        self.arm.faults.clear()
        self.arm.embody(self.world.robot)
        self.arm.received = 0
        self.lockstep = bool(asked.get("lockstep"))
        self.resets += 1
        return {"fingerprint": self.world.fingerprint(), "resets": self.resets}

    def _look(self) -> None:
        """Say what was seen of the arm, once it has come to rest elsewhere."""
        if self._told is None:
            return
        state = self.arm.robot.observe().parts
        for name, part in self.arm.robot.parts.items():
            now, before = state[name], self._seen.setdefault(name, state[name])
            if np.abs(now.dq).max() > STILL[part.kind == "gripper"] or np.abs(now.q - before.q).max() < MOVED[part.kind == "gripper"]:
                continue
            self._seen[name] = now
            if part.kind == "gripper":
                self._told("the gripper opened" if now.width > before.width else "the gripper closed")
            elif now.pose is not None and before.pose is not None:
                height = 1000 * (float(now.pose.pos[2]) - self.arm.robot.description.ground)
                self._told(f"{movement(before.pose, now.pose)}; the fingertips are {height:.0f} mm above the table")
