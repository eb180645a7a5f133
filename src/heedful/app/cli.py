"""The command line: finds the verb, imports what that verb needs, and turns whatever happens into an exit code and one sentence."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from heedful.app.options import Usage, common, unknown

VERBS = {
    "run": ("run", "carry out one instruction, verify it, record it"),
    "talk": ("talk", "watch, instruct and correct at a prompt that stays live while the robot moves; Ctrl-C is HALT"),
    "explain": ("explain", "how words are understood, the plan, and say × can for every candidate, without moving"),
    "why": ("why", "the first broken link of a run: understood, seen, planned, reached, clipped, touched, verified"),
    "eval": ("evaluate", "measure success on a suite of tasks"),
    "train": ("train", "fit what the agent learns: affordances of its own attempts, parser and second opinion of sentences made up"),
    "list": ("listing", "skills, robots, worlds, planners, languages, policies or suites"),
    "import": ("import_", "bring a robot, an object or a scene of your own, each guess with its reason, the shared laws tried on it"),
    "serve": ("serve", "let others use the robot: web, for people with a browser; mcp, for language models and their programs"),
    "dataset": ("dataset", "runs as a LeRobotDataset with each correction on its frame: convert, verify, repair, preferences"),
    "memory": ("memory", "what people told the robot, with when and how often it was used: list, forget"),
    "ros2": ("ros2", "robots on ROS 2: fake, a simulated one to try on; check, what is there and missing; node, instructed by topics"),
    "so101": ("so101", "an SO-101 on its serial bus: fake, a simulated one to try on; check; lower, to lay it down and let go"),
    "setup": ("setup", "commission a real robot, step by step: so101, ur5e or g1; without its file it does not move"),
    "replay": ("replay", "re-apply a run's commands from its first state and compare bit for bit"),
    "doctor": ("doctor", "what is installed, what works here, and how to get the rest"),
    "show-config": ("show_config", "every setting and where it comes from"),
    "bench": ("bench", "how fast this machine runs what"),
}
"""Verb -> module in `heedful.app` with `options(parser)` and `main(args) -> exit code`, and what it does."""

HELP = """Robots that heed what people say.

usage: heedful VERB ... [group=choice key=value ...]
  such as: heedful run "put the red block in the blue bowl" perception.noise_m=0.005

{}

Every verb takes --seed, --out, --json, --headless and --help."""

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 done or verified, 1 not, 2 a bad option or name, 130 interrupted."""
    words = list(sys.argv[1:] if argv is None else argv)
    with _interruptible():
        return _answered(words, "--json" in words)


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """SIGINT and SIGTERM are a KeyboardInterrupt, also where a script's background job was told to ignore them; afterwards as before."""
    ours = threading.current_thread() is threading.main_thread()
    before = {stop: signal.signal(stop, _stopped) for stop in (signal.SIGINT, signal.SIGTERM)} if ours else {}
    try:
        yield
    finally:
        for stop, handler in before.items():
            signal.signal(stop, handler)


def _answered(words: list[str], as_json: bool) -> int:
    """The exit code of a command, whatever it raises."""
    try:
        return _run(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    except KeyboardInterrupt:
        return _fail("interrupted", INTERRUPTED, as_json)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if os.environ.get("HEEDFUL_DEBUG") == "1":
            raise
        if _expected(error):
            return _fail(str(error), 2, as_json)
        return _fail(_logged(error, words), 1, as_json)


def _run(words: list[str]) -> int:
    if not words or words[0] in ("-h", "--help", "help"):
        print(_help())
        return 0
    if words[0] == "--version":
        from importlib.metadata import version

        print(f"heedful {version('heedful')}")
        return 0
    verb, *rest = words
    if verb not in VERBS:
        raise Usage(unknown("verb", verb, VERBS))
    module = import_module(f"heedful.app.{VERBS[verb][0]}")
    parser = common(verb, VERBS[verb][1])
    module.options(parser)
    args = parser.parse_intermixed_args(rest)
    if args.headless:
        os.environ.setdefault("MUJOCO_GL", "egl")
    run: Callable[[Any], int] = module.main
    return run(args)


def _help() -> str:
    width = max(map(len, VERBS)) + 2
    verbs = "\n".join(f"  {verb:<{width}}{says}" for verb, (_, says) in VERBS.items())
    return HELP.format(verbs)


def _expected(error: Exception) -> bool:
    """Whether a person can mend it by naming something else."""
    from heedful.config import UnknownChoice
    from heedful.recording import NoRun, UnwritableFolder

    return isinstance(error, (Usage, UnknownChoice, NoRun, UnwritableFolder))


def _logged(error: Exception, words: Sequence[str]) -> str:
    """Write down what went wrong, and say where."""
    import tempfile
    import traceback
    from datetime import datetime

    from heedful.recording.format import versions

    told = f"heedful {' '.join(words)}\n{versions()}\n\n{''.join(traceback.format_exception(error))}"
    with tempfile.NamedTemporaryFile(
        "w", prefix=f"heedful-{datetime.now():%Y%m%d-%H%M%S}-", suffix=".log", delete=False, errors="replace"
    ) as log:
        log.write(told)
    said = " ".join(str(error).split()) or type(error).__name__
    return f"something went wrong that should not have ({type(error).__name__}: {said[:300]}); the details are in {log.name}"


def _fail(sentence: str, code: int, as_json: bool) -> int:
    print(f"heedful: {sentence}", file=sys.stderr)
    if as_json:
        import json

        print(json.dumps({"error": sentence}), flush=True)
    return code


def _stopped(*_: Any) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
