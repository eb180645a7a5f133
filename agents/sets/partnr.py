"""PARTNR's household requests of one to several sentences: how much is understood, and whether the program speaks of what the words do.

There is no goal label; 20 records were annotated by hand (`partnr_goals.json`), and only these are judged right or wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Literal

from heedful.agents.planner.state import PlannedSkill
from heedful.agents.sets.hearing import Heard
from heedful.agents.sets.house import house
from heedful.agents.sets.language_set import Judged, Record
from heedful.agents.understanding.home.kinds import named, table
from heedful.program import Achieve, And, Atom, Count, Formula, Not, Or, Par, Program, Ref, Seq, Term, parts_of, terms_of
from heedful.types import Scene

ORDER = re.compile(r"\b(?:then|after that|afterwards|finally|next,|lastly|once)\b")


class PartnrSet:
    """Household requests with the objects that they are about and where these start, but no goal."""

    name = "partnr"
    metric: Literal["exact", "success"] = "exact"
    fields = ("initial_state",)

    def skills(self, record: Record) -> Sequence[PlannedSkill]:
        return ()

    def scenes(self, record: Record) -> Sequence[Scene]:
        return [house(record["initial_state"])]

    def judge(self, record: Record, heard: Heard) -> Judged:
        program = heard.understanding.program
        words = _plain(record["instruction"])
        named_here = [c for c in _classes(record) if _spoken(c, words)]
        whole = program is not None and "leaving aside" not in heard.understanding.sentence
        further = {"understood": (int(program is not None), 1), "whole_text": (int(whole), 1)}
        label = goals().get(record["id"])
        if program is None:
            return Judged(None if label is None else False, heard.sentence, further)
        kinds = {k for t in terms_of(program) if isinstance(t, Ref) for k in _kinds(t)}
        lost = [c for c in named_here if _kind(c) not in kinds]
        further["classes"] = (len(named_here) - len(lost), len(named_here))
        if ORDER.search(words):
            further["order"] = (int(_ordered(program)), 1)
        if label is None:
            return Judged(None, f"without {', '.join(lost)}" if lost else "", further)
        mine = facts(program)
        return Judged(mine == label, "" if mine == label else f"{sorted(mine)}, not {sorted(label)}", further)

    def tags(self, record: Record) -> Mapping[str, Sequence[str]]:
        return {"kind": (record.get("kind", "none"),)}


@cache
def goals() -> Mapping[str, frozenset[str]]:
    """Record -> what its goal was annotated to be, one fact a string: `on(toy vehicle, table)`, with `>2` for the second step."""
    text = (resources.files("heedful") / "agents" / "sets" / "data" / "partnr_goals.json").read_text(encoding="utf-8")
    return {k: frozenset(v) for k, v in json.loads(text)["goals"].items()}


def facts(program: Program) -> frozenset[str]:
    """What a program asks for, as facts over kinds, each with the step in which it comes about."""
    steps = _steps(program)
    found = [(n, f) for n, step in enumerate(steps) for f in _facts(step)]
    return frozenset(f if n == 0 else f"{f} >{n + 1}" for n, f in found)


def _steps(program: Program) -> list[Formula]:
    match program:
        case Achieve(goal):
            return [goal]
        case Seq(steps) | Par(steps):
            return [s for p in steps for s in _steps(p)]
    return [f for p in parts_of(program) for f in _steps(p)]


def _facts(formula: Formula) -> list[str]:
    match formula:
        case Atom(name, args):
            return [f"{name}({', '.join(_name(a) for a in args)})"]
        case And(parts):
            return [f for p in parts for f in _facts(p)]
        case Or((Atom("in", (a, b)), Atom("on"))):
            return [f"to({_name(a)}, {_name(b)})"]
        case Or(parts):
            return [" | ".join(sorted(f for p in parts for f in _facts(p)))]
        case Not(body):
            return [f"not {f}" for f in _facts(body)]
        case Count(body=body):
            return _facts(body)


def _name(term: Term) -> str:
    if not isinstance(term, Ref):
        return re.sub(r"_\d+$", "", term).replace("_", " ")
    kind = "/".join(_name(o) for o in term.options) or named().get(term.category, term.category) or "it"
    many = {"all": "all "}.get(term.quantifier, f"{term.count} " if term.count else "")
    room = "".join(f" in {_name(o)}" for n, o in term.where if n == "in" and "room" in _kinds(o))
    other = "other " if term.but else ""
    return f"{many}{other}{kind}{room}"


def _kinds(ref: Ref) -> set[str]:
    own = {named().get(ref.category, ref.category)} if ref.category else set()
    return own.union(*(_kinds(r) for r in (*ref.options, *ref.but, *(o for _, o in ref.where))))


def _plain(words: str) -> str:
    return re.sub(r"[^a-z0-9,.]+", " ", words.lower())


def _classes(record: Record) -> list[str]:
    return list(dict.fromkeys(c for s in record["initial_state"] for c in s["object_classes"]))


def _kind(name: str) -> str:
    plain = name.replace("_", " ").replace("-", " ")
    return named().get(plain, plain)


def _spoken(name: str, words: str) -> bool:
    """Whether any word for a class occurs in the sentence."""
    kind = _kind(name)
    mine = {*(table()[kind][0] if kind in table() else ()), name.replace("_", " ").replace("-", " ")}
    return any(re.search(rf"\b{re.escape(w)}(?:s|es)?\b", words) for w in mine)


def _ordered(program: Program) -> bool:
    return isinstance(program, Seq) or any(_ordered(p) for p in parts_of(program))


def record_of(rows: Sequence[Mapping[str, Any]], name: str) -> Mapping[str, Any]:
    """The record of that id."""
    return next(r for r in rows if r["id"] == name)
