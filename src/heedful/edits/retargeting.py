"""Another thing in the same role: `no, the other one`."""

from __future__ import annotations

from heedful.edits.outcome import Edit, Refused
from heedful.edits.setting import Setting, alternatives, bound_step
from heedful.edits.steps import swapped
from heedful.episode import Episode
from heedful.program import terms_of
from heedful.types import Correction


def target(correction: Correction, draft: Episode, setting: Setting) -> Edit:
    """Put another thing in the place of one, in every step and every reference that was resolved to it."""
    exclude = correction.effect.get("exclude")
    old = setting.thing(exclude) if exclude else setting.object
    if old is None:
        raise Refused("I do not know which thing you mean; say its name")
    draft.ruled_out.add(old)
    new = correction.effect.get("new")
    chosen = alternatives(correction, old, draft.ruled_out, setting) if new in (None, "other") else setting.thing(new)
    if chosen == old:
        raise Refused(f"it is {setting.name(old)} already")
    draft.ruled_out.discard(chosen)
    steps, step = draft.steps or [], bound_step(draft, setting)
    if step is not None and old in terms_of(step):
        steps[draft.achieved] = step
    known = old in draft.bindings.values() or any(old in terms_of(s) for s in steps)
    if not known:
        raise Refused(f"{setting.name(old)} is no part of what was asked for; it only has to be moved for it")
    draft.steps = [swapped(s, old, chosen) for s in steps]
    draft.bindings.update({words: chosen for words, i in draft.bindings.items() if i == old})
    return Edit(f"{setting.name(chosen)} instead of {setting.name(old)}")
