"""PARTNR's household requests of one to several sentences: how much is understood, and whether the program speaks of what the words do.

There is no goal label; 20 records were annotated by hand (`partnr_goals.json`), and only these are judged right or wrong.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Literal

from heedful.agents.planner.state import PlannedSkill
from heedful.agents.sets.hearing import Heard
from heedful.agents.sets.house import house
from heedful.agents.sets.language_set import Judged, Record
from heedful.agents.understanding.home.kinds import kinds_of, named, table
from heedful.predicates import evaluate
from heedful.program import Achieve, And, Atom, Count, Formula, Not, Or, Par, Program, Ref, Seq, Term, parts_of, terms_of
from heedful.types import Scene

Stages = tuple[frozenset[str], ...]
"""Facts over kinds, as text, by the stage in which they come about."""
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
        wrong = differs(facts(program, heard.scene), label)
        return Judged(not wrong, wrong, further)

    def tags(self, record: Record) -> Mapping[str, Sequence[str]]:
        return {"kind": (record.get("kind", "none"),)}


@cache
def goals() -> Mapping[str, Stages]:
    """Record -> the stages of its goal, as annotated by hand."""
    text = (resources.files("heedful") / "agents" / "sets" / "data" / "partnr_goals.json").read_text(encoding="utf-8")
    return {name: tuple(frozenset(stage) for stage in stages) for name, stages in json.loads(text)["goals"].items()}


def facts(program: Program, scene: Scene) -> Stages:
    """What the steps of a program ask for, as facts over kinds: `put(lamp, table in kitchen)`, `beside(lamp, vase)`."""
    return tuple(frozenset(_facts(step, scene)) for step in _steps(program))


def differs(mine: Stages, label: Stages) -> str:
    """How the stages of a program differ from those of a label; empty where all facts are the same and come in that order.

    A fact of the program may be more exact than that of the label: of a dining table where it says table, with a room where it names none.
    """
    mine, label = tuple(map(_closed, mine)), tuple(map(_closed, label))
    asked, wanted = frozenset().union(*mine), frozenset().union(*label)
    lacking = sorted(w for w in wanted if not any(_meets(f, w) for f in asked))
    more = sorted(f for f in asked if not any(_meets(f, w) for w in wanted))
    if lacking or more:
        return "; ".join([*(["lacks " + ", ".join(lacking)] if lacking else []), *(["asks for " + ", ".join(more)] if more else [])])
    ends = {w: max(n for n, stage in enumerate(mine) for f in stage if _meets(f, w)) for w in wanted}
    for early, late in itertools.pairwise(label):
        if max(ends[w] for w in early) > min(ends[w] for w in late):
            return "in another order"
    return ""


def _closed(stage: frozenset[str]) -> frozenset[str]:
    """With what follows: of two things beside one another both are on what the one is on."""
    found, before = set(stage), set[str]()
    while found != before:
        before = set(found)
        for name, *things in map(_parts, before):
            for one, other in [things, things[::-1]] if name == "beside" else []:
                found |= {f"put({one}, {p[2]})" for p in map(_parts, before) if p[0] == "put" and p[1] == other}
    return frozenset(found)


def _meets(fact: str, wanted: str) -> bool:
    (mine, *first), (theirs, *second) = _parts(fact), _parts(wanted)
    pairs = [first, first[::-1]] if mine == "beside" else [first]
    return mine == theirs and any(all(_is(a, b) for a, b in zip(p, second, strict=True)) for p in pairs if len(p) == len(second))


def _parts(fact: str) -> list[str]:
    name, _, args = fact.rstrip(")").partition("(")
    return [name, *args.split(", ")]


def _is(mine: str, theirs: str) -> bool:
    (kind, _, room), (wanted, _, told) = mine.partition(" in "), theirs.partition(" in ")
    return wanted in kinds_of(kind) and (not told or room == told)


def _steps(program: Program) -> list[Formula]:
    match program:
        case Achieve(goal):
            return [goal]
        case Seq(steps) | Par(steps):
            return [s for p in steps for s in _steps(p)]
    return [f for p in parts_of(program) for f in _steps(p)]


def _facts(formula: Formula, scene: Scene) -> list[str]:
    match formula:
        case Atom("in" | "on" | "at", (a, b)):
            return [f"put({_name(a, scene)}, {_name(b, scene)})"]
        case Atom("next_to" | "near" | "touching", (a, b)):
            return [f"beside({', '.join(sorted((_name(a, scene), _name(b, scene))))})"]
        case Atom(name, args):
            return [f"{name}({', '.join(_name(a, scene) for a in args)})"]
        case And(parts):
            return [f for p in parts for f in _facts(p, scene)]
        case Or(parts):
            return list(dict.fromkeys(f for p in parts for f in _facts(p, scene)))
        case Not(body):
            return [f"not {f}" for f in _facts(body, scene)]
        case Count(body=body):
            return _facts(body, scene)


def _name(term: Term, scene: Scene) -> str:
    """A kind, and of furniture the room that it is in where that was told or is known."""
    if not isinstance(term, Ref):
        thing = scene.objects.get(term)
        if thing is None:
            return term
        rooms = [t for t in scene.objects.values() if "room" in kinds_of(t.category)]
        room = next((t.category for t in rooms if evaluate(Atom("in", (term, t.id)), scene) is True), "")
        return f"{thing.category} in {room}" if room and thing.fixed and thing.category != room else thing.category
    if term.options:
        return "/".join(_name(o, scene) for o in term.options)
    told = "".join(f" in {_name(o, scene)}" for n, o in term.where if n == "in" and "room" in kinds_of(o.category))
    return f"{named().get(term.category, term.category) or 'it'}{told}"


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
