"""`heedful explain`: how words are understood, the plan, and say × can for every candidate, without moving."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heedful.app.compose import compose
from heedful.app.options import Parser, Usage, last_line, needed, overrides

if TYPE_CHECKING:
    from heedful.session import Session

GOES_ON = ("go", "done")
SHOWN = 14
"""Candidates shown to a person."""


def options(parser: Parser) -> None:
    parser.add_argument("instruction", nargs="?", help="what to explain, in quotes")
    parser.add_argument("--pddl", metavar="DIR", help="write the first planning problem as DIR/domain.pddl and DIR/problem.pddl")
    parser.add_argument("--schema", action="store_true", help="print the JSON schema that a language model's program is held against here")
    overrides(parser)


def main(args: Namespace) -> int:
    """0 if it would be carried out (or is done already), 1 if it is not understood, refused or asked about."""
    from heedful.app.open_session import open_session

    needed(args, "instruction", 'no instruction was given: say what to do, in quotes, such as "put the red block in the blue bowl"')
    settings = compose(args.overrides, args.seed)
    with open_session(settings, None) as session:
        if args.schema:
            from heedful.agents.planner.emitting import form

            last_line(dict(form(session.world.scene(), session.skills)))
            return 0
        said = session.explain(args.instruction)
        if args.pddl:
            said["pddl"] = _export(session, said.get("goal"), Path(args.pddl))
    if args.json:
        last_line(said)
    else:
        _print(said)
    return 0 if said.get("verdict") in GOES_ON else 1


def _export(session: Session, goal: object, folder: Path) -> list[str]:
    """The problem of the first step's goal in two files; their paths."""
    from heedful.agents.planner.pddl import NotPDDL, to_pddl
    from heedful.program import from_json

    if goal is None:
        raise Usage("there is no goal to plan for, and so nothing to write as PDDL")
    try:
        texts = to_pddl(session.skills, session.world.scene(), from_json(goal))
    except NotPDDL as error:
        raise Usage(str(error)) from None
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / "domain.pddl", folder / "problem.pddl"]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    return [str(p) for p in paths]


def _print(said: Mapping[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    console.print(f"understood: {said.get('understood') or 'nothing'}", markup=False)
    for notice in said.get("notices") or ():
        console.print(f"notice: {notice}", markup=False)
    if said.get("verdict") not in GOES_ON:
        console.print(f"{str(said.get('verdict')).replace('_', ' ')}: {said.get('sentence') or said.get('understood') or ''}", markup=False)
    for i, call in enumerate(said.get("plan") or (), 1):
        console.print(f"  {i}. {call}", markup=False)
    scores = list(said.get("scores") or ())
    if scores:
        table = Table("", "first step", box=None, pad_edge=False)
        for number in ("say", "can", "say × can"):
            table.add_column(number, justify="right")
        table.add_column("why not")
        for s in scores[:SHOWN]:
            shown = (f"{v:.2g}" if isinstance(v := s.get(k), (int, float)) else "–" for k in ("say", "can", "total"))
            table.add_row("→" if s.get("chosen") else "", Text(str(s.get("call", ""))), *shown, Text(str(s.get("why_not") or "")))
        console.print(table)
        if len(scores) > SHOWN:
            console.print(f"and {len(scores) - SHOWN} more that can do less: --json has all of them")
