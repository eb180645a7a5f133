"""What is not here, said: what was asked for, and what there is instead."""

from __future__ import annotations

from collections.abc import Sequence

from heedful.agents.understanding.lexicon import DETERMINERS, is_a
from heedful.agents.understanding.quantities import NUMERALS
from heedful.predicates import name_of
from heedful.program import Ref
from heedful.types import Id, Scene

SHOWN = 8
"""How many things of the scene a refusal lists."""


def absent(ref: Ref, scene: Scene) -> str:
    """`there is no green mug here; I can see the red block, the blue bowl and the drawer`."""
    words = ref.words.split()
    if " ".join(words[:3]) in ("one of the", "all of the", "each of the"):
        words = words[3:]
    while len(words) > 1 and (words[0] in DETERMINERS or words[0] == "another"):
        words = words[1:]
    alike = [i for i, t in scene.objects.items() if ref.category and is_a(t.category, ref.category)]
    seen = alike + [i for i in scene.objects if i not in alike]
    noun = " ".join(words)
    if words[0] == "everything":
        return f"there is nothing{noun.removeprefix('everything')} here; I can see {listed(seen, scene)}"
    kind = f"there are no {noun}" if ref.quantifier == "all" and noun.endswith("s") else f"there is no {noun}"
    return f"{kind} here; I can see {listed(seen, scene)}" if seen else f"{kind} here; I see nothing at all"


def listed(ids: Sequence[Id], scene: Scene, joint: str = "and") -> str:
    """`the red block, the mug and 3 more`."""
    names = list(dict.fromkeys(name_of(i, scene) for i in ids))
    if len(names) > SHOWN:
        names = [*names[:SHOWN], f"{len(names) - SHOWN} more"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joint} {names[-1]}"


def the_many(term: Ref) -> str:
    """`two red blocks` -> `the red blocks`."""
    words = term.words.split()
    while len(words) > 1 and (words[0] in DETERMINERS or words[0] in NUMERALS or words[0] in ("exactly", "at", "least", "most", "of")):
        words = words[1:]
    noun = " ".join(words)
    return f"the {noun}" if noun else term.words
