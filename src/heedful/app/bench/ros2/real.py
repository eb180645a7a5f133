"""A fake robot in a process of its own, and its guarded driver here, over real DDS."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time

from heedful.app.bench.ros2.rigs import BODY, DT, Rig, kinematics
from heedful.hardware.ros2.remote import Lease
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import LinkLost

PATIENCE = 30.0
"""Longest wait for a process to come up, or an answer [s]."""


class Real(Rig):
    """A fake robot in a process of its own, on a domain of its own, in real time over DDS."""

    def __init__(self) -> None:
        from heedful.hardware.ros2.dds import DdsTransport

        self._frozen = False
        self._lease = Lease()
        self.process = self._started()
        try:
            self._judge = DdsTransport("judge", self._lease.domain)
            self._near = DdsTransport("near", self._lease.domain)
            super().__init__(Ros2Robot(BODY, self._near, body=kinematics()), self._judge)
            until = time.monotonic() + PATIENCE
            while (not self.robot.joints.complete or self.robot.missing()) and time.monotonic() < until:
                time.sleep(0.02)
            self.well()
        except BaseException:
            self.close()
            raise
        self._due = time.monotonic()

    def _started(self) -> subprocess.Popen[bytes]:
        from heedful.envs.mirror import start

        return start("ur5e", self._lease.domain)

    def pause(self) -> None:
        self._due += DT
        if (left := self._due - time.monotonic()) > 0:
            time.sleep(left)
        else:
            self._due = time.monotonic()

    def rest(self, seconds: float) -> None:
        time.sleep(seconds)

    def fault(self, name: str, on: bool = True) -> None:
        if name == "frozen":
            os.kill(self.process.pid, signal.SIGSTOP if on else signal.SIGCONT)
            self._frozen = on
        elif name == "killed":
            self.process.kill()
        else:
            self._ask(name, on)

    def well(self) -> None:
        if self.process.poll() is None:
            self.fault("frozen", False)
            self._ask("", False)

    def _ask(self, name: str, on: bool) -> None:
        request = self._judge.make("heedful_msgs/srv/Fault_Request", name=name, on=on)
        answer = self._judge.call("/sim/fault", "heedful_msgs/srv/Fault", request)
        if not self._frozen and not (told := answer.result(PATIENCE)).ok:  # a frozen one takes it in when it thaws
            raise LinkLost(told.message)

    def close(self) -> None:
        from heedful.envs.mirror import end

        with contextlib.suppress(ProcessLookupError, AttributeError):
            os.kill(self.process.pid, signal.SIGCONT)
        for node in ("_near", "_judge"):
            if (transport := getattr(self, node, None)) is not None:
                transport.close()
        end(self.process)
        self._lease.close()
