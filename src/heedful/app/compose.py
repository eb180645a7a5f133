"""Settings from the command line: Hydra composes the built-in groups; what comes by path is taken out before."""

from __future__ import annotations

import contextlib
import difflib
import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from heedful.app.options import Usage, unknown
from heedful.config import FROM, built_in, choices

GROUPS = ("robot", "world", "planner", "language", "perception", "safety", "skills", "policy", "launcher")
FILES = (".py", ".yaml", ".yml")
CHOICES = {
    "mode": ("fast", "realtime"),
    "film": ("fast", "nice", "none"),
    "likeness": ("grams", "minilm"),
    "standpoint": ("robot", "viewer"),
}
"""Settings of no group that take one of a few words."""


@dataclass(slots=True)
class Settings:
    """Everything a session is made of."""

    chosen: dict[str, str]
    """Group -> the name or path that was chosen."""
    groups: dict[str, dict[str, Any]]
    """Group -> its fields; for what came by path, only those that were overridden."""
    values: dict[str, Any]
    """What belongs to no group: mode, seed, task, dataset, memory, likeness, standpoint, speech, film."""
    given: dict[str, str] = field(default_factory=dict)
    """Dotted key -> the word of the command line that set it."""

    def of(self, group: str) -> Any:
        """What `heedful.config.load` and `Session` take: the name or path, with the fields of it that were overridden."""
        name = self.chosen[group]
        fields = {k.removeprefix(f"{group}.").partition(".")[0] for k in self.given if k.startswith(f"{group}.")}
        return {FROM: name, **{k: self.groups[group][k] for k in sorted(fields) if k in self.groups[group]}} if fields else name


def compose(words: Sequence[str] = (), seed: int | None = None) -> Settings:
    """Settings from `group=choice` and `key=value` words.

    Raises:
      Usage: for a word that is neither, with the nearest that is.
    """
    given: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key.lstrip("+~"):
            raise Usage(f"{word!r} is no setting: expected key=value, such as robot=panda (an instruction of several words goes in quotes)")
        given[key.lstrip("+")] = word
        if key in GROUPS and value not in choices(key) and not _by_path(value):
            raise Usage(f"{unknown(key, value, choices(key))}; or a path such as my_{key}.py")
        if key in GROUPS and (file := value.partition(":")[0]).endswith(FILES) and not Path(file).expanduser().is_file():
            raise Usage(f"there is no file {file}; {key} takes a path, or one of {', '.join(choices(key))}")
    outside = {k: w.partition("=")[2] for k, w in given.items() if k in GROUPS and w.partition("=")[2] not in built_in(k)}
    inner = {k: w for k, w in given.items() if k.partition(".")[0] in outside and "." in k}
    picked = [w for k, w in given.items() if k in GROUPS and k not in outside]
    rest = {k: w for k, w in given.items() if k not in GROUPS and k not in inner}
    config, chosen = _composed(picked)
    if rest:
        config, chosen = _composed([*picked, *(_known(config, key, word) for key, word in rest.items())])
        _same_kind(rest, config)
    groups = {g: config.get(g) or {} for g in GROUPS}
    for group in outside:
        groups[group] = _fields(group, [w for k, w in inner.items() if k.startswith(f"{group}.")])
    values = {k: v for k, v in config.items() if k not in GROUPS}
    if seed is not None:
        values["seed"] = seed
        given["seed"] = f"seed={seed}"
    if not isinstance(values["seed"], int) or isinstance(values["seed"], bool) or values["seed"] < 0:
        raise Usage(f"seed is a whole number from 0 on, got {values['seed']!r}")
    for key, known in CHOICES.items():
        if values[key] not in known:
            raise Usage(unknown(key, str(values[key]), known))
    return Settings({**chosen, **outside}, groups, values, given)


def _by_path(value: str) -> bool:
    """Whether a choice is a file, or a module's attribute."""
    return ":" in value or value.endswith(FILES)


