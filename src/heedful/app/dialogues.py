"""`heedful eval dialogues`: the paper's interactive demonstrations by words, turn by turn, with what truly came of each."""

from __future__ import annotations

import math
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heedful.app.options import Usage, note, unknown
from heedful.app.verdicts import folder, publish
from heedful.envs.dialogues import DEMONSTRATIONS, Demonstration, Until

DIALOGUES = "dialogues"
"""The suite's name."""
EPISODES, SEED = 2, 0
BACKEND = "embedded"


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one turn."""

    words: str
    taken: str
    """The reward that was followed from then on, in words; how it was answered, where it is none."""
    understood: bool
    done: bool
    """In truth."""
    counts: str
    ended: str = ""
    """How the robot itself says that it ended, where it did."""


def main(args: Namespace) -> int:
    """0: it was measured."""
    names = {d.name: d for d in DEMONSTRATIONS}
    only = [t for t in (args.tasks or "").split(",") if t] or list(names)
    for name in only:
        if name not in names:
            raise Usage(unknown("demonstration", name, names))
    if args.out is not None:
        folder(args.out)
    rows: list[dict[str, Any]] = []
    for name in only:
        for seed in range(args.seed or SEED, (args.seed or SEED) + (args.episodes or EPISODES)):
            note(f"{name}, seed {seed}")
            for number, told in enumerate(shown(names[name], seed, args.out), 1):
                rows.append({"demonstration": name, "seed": seed, "turn": number, **{k: getattr(told, k) for k in Told.__slots__}})
    publish(args, summary(rows), rows, lambda: table(rows))
    return 0


def shown(demonstration: Demonstration, seed: int, out: Path | None = None) -> list[Told]:
    """Hold a demonstration's dialogue with a robot in simulated time, and tell what came of each turn.

    Args:
      demonstration: Which.
      seed: Of the world, and of when the turns are said while the robot moves.
      out: Where runs are recorded; None: nowhere.
    """
    from heedful.session import Session
    from heedful.skills.rewards import pursuing

    more = [pursuing] if demonstration.world == "tabletop" else []
    with Session(
        world=demonstration.world, planner="rewards", skills=more, mode="fast", seed=seed, task=demonstration.task, out=out,
    ) as robot:  # fmt: skip
        moves = demonstration.gap is not None
        return while_it_moves(robot, demonstration, demonstration.gaps(seed)) if moves else one_by_one(robot, demonstration)


def one_by_one(robot: Any, demonstration: Demonstration) -> list[Told]:
    """Each turn once the one before has ended."""
    found = []
    for turn in demonstration.turns:
        start = float(robot.glance().time)
        episode = robot.run(turn.words)
        understood = episode.program is not None
        done = turn.done(robot.world, start)
        found.append(
            Told(turn.words, _taken(robot) if understood else str(episode.reason), understood, done, turn.counts, str(episode.reason))
        )
    return found


def while_it_moves(robot: Any, demonstration: Demonstration, gaps: Sequence[float]) -> list[Told]:
    """The first turn begins a run, and the others edit its reward while it moves, each so long after the one before [s]. What a turn has to
    bring about counts until the next is said."""
    from heedful.skills.rewards.following import last

    turns = demonstration.turns
    said: list[tuple[float, Any]] = []
    taken: list[str] = [""] * len(turns)
    begun: list[float] = []

    def tick(now: Any) -> None:
        time = float(now.observation.time)
        begun.append(time) if not begun else None
        if len(said) + 1 < len(turns) and time >= begun[0] + sum(gaps[: len(said) + 1]):
            taken[len(said)] = _taken(robot)
            said.append((time, robot.ears.hear(turns[len(said) + 1].words)))

    robot.watch(tick, scripted=True)
    episode = robot.run(turns[0].words)
    taken[len(said)] = _taken(robot) if last(robot.twin) is not None else ""
    starts = [begun[0] if begun else 0.0, *(at for at, _ in said)]
    found = []
    for n, turn in enumerate(turns):
        heard = None if n == 0 else said[n - 1][1] if n <= len(said) else None
        understood = episode.program is not None if n == 0 else heard is not None and heard.correction.kind == "reward"
        answer = "" if n == 0 or heard is None else heard.correction.reply
        done = n < len(starts) and turn.done(Until(robot.world, starts[n + 1] if n + 1 < len(starts) else math.inf), starts[n])
        last_one = n == min(len(starts), len(turns)) - 1
        shown_as = taken[n] if understood else answer or "the run had ended before it was said"
        found.append(Told(turn.words, shown_as, understood, done, turn.counts, str(episode.reason) if last_one else ""))
    return found


def _taken(robot: Any) -> str:
    from heedful.skills.rewards.following import last
    from heedful.skills.rewards.telling import words

    stages = last(robot.twin)
    return words(stages) if stages is not None else ""


def summary(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """How many turns were understood and done, by demonstration and turn."""
    made: dict[str, Any] = {"suite": DIALOGUES, "backend": BACKEND}
    for row in rows:
        of = made.setdefault("turns", {}).setdefault(f"{row['demonstration']} {row['turn']}", {"understood": 0, "done": 0, "n": 0})
        of["understood"] += row["understood"]
        of["done"] += row["done"]
        of["n"] += 1
    return made


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """For a person: each turn with its words, how it was taken in the first run, and how often it was truly done."""
    lines = []
    for key, of in summary(rows).get("turns", {}).items():
        name, number = key.rsplit(" ", 1)
        first = next(r for r in rows if r["demonstration"] == name and str(r["turn"]) == number)
        lines += [f"{name}, turn {number}: {first['words']}", f"  taken as: {first['taken']}"]
        lines.append(f"  understood {of['understood']} of {of['n']}, done {of['done']} of {of['n']} ({first['counts']})")
        lines += [f"  it says: {first['ended']}"] if first["ended"] else []
    return "\n".join([*lines, f"words read by: {BACKEND}"])
