"""From words to a typed Program: readings of the grammar, pronouns resolved, composed into goals."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.bind import bind, candidates
from heedful.agents.understanding.clauses import Clause, Clauses, Joint, Sentence
from heedful.agents.understanding.mentions import Mentions
from heedful.agents.understanding.normalise import STOPS, TooLong, tokens
from heedful.agents.understanding.possible import MOVED
from heedful.agents.understanding.saying import said
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.episode import Plan, Understanding, Verdict
from heedful.program import Achieve, And, Atom, Do, Formula, Not, Or, Program, Ref, Seq, atoms
from heedful.types import Id, Scene

EXAMPLE = 'say for example "put the red block in the blue bowl"'


class Grammar:
    """Understands instructions by rules; what it does not understand, it says."""

    def __init__(self, skills: Mapping[str, str] | None = None) -> None:
        """Set up the grammar.

        Args:
          skills: Skills that may be asked for by name: name -> the property that the skill gives to the one thing it acts on, or ''
            for a skill without arguments.
        """
        self.skills = dict(skills or {})

    def understand(self, words: str, scene: Scene) -> Understanding:
        """What the words ask for, or a sentence that says what was not understood."""
        try:
            said_words = tokens(words)
        except TooLong as error:
            return _puzzled("too_long", str(error))
        if not said_words:
            return _puzzled("empty", f"nothing was asked; {EXAMPLE}")
        vocabulary = Vocabulary.of(scene, tuple(self.skills))
        if unknown := [w for w in said_words if w not in STOPS and not vocabulary.knows(w)]:
            return _puzzled("unknown_words", _unknown(unknown, vocabulary))
        parser = Clauses(said_words, vocabulary, self.skills)
        programs = [compose(reading, scene) for reading in parser.readings()]
        if not programs:
            return _puzzled("not_understood", _unread(said_words, parser.phrases.furthest))
        best = min(programs, key=lambda p: _unlikely(p, scene))
        return Understanding(best, None, said(best))

    def bind(self, program: Program, scene: Scene, bindings: dict[str, Id]) -> Program | Plan:
        """The program with ids for its references, or the question or refusal that stands in the way; see `bind`."""
        return bind(program, scene, bindings)


def compose(sentence: Sentence, scene: Scene) -> Program:
    """Goals of the clauses: joined where they can hold together, one after the other where they cannot or `then` was said."""
    mentions = Mentions(scene)
    groups: list[list[Program]] = []
    for joint, clause in sentence.clauses:
        step = _step(mentions.resolved(clause))
        if not groups or _starts_a_step(joint, groups[-1], step):
            groups.append([])
        groups[-1].append(step)
    steps = [p for g in groups for p in _together(g)]
    return steps[0] if len(steps) == 1 else Seq(tuple(steps))


def _starts_a_step(joint: Joint, group: list[Program], step: Program) -> bool:
    return joint == "then" or not isinstance(step, Achieve) or not isinstance(group[-1], Achieve)


def _together(group: list[Program]) -> list[Program]:
    """One step for goals that can hold at once, else one step for each."""
    goals = [p.goal for p in group if isinstance(p, Achieve)]
    if len(goals) < 2 or any(_clash(p, q) for i, p in enumerate(goals) for q in goals[i + 1 :]):
        return group
    return [Achieve(And(tuple(part for g in goals for part in (g.parts if isinstance(g, And) else (g,)))))]


def _clash(first: Formula, second: Formula) -> bool:
    """Whether two goals speak of the same thing, or one is a passing state, so that their order matters."""
    pairs = [(p, q) for p in atoms(first) for q in atoms(second)]
    return any("holding" in (p.name, q.name) or _may_be_one(p.args[0], q.args[0]) for p, q in pairs if p.args and q.args)


def _may_be_one(p: object, q: object) -> bool:
    if p == q:
        return True
    if not isinstance(p, Ref) or not isinstance(q, Ref) or "all" not in (p.quantifier, q.quantifier):
        return False
    kinds = not p.category or not q.category or lexicon.is_a(p.category, q.category) or lexicon.is_a(q.category, p.category)
    return kinds and (not p.color or not q.color or p.color == q.color)


def _step(clause: Clause) -> Program:
    """One clause as a program."""
    if clause.act == "do":
        return Do(clause.skill, clause.args)
    parts = [part for theme in clause.themes for part in _goals(clause, theme)]
    return Achieve(parts[0] if len(parts) == 1 else And(tuple(parts)))


def _goals(clause: Clause, theme: Ref) -> list[Formula]:
    if clause.place is None:
        return [Atom(clause.relation, (theme,))]
    pair = (theme, clause.place)
    if clause.act in ("remove", "lift"):
        gone: list[Formula] = [Not(Atom(name, pair)) for name in ([clause.relation] if clause.relation else ["in", "on"])]
        return [*gone, Atom("holding", (theme,))] if clause.act == "lift" else gone
    return [Atom(clause.relation, pair) if clause.relation else Or((Atom("in", pair), Atom("on", pair)))]


def refs(program: Program) -> list[Ref]:
    """Every reference in a program, in order."""
    return [a for atom in _asked(program) for a in atom.args if isinstance(a, Ref)]


def _asked(program: Program) -> list[Atom]:
    """Every atom of a program's goals, in order."""
    if isinstance(program, Seq):
        return [a for s in program.steps for a in _asked(s)]
    return atoms(program.goal) if isinstance(program, Achieve) else []


def _unlikely(program: Program, scene: Scene) -> tuple[int, int]:
    """How many references fit nothing in the scene, and how many things that stay where they are would be moved."""
    absent = sum(not candidates(r, scene) for r in refs(program) if r.category or r.color or r.attributes)
    moved = [a.args[0] for a in _asked(program) if a.name in MOVED and a.args]
    return absent, sum(isinstance(t, Ref) and t.category in lexicon.FIXED for t in moved)


def _puzzled(code: str, sentence: str) -> Understanding:
    return Understanding(None, Verdict.NOT_UNDERSTOOD, sentence, code=code)


def _unknown(words: list[str], vocabulary: Vocabulary) -> str:
    parts = []
    for word in list(dict.fromkeys(words))[:3]:
        near = difflib.get_close_matches(word[:40], sorted(vocabulary.known), 1, 0.5)
        parts.append(f'"{word[:40]}"' + (f' (the nearest I know is "{near[0]}")' if near else ""))
    return f"I do not know the word{'s' if len(parts) > 1 else ''} {' and '.join(parts)}; {EXAMPLE}"


def _unread(words: list[str], furthest: int) -> str:
    if later := [w for w in words if w in lexicon.NOT_YET]:
        return f'I cannot make sense of "{later[0]}" in "{_short(words)}", and will not guess; {EXAMPLE}'
    if furthest == 0:
        return f'I cannot tell what to do from "{_short(words)}"; {EXAMPLE}'
    if furthest >= len(words):
        return f'something is missing from "{_short(words)}"; {EXAMPLE}'
    return f'I can follow "{_short(words[:furthest])}" but not "{_short(words[furthest:])}" after it; {EXAMPLE}'


def _short(words: list[str]) -> str:
    return " ".join(words[:12]).replace(" ,", ",") + (" …" if len(words) > 12 else "")
