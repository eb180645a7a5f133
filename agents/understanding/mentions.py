"""Who `it`, `the red one` and `the others` are: resolved against what was mentioned before in the same sentence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause import SIDES, ZONE, Clause, Want
from heedful.agents.understanding.describe import candidates, members
from heedful.agents.understanding.lexicon import ONE, THEME
from heedful.agents.understanding.possible import top_of
from heedful.agents.understanding.quantities import MENTIONED
from heedful.program import Pick, Ref
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
        at = len(self.said) - 1
        places = {w.place: self._resolve(w.place, "place", clause) for w in clause.wants if w.place is not None}
        self.said += [("place", (p,)) for p in dict.fromkeys(p for row in places.values() for p in row) if p.category != ZONE]
        wants = tuple(replace(w, place=p) for w in clause.wants for p in (places[w.place] if w.place is not None else (None,)))
        if clause.told and len(themes) == 1:
            self.said[at] = ("theme", (self._as_told(themes[0], wants),))
        if len(themes) == 1 and (left := [w.place for w in wants if not w.sign and w.place and w.relation in ("in", "on")]):
            themes = (self._from(themes[0], left[0]),)
            self.said[at], clause = ("theme", themes), replace(clause, themes=themes)
        self.sides = clause.relations & (SIDES - {"next_to"})
        if clause.relations & {"in", "on"} and all(w.sign for w in wants):
            self.settled |= set(themes)
        return replace(clause, wants=wants)

    def _from(self, theme: Ref, place: Ref) -> Ref:
        """`take the bowl from the stove`: of several, the one that is there."""
        if theme.quantifier != "the" or theme.where or len(candidates(theme, self.scene)) < 2:
            return theme
        told = replace(theme, where=(("from", place),), words=f"{theme.words} from {place.words}")
        return told if len(candidates(told, self.scene)) == 1 else theme

    def _as_told(self, theme: Ref, wants: tuple[Want, ...]) -> Ref:
        """`there is a mug on the tray`: from then on the mug that is on the tray."""
        if theme.quantifier != "a" or (theme.count or 1) > 1 or not wants or not all(w.sign for w in wants):
            return theme
        where = tuple((w.relation, w.place) for w in wants if w.place is not None)
        states = tuple(w.relation for w in wants if w.place is None and w.relation in lexicon.CONDITIONS)
        if len(where) + len(states) < len(wants):
            return theme
        words = " ".join([theme.words, *(n.replace("_", " ") + f" {o.words}" for n, o in where), *states])
        found = replace(theme, where=(*theme.where, *where), attributes=(*theme.attributes, *states), words=words)
        return replace(found, quantifier="the") if len(candidates(found, self.scene)) < 2 else replace(found, quantifier="a")

    def peek(self, clause: Clause) -> Clause:
        """The clause with its themes resolved, as if nothing had been said by it."""
        return replace(clause, themes=tuple(r for t in clause.themes for r in self._resolve(t, "theme", clause)))

    def takes(self, ref: Ref, clause: Clause) -> bool:
        """Whether something of this description could be the place of what a clause wants."""
        return self._fits(ref, "place", clause)

    def one(self, ref: Ref, clause: Clause) -> Ref:
        """The one thing that a reference beside a clause stands for."""
        return self._resolve(ref, "theme", clause)[0]

    def _resolve(self, ref: Ref, role: Role, clause: Clause) -> tuple[Ref, ...]:
        ref = self._inner(self._each_to_its_own(ref, role, clause))
        if MENTIONED in ref.but:
            return (self._named(self._others(ref, role)),)
        if _alternate(ref) and self._like(ref, role):  # said of one block before, `every other block` is all the rest of them
            return (self._others(replace(ref, pick=None, but=(*ref.but, MENTIONED)), role),)
        if ref.category == ONE:
            return (self._named(self._kind(ref, role)),)
        plain = not (ref.category or ref.color or ref.attributes or ref.where or ref.options)
        if plain and ref.words.endswith(OF_THEM) and ref.words not in lexicon.PRONOUNS:
            return self._some_of(ref, role, clause)
        if plain and ref.words in lexicon.SINGLE | lexicon.SEVERAL | ONE_OF:
            return self._antecedent(ref, role, clause) or (ref,)
        return (self._known(ref) or self._again(ref) or self._named(ref),)

    def _each_to_its_own(self, ref: Ref, role: Role, clause: Clause) -> Ref:
        """`each fruit in the bowl closest to it`: for each of them another place."""
        several = len(clause.themes) > 1 or any(_plural(t) for t in clause.themes)
        if role != "place" or ref.pick is None or ref.pick.to is None or ref.pick.to.words not in ("it", "them", "itself") or not several:
            return ref
        return replace(ref, pick=replace(ref.pick, to=THEME))

    def _inner(self, ref: Ref) -> Ref:
        """The reference with those resolved by which it is told."""
        if not (ref.where or ref.but or ref.options or ref.pick):
            return ref
        where = tuple((name, self._told_by(_like_head(o, ref))) for name, o in ref.where)
        but = tuple(b if b == MENTIONED else replace(self._told_by(b), quantifier=b.quantifier) for b in ref.but)
        pick = ref.pick
        if pick is not None and pick.to is not None and pick.to != THEME:
            pick = replace(pick, to=self._told_by(_like_head(pick.to, ref)))
        return replace(ref, where=where, but=but, options=tuple(self._told_by(o) for o in ref.options), pick=pick)

    def _told_by(self, other: Ref) -> Ref:
        return other if other == THEME else self._resolve(other, "place", Clause())[0]

    def _known(self, ref: Ref) -> Ref | None:
        """`the empty mug` once it was said to be poured out: what was mentioned, now in another state."""
        if not set(ref.attributes) & set(lexicon.CONDITIONS) or candidates(ref, self.scene):
            return None
        bare = candidates(replace(ref, attributes=tuple(a for a in ref.attributes if a not in lexicon.CONDITIONS)), self.scene)
        mentioned = [r for _, m in reversed(self.said) for r in m if r.quantifier != "all"]
        return next((r for r in mentioned if set(candidates(r, self.scene)) & set(bare)), None)

    def _again(self, ref: Ref) -> Ref | None:
        """`take the red block, then put the block …`: what was mentioned last and fits, where the words alone do not tell which."""
        if ref.quantifier != "the" or not ref.category or ref.pick or ref.where or ref.but:
            return None
        fitting = set(candidates(ref, self.scene))
        if len(fitting) < 2 or ref.words.split()[0] not in ("the", "that", "this"):
            return None
        single = [r for _, refs in reversed(self.said) for r in refs if r.quantifier != "all" and r.count is None and not r.options]
        alike = [r for r in single if r.category and r != ref and lexicon.is_a(r.category, ref.category)]
        return next((r for r in alike if set(candidates(r, self.scene)) <= fitting), None)

    def _kind(self, ref: Ref, role: Role) -> Ref:
        """`the red one` with the kind of the last thing mentioned in the same role, or in any."""
        kind = self._last_kind(role)
        alike = any(k.category == kind for r, m in self.said for k in m if r == role and k.quantifier != "no")
        if kind and not alike and not candidates(replace(ref, category=kind), self.scene):
            kind = ""  # of what something else was put in or on there is none such
        if not kind:
            kinds = {self.scene.objects[i].category for i in candidates(replace(ref, category=""), self.scene)}
            return replace(ref, category=kinds.pop() if len(kinds) == 1 and ref.pick is None and ref.quantifier != "a" else "")
        bare = ref.words.removesuffix(" ones").removesuffix(" one")
        plural = ref.quantifier == "all" and not bare.startswith(("every", "each"))
        said = f"{bare} {kind}{'s' if plural else ''}" if not ref.where else ref.words
        return replace(ref, category=kind, words=said)

    def _last_kind(self, role: Role) -> str:
        same = next((refs for r, refs in reversed(self.said) if r == role), ())
        if same and not any(r.category for r in same) and any(r.color for r in same):
            return ""  # `the red ones in the bin and the yellow ones …`: of any kind
        order = sorted(reversed(self.said), key=lambda m: m[0] != role)
        return next((r.category for _, refs in order for r in refs if r.category), "")

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

    def _others(self, ref: Ref, role: Role) -> Ref:
        """`the other block`, `the rest`: what was mentioned taken away from things of its kind, or from all things."""
        rest = tuple(b for b in ref.but if b != MENTIONED)
        if not self.said:
            bare = ref.category in ("", ONE) and not (ref.color or ref.attributes or ref.where)
            return replace(ref, but=(MENTIONED,) if bare else rest, category="" if ref.category == ONE else ref.category)
        if ref.words.startswith(REST) and not ref.color and ref.category in ("", ONE):
            last = next((m[-1] for r, m in reversed(self.said) if r == "theme"), None)
            ref = replace(ref, category=ONE if last is not None and last.category and _told(last) else "")
        if ref.category == ONE:
            last = next((r for _, refs in sorted(reversed(self.said), key=lambda m: m[0] != role) for r in refs if r.category), None)
            ref = replace(ref, category=last.category if last else "")
            if last is not None and _partly(last) and not ref.color:
                ref = replace(ref, color=last.color, attributes=last.attributes, where=last.where)
        like = self._like(ref, role)
        if not ref.category and not ref.color:
            like = [r for _, refs in self.said for r in refs]
        return replace(ref, but=(*rest, *dict.fromkeys(like)))

    def _like(self, ref: Ref, role: Role) -> list[Ref]:
        """What was mentioned and may be among the things that a description fits."""
        kind = ref.category if ref.category != ONE else self._last_kind(role)
        found = [r for _, refs in self.said for r in refs if (r.category or r.color) and r.quantifier != "no"]
        if not kind:
            return list(dict.fromkeys(found))
        same = [r for r in found if not r.category or lexicon.is_a(r.category, kind) or lexicon.is_a(kind, r.category)]
        return list(dict.fromkeys(r for r in same if not (ref.color and r.color and ref.color != r.color)))

    def _some_of(self, ref: Ref, role: Role, clause: Clause) -> tuple[Ref, ...]:
        """`two of them`, `the biggest of them`: of what was mentioned last in the plural."""
        found = self._antecedent(replace(ref, words="them", quantifier="all", count=None, pick=None, but=()), role, clause)
        if not found:
            return (ref,)
        if len(found) == 1:
            (whole,) = found
            words = f"{ref.words.rpartition(' ')[0]} {whole.words.removeprefix('all of ').removeprefix('all ')}"
            return (replace(whole, quantifier=ref.quantifier, count=ref.count, pick=ref.pick, but=(*whole.but, *ref.but), words=words),)
        return (replace(ref, options=found),)

    def _antecedent(self, ref: Ref, role: Role, clause: Clause) -> tuple[Ref, ...]:
        themes = [m for r, m in reversed(self.said) if r == "theme" and m != clause.themes]
        places = [m for r, m in reversed(self.said) if r == "place"]
        beside = role == "place" and bool(clause.relations & SIDES)
        other_side = bool(self.sides) and not self.sides & clause.relations
        parallel = beside and (clause.elided or other_side or any(set(m) & self.settled for m in themes[:1]))
        order = [
            m for m in (places + themes if parallel else themes + places) if m and not (role == "place" and set(m) & set(clause.themes))
        ]
        apart: list[tuple[Ref, ...]] = [(r,) for _, m in reversed(self.said) for r in m if r not in clause.themes]
        singly = themes if role == "theme" else apart
        if ref.words == "there":
            order = [m for m in places + themes if not set(m) & set(clause.themes)]
        if ref.words == "the former":
            order = [r[:1] for r in themes][-1:]
        elif ref.words == "the latter":
            order = [r[-1:] for r in themes[:1]]
        elif ref.words in lexicon.SEVERAL:
            order = [tuple(_every(r) for r in m) for m in order if len(m) > 1 or _plural(m[0])] or self._one_by_one(singly)
        elif ref.words in ONE_OF:
            order = [m for m in order if len(m) > 1 or _plural(m[0])]
            found = next((m for m in order if all(self._fits(r, role, clause) for r in m)), ())
            return (Ref(quantifier="a", words=ref.words, options=tuple(_every(r) for r in found)),) if found else ()
        else:
            order = [m for m in order if len(m) == 1 and m[0].words not in lexicon.SINGLE]
            each = [m for m in themes[:1] if role == "theme" and len(m) == 1 and m[0].words.startswith(SINGLY)]
            order = [m for m in order if not _plural(m[0]) or self._alone(m[0])] or [m for m in order if m[0].words.startswith(SINGLY)]
            order = [*each, *order]
        return next((m for m in order if all(self._fits(r, role, clause) for r in m)), ())

    def _one_by_one(self, themes: list[tuple[Ref, ...]]) -> list[tuple[Ref, ...]]:
        """`move the cup, then the plate; put them on the tray`: what was spoken of in one clause after another."""
        each = tuple(dict.fromkeys(r for m in reversed(themes) for r in m if r.category and r.words not in lexicon.SINGLE))
        if len(each) == 1 and len(candidates(each[0], self.scene)) > 1:
            return [(replace(each[0], quantifier="all"),)]  # `the toy food`, of which there is much
        return [each] if len(each) > 1 else []

    def _alone(self, ref: Ref) -> bool:
        """Whether what may be several is at most one: `what is on the plate`, `if there is an orange`."""
        return ref.quantifier == "all" and ref.count is None and len(candidates(ref, self.scene)) <= 1

    def _fits(self, ref: Ref, role: Role, clause: Clause) -> bool:
        """Whether a thing of this description could fill the slot."""
        things = [self.scene.objects[i] for i in members(Ref(ref.category), self.scene)] if ref.category else []
        relations = clause.relations
        if role == "place":
            if not relations:
                return True
            return not things or any(_holds(t) if "in" in relations else self._carries(t) or "on" not in relations for t in things)
        if relations & {"open", "closed"}:
            opens = [t.slide is not None or t.hinge is not None or t.id in self.scene.joints for t in things]
            return any(opens) if things else ref.category in lexicon.OPENABLE
        if relations & {"full", "filled_to"} and things:
            return any(_holds(t) or t.id in self.scene.fill for t in things)
        if relations & {"empty"} and things:
            return any(_holds(t) or t.category in ("tray", "plate", "table") or t.id in self.scene.fill for t in things)
        if "on_off" in relations:
            return ref.category in (*lexicon.SWITCHED, "water") or any(t.id in self.scene.lit for t in things)
        if relations & {"clean", "wiped"}:
            return ref.category in ("spill", "water", "")
        if all(w.place is None for w in clause.wants) and "holding" not in relations:
            return not (relations & {"upright", "upside_down", "over", "full", "aside"} and things and all(t.fixed for t in things))
        return not all(t.fixed for t in things) if things else ref.category not in lexicon.FIXED

    def _carries(self, thing: Thing) -> bool:
        return thing.cavity is None or top_of(thing, self.scene) is not None


REST = ("the rest", "what is", "what remains", "whatever", "the remainder", "all that")
SINGLY = ("every", "each", "what")
"""How several begin that are spoken of as one: `take every block and put it there`."""
OF_THEM = (" of them", " of those", " of these")
ONE_OF = frozenset({"one of them", "one of those"})


def _like_head(other: Ref, head: Ref) -> Ref:
    """`the block next to the red one`: a red block."""
    if other.category != ONE or head.category in ("", ONE):
        return other
    return replace(other, category=head.category)


def _holds(thing: Thing) -> bool:
    return thing.cavity is not None


def _alternate(ref: Ref) -> bool:
    """`every other block`, with no side from which they are counted."""
    return ref.pick is not None and (ref.pick.by, ref.pick.every) == ("row", 2) and ref.words.startswith(("every other", "each other"))


def _plural(ref: Ref) -> bool:
    return ref.quantifier in ("all", "no") or (ref.count is not None and ref.count > 1)


def _told(ref: Ref) -> bool:
    """Whether more than its kind was said of it, so that there may be others of its kind."""
    return bool(ref.color or ref.attributes or ref.where or ref.pick or ref.count or ref.quantifier == "a")


def _every(ref: Ref) -> Ref:
    """`no block … both`: of them as they are."""
    return replace(ref, quantifier="all") if ref.quantifier == "no" else ref


def _partly(ref: Ref) -> bool:
    """Whether there may be more of what its words fit: `a red block`, `two of them`, `the leftmost`."""
    return ref.quantifier == "a" or ref.count is not None or isinstance(ref.pick, Pick)
