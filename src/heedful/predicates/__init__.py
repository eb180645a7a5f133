"""Predicates: relations over a Scene, evaluated in three values, and said in words both ways."""

from heedful.predicates import builtin, household, kinds, reach, ways
from heedful.predicates.evaluate import Model, SceneModel, compiled, evaluate, failing, truth
from heedful.predicates.registry import Relation, Truth, UnknownPredicate, define, predicate, relation, relations
from heedful.predicates.words import name_of, say

__all__ = [
    "Model", "Relation", "SceneModel", "Truth", "UnknownPredicate", "builtin", "compiled", "define", "evaluate", "failing", "household",
    "kinds", "name_of", "predicate", "reach", "relation", "relations", "say", "truth", "ways",
]  # fmt: skip