def _composed(words: Sequence[str]) -> tuple[dict[str, Any], dict[str, str]]:
    """The configuration as plain data, and each group's choice."""
    from hydra import compose as hydra_compose, initialize_config_module
    from omegaconf import OmegaConf

    with _one_sentence(words), initialize_config_module("heedful.configs", version_base="1.3"):
        config = hydra_compose("run", overrides=list(words), return_hydra_config=True)
        picked = {g: str(c) for g, c in config.hydra.runtime.choices.items() if g in GROUPS}
        OmegaConf.set_struct(config, False)
        config.pop("hydra")
        plain = OmegaConf.to_container(config, resolve=True)
        assert isinstance(plain, dict)
        return {str(k): v for k, v in plain.items()}, picked


@contextlib.contextmanager
def _one_sentence(words: Sequence[str]) -> Iterator[None]:
    """Hydra's and OmegaConf's complaints as a Usage of one sentence."""
    from hydra.errors import HydraException
    from omegaconf.errors import OmegaConfBaseException

    try:
        yield
    except (HydraException, OmegaConfBaseException) as error:
        said = str(error.__cause__ or error).strip().splitlines()[0].rstrip(".")
        raise Usage(f"the settings {' '.join(words)!r} cannot be taken: {said}") from None


def _known(config: dict[str, Any], key: str, word: str) -> str:
    """A word as Hydra takes it, once its key is known: in the files, or as a parameter of what a group builds. Raises Usage."""
    if word.startswith("+"):
        return word
    here: Any = config
    path = key.lstrip("~").split(".")
    for i, name in enumerate(path):
        fields = here if isinstance(here, dict) else {}
        parameters = defaults_of(target_of(fields)) if i == 1 and name not in fields else {}
        if name in parameters and i + 1 == len(path):
            return f"+{word}"
        known = [k for k in dict.fromkeys([*fields, *parameters]) if not k.startswith("_")]
        if name not in fields:
            near = difflib.get_close_matches(name, known, 1)
            hint = f" Did you mean {'.'.join([*path[:i], near[0]])!r}?" if near else ""
            where = f"{'.'.join(path[:i])} has" if i else "There are"
            raise Usage(f"no setting named {key!r}.{hint} {where}: {', '.join(known) or 'nothing to set'}")
        here = fields[name]
    return word


def _same_kind(keys: Iterable[str], config: Mapping[str, Any]) -> None:
    """That numbers were given where numbers are wanted. Raises Usage."""
    for key in keys:
        group, _, name = key.partition(".")
        fields = config.get(group)
        if group not in GROUPS or not isinstance(fields, Mapping) or name not in fields:
            continue
        wanted, given = defaults_of(target_of(fields)).get(name), fields[name]
        if isinstance(wanted, bool):
            if not isinstance(given, bool):
                raise Usage(f"{key} is true or false, got {given!r}")
        elif isinstance(wanted, (int, float)) and (isinstance(given, bool) or not isinstance(given, (int, float))):
            raise Usage(f"{key} takes a number such as {wanted!r}, got {given!r}")


def target_of(fields: Mapping[str, Any]) -> Any:
    """What a mapping's `_target_` names; None if it has none or it cannot be imported here."""
    module, _, name = str(fields.get("_target_") or "").rpartition(".")
    try:
        return getattr(import_module(module), name) if module else None
    except (ImportError, AttributeError):
        return None


def defaults_of(target: Any) -> dict[str, Any]:
    """Parameters of a callable whose defaults a person can set: numbers, words, and tuples of them."""
    try:
        parameters = inspect.signature(target).parameters.values() if callable(target) else ()
    except (TypeError, ValueError):
        return {}
    return {p.name: p.default for p in parameters if isinstance(p.default, (bool, int, float, str, tuple))}


def _fields(group: str, words: Sequence[str]) -> dict[str, Any]:
    """Overrides of something that came by path, as nested fields."""
    from omegaconf import OmegaConf

    with _one_sentence(words):
        made = OmegaConf.to_container(OmegaConf.from_dotlist([w.lstrip("+") for w in words]))
    fields = made.get(group, {}) if isinstance(made, dict) else {}
    return {str(k): v for k, v in fields.items()} if isinstance(fields, dict) else {}
