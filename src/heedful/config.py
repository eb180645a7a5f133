"""From a name, a path or an object to the thing itself: robots, worlds, planners, skills, perceivers, safety limits.

The built-in choices are the YAML files under `configs/GROUP`, each naming its `_target_`. From outside the repository come
a path (`my_arm.yaml`, `my_planner.py:Greedy`), `module:attribute`, or an entry point in the group `heedful.GROUP`.
"""

from __future__ import annotations

import difflib
import functools
import importlib
import importlib.util
import re
import sys
import traceback
from collections.abc import Mapping
from importlib import metadata, resources
from pathlib import Path
from typing import Any

FROM, OBJECT = "_from_", "_object_"


class UnknownChoice(ValueError):
    """A name that no group knows, or a file that does not hold what it should; the message names the nearest."""


def choices(group: str) -> list[str]:
    """The names that a group knows: built in, and from entry points."""
    return sorted({*built_in(group), *(e.name for e in metadata.entry_points(group=f"heedful.{group}"))})


def built_in(group: str) -> list[str]:
    """The names of a group's own YAML files, those in a folder of it with the folder before them: `ros2/ur5e`."""
    folder = resources.files("heedful") / "configs" / group
    if not folder.is_dir():
        return []
    inner = [f"{f.name}/{name}" for f in folder.iterdir() if f.is_dir() for name in built_in(f"{group}/{f.name}")]
    return [f.name[:-5] for f in folder.iterdir() if f.name.endswith(".yaml")] + inner


def load(group: str, what: Any, **options: Any) -> Any:
    """The thing that a name, path, mapping or object stands for.

    Args:
      group: `robot`, `world`, `planner`, `perception`, `safety`, `skills`.
      what: A built-in name; a path of YAML (`my_arm.yaml`) or Python (`mine.py`, `mine.py:Name`); `module:attribute`; a mapping with
        `_target_`, or with `_from_` (any of these) and the fields that differ; or an object, which is returned as it is.
      options: Override fields of a YAML file or mapping, or arguments of what a Python name stands for.

    Raises UnknownChoice.
    """
    if isinstance(what, Mapping):
        fields = {k: v for k, v in what.items() if k != FROM} | options
        return load(group, what[FROM], **fields) if FROM in what else instantiate(fields)
    if not isinstance(what, str):
        return what
    file, _, name = what.partition(":")
    if file.endswith(".py"):
        return _with(_from_python(group, Path(file).expanduser(), name), what, options)
    if file.endswith((".yaml", ".yml")):
        return _from_yaml(group, Path(file).expanduser(), options)
    own = resources.files("heedful") / "configs" / group / f"{what}.yaml"
    if what in built_in(group):
        return instantiate({**_read(own.read_text(), what), **options})
    for entry in metadata.entry_points(group=f"heedful.{group}"):
        if entry.name == what:
            return _with(entry.load(), what, options)
    if name:
        return _with(_attribute(file, name), what, options)
    near = difflib.get_close_matches(what, choices(group), 1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise UnknownChoice(f"no {group} named {what!r}.{hint} Known: {', '.join(choices(group)) or 'none'}; or a path such as my_{group}.py")


def name_of(what: Any) -> str:
    """What to call a choice in a record: its name or path, with the fields that were set; a class or an object by its name."""
    if isinstance(what, Mapping):
        fields = ", ".join(f"{k}={v}" for k, v in what.items() if not str(k).startswith("_"))
        base = name_of(what.get(FROM) or str(what.get("_target_", "settings")).replace(":", ".").rpartition(".")[2])
        return f"{base} ({fields})" if fields else base
    if isinstance(what, str):
        return what
    if isinstance(what, functools.partial):
        return name_of({FROM: name_of(what.func), **what.keywords})
    return str(getattr(what, "__name__", None) or getattr(what, "name", None) or type(what).__name__)


def recorded(what: Any) -> Any:
    """What a record keeps of a choice, so that `load` finds it again from any folder; an object made by hand only by its name."""
    if isinstance(what, Mapping):
        return {k: recorded(v) if k == FROM else v for k, v in what.items()}
    if isinstance(what, (list, tuple)):
        return [recorded(v) for v in what]
    if isinstance(what, str):
        file, colon, name = what.partition(":")
        path = Path(file).expanduser()
        return f"{path.resolve()}{colon}{name}" if file.endswith((".py", ".yaml", ".yml")) and path.is_file() else what
    if isinstance(what, functools.partial) and not what.args:
        return {FROM: recorded(what.func), **what.keywords}
    name = str(getattr(what, "__qualname__", ""))
    if name.isidentifier() and getattr(sys.modules.get(what.__module__), name, None) is what:
        file = str(getattr(sys.modules[what.__module__], "__file__", ""))
        own = what.__module__.startswith("heedful_user_")
        return f"{file}:{name}" if own else f"{what.__module__}:{name}"
    return {OBJECT: name_of(what)}


def by_hand(record: Any) -> str:
    """The name of an object in a record that cannot be made again from it; empty for one that can."""
    while isinstance(record, Mapping) and FROM in record:
        record = record[FROM]
    return str(record[OBJECT]) if isinstance(record, Mapping) and OBJECT in record else ""


def _with(thing: Any, what: str, options: Mapping[str, Any]) -> Any:
    """A class or function with arguments put in."""
    if options and not callable(thing):
        raise UnknownChoice(f"{what} is made already, so its {', '.join(options)} cannot be set; name a class or a function instead")
    return functools.partial(thing, **options) if options else thing


def instantiate(config: Mapping[str, Any]) -> Any:
    """Call a mapping's `_target_` with its other fields; with `_partial_: true`, return it ready to be called."""
    fields = {k: v for k, v in config.items() if not k.startswith("_")}
    target = config.get("_target_")
    if not target:
        raise UnknownChoice(f"a configuration needs a '_target_' that says what to build; it has {', '.join(config) or 'nothing'}")
    module, _, name = str(target).replace(":", ".").rpartition(".")
    made = functools.partial(_attribute(module, name), **fields)
    return made if config.get("_partial_") else made()


def _read(text: str, where: str) -> dict[str, Any]:
    """The fields of a YAML file."""
    import yaml

    try:
        fields = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None) or "it cannot be read"
        raise UnknownChoice(f"{where} is not YAML: {problem}{f' in line {mark.line + 1}' if mark else ''}") from None
    if not isinstance(fields, dict):
        raise UnknownChoice(
            f"{where} holds {type(fields).__name__ if fields is not None else 'nothing'}, where 'key: value' lines were expected"
        )
    return {str(k): v for k, v in fields.items()}


