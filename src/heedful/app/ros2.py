"""`heedful ros2`: a fake robot on ROS 2 to try things on, and what of a robot is there before anything moves."""

from __future__ import annotations

import functools
import os
import sys
import threading
import time
from argparse import Namespace
from typing import Any

from heedful.app.compose import compose
from heedful.app.options import Parser, Usage, count, last_line, needed, overrides, unknown

WHAT = ("fake", "fault", "check", "node")
WELL = "well"
WAIT = 3.0
"""How long a robot is looked for [s]."""


def options(parser: Parser) -> None:
    parser.add_argument(
        "what",
        nargs="?",
        help="fake: be a ROS 2 robot that is simulated; fault: have something go wrong with it; check: what is there and missing; "
        "node: be instructed by topics",
    )
    parser.add_argument("--domain", type=count, metavar="N", help="ROS_DOMAIN_ID; the environment's, else 0, unless given")
    parser.add_argument(
        "--interface", default="lo", help="fake, fault, check: network interface (lo: this machine only, for DDS authenticates nobody)"
    )
    parser.add_argument("--while-stdin", action="store_true", help="fake: end when standard input does")
    parser.add_argument(
        "--transport", default="auto", help="node: what carries the words: rclpy, dds, or auto: rclpy where it can be imported"
    )
    parser.add_argument("--name", default="heedful", help="node: its name, which its topics begin with")
    parser.add_argument(
        "--remap", action="append", default=[], metavar="FROM:=TO", help="node: rename a topic, such as ~/instruction:=/speech"
    )
    parser.add_argument(
        "--people", action="store_true", help="node: what comes by topic is said by people, and may let a stopped robot go on"
    )
    overrides(parser)


def main(args: Namespace) -> int:
    """0 if a robot was borne, or found whole; else 1."""
    needed(args, "what", "say what to do: heedful ros2 fake, fault, check or node")
    if args.what not in WHAT:
        raise Usage(unknown("thing to do with ROS 2", args.what, WHAT))
    from heedful.app.open_session import usable

    with usable():
        return {"fake": fake, "fault": fault, "check": check, "node": node}[args.what](args)


def fake(args: Namespace) -> int:
    """Be a robot until interrupted."""
    from heedful.config import load
    from heedful.hardware.description import RobotDescription
    from heedful.hardware.ros2.dds import DdsTransport
    from heedful.hardware.ros2.fake.alone import Alone
    from heedful.hardware.ros2.fake.world import FakeWorld
    from heedful.hardware.ros2.wired import for_fake

    settings = compose(args.overrides, args.seed)
    body = load("robot", settings.of("robot"))
    if not isinstance(body, RobotDescription):
        raise Usage(f"a fake robot needs a body that is described, and robot={settings.chosen['robot']} is none")
    wiring = for_fake(body)
    if all(p.kind in ("arm", "gripper") for p in body.parts.values()):
        world = load("world", settings.of("world"))(body)
        world.reset(settings.values["seed"], settings.values["task"])
    else:
        world = Alone(body)
    transport = DdsTransport(f"fake_{body.name}", args.domain, args.interface)
    goes_on = threading.Event()
    goes_on.set()
    try:
        served = FakeWorld(transport, world, wiring, {n: functools.partial(_Shots(world), n) for n in wiring.cameras})
        if args.while_stdin:
            threading.Thread(target=end_with_stdin, args=(goes_on,), daemon=True).start()
        offers = [*(wiring.arms.values() if wiring.vendor != "unitree" else ["/lowstate", "/arm_sdk", "/api/sport"]), *wiring.cameras]
        offers += [wheels.cmd_vel for wheels in wiring.bases.values() if wiring.vendor != "unitree"]
        print(f"{body.name} is on {transport.name}: {', '.join(offers)}; Ctrl-C ends it", flush=True)
        served.run(goes_on.is_set)
    except KeyboardInterrupt:
        pass
    finally:
        transport.close()
    return 0


