"""Joint states at 500 Hz and pictures at 30 Hz, consumed on one core while the control loop holds 100 Hz; and what each message costs."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from heedful.app.bench.ratio import Ratio
from heedful.app.bench.ros2.source import LENS, WHERE
from heedful.clock import Pacer
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.robots.ur5e import ur5e
from heedful.hardware.ros2 import images
from heedful.hardware.ros2.base import header
from heedful.hardware.ros2.dds import DdsTransport
from heedful.hardware.ros2.fake.eyes import pattern
from heedful.hardware.ros2.remote import Lease
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.wiring import Wiring
from heedful.types import Action, JointTarget

STATES, IMAGES, CONTROL = 500.0, 30.0, 100.0
"""Rates [Hz]."""
SECONDS = 8.0
"""How long each is measured [s]."""
ENOUGH = 0.98
"""Share of the messages and of the ticks that is to be had."""
WITHIN = 3.0
"""Longest that an image may take to encode, or to decode [ms]."""
START = 60.0
IMAGE = "sensor_msgs/msg/Image"


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of one stretch."""

    states: float
    """Joint states that came [1/s]."""
    images: float
    frames: int
    """Pictures that an observation had for the first time."""
    cpu: float
    """Time on the core [s/s]."""
    wall: float
    cadence: dict[str, Any]


def cadence(seed: int) -> Iterator[Ratio]:
    """Rates kept on one core, processor time per message, and an image's encoding and decoding."""
    cores = sorted(os.sched_getaffinity(0))
    try:
        os.sched_setaffinity(0, cores[:1])
        alone, states, both = (_heard(cores, hz, fps) for hz, fps in ((20.0, 0.0), (STATES, 0.0), (STATES, IMAGES)))
    finally:
        os.sched_setaffinity(0, cores)
    where = f"core {cores[0]}, the source on {cores[-1]}; {both.wall:.0f} s"
    kept, wanted = both.cadence["rate_hz"], CONTROL
    late = 100 * both.cadence["over_budget"]
    yield Ratio("control", kept / wanted, f"{kept:.1f} of {wanted:.0f} Hz, {late:.2f} % of ticks over budget; {where}", least=ENOUGH)
    yield Ratio("states", both.states / STATES, f"{both.states:.1f} joint states/s of {STATES:.0f}", least=ENOUGH)
    yield Ratio(
        "images", both.images / IMAGES, f"{both.images:.1f} pictures/s of {IMAGES:.0f}, {both.frames} of them observed", least=ENOUGH
    )
    yield Ratio(
        "core", both.cpu, f"of the core: {alone.cpu:.2f} for the loop alone, {states.cpu:.2f} with joint states, {both.cpu:.2f} with both"
    )
    per_state = 1e6 * (states.cpu - alone.cpu) / (states.states - alone.states)
    yield Ratio("state", per_state, "us of processor time for a joint state, of 7 joints")
    yield Ratio("image", 1e3 * (both.cpu - states.cpu) / max(both.images, 1e-9), "ms for a picture, observed with its camera's pose")
    encode, decode, packed = _coding()
    yield Ratio("encode", encode, "ms to encode 640 x 480 rgb8, array to bytes; median of 40", most=WITHIN)
    yield Ratio("decode", decode, "ms to decode it, bytes to array", most=WITHIN)
    yield Ratio("jpeg", packed, "ms to decode it from JPEG", most=WITHIN)


def _heard(cores: list[int], states_hz: float, images_hz: float) -> Heard:
    """The control loop at its rate while a source publishes."""
    body = replace(ur5e(), dt=1 / CONTROL)
    lease = Lease()
    with _source(lease.domain, states_hz, images_hz, cores[-1]):
        transport = DdsTransport("bench", lease.domain)
        try:
            robot = Ros2Robot(body, transport, replace(Wiring.of(body), cameras={"front": LENS}))
            robot.joints.stale = START  # whether it is fresh enough is not what is measured
            guarded = GuardedRobot(robot, body, robot._body)
            assert robot.joints.wait(START), "the source was not heard"
            camera, target = robot.cameras["front"], JointTarget(body.parts["arm"].home)
            _loop(guarded, target, 1.0)  # discovery, and what is made when first used
            states, seen = robot.joints.heard, camera.heard
            began, spent = time.perf_counter(), time.process_time()
            frames, report = _loop(guarded, target, SECONDS)
            wall, cpu = time.perf_counter() - began, time.process_time() - spent
            return Heard((robot.joints.heard - states) / wall, (camera.heard - seen) / wall, frames, cpu / wall, wall, report)
        finally:
            transport.close()
            lease.close()


def _loop(guarded: GuardedRobot, target: JointTarget, seconds: float) -> tuple[int, dict[str, Any]]:
    """Observe and command at the rate of control; how many new pictures were observed, and how the rate was kept."""
    pacer = Pacer("realtime", guarded.dt)
    frames, last = 0, -1.0
    for _ in range(round(seconds / guarded.dt)):
        seen = guarded.observe()
        pacer.passed("observe")
        picture = seen.cameras.get("front")
        if picture is not None and picture.time > last:
            frames, last = frames + 1, picture.time
        guarded.apply(Action({"arm": target}), seen)
        pacer.passed("send")
        pacer.wait()
    return frames, pacer.report()


def _coding() -> tuple[float, float, float]:
    """Medians of encoding, decoding and decoding from JPEG [ms]."""
    from heedful.hardware.ros2.interfaces import Interfaces

    types = Interfaces()
    node: Any = types
    frame = pattern(0, 0.0, WHERE)
    head = header(node, 1.0, "camera")
    took: list[tuple[float, float, float]] = []
    packed = types.encode(images.jpeg(types.make, frame.rgb, head))
    for _ in range(40):
        a = time.perf_counter()
        data = types.encode(images.image(types.make, frame.rgb, "rgb8", head))
        b = time.perf_counter()
        back = images.rgb(types.decode(data, IMAGE))
        c = time.perf_counter()
        images.compressed(types.decode(packed, "sensor_msgs/msg/CompressedImage"))
        took.append((b - a, c - b, time.perf_counter() - c))
        assert np.array_equal(back, frame.rgb)
    encode, decode, jpeg = (1e3 * np.median(np.array(took), axis=0)).tolist()
    return encode, decode, jpeg


@contextlib.contextmanager
def _source(domain: int, states_hz: float, images_hz: float, core: int) -> Iterator[None]:
    rates = [f"{states_hz:g}", f"{images_hz:g}"]
    command = [sys.executable, "-m", "heedful.app.bench.ros2.source", str(domain), *rates, str(core)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None and process.stdout is not None
    try:
        assert process.stdout.readline().strip() == "publishing"
        yield
    finally:
        process.stdin.close()
        try:
            process.wait(10.0)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
