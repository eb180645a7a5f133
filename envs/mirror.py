"""A simulated world that runs elsewhere, behind ROS 2: the same model here shows what the judge there tells of it."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from concurrent.futures import Future, TimeoutError as TooLate
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.commission import NEVER, NotCommissioned
from heedful.hardware.ros2.described import Described
from heedful.hardware.ros2.dry import DryRun
from heedful.hardware.ros2.ladder import Ladder
from heedful.hardware.ros2.opening import open_transport
from heedful.hardware.ros2.remote import Lease, Remote
from heedful.hardware.ros2.robot import Ros2Robot, WallClock
from heedful.hardware.ros2.seam import RELIABLE, LinkLost
from heedful.hardware.ros2.wired import wired

STATE = "heedful_msgs/msg/SimState"
FIND = 3.0
"""How long a robot that should be there is looked for [s]."""
START, RESET, STEP = 120.0, 60.0, 5.0
"""Longest waits for a fake of our own to come up, for a reset and for one period [s]."""
NOBODY = (
    "no robot answers on domain {} of interface {}: is it running, with the same ROS_DOMAIN_ID? "
    "`heedful ros2 check` tells what is there, and `heedful ros2 fake robot={}` starts one to try on"
)


class Lockstep:
    """The fake's time passes one period for each command of ours."""

    def __init__(self, transport: Any) -> None:
        self._transport = transport
        self.lost = ""
        """Why time does not pass any more; until a reset."""
        self.time = 0.0
        """The fake's, as of the last step [s]."""
        self.silent = False
        """Whether the joints were not told after the last step."""
        self.base = 0
        """What had been published when the simulation was reset."""

    def period(self, robot: Ros2Robot) -> None:
        if self.lost:
            raise LinkLost(self.lost)
        for gripper in robot.grippers.values():
            if gripper.goal is not None:
                answered(gripper.goal.accepted, STEP, f"{gripper.name} does not answer")
        request = self._transport.make("heedful_msgs/srv/Step_Request", commands=robot.published - self.base)
        try:
            told = answered(self._transport.call("/sim/step", "heedful_msgs/srv/Step", request), STEP, "the robot does not answer")
            if not told.ok:
                raise LinkLost("a command did not reach the robot")
        except LinkLost as error:
            self.lost = str(error)
            raise
        self.time = told.time
        self.silent = not robot.joints.wait(0.0 if self.silent else STEP, told.time - 1e-9)

    def now(self) -> float:
        return self.time

    def stopping(self, ladder: Ladder) -> None:
        """Nothing: no time passes but by commands, which look after it."""

    def restart(self, published: int) -> None:
        """The simulation was reset, after so many commands."""
        self.lost, self.time, self.silent, self.base = "", 0.0, False, published


class Mirror:
    """The world of a fake robot. Whatever is not said here is the near world's, which has the same model and the far one's state.

    Args:
      near: The same world, built here.
      transport: What reaches the far one.
      robot: The driver of its robot.
      lockstep: Whether its time passes with ours, or by the wall clock.
      process: The fake's process, where it is our own.
      lease: The domain that was taken for it.
    """

    def __init__(
        self, near: Any, transport: Any, robot: Ros2Robot, lockstep: bool, process: Any = None, lease: Lease | None = None
    ) -> None:
        self.near, self.robot, self._transport, self._lockstep, self._process = near, robot, transport, lockstep, process
        self._state: Any = None
        self._taken_up, self._lease = False, lease
        self._told = threading.Condition()
        transport.subscribe("/sim/state", STATE, self._heard, RELIABLE)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.near, name)

    def reset(self, seed: int, task: Any = None) -> None:
        """The arrangement of a seed and a task of the suite, here and there. Raises LinkLost, or ValueError where they differ."""
        try:
            self.near.reset(seed, task)
            self.take_up(seed, task)
        except BaseException:
            if not self._taken_up:  # nobody will close a world that could not be opened
                self.close()
            raise
        self._taken_up = True

    def take_up(self, seed: int, task: Any = None) -> None:
        """Bring the far world to what the near one was just reset to."""
        name = task if isinstance(task, str) else task.name if task is not None else ""
        request = self._transport.make("heedful_msgs/srv/Reset_Request", seed=seed, task=name, lockstep=self._lockstep)
        told = answered(self._transport.call("/sim/reset", "heedful_msgs/srv/Reset", request), RESET, "the simulated robot does not answer")
        if not told.ok:
            raise ValueError(told.message)
        if told.fingerprint != self.near.fingerprint():
            raise ValueError(
                "the robot's simulator has another world or another robot than this session: start both with the same settings"
            )
        with self._told:
            there = self._told.wait_for(lambda: self._state is not None and self._state.resets >= told.resets, STEP)
        if isinstance(self.robot.pace, Lockstep):
            self.robot.pace.restart(self.robot.published)
        self.robot.forget()  # only now, when whatever was told before the reset has arrived; the joints are told anew all the while
        if not there or not self.robot.joints.wait(STEP):
            raise LinkLost(self.robot.joints.fault() or "the robot's simulator does not tell its state")
        self._show()

    def snapshot(self) -> Any:
        """The far world's newest state."""
        self._show()
        return self.near.snapshot()

    def scene(self, snapshot: Any = None) -> Any:
        return self.near.scene(snapshot or self.snapshot())

    def success(self, snapshot: Any = None, scene: Any = None) -> bool:
        self._show()
        return bool(self.near.success(snapshot, scene))

    def state(self) -> dict[str, Array]:
        """What is known here of the state; a run over ROS 2 is not replayed bit for bit."""
        self._show()
        data = self.near.data
        return {k: np.array(getattr(data, k), dtype=float) for k in ("qpos", "qvel", "userdata")} | {"time": np.array([data.time])}

    def close(self) -> None:
        """Let go of the world; a fake of our own ends."""
        self.near.close()
        self._transport.close()
        if self._process is not None:
            end(self._process)
        if self._lease is not None:
            self._lease.close()

    def _heard(self, state: Any) -> None:
        with self._told:
            self._state = state
            self._told.notify_all()

    def _show(self) -> None:
        """Put the newest state into the near world's, from which scenes are measured and films are drawn."""
        state, data = self._state, self.near.data
        if state is not None and len(state.qpos) == len(data.qpos):
            data.time, data.qpos[:], data.qvel[:] = state.time, state.qpos, state.qvel
            if len(data.userdata):
                data.userdata[:] = state.userdata


