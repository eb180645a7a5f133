"""A reward edited once it had been followed: what people changed of it is followed anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from heedful.edits.names import REWARD
from heedful.edits.outcome import Edit, Refused
from heedful.edits.setting import steps_of
from heedful.episode import Episode
from heedful.program import Do


def reward(effect: Mapping[str, Any], draft: Episode) -> Edit:
    """Follow the changed stages next. Raises Refused where no reward was followed."""
    from heedful.agents.planner.rewarded import SKILL, Wish
    from heedful.skills.rewards.spelling import written

    steps = steps_of(draft)
    last = steps[-1] if steps else None
    if not isinstance(last, Do):
        raise Refused("no reward is followed here")
    kept = tuple((n, v) for n, v in last.args if n == "bare")
    steps.append(Do(SKILL, ((REWARD, Wish(written(effect["followed"]))), *kept)))
    said = "; ".join(map(str, effect.get("changes", ())))
    return Edit(f"once more, {said}" if said else "once more, with another reward")
