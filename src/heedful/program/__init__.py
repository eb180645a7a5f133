"""The Task Language: formulas over predicates, references to things, and programs made of them. All of it is JSON."""

from heedful.program.nodes import (
    NOTHING,
    TRUE,
    Achieve,
    And,
    Atom,
    Constraint,
    Count,
    Do,
    Formula,
    If,
    Manner,
    Not,
    Or,
    Par,
    Pick,
    Program,
    Quantifier,
    Ref,
    Seq,
    Term,
    Until,
    atoms,
    formulas_of,
    parts_of,
    substitute,
    terms_of,
)  # fmt: skip
from heedful.program.plain import from_json, to_json
from heedful.program.reading import FormulaError, parse

__all__ = [
    "NOTHING", "TRUE", "Achieve", "And", "Atom", "Constraint", "Count", "Do", "Formula", "FormulaError", "If", "Manner", "Not", "Or", "Par",
    "Pick", "Program", "Quantifier", "Ref", "Seq", "Term", "Until", "atoms", "formulas_of", "from_json", "parse", "parts_of", "substitute",
    "terms_of", "to_json",
]  # fmt: skip
