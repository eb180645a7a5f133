"""The symbolic planner, instructed by a goal instead of words: a formula over the scene's ids."""

from __future__ import annotations

from heedful.agents.planner.symbolic import Symbolic
from heedful.agents.understanding.saying import in_words
from heedful.episode import Understanding, Verdict
from heedful.predicates import UnknownPredicate, relation
from heedful.program import Achieve, And, Count, Formula, FormulaError, Not, Or, atoms, parse, substitute
from heedful.types import Scene


class Formal(Symbolic):
    """Reads `on(bowl_1, plate_1) & closed(drawer)`, and plans like `Symbolic`. What is no such formula is read as words."""

    def understand(self, words: str, scene: Scene) -> Understanding:
        """The goal that a formula states, or what is wrong with it."""
        try:
            goal = parse(words)
            wanted = atoms(goal)
            for atom in wanted:
                relation(atom.name)
        except (FormulaError, UnknownPredicate) as error:
            if "(" not in words:
                return super().understand(words, scene)
            return Understanding(None, Verdict.NOT_UNDERSTOOD, str(error), code="unknown_words")
        named = [a for atom in atoms(_unquantified(goal)) for a in atom.args if isinstance(a, str) and a != "_"]
        if lost := [n for n in named if n not in scene.objects]:
            known = ", ".join(scene.objects)
            return Understanding(None, Verdict.REFUSED, f"there is no {lost[0]} here; there are {known}", code="absent")
        return Understanding(Achieve(goal), sentence=in_words(goal, scene))


def _unquantified(goal: Formula) -> Formula:
    """The goal with anything at all for the variables of its quantifiers, so that only ids are left."""
    match goal:
        case Count(var=var, body=body):
            return substitute(_unquantified(body), {var: "_"})
        case Not(body):
            return _unquantified(body)
        case And(parts) | Or(parts):
            return And(tuple(map(_unquantified, parts)))
    return goal
