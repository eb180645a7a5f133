"""`heedful so101`: a simulated arm on a serial bus to try things on; what is there before anything moves; and laying the arm down."""

from __future__ import annotations

import sys
import threading
from argparse import Namespace
from typing import Any

from heedful.app.compose import compose
from heedful.app.options import Parser, Usage, last_line, needed, overrides, unknown
from heedful.app.ros2 import end_with_stdin

WHAT = ("fake", "check", "lower")


def options(parser: Parser) -> None:
    parser.add_argument(
        "what", nargs="?", help="fake: be an arm on a serial bus; check: ports, motors, supply; lower: lay the arm down, then let go of it"
    )
    parser.add_argument("--reversed", action="append", default=[], metavar="JOINT", help="fake: this motor is mounted the other way round")
    parser.add_argument("--while-stdin", action="store_true", help="fake: end when standard input does")
    overrides(parser)


def main(args: Namespace) -> int:
    """0 if it was done, or everything is there; else 1."""
    needed(args, "what", "say what to do: heedful so101 fake, check or lower")
    if args.what not in WHAT:
        raise Usage(unknown("thing to do with an SO-101", args.what, WHAT))
    from heedful.app.open_session import usable

    with usable():
        return {"fake": fake, "check": check, "lower": lower}[args.what](args)


def fake(args: Namespace) -> int:
    """Be an arm until interrupted."""
    from heedful.config import load
    from heedful.hardware.description import RobotDescription
    from heedful.hardware.feetech.fake.bench import Bench
    from heedful.hardware.feetech.remote import names

    settings = compose(_robot(args, "so101"), args.seed)
    body = load("robot", settings.of("robot"))
    if not isinstance(body, RobotDescription):
        raise Usage(f"a simulated bus needs a body that is described, and robot={settings.chosen['robot']} is none")
    if wrong := [j for j in args.reversed if j not in names(body)]:
        raise Usage(unknown("joint", wrong[0], names(body)))
    world = load("world", settings.of("world"))(body)
    world.reset(settings.values["seed"], settings.values["task"] or "pick")
    bench = Bench(world, args.reversed, None if args.json else lambda seen: print(seen, flush=True))
    goes_on = threading.Event()
    goes_on.set()
    try:
        if args.while_stdin:
            threading.Thread(target=end_with_stdin, args=(goes_on,), daemon=True).start()
        if args.json:
            last_line({"port": bench.port})
        else:
            print(f"{body.name} is on {bench.port}: {len(names(body))} motors at 12 V; Ctrl-C ends it", flush=True)
        bench.run(goes_on.is_set)
    except KeyboardInterrupt:
        pass
    finally:
        bench.close()
    return 0


def check(args: Namespace) -> int:
    """Ports, motors, their supply and heat; nothing is commanded."""
    from heedful.hardware.feetech.checking import checked

    found = checked(_arm(args))
    if args.json:
        last_line({"ok": found.ok, "problem": found.problem, **found.told})
    else:
        for name, value in found.told.items():
            print(f"{name:<16}{value}")
        if found.problem:
            print(f"heedful: {found.problem}", file=sys.stderr)
    return 0 if found.ok else 1


def lower(args: Namespace) -> int:
    """Lay the arm down and let go of its motors."""
    import numpy as np

    from heedful.hardware.feetech.remote import driver
    from heedful.hardware.robots.so101 import LYING

    robot = driver(_arm(args))
    try:
        robot.lower({n: np.array(LYING) for n in robot.description.arms})
    finally:
        robot.close()
    print("the arm lies down, and its motors have let go")
    return 0


def _robot(args: Namespace, otherwise: str) -> list[str]:
    return args.overrides if any(w.startswith("robot=") for w in args.overrides) else [*args.overrides, f"robot={otherwise}"]


def _arm(args: Namespace) -> Any:
    from heedful.config import load
    from heedful.hardware.feetech.remote import OnBus

    settings = compose(_robot(args, "serial/so101"), args.seed)
    arm = load("robot", settings.of("robot"))
    if not isinstance(arm, OnBus):
        raise Usage(
            f"robot={settings.chosen['robot']} is not on a serial bus: robot=serial/so101, or the file that `heedful setup so101` wrote"
        )
    return arm
