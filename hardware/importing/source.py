"""Reading what people bring: URDF with its packages, MJCF, or a Menagerie name, as one editable MuJoCo spec."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mujoco

MESHES = (".stl", ".obj", ".msh")
"""What MuJoCo reads."""


class CannotImport(ValueError):
    """A file that cannot be brought in; the message is one sentence with what could be done."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Something that the file does not say, and why it is taken to be so."""

    what: str
    value: str
    reason: str

    def __str__(self) -> str:
        return f"{self.what}: {self.value} ({self.reason})"


@dataclass(slots=True)
class Source:
    """An editable spec, and what only the file itself tells."""

    name: str
    path: Path
    spec: Any
    velocity: dict[str, float] = field(default_factory=dict)
    """Joint -> speed limit [rad/s or m/s], where the file gives one."""
    home: dict[str, float] = field(default_factory=dict)
    """Joint -> rest position, of a keyframe."""
    guesses: list[Guess] = field(default_factory=list)

    def guess(self, what: str, value: object, reason: str) -> None:
        self.guesses.append(Guess(what, str(value), reason))


def read(what: str) -> Source:
    """The spec of a file, or of a Menagerie model's name.

    Raises CannotImport.
    """
    path = Path(what).expanduser()
    if path.is_dir():
        found = sorted(p for p in (*path.glob("*.urdf"), *path.glob("*.xml")) if p.stem != "scene")
        if len(found) != 1:
            names = ", ".join(p.name for p in found) or "no .urdf and no .xml"
            raise CannotImport(f"{path} holds {names}; name the file to import")
        path = found[0]
    if not path.is_file():
        if path.suffix or len(path.parts) > 1:
            raise CannotImport(f"there is no file {path}; import takes a .urdf, an MJCF .xml, or a Menagerie name such as i2rt_yam")
        path = _menagerie(what)
    if path.suffix not in (".urdf", ".xml"):
        hint = "expand it to URDF first: `xacro FILE > robot.urdf`" if path.suffix == ".xacro" else "import takes .urdf or MJCF .xml"
        raise CannotImport(f"{path.name} is neither URDF nor MJCF; {hint}")
    path = path.resolve()
    try:
        source = _urdf(path) if "<robot" in path.read_text(errors="replace")[:4000] else _mjcf(path)
        source.spec.compile()
    except CannotImport:
        raise
    except (ValueError, ET.ParseError) as error:
        raise CannotImport(f"MuJoCo cannot read {path.name}: {' '.join(str(error).split())}") from None
    return source


def plain_name(text: str) -> str:
    """A name for folders and parts: small letters, digits and underscores."""
    return re.sub(r"\W+", "_", text).strip("_").lower() or "robot"


def _menagerie(name: str) -> Path:
    try:
        import mujoco_menagerie
    except ImportError:
        raise CannotImport(
            f"there is no file {name!r}, and Menagerie's models by name need a package that is not installed: "
            '`pip install "heedful[menagerie]"`'
        ) from None
    try:
        model = mujoco_menagerie.get(name)
        return Path(model.xml(model.default_model))  # by default it would be the scene about the robot
    except Exception as error:
        raise CannotImport(f"Menagerie has no {name!r} here: {' '.join(str(error).split())}") from None


def _mjcf(path: Path) -> Source:
    spec = mujoco.MjSpec.from_file(str(path))
    meshes, textures = path.parent / (spec.meshdir or ""), path.parent / (spec.texturedir or "")
    for mesh in spec.meshes:
        mesh.name = mesh.name or Path(mesh.file).stem
        mesh.file = str(meshes / mesh.file) if mesh.file else mesh.file
    for texture in spec.textures:
        texture.file = str(textures / texture.file) if texture.file else texture.file
    spec.meshdir = spec.texturedir = ""
    return Source(plain_name(path.stem if path.stem not in ("robot", "model") else path.parent.name), path, spec)


