"""From one step to the next: what is done is written down at once, so that it goes on where it was left."""

from __future__ import annotations

import time
from argparse import Namespace
from pathlib import Path
from typing import Any

from heedful.app.options import last_line, note
from heedful.app.setup.asking import Asking, Gone, Refused
from heedful.app.setup.links import LINKS, Link
from heedful.app.setup.steps import STEPPED
from heedful.hardware.commission import STEPS, NotCommissioned, read, save
from heedful.hardware.feetech.calibration import BadCalibration
from heedful.hardware.ros2.seam import LinkLost

EXPLAINED = """{name} is set up step by step; every answer is kept in {file}, and `heedful setup {kind} {name}` goes on where it was left.
What stops the robot here is a software stop. It is not a safety function: have the hardware's own stop in your hand."""


def go_through(args: Namespace) -> int:
    """All steps that are not done. Returns 0 once the file is complete."""
    file = Path(f"{args.name}.yaml") if args.out is None else args.out / f"{args.name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    fields = begun(file, args.kind)
    if args.again:
        for step in STEPS[STEPS.index(args.again) :] if args.again in ("link", "calibration", "description") else (args.again,):
            fields["done"].pop(step, None)
        fields["completed"] = ""
    asking = Asking()
    problem = _steps(asking, LINKS[args.kind](args, fields), fields, file)
    if problem:
        note(f"heedful: {problem}")
    if args.json:
        last_line({"file": str(file), "complete": not problem, "problem": problem, "done": list(fields["done"])})
    return 1 if problem else 0


def begun(file: Path, kind: str) -> dict[str, Any]:
    """The fields of a file that is there, or of a new one. Raises NotCommissioned for one of another kind."""
    fields = read(file)
    if fields and fields.get("kind") != kind:
        raise NotCommissioned(f"{file.name} is of a {fields.get('kind', 'robot that was not set up')}: choose another name for this one")
    usual = {"_target_": "heedful.linking.commissioned", "file": ".", "kind": kind, "robot": kind, "link": {}, "done": {}, "completed": "",
             "ran": "", "skills": {}, "asks": True}  # fmt: skip
    return {**usual, **fields, "done": dict(fields.get("done") or {})}


def _steps(asking: Asking, link: Link, fields: dict[str, Any], file: Path) -> str:
    """Go through what is left; what keeps it from being complete."""
    asking.tell(EXPLAINED.format(name=file.stem, file=file, kind=fields["kind"]))
    try:
        for number, step in enumerate(STEPS, 1):
            begun = time.perf_counter()
            if step in fields["done"] and step != "link":
                asking.tell(f"{number}/{len(STEPS)} {step}: done")
                continue
            asking.tell(f"{number}/{len(STEPS)} {step}")
            fields["done"][step] = STEPPED[step](asking, link, fields)
            fields["done"] = {s: fields["done"][s] for s in STEPS if s in fields["done"]}
            save(file, fields)
            asking.tell(f"  {step} is done ({time.perf_counter() - begun:.0f} s)")
        if not fields["completed"]:
            if not asking.typed(file.stem, f"{file} is complete. The first runs go at a tenth of the speed and ask before each skill."):
                return f"{file.name} was not confirmed, so it stays incomplete: run setup again to confirm it"
            fields["completed"] = time.strftime("%Y-%m-%dT%H:%M:%S")
            save(file, fields)
        asking.tell(f'{file} is complete: heedful run "…" robot={file} mode=realtime')
        return ""
    except Gone:
        left = [s for s in STEPS if s not in fields["done"]]
        return f"the answers ended before {left[0] if left else 'the last confirmation'}: what was answered is kept, run it again to go on"
    except (Refused, LinkLost, BadCalibration) as error:
        return str(error)
    finally:
        link.close()
