"""Programs step by step: conditions read when their turn comes, and what is done again and again until something holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from heedful.agents.understanding.bind import bind
from heedful.agents.understanding.saying import in_words
from heedful.episode import Episode, Plan
from heedful.predicates import evaluate
from heedful.program import NOTHING, Achieve, And, Atom, Formula, If, Not, Par, Program, Ref, Seq, Until, terms_of
from heedful.types import Id, Scene, SkillCall

LOOK = SkillCall("look")


def flat(program: Program) -> list[Program]:
    """The steps of a program in order; goals that are to be reached at the same time are one step."""
    match program:
        case Seq(steps):
            return [p for s in steps for p in flat(s)]
        case Par(steps):
            goals = [p for s in steps for p in flat(s)]
            return [_together(goals)] if len(goals) > 1 and all(isinstance(g, Achieve) for g in goals) else goals
        case _:
            return [program]


def _together(steps: list[Program]) -> Achieve:
    """One step for goals that are pursued at once."""
    found = [s for s in steps if isinstance(s, Achieve)]
    return Achieve(
        And(tuple(p for s in found for p in (s.goal.parts if isinstance(s.goal, And) else (s.goal,)))),
        tuple(dict.fromkeys(b for s in found for b in s.by)),
        tuple(dict.fromkeys(t for s in found for t in s.using)),
        tuple(dict.fromkeys(c for s in found for c in s.under)),
    )


def condition_of(step: If | Until, scene: Scene, bindings: dict[str, Id]) -> Formula | Plan:
    """A step's condition over ids, or the question or refusal that stands in the way."""
    found = bind(If(step.condition, NOTHING), scene, bindings)
    return found if isinstance(found, Plan) else found.condition if isinstance(found, If) else step.condition


def unknown(condition: Formula, scene: Scene, episode: Episode, looks: bool) -> Plan:
    """What to do where the scene does not tell whether a condition holds: look once, then ask."""
    looked = bool(episode.log) and episode.log[-1].call == LOOK
    said = in_words(condition, scene)
    if looks and not looked:
        return Plan("go", (LOOK,), None, f"look whether {said}")
    return Plan("ask", sentence=f"I cannot tell whether {said}; is it so?", code="unknown")


def branch(step: If, scene: Scene, episode: Episode, looks: bool) -> list[Program] | Plan:
    """The steps that a condition leads to, read now."""
    condition = condition_of(step, scene, episode.bindings)
    if isinstance(condition, Plan):
        return condition
    value = evaluate(condition, scene)
    if value is None:
        return unknown(condition, scene, episode, looks)
    return flat(step.then if value else step.otherwise)


def again(
    step: Until, scene: Scene, episode: Episode, avoid: Mapping[Id, int], looks: bool, achieve: Callable[[Achieve], Plan | None]
) -> Plan | None:
    """The calls of one more round; None once the condition holds.

    Each round is about another thing: of `put blocks in the bin until …` one block, that is not in the bin yet.

    Args:
      achieve: Plans for a bound step.
    """
    condition = condition_of(step, scene, episode.bindings)
    if isinstance(condition, Plan):
        return condition
    value = evaluate(condition, scene)
    if value is True:
        return None
    if value is None:
        return unknown(condition, scene, episode, looks)
    rounds = [p for p in flat(step.body) if isinstance(p, Achieve)]
    if len(rounds) != 1 or len(flat(step.body)) != 1:
        return achieve(Achieve(condition))
    body = _one_at_a_time(rounds[0])
    said = {t.words for t in terms_of(body) if isinstance(t, Ref) and t.quantifier == "a"}
    tried = dict(avoid)
    for _ in scene.objects:
        bindings = {k: v for k, v in episode.bindings.items() if k not in said}
        known = set(bindings)
        found = bind(body, scene, bindings, tried)
        if isinstance(found, Plan):
            return found
        assert isinstance(found, Achieve)
        if evaluate(found.goal, scene) is not True:
            return achieve(found) or Plan("refuse", sentence=_stuck(step, scene), code="no_plan")
        for one in {v for k, v in bindings.items() if k not in known}:
            tried[one] = tried.get(one, 0) + 1
    return Plan("refuse", sentence=_stuck(step, scene), code="no_plan")


def _stuck(step: Until, scene: Scene) -> str:
    return f"there is nothing more to do it with, and still it is not so that {in_words(step.condition, scene)}"


def _one_at_a_time(step: Achieve) -> Achieve:
    """The step about one thing where it was said about all of them: `keep taking blocks out`."""
    return replace(step, goal=_single(step.goal))


def _single(formula: Formula) -> Formula:
    match formula:
        case And(parts):
            return And(tuple(map(_single, parts)))
        case Not(body):
            return Not(_single(body))
        case Atom(name, args):
            one = (replace(a, quantifier="a", count=None) if isinstance(a, Ref) and a.quantifier == "all" else a for a in args)
            return Atom(name, tuple(one))
        case _:
            return formula
