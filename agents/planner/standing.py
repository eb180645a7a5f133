"""What an episode's own steps have brought about and no later one has undone: what must still be so where nobody stated a goal."""

from __future__ import annotations

from heedful.agents.planner.state import GroundAtom, literals, made_true, matches
from heedful.episode import Episode
from heedful.program import And, Atom, Formula, Not, atoms
from heedful.skills import Library
from heedful.types import Scene


def standing(library: Library, episode: Episode, scene: Scene) -> Formula | None:
    """The conjunction of it; None if nothing was brought about."""
    kept: dict[GroundAtom, bool] = {}
    for step in episode.log:
        if not step.outcome.ok or step.call.skill not in library:
            continue
        skill = library[step.call.skill]
        seen = {(a.name, tuple(map(str, a.args))) for a in atoms(skill.bind(skill.post, step.call.kwargs))}
        for atom, sign in literals(skill.bind(skill.effects, step.call.kwargs)):
            key = (atom.name, tuple(map(str, atom.args)))
            for old in list(kept):
                gone = old[0] == key[0] and matches(key[1], old[1]) and kept[old] != sign
                if gone or (made_true(key, sign, old) is False and kept[old]):
                    del kept[old]
            if key in seen:
                kept[key] = sign
    parts: list[Formula] = [Atom(*a) if sign else Not(Atom(*a)) for a, sign in kept.items()]
    return None if not parts else parts[0] if len(parts) == 1 else And(tuple(parts))