def _real(remote: Remote, mode: str) -> None:
    """That a robot which nobody simulates may be driven. Raises NotCommissioned, ValueError."""
    if remote.commission is None:
        raise NotCommissioned(NEVER.format(remote.name, remote.origin))
    if mode != "realtime":
        raise ValueError(f"{remote.name} is a real robot, which goes by the wall clock: mode=realtime")


def mirror(remote: Remote, near: Any, mode: str) -> Mirror | Ros2Robot:
    """The world of a remote robot that is simulated, or the driver of a real one that is commissioned.

    Raises LinkLost where there is none, or one that describes itself otherwise than we do, and NotCommissioned.
    """
    lease = Lease() if remote.own else None
    domain = lease.domain if lease is not None else remote.domain
    process = transport = None
    try:
        transport = open_transport("dds" if remote.own else remote.transport, "heedful_link", domain, remote.interface, remote.distribution)
        if remote.own:  # only now: what is missing here is missing there, and would be told by both
            process = start(remote.origin, domain)
        lockstep = mode == "fast"
        pace = Lockstep(transport) if lockstep else WallClock()
        wiring = wired(remote)
        described = Described(transport, wiring)
        robot = Ros2Robot(remote, DryRun(transport) if remote.dry_run else transport, wiring, pace)
        until = time.monotonic() + (START if remote.own else FIND)
        while not robot.joints.wait(0.1) and time.monotonic() < until:
            if process is not None and process.poll() is not None:
                raise LinkLost(f"the fake robot ended at once, with exit code {process.returncode}: `heedful ros2 fake` tells why")
        if not robot.joints.complete:
            if refused := transport.refused.get(robot.joints.topic):
                raise LinkLost(refused)
            raise LinkLost(NOBODY.format(getattr(transport, "domain", domain), remote.interface, remote.name))
        world = Mirror(near, transport, robot, lockstep, process, lease)
        with world._told:
            simulated = world._told.wait_for(lambda: world._state is not None, STEP)
        if not simulated:
            _real(remote, mode)
            robot.adopt(described.taken(remote))
        elif (found := described.compared(remote)).differs:
            raise LinkLost(found.sentence)
        robot.real = not simulated
        until = time.monotonic() + (START if remote.own else FIND)
        while (missing := robot.missing()) and time.monotonic() < until:
            time.sleep(0.02)
        if missing:
            raise LinkLost(f"the robot offers no {' and no '.join(missing)}")
        if not simulated:
            near.close()
        return world if simulated else robot
    except BaseException:
        if transport is not None:
            transport.close()
        if process is not None:
            end(process)
        if lease is not None:
            lease.close()
        raise


def start(robot: str, domain: int | None) -> subprocess.Popen[bytes]:
    """A fake robot of our own, which ends when we do."""
    command = [sys.executable, "-m", "heedful", "ros2", "fake", f"robot={robot}", f"--domain={domain}", "--while-stdin"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a fake of our own: its input ends, and it is killed if that is not enough."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(3.0)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def answered(future: Future[Any], seconds: float, otherwise: str) -> Any:
    """What a future brings. Raises LinkLost if it brings nothing in time."""
    try:
        return future.result(seconds)
    except TooLate:
        raise LinkLost(f"{otherwise} within {seconds:g} s") from None
