"""Clauses to programs: goals joined where they can hold together, one after the other where they cannot or `then` was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause import IT, THERE, Branch, Clause, Fact, Joint, Loop, Sentence, Want, Whether
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.expand import goals, spared
from heedful.agents.understanding.home.lifting import visited
from heedful.agents.understanding.joining import (
    Contradiction,
    consistent,
    joined_steps,
    passing,
    taken_up,
    together,
    untouched,
    unturned,
    unwanted,
)
from heedful.agents.understanding.mentions import Mentions
from heedful.agents.understanding.particular import apart_from
from heedful.agents.understanding.phrases import ONE
from heedful.agents.understanding.pin import pin, pinned
from heedful.agents.understanding.relations import closer
from heedful.agents.understanding.rewriting import FALSE, flat, one_by_one, opposite, plain, under
from heedful.agents.understanding.shaping import Vague
from heedful.agents.understanding.telling_whether import called, fixed_traits, of_each
from heedful.program import (
    Achieve,
    And,
    Atom,
    Constraint,
    Count,
    Do,
    Formula,
    If,
    Not,
    Or,
    Program,
    Quantifier,
    Ref,
    Seq,
    Term,
    Until,
    atoms,
    formulas_of,
    parts_of,
    terms_of,
)  # fmt: skip
from heedful.program.nodes import NOTHING, TRUE
from heedful.types import Scene


def compose(sentence: Sentence, scene: Scene) -> Program:
    """The program that a reading of a sentence asks for. Raises Vague where it leaves open what to do, Contradiction where it cannot be."""
    composer = _Composer(scene)
    program = composer.program(sentence)
    if program == NOTHING and not composer.refused:
        raise Vague("I do not see what to do about it")
    return program


class _Composer:
    """One pass over a sentence and the sentences within it, with what has been spoken of so far."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.mentions = Mentions(scene)
        self.asked: list[Ref] = []
        """Places of which it was asked what is there; `it` may mean them in what is done otherwise."""
        self.refused = False
        """Whether anything was said not to be done, or to be left as it is."""

    def program(self, sentence: Sentence) -> Program:
        """The program of one sentence; NOTHING where it asks for nothing."""
        groups: list[list[Program]] = []
        always: list[Constraint] = []
        waiting: list[Constraint] = []
        in_row = False
        joined: Joint = "and"
        clauses = apart_from(sentence.clauses, self.scene)
        for (joint, item), following in zip(clauses, [*(c for _, c in clauses[1:]), Clause()], strict=False):  # of none, none
            if not isinstance(item, Clause):
                groups.append([p for p in (self._controlled(item),) if p != NOTHING])
                joined = "then"
                continue
            clause = self._resolved(item)
            ahead = self.mentions.peek(following) if isinstance(following, Clause) else Clause()
            if clause.header and clause.themes and not (ahead.elided or ahead.header):
                raise Vague(f"I do not see how {clause.themes[0].words} should stand")
            if clause.refused:
                self.refused = True
                continue
            if taken_up(clause, ahead) or passing(clause, ahead) or unwanted(clause, ahead):
                continue  # what comes next says where it goes
            if clause.under and not clause.wants and not clause.skill:
                self.refused = True
                for constraint in clause.under:
                    (always if constraint.about is not None or constraint.kind != "upright" else waiting).append(constraint)
                if waiting and groups and groups[-1]:
                    groups[-1][-1] = under(groups[-1][-1], waiting)
                    waiting = []
                continue
            joined = "then" if "then" in (joint, joined) else "and"
            in_row |= clause.header == "row"
            if clause.told or (not clause.wants and not clause.skill):
                continue
            step = self._step(replace(clause, wants=closer(clause.wants)) if in_row else clause)
            if waiting:
                step, waiting = under(step, waiting), []
            if clause.early and groups:
                groups.insert(len(groups) - 1, [step])
                continue
            if clause.kept and groups and isinstance(groups[-1][-1], Achieve) and isinstance(step, Achieve):
                groups[-1][-1] = consistent(joined_steps([groups[-1][-1], step]), self.scene)
                continue
            if not groups or joined == "then" or not isinstance(step, Achieve) or not groups[-1] or not isinstance(groups[-1][-1], Achieve):
                groups.append([])
            groups[-1].append(step)
            joined = "and"
        steps = [p for g in groups for p in together(g)]
        steps = [p for i, p in enumerate(steps) if i == 0 or p != steps[i - 1]]
        for step in steps:
            unturned(step, self.scene)
        if len(steps) == 1:
            untouched(steps[0], [c for _, i in clauses if isinstance(i, Clause) and not i.wants for c in i.under], self.scene)
        if always:
            steps = [under(p, always) for p in steps] or [Achieve(And(()), under=tuple(self._about(always)))]
        program = steps[0] if len(steps) == 1 else Seq(tuple(flat(steps)))
        return program

    def _resolved(self, clause: Clause) -> Clause:
        clause = replace(clause, wants=tuple(self._placed(w, clause) for w in clause.wants))
        found = self.mentions.resolved(clause)
        if not any(c.about for c in clause.under):
            return found
        under = [k for c in clause.under for k in self._kept(c, found)]
        about = tuple(c.about for c in under if isinstance(c.about, Ref))
        if about and not found.themes:
            self.mentions.said.append(("theme", about))
        return replace(found, under=tuple(under))

    def _kept(self, constraint: Constraint, clause: Clause) -> list[Constraint]:
        """What holds on the way, of each thing that is meant."""
        if not isinstance(constraint.about, Ref):
            return [constraint]
        themes = next((refs for role, refs in reversed(self.mentions.said) if role == "theme"), ())
        level = constraint.kind == "upright" and not clause.themes and constraint.about.words in ("it", "they", "them")
        if level and (len(themes) == 1 or constraint.about.words != "it"):
            return [Constraint("upright", t) for t in themes] or [constraint]
        return [Constraint(constraint.kind, self._kept_off(constraint, constraint.about, clause))]

    def _kept_off(self, constraint: Constraint, about: Ref, clause: Clause) -> Ref:
        """What is not to be touched or come near is not what is moved: `behind the mug without knocking it over`."""
        places = [r for role, refs in reversed(self.mentions.said) for r in refs if role == "place"]
        if about.words == IT.words and constraint.kind in ("no_touch", "keep_out") and places and not clause.themes:
            return places[0]
        return self.mentions.one(about, clause)

    def _placed(self, want: Want, clause: Clause) -> Want:
        """What was said of `there` said of the place spoken of last; of `it` in a condition, too, where one was spoken of."""
        if want.place is not None and want.place.words in ("itself", "himself") and clause.themes:
            return replace(want, place=clause.themes[0])
        if want.place == IT and self.asked and want.relation in ("in", "on") and self.mentions.takes(self.asked[0], clause):
            return replace(want, place=self.asked[0])
        if want.place != THERE and not (want.place == IT and clause.told and want.relation in ("in", "on")):
            return want
        places = [r for role, refs in reversed(self.mentions.said) for r in refs if role == "place" and self.mentions.takes(r, clause)]
        return replace(want, place=places[0] if places else IT)

    def _about(self, constraints: Sequence[Constraint]) -> list[Constraint]:
        return [Constraint(c.kind, pin(c.about, self.scene) if c.about is not None else None) for c in constraints]

    def _controlled(self, item: Branch | Loop) -> Program:
        done = self.program(item.then if isinstance(item, Branch) else item.body) if item.last else NOTHING
        condition = self._formula(item.condition)
        if not item.sign and isinstance(item, Branch):
            condition = condition.body if isinstance(condition, Not) else Not(condition)
        if isinstance(item, Branch):
            then = done if item.last else self.program(item.then)
            self.asked = [w.place for f in item.condition.facts for w in f.wants if w.place is not None and w.place != IT]
            otherwise = self.program(item.otherwise) if item.otherwise is not None else NOTHING
            self.asked = []
            if condition in (TRUE, FALSE):
                return then if condition == TRUE else otherwise
            return If(condition, plain(then), plain(otherwise))
        if not item.sign:
            condition = opposite(condition)
        return self._loop(condition, done if item.last else self.program(item.body))

    def _loop(self, condition: Formula, body: Program) -> Program:
        """The body until the condition holds; what is only held until then is held, and the condition is brought about."""
        if isinstance(body, Achieve) and isinstance(body.goal, Atom) and body.goal.name in ("holding", "running"):
            return Seq((body, Achieve(condition)))
        if isinstance(body, Achieve) and body.goal == condition:
            return body
        return Until(condition, one_by_one(body))

    def _formula(self, whether: Whether) -> Formula:
        parts = tuple(self._fact(f) for f in whether.facts)
        return parts[0] if len(parts) == 1 else Or(parts) if whether.any else And(parts)

    def _fact(self, fact: Fact) -> Formula:
        """One fact over references; kinds of things that are counted are all looked at."""
        if not fact.themes and fact.wants:
            return Atom(fact.wants[0].relation)
        clause = self._resolved(Clause(fact.themes, fact.wants, told=True))
        if clause.relations & {"open", "closed"} and any(self._never_opens(t) for t in clause.themes):
            raise Vague(f"{clause.themes[0].words} cannot be open or closed")
        theme = self._noted(clause, fact)
        fixed = fixed_traits(clause, self.scene)
        if fixed is not None:
            return TRUE if fixed is fact.sign else FALSE
        least, most = fact.least, fact.most
        if not fact.counted and (theme.quantifier in ("a", "no") or not clause.wants):
            least, most = (0, 0) if theme.quantifier == "no" else (1, None)
        if (least, most) == (None, None):
            parts = tuple(g for g in goals(clause, self.scene))
            found: Formula = parts[0] if len(parts) == 1 else And(parts)
            return found if fact.sign else opposite(found)
        kind = theme.category if theme.category not in (ONE, "") else ""
        if theme.category in ("", ONE) and theme.words == "ones" and not clause.wants:
            raise Vague("I do not see how many of what are meant")
        among: tuple[Term, ...] = (
            () if not (kind or theme.color or theme.attributes or theme.where) else (replace(theme, quantifier="all", count=None),)
        )
        body = tuple(of_each(w, self.scene) for w in clause.wants)
        counted = Count("x", kind, body[0] if len(body) == 1 else And(body), least, most, among)
        return counted if fact.sign else opposite(counted)

    def _never_opens(self, theme: Ref) -> bool:
        """Whether what is described is here, and nothing of it can be opened."""
        here = [self.scene.objects[i] for i in candidates(theme, self.scene)]
        return bool(here) and all(
            t.slide is None
            and t.hinge is None
            and t.id not in self.scene.joints
            and lexicon.category_of(t.category) not in lexicon.OPENABLE
            for t in here
        )

    def _noted(self, clause: Clause, fact: Fact) -> Ref:
        """What a fact is about; `it` may be said of it afterwards: of one that is so, where that was asked."""
        theme = clause.themes[0]
        if not theme.category and clause.relations == {"holding"}:
            self.mentions.said = [m for m in self.mentions.said if m[1] != clause.themes]  # `it` is what the hand holds
        if (fact.counted or theme.quantifier == "a") and theme.category not in ("", ONE):
            some = (fact.least or 0) >= 1 or theme.quantifier == "a"
            where = tuple(
                (w.relation, w.place) for w in clause.wants if w.place is not None and w.sign and w.relation in ("in", "on", "under")
            )
            single = (fact.least, fact.most) == (1, 1) or theme.words.split()[:1] in (
                ["a"],
                ["an"],
                ["any"],
                ["another"],
                ["one"],
                ["some"],
            )
            quantifier: Quantifier = "no" if not some else "a" if single else "all"
            states = tuple(w.relation for w in clause.wants if w.place is None and w.sign and w.relation in lexicon.CONDITIONS and some)
            told = replace(theme, quantifier=quantifier, where=(*theme.where, *(where if some else ())))
            told = replace(told, attributes=(*theme.attributes, *states))
            said = self.mentions.said
            at = next((n for n in range(len(said) - 1, -1, -1) if said[n][1] == clause.themes), None)
            if at is not None:
                said[at] = ("theme", (replace(told, words=called(told)),))
        return theme

    def _step(self, clause: Clause) -> Program:
        """One clause as a program."""
        scene = self.scene
        if clause.skill:
            return Do(clause.skill, (*(("object", t) for t in clause.themes[:1]), *clause.args))
        if clause.relations == {"robot_at"} and (tour := visited(clause, scene)) is not None:
            return tour
        spread = next(
            (w.place for w in clause.wants if w.place is not None and w.place.quantifier == "all" and w.relation in ("in", "on")), None
        )
        if spread is not None and len(candidates(spread, scene)) > 1 and all(w.sign for w in clause.wants):
            each = spread.words.startswith(("each", "every"))
            if not each and len(clause.themes) == 1 and clause.themes[0].quantifier == "the" and (clause.themes[0].count or 1) == 1:
                raise Contradiction(f"{clause.themes[0].words} cannot be {clause.wants[0].relation} {spread.words} at once")
            raise Vague(f"I do not know which of them goes where, {clause.wants[0].relation} {spread.words}")
        wanted = [g for c in clause.also for g in goals(c, scene)] + goals(clause, scene)
        wanted += [g for g in spared(clause, scene) if g not in wanted]
        wanted = [pinned(g, scene) for g in wanted]
        using = tuple(pin(t, scene) for t in clause.using)
        if not wanted:
            raise Vague("I do not see what to do about it")
        goal = wanted[0] if len(wanted) == 1 else And(tuple(wanted))
        step = Achieve(goal, (clause.by,) if clause.by else (), using)
        level = [Constraint("upright", pin(t, scene)) for t in clause.themes if clause.careful and not clause.relations & POURED]
        own = [
            Constraint("upright", pin(clause.themes[0], scene)) if c == Constraint("upright") and clause.themes else c for c in clause.under
        ]
        kept = under(step, [*own, *level])
        return consistent(kept, scene) if isinstance(kept, Achieve) else kept


POURED = {"poured", "filled", "filled_to", "upside_down", "over", "full", "empty"}


def refs(program: Program) -> list[Ref]:
    """Every reference in a program, in order."""
    return [r for r in terms_of(program) if isinstance(r, Ref)]


def counted(program: Program) -> list[Ref]:
    """What is counted, as conditions do, of which there need be none."""
    return [t for f in formulas_of(program) for c in _counts(f) for t in c.among if isinstance(t, Ref)]


def _counts(formula: Formula) -> list[Count]:
    match formula:
        case Count():
            return [formula]
        case Not(body):
            return _counts(body)
        case And(parts) | Or(parts):
            return [c for p in parts for c in _counts(p)]
        case _:
            return []


def asked(program: Program) -> list[Atom]:
    """Every atom of a program's goals, in order."""
    if isinstance(program, Achieve):
        return atoms(program.goal)
    return [a for p in parts_of(program) for a in asked(p)]


def denied(program: Program) -> list[Formula]:
    """Every part of a program's goals that says that something shall not be so."""
    if isinstance(program, Achieve):
        parts = program.goal.parts if isinstance(program.goal, And) else (program.goal,)
        return [p for p in parts if isinstance(p, Not)]
    return [d for p in parts_of(program) for d in denied(p)]
