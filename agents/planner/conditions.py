"""Formulas in a scene as conditions to search with.

They become trees of `at least k of these` over literals, so that conjunction, disjunction, quantifiers, counts, derived predicates and
negation are one mechanism. Predicates that no skill changes are measured once, on the scene. Unknowns are taken hopefully: an unknown
condition that no skill can change counts as met, for the skill itself will check it; an unknown fluent counts as false.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from heedful.agents.planner.nodes import NO, YES, AtLeast, Leaf, Node
from heedful.agents.planner.state import ANY, GroundAtom, is_derived
from heedful.predicates import relation
from heedful.predicates.evaluate import SceneModel
from heedful.program import And, Atom, Count, Formula, Not, Or, atoms, substitute
from heedful.types import Scene


class Conditions:
    """Facts and the conditions over them."""

    def __init__(self, scene: Scene, fluents: set[str], given: Callable[[GroundAtom], bool | None]) -> None:
        """Set up without any.

        Args:
          scene: Where relations are measured.
          fluents: Predicates that some skill changes.
          given: What a fact is to start from, None for what the scene shows.
        """
        self.scene = scene
        self.given = given
        self.ids = list(scene.objects)
        self.fluents = fluents
        self.nodes: list[Leaf | AtLeast] = []
        self.facts: list[GroundAtom] = []
        self.initial: list[bool] = []
        self._node_of: dict[Leaf | AtLeast, Node] = {}
        self._fact_of: dict[GroundAtom, int] = {}
        self._derived: dict[tuple[GroundAtom, bool], Node] = {}
        self._static: dict[GroundAtom, bool | None] = {}

    def condition(self, formula: Formula, sign: bool) -> Node:
        """The tree of a formula, or of its negation."""
        match formula:
            case Atom(name, args) if ANY in args:
                at = args.index(ANY)
                rows = [Atom(name, (*args[:at], i, *args[at + 1 :])) for i in self.ids if i not in args]
                return self._at_least(1 if sign else len(rows), rows, sign)
            case Atom(name, args):
                return self._atom((name, tuple(map(str, args))), sign)
            case Not(body):
                return self.condition(body, not sign)
            case And(parts):
                return self._at_least(len(parts) if sign else 1, parts, sign)
            case Or(parts):
                return self._at_least(1 if sign else len(parts), parts, sign)
            case Count():
                return self._count(formula, sign)

    def _count(self, count: Count, sign: bool) -> Node:
        used = {a for atom in atoms(count.body) for a in atom.args if isinstance(a, str)}
        domain = [str(a) for a in count.among] or [i for i in SceneModel(self.scene).members(count.category) if i not in used]
        rows = [substitute(count.body, {count.var: i}) for i in domain]
        low = len(rows) if count.least is None else count.least
        high = len(rows) if count.most is None else count.most
        if sign:
            return self._join(2, [self._at_least(low, rows, True), self._at_least(len(rows) - high, rows, False)])
        return self._join(1, [self._at_least(len(rows) - low + 1, rows, False), self._at_least(high + 1, rows, True)])

    def _at_least(self, k: int, parts: Iterable[Formula], sign: bool) -> Node:
        return self._join(k, [self.condition(p, sign) for p in parts])

    def _join(self, k: int, children: list[Node]) -> Node:
        k -= children.count(YES)
        rest = tuple(sorted(c for c in children if c >= 0))
        if k <= 0:
            return YES
        if k > len(rest):
            return NO
        return rest[0] if len(rest) == 1 else self._node(AtLeast(k, rest))

    def _atom(self, atom: GroundAtom, sign: bool) -> Node:
        name, args = atom
        if is_derived(name):
            if (atom, sign) not in self._derived:
                found = relation(name)
                assert found.formula is not None
                self._derived[atom, sign] = self.condition(substitute(found.formula, dict(zip(found.params, args, strict=True))), sign)
            return self._derived[atom, sign]
        if name not in self.fluents:
            if atom not in self._static:
                self._static[atom] = SceneModel(self.scene).holds(name, args)
            return NO if self._static[atom] is (not sign) else YES
        return self._node(Leaf(self._fact(atom), sign))

    def _node(self, node: Leaf | AtLeast) -> Node:
        if node not in self._node_of:
            self._node_of[node] = len(self.nodes)
            self.nodes.append(node)
        return self._node_of[node]

    def _fact(self, atom: GroundAtom) -> int:
        if atom not in self._fact_of:
            self._fact_of[atom] = len(self.facts)
            self.facts.append(atom)
            given = self.given(atom)
            self.initial.append(SceneModel(self.scene).holds(*atom) is True if given is None else given)
        return self._fact_of[atom]
