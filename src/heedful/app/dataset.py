"""`heedful dataset convert|verify|repair|preferences`: recorded runs as a LeRobotDataset v3, checked, mended and put to use."""

from __future__ import annotations

import json
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heedful.app.options import Parser, Usage, last_line, needed, note, positive, unknown

if TYPE_CHECKING:
    from heedful.recording import Run

SIZE = (240, 320)
FORMATS = ("v3.0", "v3.1")


def options(parser: Parser) -> None:
    parser.add_argument("act", nargs="?", metavar="|".join(ACTS), help="what to do")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a dataset; with convert: runs, folders of runs, or a dataset")
    parser.add_argument("--format", choices=FORMATS, default="v3.0", help="v3.0 loads in lerobot 0.4.4; v3.1 adds its language columns")
    parser.add_argument("--fps", type=positive, metavar="N", help="convert: frames a second (default: the control rate)")
    parser.add_argument("--cameras", metavar="A,B", default="", help="convert: draw these cameras from the recorded states, such as front")
    parser.add_argument("--size", type=_size, metavar="HxW", default=SIZE, help="convert: height and width of a picture (default 240x320)")


def main(args: Namespace) -> int:
    """0 if it was done, or the dataset is whole; else 1."""
    from heedful.app.open_session import usable

    needed(args, "act", f"dataset: say what to do: {', '.join(ACTS)}")
    if args.act not in ACTS:
        raise Usage(unknown("act of dataset", args.act, ACTS))
    if not args.paths:
        raise Usage(f"dataset {args.act}: name {'runs or a dataset' if args.act == 'convert' else 'the dataset'}")
    if args.act != "convert" and len(args.paths) > 1:
        raise Usage(f"dataset {args.act} takes one dataset, got {len(args.paths)}")
    with usable():
        return ACTS[args.act](args)


def _verify(args: Namespace) -> int:
    from heedful.recording.dataset import Dataset, verify

    (folder,) = args.paths
    faults = verify(folder)
    dataset = Dataset(folder)
    frames = dataset.info["total_frames"]
    if args.json:
        last_line({"dataset": str(folder), "format": dataset.schema.format, "episodes": len(dataset), "frames": frames, "faults": faults})
    else:
        print("\n".join(faults) or f"whole: {len(dataset)} episodes, {frames} frames, {dataset.schema.format}")
    return 1 if faults else 0


def _repair(args: Namespace) -> int:
    from heedful.recording.dataset import repair

    (folder,) = args.paths
    did = repair(folder)
    if args.json:
        last_line({"dataset": str(folder), "finished": did.finished, "dropped": did.dropped, "recounted": did.recounted})
        return 0
    for number in did.finished:
        print(f"finished episode {number}, which was committed and not yet in its place")
    for number in did.dropped:
        print(f"dropped episode {number}, which was cut off under way")
    if did.recounted or not did.anything:
        print("counted the episodes again" if did.recounted else "nothing to mend")
    return 0


def _preferences(args: Namespace) -> int:
    from heedful.recording.dataset import Dataset, pairs

    (folder,) = args.paths
    found = list(pairs(Dataset(folder)))
    out = args.out or folder / "preferences.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in found), encoding="utf-8")
    if args.json:
        last_line({"dataset": str(folder), "pairs": len(found), "written": str(out)})
    else:
        print(f"{len(found)} preference pairs written to {out}")
    return 0


def _convert(args: Namespace) -> int:
    from heedful.recording.dataset import Dataset, append, copy
    from heedful.recording.dataset.layout import INFO

    if args.out is None:
        raise Usage("dataset convert: name the dataset to write with --out FOLDER")
    taken, left = 0, []
    for path in args.paths:
        if (path / INFO).exists():
            taken += copy(Dataset(path), args.out, args.format)
            continue
        for run in _runs(path):
            drawn = Drawn.of(run, args.cameras, args.size)
            try:
                for sentence in append(args.out, run, args.fps, args.format, drawn):
                    note(sentence)
                taken += 1
            except ValueError as error:  # a run that fits no dataset keeps the others out of none
                left.append({"run": str(run.folder), "why": str(error)})
                note(str(error))
    if args.json:
        last_line({"dataset": str(args.out), "format": args.format, "episodes": taken, "left_out": left})
    else:
        print(f"{taken} episodes written to {args.out}" + (f"; {len(left)} runs left out" if left else ""))
    return 0 if taken else 1


ACTS: Mapping[str, Callable[[Namespace], int]] = {
    "convert": _convert, "verify": _verify, "repair": _repair, "preferences": _preferences,
}  # fmt: skip


def _runs(path: Path) -> Iterator[Run]:
    """The run in a folder, or those below it, the oldest first."""
    from heedful.recording import Run
    from heedful.recording.format import EPISODE
    from heedful.recording.reader import runs_under

    folders = [path] if (path / EPISODE).exists() else sorted(runs_under(path), key=lambda p: p.name)
    if not folders:
        raise Usage(f"there is neither a run nor a dataset at {path}")
    yield from map(Run.load, folders)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pictures drawn from a run's recorded states."""

    model: Any
    paint: Any
    cameras: Mapping[str, tuple[int, int]]

    @staticmethod
    def of(run: Run, names: str, size: tuple[int, int]) -> Drawn | None:
        """What draws these cameras; None where none is wanted. Raises Usage for a camera that the run's world lacks."""
        wanted = [n for n in names.split(",") if n]
        if not wanted:
            return None
        from heedful.app.replay import world_of

        if not run.states()[0].size:
            raise Usage(f"{run.folder} has no simulator states to draw pictures from: leave --cameras out")
        world = world_of(run.episode)
        known = [world.model.camera(i).name for i in range(world.model.ncam)]
        if missing := [n for n in wanted if n not in known]:
            raise Usage(unknown("camera", missing[0], known))
        return Drawn(world.model, getattr(getattr(world, "history", None), "paint", None), dict.fromkeys(wanted, size))

    def of_rows(self, run: Run, camera: str, rows: Any, fps: int) -> Iterable[Any]:
        import numpy as np

        from heedful.envs.film import film_of

        states = np.concatenate([run.states()[0], run.kept()], axis=1)[rows]
        height, width = self.cameras[camera]
        timed = zip((np.arange(len(rows)) / fps).tolist(), states, strict=True)
        return film_of(self.model, timed, camera, paint=self.paint, fps=fps, width=width, height=height)


def _size(text: str) -> tuple[int, int]:
    """Height and width [px], both even."""
    height, cross, width = text.partition("x")
    if not (cross and height.isdecimal() and width.isdecimal()) or int(height) % 2 or int(width) % 2 or not int(height) or not int(width):
        raise ArgumentTypeError(f"expected HxW, both even, such as 240x320, got {text!r}")
    return int(height), int(width)