def fault(args: Namespace) -> int:
    """Script the faults of a fake that runs: `fault nan` switches one on, `fault well` all off, `fault` tells what there is."""
    from heedful.hardware.ros2.dds import DdsTransport
    from heedful.hardware.ros2.fake.faults import FAULTS
    from heedful.hardware.ros2.seam import LinkLost

    names = [*FAULTS, WELL]
    if not args.overrides:
        for name in names:
            print(f"{name:<18}{FAULTS.get(name, 'everything is as it should be again')}")
        return 0
    if wrong := next((n for n in args.overrides if n not in names), None):
        raise Usage(unknown("fault", wrong, names))
    transport = DdsTransport("fault", args.domain, args.interface)
    kind = "heedful_msgs/srv/Fault"
    try:
        for name in args.overrides:
            request = transport.make(f"{kind}_Request", name="" if name == WELL else name, on=name != WELL)
            if not (told := transport.call("/sim/fault", kind, request).result(2 * WAIT)).ok:
                raise LinkLost(told.message)
            print(f"{name}: {FAULTS.get(name, 'everything is as it should be again')}")
    except (LinkLost, TimeoutError) as error:
        raise Usage(f"no fake robot answers on domain {transport.domain}: {error or 'it may be frozen'}") from None
    finally:
        transport.close()
    return 0


def check(args: Namespace) -> int:
    """What is there, what is missing, and in what order to mend it; nothing is commanded."""
    from heedful.hardware.ros2.checking import check as checked
    from heedful.linking import remote

    robot = next((w.split("=", 1)[1] for w in args.overrides if w.startswith("robot=")), "ros2/ur5e")
    settings = compose([w for w in args.overrides if not w.startswith("robot=")] + [f"robot={robot}"], args.seed)
    body = remote(settings.of("robot"))
    found = checked(body, body.domain if args.domain is None else args.domain, args.interface, WAIT)
    if args.json:
        last_line({"ok": found.ok, "problem": found.problem, **found.told})
    else:
        for name, value in found.told.items():
            print(f"{name:<16}{value}")
        if found.problem:
            print(f"heedful: {found.problem}", file=sys.stderr)
    return 0 if found.ok else 1


def node(args: Namespace) -> int:
    """Be instructed and corrected by topics until interrupted."""
    from heedful.app.fronts.ros2_opening import open_node
    from heedful.hardware.ros2.opening import open_transport

    renamed = dict(one.partition(":=")[::2] for one in args.remap)
    if wrong := [one for one in args.remap if ":=" not in one]:
        raise Usage(f"--remap renames one name to another, as in ~/instruction:=/speech, and not {wrong[0]!r}")
    settings = compose(args.overrides, args.seed)
    transport = open_transport(args.transport, args.name, args.domain, args.interface)
    goes_on = threading.Event()
    goes_on.set()
    with open_node(settings, transport, args.name, renamed, args.people, args.out) as opened:
        if args.while_stdin:
            threading.Thread(target=end_with_stdin, args=(goes_on,), daemon=True).start()
        print(f"{opened.called('~/instruction')}, {opened.called('~/run')} on {transport.name}; Ctrl-C ends it", flush=True)
        try:
            while goes_on.is_set():
                time.sleep(0.2)
        except KeyboardInterrupt:
            pass
    return 0


def end_with_stdin(goes_on: threading.Event) -> None:
    """Wait for the end of standard input, then clear the event."""
    while os.read(0, 1024):
        pass
    goes_on.clear()


class _Shots:
    """What the cameras of a world see, 640 x 480: those of that name in its model, else the free one."""

    def __init__(self, world: Any) -> None:
        self._world, self._model = world, None
        self._renderer: Any = None
        self._data: Any = None

    def __call__(self, camera: str) -> Any:
        import mujoco

        from heedful.envs.render import Renderer

        world = self._world
        if self._model is not world.model:
            self._model = world.model
            self._renderer, self._data = Renderer(world.model, 640, 480), mujoco.MjData(world.model)
        mujoco.mj_copyData(self._data, world.model, world.data)  # so that drawing changes nothing of what goes on
        mujoco.mj_forward(world.model, self._data)
        known = [world.model.camera(i).name for i in range(world.model.ncam)]
        return self._renderer.frame(self._data, next((k for k in known if k.endswith(camera)), -1), depth=True)
