"""Writing an imported body: MJCF and meshes that stand alone, and a description to be read and changed by people."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from heedful.hardware.description import RobotDescription
from heedful.hardware.importing.source import Guess, Source


def saved(source: Source, folder: Path, name: str = "") -> Path:
    """The spec as MJCF in a folder, with copies of its meshes and textures; the file."""
    meshes = folder / "meshes"
    spec, taken = source.spec, dict[str, str]()
    for element in (*spec.meshes, *spec.textures):
        if not element.file:
            continue
        meshes.mkdir(parents=True, exist_ok=True)
        path = Path(element.file)
        copy = path.name
        while taken.get(copy, str(path)) != str(path):
            copy = f"{Path(copy).stem}_{path.suffix}"
        taken[copy] = str(path)
        shutil.copyfile(path, meshes / copy)
        element.file = str(meshes / copy)
    folder.mkdir(parents=True, exist_ok=True)
    spec.modelname = source.name
    spec.compile()
    file = folder / (name or f"{source.name}.xml")
    text = str(spec.to_xml()).replace(f"{meshes}/", "meshes/").replace("\n    <default>", '\n    <default class="imported">')
    file.write_text(text)
    return file


def described(description: RobotDescription, guesses: Sequence[Guess], folder: Path) -> Path:
    """The description as YAML, its guesses as comments above it; the file."""
    import yaml

    fields: dict[str, Any] = {"name": description.name, "mjcf": Path(description.mjcf).name, "parts": {}}
    for name, part in description.parts.items():
        row: dict[str, Any] = {"kind": part.kind, "joints": list(part.joints)}
        for key in ("lower", "upper", "velocity", "home"):
            if (values := getattr(part, key)).size:
                row[key] = _plain(values)
        for key in ("tool", "gripper", "force", "fixed_pad"):
            if value := getattr(part, key):
                row[key] = float(value) if isinstance(value, (int, float)) else value
        fields["parts"][name] = row
    fields["actuators"] = {k: list(v) for k, v in description.actuators.items()}
    if description.fingers:
        travel = description.finger_travel
        fields["fingers"] = {k: list(v) for k, v in description.fingers.items()}
        fields["finger_travel"] = travel if isinstance(travel, float) else {k: [_plain(r) for r in v] for k, v in travel.items()}
        fields["finger_stiffness"] = round(description.finger_stiffness, 3)
    fields["reach"] = {k: [_plain(v[0]), v[1], v[2]] for k, v in description.reach.items()}
    x, y, z = _plain(description.base.pos)
    fields["base"] = [x, y, z, round(float(description.base.yaw), 5)]
    fields["sources"] = description.sources
    told = "".join(f"#   {guess}\n" for guess in guesses)
    file = folder / f"{description.name}.yaml"
    head = f"# {description.name}, imported; lengths in metres, angles in radians. What was guessed, and why: correct what is wrong.\n"
    file.write_text(head + told + yaml.safe_dump(fields, sort_keys=False, default_flow_style=None, width=120))
    return file


def _plain(values: Any) -> list[float]:
    return [round(float(v), 6) for v in np.asarray(values, dtype=float)]
