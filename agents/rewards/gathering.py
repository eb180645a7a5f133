"""From the constructions of a request to acts: what was said of each gathered from around it, in the order in which it was said."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from heedful.agents.corrections.covering import Cover
from heedful.agents.corrections.hearing import MARK
from heedful.agents.rewards.acts import Act, Unclear
from heedful.agents.rewards.alone import alone, lone_ways, said_ahead
from heedful.agents.rewards.phrases import ACT, MENTION, THEN, TIME, UNTIL, WHILE, WITH
from heedful.agents.rewards.things import Resolver
from heedful.agents.rewards.tidying import tidied

MEANS = frozenset({"turn", "face", "swivel"})
"""Acts that are only a means where it is told what for."""


def unread(made: Cover, words: list[str]) -> str:
    strange = [w for w in dict.fromkeys(made.unexplained) if w != MARK]
    said = f"I did not understand {' '.join(strange[:8])!r}" if strange else f"I did not understand {' '.join(words)[:60]!r}"
    return f"{said}; say for example 'trot at 1 m/s', 'lift the front left paw', 'open the drawer half way'"


def gathered(made: Cover, resolver: Resolver, words: list[str]) -> list[tuple[str, Act]]:
    """Acts with everything said of each: by the words around them, in their own clause first. Raises Unclear."""
    acts: list[tuple[str, Act]] = []
    how = "and"
    waiting: list[dict[str, Any]] = []
    sky: float | None = None
    ahead = said_ahead(made)
    lone = lone_ways(made, resolver) if resolver.names.body == "legged" else {}
    until: Act | None = None
    for at, placed in enumerate(made.placed):
        kind, effect = placed.part.kind, placed.part.effect
        if at in lone:
            if (act := lone[at]) is not None:
                acts.append((how if acts else "and", act))
                how = "and"
            continue
        if kind == TIME:
            sky = resolver.sky = float(effect["sky"])
        elif kind == MENTION:
            resolver.mention(effect["np"])
        elif kind == THEN:
            how = "then"
        elif kind == WHILE:
            how = "while"
        elif kind == UNTIL:
            if acts and acts[-1][1].kind in MEANS:
                how = acts.pop()[0]
            until = acts[-1][1] if acts and acts[-1][1].kind == "joint" else None
        elif kind == ACT:
            how = str(effect.get("how", how))  # `staying low` is meanwhile, whatever stands before it
            for act in _each(resolver.resolved(effect["act"])):
                act, waiting = _given(act, waiting, sky)
                if until is not None and act.kind == "joint" and act.has.get("joint") == until.has.get("joint"):
                    how = acts.pop()[0]  # closing it until it is a quarter open
                until = None
                acts.append((how if acts else "and", act))
                how = "and"
        elif kind == WITH:
            has = _oriented(resolver.features(effect["has"]), sky)
            if at in ahead or not any(_add(acts, i, has) for i in range(len(acts) - 1, -1, -1)):
                waiting.append(has)
            how = how if how == "then" else "and"
    waiting_alone = alone(waiting, resolver.names.body) if waiting and not acts else None
    if waiting_alone is None:
        for has in waiting:
            if not any(_add(acts, i, has) for i in range(len(acts))):
                raise Unclear(f"I did not understand what {_words(has)} is said of")
    if not acts and waiting_alone:
        acts = [("and", waiting_alone)]
    if not acts:
        raise Unclear(unread(made, words))
    told = [(how_, replace(a, has=_oriented(a.has, sky))) for how_, a in acts]
    return tidied(told) if resolver.names.body == "legged" else told


def _each(act: Act) -> list[Act]:
    """An act on several things as one for each."""
    things = act.has.get("thing")
    return [replace(act, has={**act.has, "thing": t}) for t in things] if isinstance(things, tuple) else [act]


def _given(act: Act, waiting: list[dict[str, Any]], sky: float | None) -> tuple[Act, list[dict[str, Any]]]:
    """An act with what was said before it, and what of that it does not take."""
    left = []
    for has in waiting:
        if act.takes(has):
            act = act.given(**has)
        else:
            left.append(has)
    return act, left


def _add(acts: list[tuple[str, Act]], i: int, has: dict[str, Any]) -> bool:
    how, act = acts[i]
    if not act.takes(has):
        return False
    acts[i] = (how, act.given(**has))
    return True


def _oriented(has: Mapping[str, Any], sky: float | None) -> dict[str, Any]:
    """With `the sun` put where it stands at the time that was told. Raises Unclear."""
    made = dict(has)
    if made.get("compass") == math.inf:
        if sky is None:
            raise Unclear("is it morning or evening?", ("east", "west"))
        made["compass"] = sky
    return made


def _words(has: Mapping[str, Any]) -> str:
    return ", ".join(f"{k} {v:.3g}" if isinstance(v, float) else f"{k} {v}" for k, v in has.items())
