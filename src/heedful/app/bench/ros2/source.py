"""A robot that is only heard: joint states and pictures over real DDS at the rates asked for, from a process of its own.

Run as `python -m heedful.app.bench.ros2.source DOMAIN STATES_HZ IMAGES_HZ CORE`; it ends with its standard input.
"""

from __future__ import annotations

import os
import sys
import threading
import time

import numpy as np

from heedful.geometry import Pose
from heedful.hardware.robots.ur5e import ur5e
from heedful.hardware.ros2.base import header
from heedful.hardware.ros2.dds import DdsTransport
from heedful.hardware.ros2.definitions import JOINT_STATE
from heedful.hardware.ros2.fake.eyes import FakeCamera, pattern
from heedful.hardware.ros2.seam import RELIABLE
from heedful.hardware.ros2.wiring import Lens, Wiring

LENS = Lens("/front/image_raw", "/front/camera_info", frame="front_optical")
WHERE = Pose.at(0.5, 0.0, 0.9)


def main(domain: int, states_hz: float, images_hz: float, core: int) -> None:
    """Publish until standard input ends."""
    if core >= 0:
        os.sched_setaffinity(0, {core})
    over = threading.Event()

    def wait() -> None:
        sys.stdin.read()
        over.set()

    threading.Thread(target=wait, daemon=True).start()
    body = ur5e()
    wiring = Wiring.of(body)
    carrier = DdsTransport("source", domain)
    tell = carrier.publisher(wiring.joint_states, JOINT_STATE, RELIABLE)
    camera = FakeCamera(carrier, LENS, still=True)
    names = [*body.parts["arm"].joints, wiring.grippers["gripper"].joint]
    still = {"position": np.array([*body.parts["arm"].home, 0.08]), "velocity": np.zeros(7), "effort": np.zeros(7)}
    start = time.monotonic()
    print("publishing", flush=True)
    told = shown = 0
    while not over.is_set():
        now = time.monotonic() - start
        if now >= told / states_hz:
            told += 1
            tell(carrier.make(JOINT_STATE, header=header(carrier, now), name=names, **still))
        elif images_hz and now >= shown / images_hz:
            shown += 1
            camera.show(pattern(shown, now, WHERE), "base_link")
        else:
            time.sleep(2e-4)
    carrier.close()
    print(told, shown, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
