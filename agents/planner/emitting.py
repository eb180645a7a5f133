"""What a language model is asked in order to turn words into a Program, and whether what it says can be one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, get_args

from heedful.agents.language.model import JsonSchema, LanguageModel, Message
from heedful.agents.language.quoting import DATA, quoted
from heedful.agents.planner.state import PlannedSkill, literals, required
from heedful.agents.understanding.bind import bind
from heedful.agents.understanding.saying import said
from heedful.episode import Episode, Plan, Planner, Understanding, Verdict
from heedful.predicates import evaluate, relations
from heedful.program import NOTHING, Achieve, And, Atom, Constraint, Do, Formula, If, Manner, Not, Program, Seq, Until, atoms, formulas_of
from heedful.types import Observation, Scene

REPAIRS = 1
"""Further turns in which a model may mend a program that cannot be carried out."""
STEPS = 8
"""Goals one after the other at most."""
SYSTEM = f"""You turn what a person says to a robot into goals. A goal is a list of predicates that shall hold, or shall not (`holds`).
Give one step for everything that can be brought about in any order; further steps only where one thing must come after another.
`when`: what must hold as a step's turn comes, or it is left out; `until`: the step is repeated until this holds. Both are usually empty.
`manner`: only what was asked of the way there, such as gently, or keeping a thing upright; `about` is empty for how fast and how gently.
`skill`: only for what is done for its own sake, such as going home; the goal is empty then.
Use only the predicates and the ids of things that are listed. If the words ask for something that these cannot express, or you cannot
tell what is meant, give no steps and say in `unclear` what is missing. {DATA}"""


def form(scene: Scene, skills: Iterable[PlannedSkill]) -> JsonSchema:
    """The schema of an answer in this scene: plain enough for every endpoint, and every name of it a choice."""
    known = list(skills)
    ids = list(scene.objects)
    args = {"type": "array", "items": {"enum": ids or [""]}, "maxItems": 3}
    atom = _closed(predicate={"enum": offered(known)}, args=args, holds={"type": "boolean"})
    manner = _closed(kind={"enum": list(get_args(Manner))}, about={"enum": ["", *ids]})
    goal, few = {"type": "array", "items": atom, "maxItems": 2 * len(ids) + 1}, {"type": "array", "items": atom, "maxItems": 4}
    step = _closed(
        goal=goal, skill={"enum": ["", *alone(known)]}, when=few, until=few, manner={"type": "array", "items": manner, "maxItems": 4}
    )
    return _closed(steps={"type": "array", "items": step, "maxItems": STEPS}, unclear={"type": "string", "maxLength": 200})


def _closed(**properties: Any) -> dict[str, Any]:
    """An object that has all of these and nothing else, as strict endpoints want it."""
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def offered(skills: Iterable[PlannedSkill]) -> list[str]:
    """Predicates that some skill brings about or undoes."""
    changed = {a.name for s in skills for a, _ in literals(s.effects)}
    return sorted(n for n, r in relations().items() if n in changed and not r.numbers)


def alone(skills: Iterable[PlannedSkill]) -> list[str]:
    """Skills that are done for their own sake, and need to be told nothing."""
    return sorted(s.name for s in skills if not any(required(p) for p in s.params) and not list(literals(s.effects)))


def messages(words: str, scene: Scene, skills: Iterable[PlannedSkill]) -> list[Message]:
    """The question: what there is, what can be asked of it, and what the person said."""
    known = list(skills)
    things = [
        f"- {quoted(i)}: {quoted(' '.join((*t.attributes, t.color, t.category)))}{_stands(i, scene)}" for i, t in scene.objects.items()
    ]
    told = relations()
    predicates = [f"- {n}({', '.join(told[n].params)}): {told[n].says.format(*told[n].params, '', '')}" for n in offered(known)]
    asked = "\n".join(["Things:", *things, "Predicates:", *predicates, f"The person says: {quoted(words, len(words) + 1)}"])
    return [Message("system", SYSTEM), Message("user", asked)]


def _stands(thing: str, scene: Scene) -> str:
    """Where a thing is, as far as the scene shows."""
    places = [
        f"{n} {quoted(o)}" for n in ("on", "in") for o in scene.objects if o != thing and evaluate(Atom(n, (thing, o)), scene) is True
    ]
    held = ["in the hand"] if thing in scene.held.values() else []
    return f", {', '.join(held + places[:2])}" if held + places else ""


def program_of(answer: Any) -> Program:
    """The program that an answer of the form stands for."""
    steps = [p for step in answer["steps"] if (p := _step(step)) != NOTHING]
    return steps[0] if len(steps) == 1 else Seq(tuple(steps))


def _step(step: Any) -> Program:
    under = tuple(Constraint(m["kind"], m["about"] or None) for m in step["manner"])
    done: list[Program] = [Achieve(_formula(step["goal"]), under=under)] if step["goal"] else []
    done += [Do(step["skill"])] if step["skill"] else []
    program = done[0] if len(done) == 1 else Seq(tuple(done))
    if program == NOTHING:
        return program
    program = Until(_formula(step["until"]), program) if step["until"] else program
    return If(_formula(step["when"]), program) if step["when"] else program


def _formula(atoms: Any) -> Formula:
    found = [(Atom(a["predicate"], tuple(a["args"])), a["holds"]) for a in atoms]
    signed: list[Formula] = [atom if holds else Not(atom) for atom, holds in found]
    return signed[0] if len(signed) == 1 else And(tuple(signed))


def objection(program: Program, words: str, scene: Scene, planner: Planner) -> Plan | None:
    """Why a program cannot be carried out: arguments, what is bound, whether a plan is found. None if it can, or is to be asked about."""
    for atom in (a for f in formulas_of(program) for a in atoms(f)):
        known = relations()[atom.name]
        if len(atom.args) != len(known.params):
            return Plan("refuse", sentence=f"{atom.name} takes {', '.join(known.params)}, not {len(atom.args)} things", code="invalid")
    bound = bind(program, scene, {})
    if isinstance(bound, Plan):
        return bound if bound.kind == "refuse" else None
    plan = planner.plan(Episode(words, program), Observation(scene.time, {}, scene))
    return plan if plan.kind == "refuse" else None


def emitted(model: LanguageModel, words: str, scene: Scene, skills: Iterable[PlannedSkill], planner: Planner) -> Understanding:
    """What a model takes words to mean, held against the scene and the planner; one turn to mend it, then it is refused.

    Raises LanguageModelError if the model does not answer.
    """
    known = list(skills)
    schema, turns, wrong = form(scene, known), messages(words, scene, known), None
    for _ in range(1 + REPAIRS):
        answer = json.loads(model.generate(turns, schema))
        program = program_of(answer)
        if program == NOTHING:
            missing = quoted(answer["unclear"] or "it found nothing to do", 200)
            return Understanding(
                None, Verdict.NOT_UNDERSTOOD, f"{model.name} did not understand it either: {missing}", code="not_understood"
            )
        if (wrong := objection(program, words, scene, planner)) is None:
            return Understanding(program, None, f"{said(program, scene)} (as {model.name} read it)")
        mend = f"That cannot be carried out: {wrong.sentence}. Answer again in the same form."
        turns = [*turns, Message("assistant", json.dumps(answer)), Message("user", mend)]
    assert wrong is not None
    return Understanding(
        None, Verdict.REFUSED, f"{model.name} took it to mean what cannot be: {wrong.sentence}", code=wrong.code or "refused"
    )
