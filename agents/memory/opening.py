"""A memory from a setting: `memory=user`, `memory=off` or `memory=PATH`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from heedful.agents.memory.likeness import KNOWN
from heedful.agents.memory.remembering import Remembering
from heedful.agents.memory.store import Store

FILE = "memory.sqlite"
OFF, USER = "off", "user"


def default_path() -> Path:
    """The memory's file in the user's data folder."""
    home = Path.home()
    if sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return folder / "heedful" / FILE


def path_of(setting: Any) -> Path | None:
    """The file that a setting names; None for `off`."""
    if setting is None or setting is False or setting == OFF:
        return None
    return default_path() if setting is True or setting == USER else Path(setting).expanduser()


def open_memory(setting: Any, likeness: str = "grams", notice: Callable[[str], None] | None = None) -> Any:
    """A Memory, or None.

    Args:
      setting: `user` (the file in the user's data folder), `off` or None, a path, or a Memory, which is returned as it is.
      likeness: How names are compared where none fits exactly: `grams`, or `minilm`, which needs the extra `semantic`.
      notice: Told in a sentence when the file cannot be used.

    Raises ValueError for a likeness that is none.
    """
    if hasattr(setting, "recall"):
        return setting
    if likeness not in KNOWN:
        raise ValueError(f"no likeness named {likeness!r}. Known: {', '.join(KNOWN)}")
    path = path_of(setting)
    return None if path is None else Remembering(Store(path, KNOWN[likeness]()), notice)
