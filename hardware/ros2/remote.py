"""A body that is driven over ROS 2, as `robot=ros2/...` names it: the description, and how to reach who bears it."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from heedful.hardware.commission import Commission
from heedful.hardware.description import RobotDescription

OWN = range(11, 102)
"""Domains for fakes of our own: not the ones that people have by hand."""


@dataclass(frozen=True, slots=True, eq=False)
class Remote(RobotDescription):
    """A description with a link."""

    domain: int | None = None
    """ROS_DOMAIN_ID; the environment's unless given."""
    interface: str = "lo"
    """Network interface; `lo` reaches this machine only."""
    transport: str = "auto"
    """`rclpy`, `dds`, or `auto`: rclpy where it can be imported."""
    controller: str = "joint_trajectory_controller"
    namespace: str = ""
    distribution: str = "jazzy"
    """Whose definitions the dds transport and rosbridge go by: those of the robot's ROS 2."""
    wiring: Mapping[str, Any] = field(default_factory=dict)
    """What is called otherwise than by default, and how parts are driven (`wired`)."""
    origin: str = ""
    """What `robot=` would name the body alone."""
    dry_run: bool = False
    """Whether everything is done but the last publish, and told."""
    own: bool = False
    """Whether a fake robot of our own is started for it, on a domain of its own."""
    commission: Commission | None = None
    """What a person confirmed of it."""


class Lease:
    """A domain of this machine's that no other fake of ours is on, until it is closed or the process ends."""

    def __init__(self) -> None:
        for i in range(len(OWN)):
            self.domain = OWN[(os.getpid() + i) % len(OWN)]
            self._file = (Path(tempfile.gettempdir()) / f"heedful-ros2-{self.domain}.lock").open("w")
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except OSError:
                self._file.close()
        raise OSError(f"all {len(OWN)} domains for fake robots are taken: end some of the sessions with robot=ros2/fake")

    def close(self) -> None:
        self._file.close()
