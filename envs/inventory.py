"""What stands on the table under a seed: the things a task needs, and clutter that leaves its words unambiguous."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from heedful.envs.layout import choose
from heedful.envs.task import Task, Wanted
from heedful.types import Id

PALETTE: dict[str, tuple[str, ...]] = {
    "block": ("red", "green", "blue", "yellow", "purple", "orange", "black", "white"),
    "bowl": ("blue", "red", "green", "yellow", "purple", "orange", "white", "black"),
    "plate": ("white", "blue", "green", "yellow", "red", "orange"),
    "mug": ("red", "blue", "green", "yellow", "white", "black"),
    "can": ("red", "blue", "green", "yellow", "orange", "purple"),
    "apple": ("red", "green"),
    "square": ("red", "blue", "green", "yellow"),
    **{c: ("",) for c in ("orange", "lemon", "banana", "sponge", "tray", "bin", "box", "button", "lamp", "faucet", "spill")},
}
"""Category -> the colours it comes in; an empty one is not worth a word."""
SIZES: dict[str, tuple[str, ...]] = {c: ("small", "large") if c == "block" else ("",) for c in PALETTE}
TWIN = 0.25
"""Chance that a block's double in the other size stands among the clutter, so that its size must be said."""
DISH = 0.25
"""Chance that one piece of the clutter is a bowl or a plate."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to place."""

    id: Id
    category: str
    color: str
    size: str = ""
    optional: bool = False


FREE = (
    Wanted("block", ("red",), ("large",)), Wanted("block", ("green",)), Wanted("block", ("yellow",)),
    Wanted("bowl", ("blue",)), Wanted("plate", ("white",)),
)  # fmt: skip
"""What the table always holds when no task is set; nothing there has a double, so a colour is enough to name it."""


def inventory(rng: np.random.Generator, task: Task | None) -> tuple[list[Item], dict[str, Id]]:
    """The things to place and, for a task, role -> id.

    Raises ValueError naming a role that no free colour and size can play.
    """
    wanted: Mapping[str, Wanted] = task.things if task else {f"free_{i}": w for i, w in enumerate(FREE)}
    items: list[Item] = []
    binding: dict[str, Id] = {}
    for role, want in wanted.items():
        if want.fixture:
            binding[role] = want.category
            continue
        if want.kinds:
            want = replace(want, category=choose(rng, _unused(want, items)))
        if want.like:
            want = replace(want, colors=tuple(i.color for i in items if i.id == binding[want.like]))
        item = _cast(rng, role, want, items)
        items.append(item)
        binding[role] = item.id
    low, high = task.clutter if task else (0, 2)
    for _ in range(int(rng.integers(low, high + 1))):
        if task and task.clutter_of:
            items += _other(rng, items, task.clutter_of)
        else:
            items.append(_clutter(rng, items, TWIN if task else 0.0))
    return items, binding if task else {}


def _cast(rng: np.random.Generator, role: str, want: Wanted, items: Sequence[Item]) -> Item:
    if want.category not in PALETTE:
        raise ValueError(f"role {role!r} wants a {want.category!r}; known: {', '.join([*PALETTE, 'drawer', 'door', 'cabinet', 'table'])}")
    sized = len(want.sizes) == 1 and len(SIZES[want.category]) > 1
    used = {i.color for i in items if i.category == want.category and not (sized and i.size != want.sizes[0])}
    colors = [c for c in want.colors or PALETTE[want.category] if c not in used]
    if not colors:
        raise ValueError(f"role {role!r} wants a {want.category} in {', '.join(want.colors)}, and other roles have taken every such colour")
    return _item(want.category, choose(rng, colors), choose(rng, want.sizes or SIZES[want.category]), items)


def _unused(want: Wanted, items: Sequence[Item]) -> list[str]:
    """The categories that a role may have and no other thing has; all of them if each is taken."""
    taken = {i.category for i in items}
    return [c for c in (want.category, *want.kinds) if c not in taken] or [want.category, *want.kinds]


def _other(rng: np.random.Generator, items: Sequence[Item], kinds: Sequence[str]) -> list[Item]:
    """A further thing of one of the kinds, in a colour that none of its kind has; none where there is no such colour."""
    category = choose(rng, kinds)
    colors = [c for c in PALETTE[category] if c not in {i.color for i in items if i.category == category}]
    return [_item(category, choose(rng, colors), choose(rng, SIZES[category]), items, optional=True)] if colors else []


def _clutter(rng: np.random.Generator, items: Sequence[Item], twin: float) -> Item:
    dishes = [i for i in items if i.category != "block"]
    if rng.random() < DISH and len(dishes) < 2:
        category = choose(rng, ("bowl", "plate"))
        used = {i.color for i in items if i.category == category}
        return _item(category, choose(rng, [c for c in PALETTE[category] if c not in used]), "", items, optional=True)
    blocks = [i for i in items if i.category == "block"]
    single = [b for b in blocks if sum(b.color == o.color for o in blocks) == 1]
    if single and rng.random() < twin:
        double = choose(rng, single)
        return _item("block", double.color, "small" if double.size == "large" else "large", items, optional=True)
    used = {b.color for b in blocks}
    return _item("block", choose(rng, [c for c in PALETTE["block"] if c not in used]), choose(rng, SIZES["block"]), items, optional=True)


def _item(category: str, color: str, size: str, items: Sequence[Item], optional: bool = False) -> Item:
    count = 1 + sum(i.category == category and i.color == color for i in items)
    return Item(f"{color}_{category}_{count}".lstrip("_"), category, color, size, optional)
