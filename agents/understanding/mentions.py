"""Who `it` and `the red one` are: pronouns resolved against what was mentioned before in the same sentence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause import SIDES, ZONE, Clause
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.phrases import ONE, THEME
from heedful.program import Ref
from heedful.types import Scene, Thing

Role = Literal["theme", "place"]


@dataclass(slots=True)
class Mentions:
    """What the sentence has spoken of so far."""

    scene: Scene
    said: list[tuple[Role, tuple[Ref, ...]]] = field(default_factory=list)
    settled: set[Ref] = field(default_factory=set)
    """What was put in or on something: nothing is put beside it there."""
    sides: frozenset[str] = frozenset()
    """On which side things were put last."""
    counts: dict[str, int] = field(default_factory=dict)

    def resolved(self, clause: Clause) -> Clause:
        """The clause with its pronouns replaced by what they stand for, as far as the sentence tells."""
        themes = tuple(r for t in clause.themes for r in self._resolve(t, "theme", clause))
        clause = replace(clause, themes=themes)
        if themes:
            self.said.append(("theme", themes))
        places = {w.place: self._resolve(w.place, "place", clause)[0] for w in clause.wants if w.place is not None}
        self.said += [("place", (p,)) for p in dict.fromkeys(places.values()) if p.category != ZONE]
        wants = tuple(w if w.place is None else replace(w, place=places[w.place]) for w in clause.wants)
        self.sides = clause.relations & (SIDES - {"next_to"})
        if clause.relations & {"in", "on"} and all(w.sign for w in wants):
            self.settled |= set(themes)
        return replace(clause, wants=wants)

    def peek(self, clause: Clause) -> Clause:
        """The clause with its themes resolved, as if nothing had been said by it."""
        return replace(clause, themes=tuple(r for t in clause.themes for r in self._resolve(t, "theme", clause)))

    def one(self, ref: Ref, clause: Clause) -> Ref:
        """The one thing that a reference beside a clause stands for."""
        return self._resolve(ref, "theme", clause)[0]

    def _resolve(self, ref: Ref, role: Role, clause: Clause) -> tuple[Ref, ...]:
        if ref.where:
            ref = replace(ref, where=tuple((name, self._resolve(o, "place", Clause())[0] if o != THEME else o) for name, o in ref.where))
        if ref.category == ONE:
            return (self._named(self._kind(ref, role)),)
        plain = not (ref.category or ref.color or ref.attributes or ref.where)
        if plain and ref.words in lexicon.SINGLE | lexicon.SEVERAL:
            return self._antecedent(ref, role, clause) or (ref,)
        return (self._known(ref) or self._named(ref),)

    def _known(self, ref: Ref) -> Ref | None:
        """`the empty mug` once it was said to be poured out: what was mentioned, now in another state."""
        if not set(ref.attributes) & set(lexicon.CONDITIONS) or candidates(ref, self.scene):
            return None
        bare = candidates(replace(ref, attributes=tuple(a for a in ref.attributes if a not in lexicon.CONDITIONS)), self.scene)
        mentioned = [r for _, m in reversed(self.said) for r in m if r.quantifier != "all"]
        return next((r for r in mentioned if set(candidates(r, self.scene)) & set(bare)), None)

    def _kind(self, ref: Ref, role: Role) -> Ref:
        """`the red one` with the kind of the last thing mentioned in the same role, or in any."""
        order = sorted(reversed(self.said), key=lambda m: m[0] != role)
        kind = next((r.category for _, refs in order for r in refs if r.category), "")
        if not kind:
            return replace(ref, category="")
        bare = ref.words.removesuffix(" ones").removesuffix(" one")
        plural = ref.quantifier == "all" and not bare.startswith(("every", "each"))
        return replace(ref, category=kind, words=f"{bare} {kind}{'s' if plural else ''}")

    def _named(self, ref: Ref) -> Ref:
        """A second `a block` is another one, and is called so."""
        if ref.quantifier != "a":
            return ref
        self.counts[ref.words] = self.counts.get(ref.words, 0) + 1
        count = self.counts[ref.words]
        if count == 1:
            return ref
        noun = ref.words.partition(" ")[2] or ref.words
        return replace(ref, words=f"another {noun}" if count == 2 else f"another {noun} ({count})")

    def _antecedent(self, ref: Ref, role: Role, clause: Clause) -> tuple[Ref, ...]:
        themes = [m for r, m in reversed(self.said) if r == "theme" and m != clause.themes]
        places = [m for r, m in reversed(self.said) if r == "place"]
        beside = role == "place" and bool(clause.relations & SIDES)
        other_side = bool(self.sides) and not self.sides & clause.relations
        parallel = beside and (clause.elided or other_side or any(set(m) & self.settled for m in themes[:1]))
        order = [
            m for m in (places + themes if parallel else themes + places) if m and not (role == "place" and set(m) & set(clause.themes))
        ]
        if ref.words in lexicon.SEVERAL:
            order = [m for m in order if len(m) > 1 or m[0].quantifier == "all"]
        else:
            order = [m for m in order if len(m) == 1 and m[0].words not in lexicon.SINGLE]
            order = [m for m in order if m[0].quantifier != "all"] or [m for m in order if m[0].words.startswith(("every", "each"))]
        return next((m for m in order if all(self._fits(r, role, clause) for r in m)), ())

    def _fits(self, ref: Ref, role: Role, clause: Clause) -> bool:
        """Whether a thing of this description could fill the slot."""
        things = [t for t in self.scene.objects.values() if lexicon.is_a(t.category, ref.category)] if ref.category else []
        relations = clause.relations
        if role == "place":
            if not relations:
                return True
            return not things or any(_holds(t) if "in" in relations else t.cavity is None or "on" not in relations for t in things)
        if relations & {"open", "closed"}:
            opens = [t.slide is not None or t.hinge is not None or t.id in self.scene.joints for t in things]
            return any(opens) if things else ref.category in lexicon.OPENABLE
        if "on_off" in relations:
            return ref.category in (*lexicon.SWITCHED, "water")
        if relations & {"clean", "wiped"}:
            return ref.category in ("spill", "water", "")
        if all(w.place is None for w in clause.wants) and "holding" not in relations:
            return not (relations & {"upright", "upside_down", "over", "full", "aside"} and things and all(t.fixed for t in things))
        return not all(t.fixed for t in things) if things else ref.category not in lexicon.FIXED


def _holds(thing: Thing) -> bool:
    return thing.cavity is not None