def _attribute(module: str, name: str) -> Any:
    try:
        return getattr(importlib.import_module(module), name)
    except ModuleNotFoundError as error:
        raise UnknownChoice(f"there is no module {module!r} to take {name!r} from ({error})") from None
    except AttributeError:
        raise UnknownChoice(f"module {module!r} has no {name!r}") from None


def _from_yaml(group: str, path: Path, options: Mapping[str, Any]) -> Any:
    if not path.is_file():
        raise UnknownChoice(f"there is no file {path}; {group} takes a path, or one of {', '.join(choices(group))}")
    fields = {**_beside(_read(path.read_text(), str(path)), path.parent), **options}
    if fields.get("file") == ".":  # what is built of it is to know, and to write into, the file itself
        fields["file"] = str(path.resolve())
    if "_target_" in fields or group != "robot":
        return instantiate(fields)
    from heedful.hardware.description import RobotDescription

    try:
        return RobotDescription.of(**fields)
    except (TypeError, ValueError, KeyError, AttributeError, IndexError) as error:
        said = re.sub(r"\S+\(\) missing \d+ required positional arguments?:", "it lacks", " ".join(str(error).split()))
        said = re.sub(r"\S+\(\) got an unexpected keyword argument", "it takes no", said)
        raise UnknownChoice(f"{path} does not describe a robot: {said} (docs/howto/my_arm.yaml is one that does)") from None


def _beside(fields: Any, folder: Path) -> Any:
    """The same fields, files of MJCF among them found beside the YAML that names them."""
    if isinstance(fields, list):
        return [_beside(f, folder) for f in fields]
    if not isinstance(fields, dict):
        return fields
    found = {k: _beside(v, folder) for k, v in fields.items()}
    mjcf = str(found.get("mjcf", ""))
    return {**found, "mjcf": str((folder / mjcf).resolve())} if mjcf and not mjcf.lstrip().startswith("<") else found


def _from_python(group: str, path: Path, name: str) -> Any:
    """An attribute of a Python file: the one named, else `ROBOT`, `WORLD`, `PLANNER` … after the group."""
    if not path.is_file():
        raise UnknownChoice(f"there is no file {path}; {group} takes a path, or one of {', '.join(choices(group))}")
    module = module_from(path)
    wanted = name or group.upper()
    if not hasattr(module, wanted):
        there = [n for n in vars(module) if not n.startswith("_")]
        raise UnknownChoice(f"{path} defines no {wanted}; it has {', '.join(there) or 'nothing'}, and {path.name}:NAME chooses one")
    return getattr(module, wanted)


def module(name: str) -> Any:
    """Import a module by its name."""
    return importlib.import_module(name)


def module_from(path: Path) -> Any:
    """Import a Python file by its path, once."""
    path = path.resolve()
    name = f"heedful_user_{path.stem}_{abs(hash(str(path))):x}"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        try:
            spec.loader.exec_module(module)
        except Exception as error:
            del sys.modules[name]
            frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == str(path)]
            line = error.lineno if isinstance(error, SyntaxError) else frames[-1].lineno if frames else "?"
            said = error.msg if isinstance(error, SyntaxError) else " ".join(str(error).split())
            raise UnknownChoice(f"{path.name} cannot be imported: {type(error).__name__} in line {line}: {said}") from error
    return sys.modules[name]