def _urdf(path: Path) -> Source:
    """URDF with absolute mesh paths, every link kept, and a link above its root, so that the root can be moved."""
    robot = ET.fromstring(path.read_text())
    notes: list[Guess] = []
    for link in robot.iter("link"):
        for kind in ("visual", "collision"):
            for shape in link.findall(kind):
                mesh = shape.find("geometry/mesh")
                if mesh is None:
                    continue
                file = _located(mesh.get("filename", ""), path)
                if file is None:
                    link.remove(shape)
                    notes.append(Guess(f"{kind} mesh of {link.get('name')}", "left out", f"{mesh.get('filename')} is not one of {MESHES}"))
                else:
                    mesh.set("filename", str(file))
    _compilable(robot, path.name)
    spec = mujoco.MjSpec.from_string(ET.tostring(robot, encoding="unicode"))
    velocity = {}
    for joint in robot.iter("joint"):
        limit = joint.find("limit")
        if limit is not None and float(limit.get("velocity", 0)) > 0:
            velocity[str(joint.get("name"))] = float(limit.get("velocity", 0))
    return Source(plain_name(robot.get("name") or path.stem), path, spec, velocity, guesses=notes)


def kinematics(text: str) -> Any:
    """The compiled model of a URDF's links and joints, without its shapes, whose files may be on another machine. Raises CannotImport."""
    try:
        robot = ET.fromstring(text)
        for link in robot.iter("link"):
            for shape in (*link.findall("visual"), *link.findall("collision")):
                link.remove(shape)
            if link.find("inertial") is None:
                inertial = ET.SubElement(link, "inertial")
                ET.SubElement(inertial, "mass", value="0.1")
                ET.SubElement(inertial, "inertia", {"ixx": "1e-3", "iyy": "1e-3", "izz": "1e-3", "ixy": "0", "ixz": "0", "iyz": "0"})
        return mujoco.MjSpec.from_string(ET.tostring(_compilable(robot, "the description"), encoding="unicode")).compile()
    except CannotImport:
        raise
    except (ValueError, ET.ParseError) as error:
        raise CannotImport(f"MuJoCo cannot read the description: {' '.join(str(error).split())}") from None


def _compilable(robot: Any, name: str) -> Any:
    """A URDF with a link above its root, and told to keep every link. Raises CannotImport."""
    links = [str(e.get("name")) for e in robot.iter("link")]
    children = {str(e.get("link")) for e in robot.iter("child")}
    roots = [n for n in links if n not in children]
    if len(roots) != 1:
        raise CannotImport(f"{name} has {len(roots)} links without a parent; a robot has one")
    if roots[0] != "world":
        ET.SubElement(robot, "link", name="world_mount")
        joint = ET.SubElement(robot, "joint", name="world_mount_joint", type="fixed")
        ET.SubElement(joint, "parent", link="world_mount")
        ET.SubElement(joint, "child", link=roots[0])
    for old in robot.findall("mujoco"):
        robot.remove(old)
    options = {"strippath": "false", "discardvisual": "false", "fusestatic": "false", "autolimits": "true"}
    options |= {"balanceinertia": "true", "boundmass": "0.001", "boundinertia": "1e-7"}
    ET.SubElement(ET.SubElement(robot, "mujoco"), "compiler", options)
    return robot


def _located(uri: str, urdf: Path) -> Path | None:
    """The file that a URDF's mesh stands for; `package://NAME/…` is looked for in the folders above. None if MuJoCo cannot read it.

    Raises CannotImport if it is nowhere.
    """
    package, rest = "", uri.removeprefix("file://")
    if uri.startswith("package://"):
        package, _, rest = uri.removeprefix("package://").partition("/")
    tries = [Path(rest)] if Path(rest).is_absolute() else []
    for folder in urdf.parents:
        tries += [folder / package / rest, *([folder / rest] if folder.name == package or not package else [])]
    tries += [urdf.parent / rest, urdf.parent.parent / rest]
    found = next((t for t in tries if t.is_file()), None)
    readable = [t.with_suffix(s) for t in ([found] if found else tries) for s in (*MESHES, ".STL")]
    if found is not None and found.suffix.lower() in MESHES:
        return found
    instead = next((t for t in readable if t.is_file()), None)
    if found is None and instead is None:
        raise CannotImport(f"{urdf.name} names the mesh {uri}, which is in none of the folders above it")
    return instead
