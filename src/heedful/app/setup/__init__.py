"""`heedful setup`: the hour between "the driver exists" and "the first safe motion", one confirmed step after the other."""

from __future__ import annotations

from argparse import Namespace

from heedful.app.options import Parser, Usage, needed, overrides, unknown

KINDS = {"so101": "serial/so101", "ur5e": "ros2/ur5e", "g1": "ros2/g1"}
"""What can be set up -> the robot that it begins as."""


def options(parser: Parser) -> None:
    parser.add_argument("kind", nargs="?", metavar="|".join(KINDS), help="what robot it is")
    parser.add_argument("name", nargs="?", metavar="NAME", help="what to call it: NAME.yaml is written")
    parser.add_argument("--again", metavar="STEP", help="do a step again that is done already, and what depends on it")
    overrides(parser)


def main(args: Namespace) -> int:
    """0 once the file is complete; 1 where something keeps it from that, which is said."""
    needed(args, "kind", f"say which robot, and what to call it: heedful setup {'|'.join(KINDS)} NAME")
    if args.kind not in KINDS:
        raise Usage(unknown("robot to set up", args.kind, KINDS))
    needed(args, "name", f"say what to call it: heedful setup {args.kind} NAME writes NAME.yaml")
    if not args.name.replace("_", "").replace("-", "").isalnum():
        raise Usage(f"a robot's name is letters, digits, - and _, got {args.name!r}")
    from heedful.app.open_session import usable
    from heedful.app.setup.going_through import go_through
    from heedful.hardware.commission import STEPS

    if args.again and args.again not in STEPS:
        raise Usage(unknown("step", args.again, STEPS))
    with usable():
        return go_through(args)
