"""`heedful why`: the first broken link of a run, the value against its limit, the picture of that moment."""

from __future__ import annotations

import json
import re
import zipfile
from argparse import Namespace
from pathlib import Path
from typing import Any

from heedful.app.options import Parser, last_line, note
from heedful.recording import Link, Run, UnwritableFolder, chain, first_broken_link
from heedful.recording.format import EPISODE, SPOOL

SECRET = re.compile(r"(api_?key|token|secret|passw|credential|authorization)", re.IGNORECASE)
"""Names of settings that a bundle leaves out."""


def options(parser: Parser) -> None:
    parser.add_argument("run", nargs="?", type=Path, help="a run's folder; without it the newest under --out, or runs")
    parser.add_argument("--bundle", action="store_true", help="zip the run with what `heedful doctor` says, for a bug report")


def main(args: Namespace) -> int:
    """0: the run was explained, whatever its verdict."""
    from heedful.recording import NoRun, newest_run

    if args.run is None and args.out is not None:
        args.run = newest_run(args.out)
        if args.run is None:
            raise NoRun(f'there is no run under {args.out} yet: `heedful run "..." --out {args.out}` makes one')
    run = Run.load(args.run)
    link = first_broken_link(run)
    picture = picture_of(run, link)
    bundled = bundle(run, args.out or Path(".")) if args.bundle else None
    if args.json:
        files = {"run": run.folder, "picture": picture, "bundle": bundled}
        found = {"link": link.link or None, "sentence": link.sentence, "value": link.value, "limit": link.limit, "tick": link.tick}
        last_line({"verdict": run.verdict, **found, **files})
        return 0
    marks = {True: "✓", False: "✗", None: "·"}
    print(f"{run.folder}: “{run.episode.get('instruction', '')}” {run.verdict.replace('_', ' ')}")
    print("  ".join(f"{marks[held]} {name}" for name, held in chain(run)))
    print("\n".join(told(link)))
    for name, path in (("picture", picture), ("bundle", bundled)):
        if path is not None:
            print(f"{name}: {path}")
    return 0


def told(link: Link) -> list[str]:
    """It in lines for a person: which link, why, and the value against its limit."""
    lines = [f"{link.link}: {link.sentence}" if link.broken else link.sentence]
    if link.value is not None and link.limit is not None:
        at = f", in tick {link.tick}" if link.tick is not None else ""
        lines.append(f"measured {link.value:.4g} against a limit of {link.limit:.4g}{at}")
    return lines


def picture_of(run: Run, link: Link) -> Path | None:
    """The film's frame of the moment it broke, as `why.png` in the run's folder; None without a film."""
    if not link.broken or link.tick is None or len(run) < 2:
        return None
    from heedful.app.pictures import stills
    from heedful.recording.png import png

    frame = stills(run.film, {"why": link.tick / (len(run) - 1)}).get("why")
    if frame is None:
        return None
    path = run.folder / "why.png"
    try:
        path.write_bytes(png(frame))
    except OSError as error:
        note(f"the picture cannot be written beside the run: {error.strerror}")
        return None
    return path


def bundle(run: Run, out: Path) -> Path:
    """A run's folder and what works on this machine, as a zip. No environment variable, no key and no report of a secret goes in."""
    from heedful.app.doctor import findings

    path = out / f"heedful-{run.folder.resolve().name}.zip"
    try:
        out.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(run.folder.iterdir()):
                if file.is_file() and not file.name.startswith(".") and file.name not in (EPISODE, SPOOL):
                    archive.write(file, file.name)
            archive.writestr(EPISODE, json.dumps(without_secrets(run.episode), indent=1, ensure_ascii=False))
            archive.writestr("doctor.json", json.dumps(findings(), indent=1))
    except OSError as error:
        raise UnwritableFolder(f"{path} cannot be written ({error.strerror}): name another folder with --out") from None
    return path


def without_secrets(data: Any) -> Any:
    """The same data without the values of settings that are named like secrets."""
    if isinstance(data, dict):
        return {k: "(left out)" if SECRET.search(str(k)) else without_secrets(v) for k, v in data.items()}
    return [without_secrets(v) for v in data] if isinstance(data, list) else data
