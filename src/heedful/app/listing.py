"""`heedful list`: what there is to choose from."""

from __future__ import annotations

import inspect
from argparse import Namespace
from collections.abc import Callable
from typing import Any

from heedful.app.options import Parser, Usage, last_line, unknown

Rows = dict[str, str]


def options(parser: Parser) -> None:
    parser.add_argument("what", metavar="|".join(LISTS), help="what to list")


def main(args: Namespace) -> int:
    if args.what not in LISTS:
        raise Usage(unknown("list", args.what, LISTS))
    rows = LISTS[args.what]()
    if args.json:
        last_line({args.what: [{"name": k, "says": v} for k, v in rows.items()]})
    else:
        width = max(map(len, rows), default=0) + 2
        print("\n".join(f"{name:<{width}}{says}".rstrip() for name, says in rows.items()) or f"there are no {args.what}")
    return 0


def _skills() -> Rows:
    from heedful.skills import Library

    def call(skill: Any) -> str:
        return f"{skill.name}({', '.join(p.name if p.required else f'{p.name}={p.default}' for p in skill.params)})"

    return {call(s): s.description for s in Library.default()}


def _group(group: str) -> Callable[[], Rows]:
    def rows() -> Rows:
        from heedful.config import choices

        return {name: _says(group, name) for name in choices(group)}

    return rows


def _says(group: str, name: str) -> str:
    """The first line of what a choice's `_target_` says of itself, else the comment its file starts with."""
    from importlib import resources

    import yaml

    from heedful.app.compose import target_of

    file = resources.files("heedful") / "configs" / group / f"{name}.yaml"
    if not file.is_file():
        return "from an installed package"
    text = file.read_text()
    target = target_of(yaml.safe_load(text) or {})
    doc = inspect.getdoc(target) if target is not None else None
    return (doc or text.lstrip("# ")).strip().splitlines()[0]


def _suites() -> Rows:
    from heedful.envs import SUITES
    from heedful.envs.requests import requests
    from heedful.envs.suites import FOREIGN, OURS

    own = {name: f"{len(tasks)} tasks: {', '.join(t.name for t in tasks)}" for name, tasks in SUITES.items()}
    families = ", ".join(dict.fromkeys(r.family for r in requests()))
    own["saycan"] = f"{len(requests())} requests in seven families: {families}"
    return own | {name: "tasks of a foreign world, which needs its own package" for name in FOREIGN} | OURS


LISTS: dict[str, Callable[[], Rows]] = {
    "skills": _skills,
    "robots": _group("robot"),
    "worlds": _group("world"),
    "planners": _group("planner"),
    "languages": _group("language"),
    "policies": _group("policy"),
    "suites": _suites,
}
