"""`heedful import`: a robot, an object or a scene of somebody's own becomes a folder that can be edited, each guess with its reason."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from heedful.app.options import Parser, Usage, last_line, needed, unknown

KINDS = ("robot", "object", "scene")


def options(parser: Parser) -> None:
    parser.add_argument("kind", metavar="|".join(KINDS), help="what it is")
    parser.add_argument("what", metavar="PATH", nargs="?", help="a .urdf, an MJCF .xml, a mesh, a folder with one, or a Menagerie name")
    parser.add_argument("--name", default="", help="what to call it (default: as its file does)")


def main(args: Namespace) -> int:
    """Returns 0 if every law holds, 1 if one is broken."""
    from heedful.hardware.importing import CannotImport

    if args.kind not in KINDS:
        raise Usage(unknown("kind", args.kind, KINDS))
    needed(args, "what", f"import {args.kind} needs a path or a Menagerie name, such as `heedful import {args.kind} my_{args.kind}.xml`")
    try:
        made = _import(args.kind, args.what, args.out or Path("."), args.name)
    except CannotImport as error:
        raise Usage(str(error)) from None
    for guess in made.guesses:
        print(f"  {guess}")
    for law in made.laws:
        print(f"  {law}")
    good = all(law.holds for law in made.laws)
    print(f"{made.file}: {_next(args.kind, made.file, good)}")
    if args.json:
        guesses = [{"what": g.what, "value": g.value, "reason": g.reason} for g in made.guesses]
        laws = [{"says": w.says, "holds": w.holds, "measured": w.measured} for w in made.laws]
        last_line({"file": str(made.file), "guesses": guesses, "laws": laws, "holds": good})
    return 0 if good else 1


def _import(kind: str, what: str, out: Path, name: str) -> Any:
    if kind == "robot":
        from heedful.hardware.importing import import_robot

        return import_robot(what, out, name)
    from heedful.envs.imported import import_object, import_scene

    return (import_object if kind == "object" else import_scene)(what, out, name)


def _next(kind: str, file: Path, good: bool) -> str:
    if not good:
        return "correct what is broken in it, and import or try again"
    if kind == "robot":
        return f'try `heedful run "pick up the red block" robot={file}`'
    return "every law holds"
