"""Making the compositional set: sentences of constructions that the small parser never saw, each with a scene in which it makes sense."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import combinations, islice, product
from typing import Any

from heedful.agents.sets.meaning import same
from heedful.agents.sets.tabletop_scene import scene_of
from heedful.agents.understanding.bind import bind
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.parser.draft import Draft, drafted
from heedful.agents.understanding.parser.generate import Example, examples, held_out
from heedful.agents.understanding.parser.spelt import ZONES, Unsaid, Vague, spelt
from heedful.episode import Plan
from heedful.program import NOTHING, Atom, Pick, Program, Ref, atoms, formulas_of, parts_of, terms_of, to_json
from heedful.types import Id, Scene

KINDS = (
    "block",
    "bowl",
    "plate",
    "mug",
    "can",
    "lemon",
    "apple",
    "banana",
    "sponge",
    "tray",
    "drawer",
    "door",
    "lamp",
    "button",
    "faucet",
    "bin",
)
"""Kinds that a tabletop scene can show; names that nobody has heard of are small things."""
FIXTURES: Mapping[str, tuple[float, float]] = {
    "table": (0.55, 0.0), "tray": (0.45, -0.25), "drawer": (0.55, 0.6), "door": (0.75, 0.6), "bin": (0.35, 0.62), "lamp": (0.75, -0.38),
    "button": (0.32, -0.38), "faucet": (0.75, 0.38),
}  # fmt: skip
COLORS = ("red", "green", "blue", "yellow", "purple", "orange", "black", "white")
MOST = 24
"""Ways to choose what a sentence leaves open that are noted for it."""
TRIES = 25
"""Scenes that are tried for a sentence before it is let go."""


def composed(seed: int, per_construction: int, noise: float = 0.0) -> Iterator[dict[str, Any]]:
    """Records of the compositional set, so many of each held-out construction.

    Args:
      seed: Of sentences and scenes; not one that a parser was trained with.
    """
    counts: dict[str, int] = {}
    rng, made = random.Random(seed), 0
    for example in examples(seed, (), KINDS, noise):
        tags = tags_of(example)
        wanted = [t for t in tags if counts.get(t, 0) < per_construction]
        if counts and len(counts) >= len(FAMILIES) and all(n >= per_construction for n in counts.values()):
            return
        if not wanted or len(example.reading) > 40 or (record := _record(example, rng)) is None:
            continue
        for tag in tags:
            counts[tag] = counts.get(tag, 0) + 1
        made += 1
        yield {"id": f"composed-{made:03d}", **record, "instruction": _written(example.text), "constructions": tags}


def _written(text: str) -> str:
    """A sentence as it is written: `i'd like`, no space before a comma."""
    return re.sub(r" ([,.?])", r"\1", re.sub(r"\b(i|that|there|let|cabinet|it|what|don) (d|s|t)\b", r"\1'\2", text))


FAMILIES = (
    "quantifier × relation",
    "quantifier × relation of a description",
    "unseen pick",
    "colour × pick",
    "longer sequence",
    "unseen condition",
    "unseen noun",
)
_FAMILY = {
    "placed": FAMILIES[0], "pointed": FAMILIES[1], "every": FAMILIES[2], "most": FAMILIES[2], "ordered": FAMILIES[3], "joined": FAMILIES[4],
    "condition": FAMILIES[5],
}  # fmt: skip


def tags_of(example: Example) -> list[str]:
    """The families of held-out constructions in a sentence; one with a name that nobody has heard of counts too."""
    unseen = any(p.noun and p.noun not in KINDS and p.symbol.startswith("<N.thing") and p.noun not in _HEARD for p in example.reading)
    return sorted({_FAMILY[kind] for kind, _ in held_out(example)} | ({FAMILIES[6]} if unseen else set()))


_HEARD = frozenset({"fruit", "orange", "ball", "table", "water", "spill", "square", "box", "basket", "cloth", "shelf", "cabinet", "bottle"})


def _record(example: Example, rng: random.Random) -> dict[str, Any] | None:
    """The sentence with a scene in which it can be done and says something that is not so already; None where none was found."""
    draft = drafted(example.sketch, example.reading)
    if draft is None:
        return None
    if any(p.noun in _HEARD for p in example.reading) or _indefinite(example):
        return None
    for _ in range(TRIES):
        if (told := _scene(example, rng)) is None:
            return None
        record: dict[str, Any] = {"instruction": example.text, "scene": told}
        scene = scene_of(record)
        try:
            wanted = _wanted_programs(draft, scene)
        except (Vague, Unsaid, ValueError, KeyError):
            return None
        if wanted:
            first, *others = map(to_json, wanted)
            return {**record, "program": first, **({"or": others} if others else {})}
    return None


def _wanted_programs(draft: Draft, scene: Scene) -> list[Program]:
    """Every program over ids that a sentence may be taken for, one for each thing that it leaves to choose; none where some of what it
    says makes no sense in the scene, or whether what is nearest is also foremost matters."""
    program = spelt(draft, scene)
    found = [p for chosen in _choices(program, scene) if (p := _sensible(program, scene, chosen)) is not None]
    ahead = _sensible(spelt(_ahead(draft), scene), scene, {}) if found else None
    return list(dict.fromkeys(found)) if ahead is not None and same(ahead, found, scene) else []


def _sensible(program: Program, scene: Scene, chosen: Mapping[str, Id]) -> Program | None:
    bound = bind(program, scene, dict(chosen))
    if isinstance(bound, Plan) or _open(bound) or not same(bound, [bound], scene) or same(bound, [NOTHING], scene):
        return None
    goals = [atoms(g) for g in formulas_of(bound)]
    itself = any(len(set(a.args)) < len(a.args) for g in goals for a in g)
    again = any(set(one) & set(other) for one, other in combinations(goals, 2)) or any(len(set(g)) < len(g) for g in goals)
    return None if itself or again or not all(_can_be(a, scene) for g in goals for a in g) else bound


def _can_be(atom: Atom, scene: Scene) -> bool:
    """Whether such a thing can be switched, opened or pressed at all."""
    thing = str(atom.args[0]) if atom.args else ""
    if atom.name in ("lit", "running", "on_off"):
        return thing in scene.lit or thing in FIXTURES
    return atom.name not in ("open", "closed") or thing in ("drawer", "door")


def _choices(program: Program, scene: Scene) -> Iterator[Mapping[str, Id]]:
    """Which thing each `a block` is, in every way; first of all as it is chosen without being told."""
    yield {}
    free = {t.words: t for t in terms_of(program) if isinstance(t, Ref) and t.quantifier == "a" and t.count is None}
    ways = product(*(candidates(t, scene) for t in free.values()))
    yield from (dict(zip(free, ids, strict=True)) for ids in islice(ways, MOST))


def _ahead(said: Any) -> Any:
    """A draft with what is near or far from the robot taken for what is at the front or at the back."""
    if isinstance(said, Pick) and said.by in ENDS and said.to is None and not said.person:
        return replace(said, by=ENDS[said.by])
    if isinstance(said, tuple):
        return tuple(map(_ahead, said))
    if is_dataclass(said) and not isinstance(said, type):
        return replace(said, **{f.name: _ahead(getattr(said, f.name)) for f in fields(said)})
    return said


ENDS = {"near": "front", "far": "back"}


def _indefinite(example: Example) -> bool:
    """Whether it is said that something is not so of a thing left open, which may mean of none or not of some."""
    sketch = example.sketch
    return any(t == "not" and "a" in sketch[at : at + 3] for at, t in enumerate(sketch)) and sketch[0] in ("if", "until")


def _open(program: Program) -> bool:
    """Whether some reference is still a description."""
    return any(isinstance(t, Ref) for t in terms_of(program)) or any(_open(p) for p in parts_of(program))


def _scene(example: Example, rng: random.Random) -> dict[str, Any] | None:
    """A scene with what the sentence speaks of, at random places, and some things more; None where there is none such."""
    wanted = _wanted(example)
    if any(kind in FIXTURES and many > 2 for kind, _, _, many in wanted):
        return None  # of these there is one
    fixtures = {"table": FIXTURES["table"]}
    objects: list[dict[str, Any]] = []
    for kind, color, size, many in wanted:
        if kind in FIXTURES:
            fixtures[kind] = FIXTURES[kind]
            continue
        for _ in range(max(0, many - sum(o["category"] == kind and (not color or o["color"] == color) for o in objects))):
            taken = {o["color"] for o in objects if o["category"] == kind}
            free = [c for c in COLORS if c not in taken] or list(COLORS)
            objects.append({"category": kind, "color": color or rng.choice(free), **({"size": size} if size else {})})
    for kind in rng.sample(("block", "mug", "lemon", "plate"), 2):
        if not any(o["category"] == kind for o in objects):
            objects.append({"category": kind, "color": rng.choice(COLORS)})
    spots = [(0.36 + 0.1 * i, -0.36 + 0.12 * j) for i in range(5) for j in range(7)]
    rng.shuffle(spots)
    carriers = [f for f in ("tray", "drawer", "bin") if f in fixtures]
    for n, o in enumerate(objects):
        o["id"] = f"{o['color']}_{o['category']}_{n + 1}".replace(" ", "_")
        x, y = spots[n % len(spots)]
        o["xy"] = [round(x + rng.uniform(-0.02, 0.02), 3), round(y + rng.uniform(-0.02, 0.02), 3)]
        small = o["category"] not in ("bowl", "plate", "mug")
        inside = [p["id"] for p in objects[:n] if p["category"] == "bowl" and "in" not in p and "on" not in p]
        upon = [p["id"] for p in objects[:n] if p["category"] == "plate"]
        if small and rng.random() < 0.35 and (inside or upon or carriers):
            place = rng.choice(
                [("in", p) for p in inside] + [("on", p) for p in upon] + [("on" if c == "tray" else "in", c) for c in carriers]
            )
            o[place[0]] = place[1]
        else:
            o["on"] = "table"
    state: dict[str, str] = {f: rng.choice(("open", "closed")) for f in ("drawer", "door", "faucet") if f in fixtures}
    state.update({f: rng.choice(("lit", "unlit")) for f in ("lamp", "button") if f in fixtures})
    return {
        "objects": objects,
        "fixtures": {k: list(v) for k, v in fixtures.items()},
        "state": state,
        "holding": None,
        "person": "opposite",
    }


def _wanted(example: Example) -> list[tuple[str, str, str, int]]:
    """What the sentence names: kind, colour, size and how many of it a scene should show at least."""
    found: list[tuple[str, str, str, int]] = []
    sketch = list(example.sketch)
    for at, token in enumerate(sketch):
        if token == "count" and isinstance(counted := sketch[at + 3], int):
            found.append((example.reading[counted].noun or "block", "", "", 1))
        if token not in ("the", "a", "all"):
            continue
        color = size = kind = ""
        many = {"the": 1, "a": 2, "all": 3}[str(token)]
        for later in sketch[at + 1 :]:
            if isinstance(later, int):
                place = example.reading[later]
                kind = place.noun or kind
                color = place.color or color
                size = place.attribute if place.attribute in ("small", "large") else size
            elif later in ("pick", "many"):
                many = 4
                break
            elif later == "where":
                many = max(many, 2)
                break
            else:
                kind = kind or (str(later)[1:] if str(later).startswith("#") else "")
                break
        if f"#{kind}" in ZONES:
            continue  # the person and the sides of the table are no things
        kind = kind or "block"
        found.append((kind, color, size, many))
    pointed = {token for token in sketch if isinstance(token, int)}
    for at, place in enumerate(example.reading):
        if place.noun and at not in pointed:  # what is named, though it is not meant in the end
            before = example.reading[at - 1].color if at else ""
            found.append((place.noun, before, "", 2 if place.plural else 1))
    return sorted(found, key=lambda w: (not w[1], w[3]))


def written(records: Sequence[Mapping[str, Any]]) -> str:
    """Records as JSON lines."""
    import json

    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
