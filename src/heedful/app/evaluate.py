"""`heedful eval`: how often a suite's tasks are truly done, with an interval and the lines to beat."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from pathlib import Path
from typing import Any

from heedful.app import (
    dialogues,
    evaluate_corrections as corrections,
    evaluate_language as language,
    evaluate_rewards as rewards,
    evaluate_value as value,
)
from heedful.app.compose import compose
from heedful.app.options import Parser, Usage, last_line, needed, note, overrides, positive
from heedful.app.verdicts import folder

SEED = 1000
"""First seed unless --seed says another."""
EPISODES = 10
"""Of each task, unless --episodes says another number."""
COMPARED = ("robot", "planner", "language", "perception", "safety", "memory", "mode")
"""What --against may name."""
QUIET = 30.0
"""How often progress is told where nobody looks [s]."""


def options(parser: Parser) -> None:
    parser.add_argument(
        "suite",
        nargs="?",
        help="a suite (`heedful list suites`), a file with TASKS, `language`, `corrections`, `rewards`, `dialogues`, `saycan`, `value`",
    )
    overrides(parser)
    parser.add_argument("--episodes", type=positive, metavar="N", help="episodes of each task (default 10; saycan: 3; value: 100 in all)")
    parser.add_argument("--baselines", action="store_true", help="also the lines to beat: doing nothing, acting by chance")
    parser.add_argument(
        "--against", metavar="GROUP=CHOICE", help="also run with this setting instead on the same seeds, and list the pairs that differ"
    )
    parser.add_argument("--tasks", metavar="A,B", help="only these tasks of the suite")
    parser.add_argument("--families", metavar="A,B", help="saycan: only these families of requests")
    parser.add_argument("--mode", choices=("plan", "execute", "both"), default="both", help="saycan: ideal skills, physics, or both")
    parser.add_argument("--workers", type=positive, metavar="N", help="how many share the episodes (default: the launcher's, 1)")
    language.options(parser)
    value.options(parser)


def main(args: Namespace) -> int:
    """0: it was measured."""
    from heedful.app.open_session import further_skills, usable
    from heedful.evaluation.kept import KeptOtherwise
    from heedful.evaluation.running import chosen, to_beat

    needed(args, "suite", "no suite was named; `heedful list suites` lists them")
    if args.suite == "saycan":
        from heedful.app.saycan import main as saycan

        return saycan(args)
    if args.suite == language.LANGUAGE:
        return language.main(args)
    if args.suite == corrections.CORRECTIONS:
        return corrections.main(args)
    if args.suite == value.VALUE:
        return value.main(args)
    if args.suite == rewards.REWARDS:
        return rewards.main(args)
    if args.suite == dialogues.DIALOGUES:
        return dialogues.main(args)
    episodes = args.episodes or EPISODES
    settings = compose(args.overrides, args.seed)
    only = [t for t in (args.tasks or "").split(",") if t] or None
    with usable():
        mine, _ = chosen(args.suite, settings.of("robot"), only)
    if args.out is not None:
        folder(args.out)
    import heedful
    from heedful.config import load

    with usable():
        launcher = load("launcher", settings.of("launcher"), **({"workers": args.workers} if args.workers else {}))
    session: dict[str, Any] = {g: settings.of(g) for g in ("robot", "world", "planner", "language", "perception", "safety")}
    session["skills"] = further_skills(settings)
    session.update((k, settings.values[k]) for k in ("memory", "mode") if k in settings.given)
    against = _other(args.against, args.overrides, args.seed) if args.against else {}
    progress = Counter(total=episodes * len(mine) * ((1 + len(to_beat(args.suite)) if args.baselines else 1) + bool(against)))
    try:
        found = heedful.evaluate(
            args.suite, episodes=episodes, seed=SEED if args.seed is None else args.seed, baselines=args.baselines, against=against,
            launcher=launcher, on_trial=progress, tasks=only, keep=args.out, on_kept=progress.kept, **session,
        )  # fmt: skip
    except KeptOtherwise as error:
        raise Usage(str(error)) from None
    if args.out is not None:
        note(f"written to {_write(args.out, found)}")
    if args.json:
        last_line(found.to_json())
    else:
        print(found.table())
    return 0


def _other(word: str, overrides: list[str], seed: int | None) -> dict[str, Any]:
    """The setting that is compared with, as an argument of Session."""
    key = word.partition("=")[0]
    if key not in COMPARED:
        raise Usage(f"--against takes a setting that a session can be made with, one of {', '.join(COMPARED)}, and got {word!r}")
    settings = compose([w for w in overrides if w.partition("=")[0] != key] + [word], seed)
    return {key: settings.values[key] if key in ("memory", "mode") else settings.of(key)}


class Counter:
    """Tells each failure of the agent and how many episodes are done, on stderr: in place on a terminal, now and then elsewhere."""

    def __init__(self, total: int) -> None:
        self.total, self.done, self.told = total, 0, time.monotonic()

    def kept(self, many: int) -> None:
        """So many were measured before this run."""
        self.done += many
        if many:
            note(f"{many} of {self.total} episodes were measured before and are kept")

    def __call__(self, line: str, trial: Any) -> None:
        self.done += 1
        if line in ("", "against") and not trial.success:
            note(f"{line + ': ' if line else ''}{trial.task} seed {trial.seed}: {trial.link}: {trial.reason or trial.verdict}")
        said = f"{self.done} of {self.total} episodes: {line or 'agent'} {trial.task} seed {trial.seed} {trial.verdict}"
        if sys.stderr.isatty():
            print(f"\r\x1b[2K{said}", end="" if self.done < self.total else "\n", file=sys.stderr, flush=True)
        elif self.done == self.total or time.monotonic() - self.told > QUIET:
            self.told = time.monotonic()
            note(said)


def _write(out: Path, found: Any) -> Path:
    from heedful.recording import write_json

    path = out / "evaluation.json"
    try:
        write_json(path, found.to_json())
        (out / "table.txt").write_text(found.table() + "\n", encoding="utf-8")
    except OSError as error:
        raise Usage(f"{path} cannot be written ({error.strerror}): name another folder with --out") from None
    return path
