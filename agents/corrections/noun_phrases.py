"""Noun phrases against the names of a scene: `the other bowl`, `the drawer below that`, `the second one from the left`, `it`, `my hand`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from heedful.agents.corrections.dialogue import ALL, CENTRE, EDGE, FLOOR, PERSON, ROBOT, TABLE, Dialogue
from heedful.agents.corrections.ranks import FROM, RANKS, ranked
from heedful.agents.corrections.things import DEGREES, POSITIONS, Meant, alike, canon, fits, holds, noun_of, qualities
from heedful.agents.understanding import lexicon, ontology
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.lexicon import singular
from heedful.agents.understanding.tables import Table

_SPECIAL: Table[str] = Table({
    **dict.fromkeys(ways("me|myself|us", "my|our hand|hands|palm|side|face|body|place|chair|seat"), PERSON),
    **dict.fromkeys(ways("the person|user|operator|human|people|kid|child", "people", "him", "her"), PERSON),
    **dict.fromkeys(ways("you|yourself", "your base|body|self|own_base|side", "the robot|arm|gripper|hand", "your arm|hand|gripper"),
        ROBOT),
    **dict.fromkeys(ways("[the] edge", "the table|desk edge|s_edge|border|rim", "[the] edge|border|rim|end of the table|desk", "table edge",
        "the brink", "the table s edge"), EDGE),
    **dict.fromkeys(ways("[the] middle|centre|center of the table|desk", "the table centre|center", "the centre|center"), CENTRE),
    **dict.fromkeys(ways("the table|desk|tabletop|worktop|table_top|surface|workbench|counter_top|countertop"), TABLE),
    **dict.fromkeys(ways("the floor|ground"), FLOOR),
    **dict.fromkeys(ways("everything|all", "all of them|it|those|these", "them all", "the lot"), ALL),
})  # fmt: skip
_IT: Table[str] = Table(dict.fromkeys(ways(
    "it|that|this|them|these|those|itself", "this|that thing|object|item|stuff|bit", "the thing|object|item|stuff|whole_thing",
    "what you are holding", "what you have", "whatever you are holding", "what you have got [there]", "him|her", "it all", "both of them",
), "it"))  # fmt: skip
_BEFORE = frozenset({"the", "a", "an", "any", "this", "that", "these", "those", "my", "your", "its", "our", "his", "her", "some", "which",
    "every", "each", "all", "both", "only"})  # fmt: skip
_OTHER = frozenset({"other", "another", "different", "remaining"})


@dataclass(slots=True)
class Things:
    """The noun phrases of one sentence."""

    words: Sequence[str]
    dialogue: Dialogue
    _found: dict[int, list[tuple[Meant, int]]] = field(default_factory=dict)

    def at(self, at: int) -> list[tuple[Meant, int]]:
        """Every noun phrase that begins here, the longest first."""
        if at not in self._found:
            self._found[at] = []  # a phrase does not begin with itself
            found = [*self._described(at), *self._special(at), *self._pronoun(at)]
            self._found[at] = sorted(found, key=lambda f: -f[1])
        return self._found[at]

    def _special(self, at: int) -> list[tuple[Meant, int]]:
        found = []
        for name, end in _SPECIAL.at(self.words, at):
            if self.words[end : end + 1] == ["of"]:
                continue
            here = name in (TABLE,) and any(fits(n, self.words[end - 1]) and n != name for n in self.dialogue.scene)
            if not here:
                found.append((Meant((name,), " ".join(self.words[at:end]), how="special", determined=True), end))
        return found

    def _pronoun(self, at: int) -> list[tuple[Meant, int]]:
        it = self.dialogue.object or next(iter(self.dialogue.mentioned), None)
        found = []
        for _, end in _IT.at(self.words, at):
            if end < len(self.words) and self.words[at] in ("that", "this", "these", "those") and self.words[end] in ("one", "ones"):
                end += 1
            found.append((Meant((it,) if it else (), " ".join(self.words[at:end]), how="it", determined=True), end))
        return found

    def _described(self, at: int) -> list[tuple[Meant, int]]:
        """`the small red block`, `another can`, `the two others`, `left one`, `the striped`."""
        words, start = self.words, at
        determined, other, all_of = False, False, False
        while start < len(words) and (
            words[start] in _BEFORE or words[start] in _OTHER or (start > at and words[start] in ("two", "three"))
        ):
            other |= words[start] in _OTHER
            all_of |= words[start] in ("all", "both", "every", "each")
            determined = True
            start += 1
            if words[start - 1 : start + 1] in (["all", "of"], ["both", "of"], ["each", "of"]):
                start += 1
        found: list[tuple[Meant, int]] = []
        if start < len(words) and words[start] in RANKS:
            found += self._ranked(at, start)
        adjectives: list[str] = []
        here = start
        while here < len(words):
            for head, end in self._heads(here):
                found += self._finished(at, end, head, tuple(adjectives), determined, other, all_of)
            word = words[here]
            if not self.adjective(word):
                break
            adjectives.append(canon(word))
            here += 1
        if adjectives and (determined or other) and not set(adjectives) <= set(POSITIONS.values()):
            found += self._finished(at, here, "one", tuple(adjectives), determined, other, all_of)
        if (
            other
            and not adjectives
            and (here >= len(words) or words[here] in (",", "and", "please", "instead") or words[here - 1] == "others")
        ):
            found += self._finished(at, here, "one", (), determined, other, all_of)
        if words[start : start + 1] == ["others"]:
            found += self._finished(at, start + 1, "ones", (), True, True, True)
        return found

    def _ranked(self, at: int, start: int) -> list[tuple[Meant, int]]:
        """`the second one from the left`."""
        found: list[tuple[Meant, int]] = []
        for head, end in self._heads(start + 1):
            for meant, stop in self._finished(at, end, head, (), True, False, False):
                if stop != end or meant.how == "other":
                    continue
                bound = tuple(self.dialogue.bindings.values())
                rows = (tuple(n for n in meant.names if alike(n, b)) for b in bound)
                like = meant.names if meant.how == "named" else next((row for row in rows if len(row) > 1), ())
                ends_ = [(side, e) for side, e in FROM.at(self.words, end)] + [("", end)]
                ends_ += [("left", end + 3)] if self.words[end : end + 3] == ["in", "the", "row"] else []
                for side, e in ends_:
                    found.append((replace(meant, names=ranked(like, RANKS[self.words[start]], side, qualities), told=True), e))
        return found

    def adjective(self, word: str) -> bool:
        return (
            word in POSITIONS
            or word in DEGREES
            or word in lexicon.COLOR
            or word in lexicon.ATTRIBUTE
            or word in lexicon.MATERIALS
            or any(word in n.split()[:-1] for n in self.dialogue.scene)
            or (word in ontology.ADJECTIVES and word not in ("hot", "cold", "clean", "dirty"))
        )

    def _heads(self, at: int) -> list[tuple[str, int]]:
        """Nouns that stand here: as the scene has them, or of the lexicon."""
        found: list[tuple[str, int]] = []
        for n in (3, 2, 1):
            said = " ".join(self.words[at : at + n])
            if at + n > len(self.words) or "," in said:
                continue
            single = " ".join([*self.words[at : at + n - 1], singular(self.words[at + n - 1])])
            if n == 1 and single in ("one", "thing", "object", "item", "guy", "fellow"):
                found.append(("ones" if said.endswith("s") else "one", at + 1))
            elif any(said == name or name.endswith(f" {said}") for name in self.dialogue.scene):
                found.append((said, at + n))
            elif any(single == name or name.endswith(f" {single}") for name in self.dialogue.scene) or self._contents(single):
                found.append((single, at + n))
            elif (single in lexicon.NOUN or said in lexicon.NOUN) and single not in NO_NOUN and said not in NO_NOUN:
                found.append((single if single in lexicon.NOUN else said, at + n))
        return found

    def _contents(self, said: str) -> bool:
        """`the cola` for a cola can; not `the red` for a red block, nor `the top` for a drawer."""
        plain_word = said not in lexicon.COLOR and said not in POSITIONS and said not in DEGREES and said not in lexicon.ATTRIBUTE
        return plain_word and any(name.rpartition(" ")[0] == said for name in self.dialogue.scene)

    def _finished(
        self, at: int, end: int, head: str, adjectives: tuple[str, ...], determined: bool, other: bool, all_of: bool
    ) -> list[tuple[Meant, int]]:
        scene = self.dialogue.scene
        if head == "one" and not adjectives and not other and self.words[at] in ("that", "this"):
            return []  # the one that is pointed at: see `_pronoun`
        noun = "" if head in ("one", "ones") else head
        named = [n for n in scene if (not noun or fits(n, noun)) and set(adjectives) <= qualities(n)]
        exact = [n for n in named if noun and n == noun and not adjectives]
        named = [n for n in named if not noun or noun_of(n) == noun or not holds(n, noun)] or named
        names = tuple(exact if exact and not other else named)
        last = self.words[end - 1]
        plural = all_of or (last != singular(last) and last != "glass" and not any(noun_of(n) == last for n in scene))
        how = "other" if other else "named" if noun else "one"
        meant = Meant(names, " ".join(self.words[at:end]), noun, how, plural, determined, bool(adjectives))
        return [*self._pointed(meant, end), (meant, end)]

    def _pointed(self, meant: Meant, end: int) -> list[tuple[Meant, int]]:
        """`the one on the left`, `the can next to it`, `the drawer below that`."""
        found: list[tuple[Meant, int]] = []
        for relation in ("below", "above"):
            if self.words[end : end + 1] in ([relation], ["underneath"], ["beneath"]) and relation == BELOW.get(self.words[end], relation):
                bound = [n for n in self.dialogue.bindings.values() if n in meant.names]
                found += [(replace(meant, names=_relative(meant.names, relation, n), told=True), end + 1) for n in bound[:1]]
        if (
            self.words[end : end + 2] in (["that", "is"], ["which", "is"])
            and end + 2 < len(self.words)
            and self.adjective(self.words[end + 2])
        ):
            quality = canon(self.words[end + 2])
            found.append((replace(meant, names=tuple(n for n in meant.names if quality in qualities(n)), told=True), end + 3))
        for _, stop in THERE.at(self.words, end):
            found.append((replace(meant, told=meant.told or meant.how == "other"), stop))
        for place, stop in POINTED.at(self.words, end):
            found.append((replace(meant, names=tuple(n for n in meant.names if place in qualities(n)), told=True), stop))
        for relation, start in BESIDE.at(self.words, end):
            for other, stop in self.at(start):
                if other.name is None:
                    continue
                names = _relative(meant.names, relation, other.name) if meant.how != "one" else _relative(
                    tuple(n for n in meant.names if alike(n, other.name or "")), relation, other.name)  # fmt: skip
                found.append((replace(meant, names=names, told=True, words=f"{meant.words} {relation} {other.words}"), stop))
        return found


_ORDER = {"below": ("top", "middle", "bottom"), "above": ("bottom", "middle", "top"), "right": ("left", "middle", "right"),
    "left": ("right", "middle", "left"), "behind": ("front", "middle", "back"), "front": ("back", "middle", "front")}  # fmt: skip


def _relative(names: tuple[str, ...], relation: str, other: str) -> tuple[str, ...]:
    """Those of some names that stand so to another, as far as names tell; the nearest of them."""
    rest = tuple(n for n in names if n != other)
    row = _ORDER.get(relation)
    if row is None:
        return rest
    at = next((i for i, q in enumerate(row) if q in qualities(other)), None)
    if at is None:
        return rest
    for quality in row[at + 1 :]:
        if near := tuple(n for n in rest if quality in qualities(n)):
            return near
    return ()


NO_NOUN = frozenset({"light", "left", "right", "can", "one", "tap", "board", "rest", "surface", "mark", "field", "section", "slot", "lift",
    "mess", "stand", "trash", "rubbish", "garbage", "orange"}) | frozenset({"drink", "wiper", "square", "patch", "panel", "part",
    "handle"})  # fmt: skip
"""Nouns of the lexicon that are as often another word, and so only taken where the scene has them."""
BELOW = {"underneath": "below", "beneath": "below", "below": "below", "above": "above"}
_SIDE_WORDS = {"left": "left", "right": "right", "middle": "middle", "centre": "middle", "center": "middle", "top": "top",
    "bottom": "bottom",
    "front": "front", "back": "back"}  # fmt: skip
POINTED: Table[str] = Table({
    p: quality for word, quality in _SIDE_WORDS.items()
    for p in ways(f"[that|which] [is] [further|over|furthest|farthest|nearest|closest|most|all_the_way|right] on|to|at|in the|your|my "
        f"{word} [hand_side|side]", f"on|at {word}")
})  # fmt: skip
"""After a noun, where it stands among its like."""
THERE: Table[bool] = Table(
    dict.fromkeys(
        ways(
            "[right] over|back|up|down there|here|yonder",
            "right there|here",
            "[that|which] [is] over there",
            "in the corner",
            "at the end|far_end",
        ),
        True,
    )
)
"""After a noun, where somebody points."""
BESIDE: Table[str] = Table({
    **dict.fromkeys(ways("[that_is|which_is] [right|just|directly] next_to|beside|by|near|alongside|close_to|nearest_to|besides"),
        "beside"),
    **dict.fromkeys(ways("[that_is|which_is] [right|just|directly] below|under|underneath|beneath"), "below"),
    **dict.fromkeys(ways("[that_is|which_is] [right|just|directly] above|over"), "above"),
    **dict.fromkeys(ways("[that_is|which_is] [right|just|directly] [to|on] [the] right of"), "right"),
    **dict.fromkeys(ways("[that_is|which_is] [right|just|directly] [to|on] [the] left of"), "left"),
    **dict.fromkeys(ways("[that_is|which_is] [right|just|directly] behind|in_back_of"), "behind"),
    **dict.fromkeys(ways("[that_is|which_is] [right|just|directly] in_front_of"), "front"),
})  # fmt: skip
"""After a noun, before another to which it stands so."""
