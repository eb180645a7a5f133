"""The file that memory is kept in: one SQLite table, each change a transaction, so that several robots and people may share it."""

from __future__ import annotations

import contextlib
import json
import math
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from heedful.agents.memory.agreeing import FORGOTTEN, OCCASIONS, Told, agreed
from heedful.agents.memory.likeness import Grams, Likeness, Vectors
from heedful.agents.memory.rules import Kind, Note
from heedful.agents.memory.scope import words

VERSION = 1
PATIENCE = 10.0
"""How long to wait for another writer [s]."""
TRUST = 2
"""Being told once counts for as much as this many times that it came off."""

_TABLE = """
CREATE TABLE IF NOT EXISTS memories (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, scope TEXT NOT NULL, slot TEXT NOT NULL UNIQUE, rule TEXT NOT NULL, utterance TEXT NOT NULL,
  episode TEXT NOT NULL, call INTEGER NOT NULL, told REAL NOT NULL, worked INTEGER NOT NULL, failed INTEGER NOT NULL,
  uses INTEGER NOT NULL, used REAL, earlier TEXT, occasions INTEGER NOT NULL, likeness TEXT NOT NULL, vector BLOB NOT NULL)
"""
_FIELDS = "id, kind, scope, rule, utterance, episode, told, worked, failed, uses, used, occasions, likeness, vector"


class UnreadableMemory(OSError):
    """The file is no memory, or cannot be used; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is remembered."""

    id: str
    kind: Kind
    scope: str
    rule: Mapping[str, Any]
    """A correction's `kind` and `effect`; offsets in the frame that it names [m], with what was `told` on each occasion."""
    utterance: str
    episode: str
    told: float
    """[s since 1970]."""
    worked: int = 0
    failed: int = 0
    uses: int = 0
    used: float | None = None
    occasions: int = 1
    """In how many calls it was told."""
    likeness: str = "grams"
    vector: bytes = b""

    @property
    def confidence(self) -> float:
        """The share of times it came off, being told counted in. In (0, 1)."""
        held = TRUST * self.occasions + self.worked
        return held / (held + self.failed + 1)

    @property
    def agreed(self) -> bool:
        """Whether what was told on several occasions comes to something."""
        return self.kind != "offset" or any(self.rule["effect"]["offset"])

    def to_json(self) -> dict[str, Any]:
        """As `heedful memory list --json` shows it."""
        return {
            "id": self.id, "kind": self.kind, "scope": self.scope, "rule": self.rule, "utterance": self.utterance, "episode": self.episode,
            "told": self.told, "confidence": round(self.confidence, 3), "occasions": self.occasions, "uses": self.uses, "used": self.used,
        }  # fmt: skip


class Store:
    """A memory's file. Every method is a transaction of its own, safe from any thread and any process.

    Args:
      path: The file; it and its folder are made on the first write, readable by their owner alone.
      likeness: How names are compared.
    """

    def __init__(self, path: str | os.PathLike[str], likeness: Likeness | None = None) -> None:
        self.path = Path(path).expanduser()
        self.likeness: Likeness = likeness or Grams()

    def all(self) -> list[Entry]:
        """Everything remembered, the newest first; empty where there is no file yet."""
        if not self.path.exists():
            return []
        with self._open("DEFERRED") as db:
            return [_entry(row) for row in db.execute(f"SELECT {_FIELDS} FROM memories ORDER BY told DESC, id")]

    def put(self, note: Note, utterance: str, episode: str = "", call: int = -1, told: float | None = None) -> Entry | None:
        """Keep a note in place of what its slot held. What was told again, or an offset told on another occasion, strengthens it.

        Returns what is kept now; None if an offset was taken back, and is forgotten.
        """
        now = time.time() if told is None else told
        with self._open() as db:
            kept = db.execute("SELECT * FROM memories WHERE slot = ?", (note.slot,)).fetchone()
            same = kept is not None and episode == kept["episode"] and call == kept["call"] and episode != ""
            fresh, occasions = kept is None, 1 if kept is None else kept["occasions"] + (not same)
            rule = dict(note.rule)
            if note.kind == "offset":
                before = [] if kept is None else _told(json.loads(kept["rule"]))
                days = [*(before[:-1] if same else before), *rule["told"]][-OCCASIONS:]
                rule |= {"effect": agreed(days), "told": days}
                if all(math.hypot(*v) < FORGOTTEN for day in days for v in day.values()):
                    db.execute("DELETE FROM memories WHERE slot = ?", (note.slot,))
                    return None
            elif kept is not None and json.loads(kept["rule"]) != _plain(rule):
                fresh, occasions = True, 1  # the person has changed their mind: what was told before lends it no weight
            vector = self.likeness.vectors([words(note.scope)])[0].tobytes()
            row = {
                "id": secrets.token_hex(4) if fresh else kept["id"], "kind": note.kind, "scope": note.scope, "slot": note.slot,
                "rule": json.dumps(rule), "utterance": utterance, "episode": episode, "call": call, "told": now,
                "worked": 0 if fresh else kept["worked"], "failed": 0 if fresh else kept["failed"], "uses": 0 if fresh else kept["uses"],
                "used": None if fresh else kept["used"], "earlier": None, "occasions": occasions, "likeness": self.likeness.name,
                "vector": vector,
            }  # fmt: skip
            db.execute(f"INSERT OR REPLACE INTO memories ({', '.join(row)}) VALUES ({', '.join(':' + k for k in row)})", row)
            return _entry(row)

    def count(self, id: str, worked: bool | None) -> None:
        """It was used once more; and whether that came off, where it is known."""
        with self._open() as db:
            came, failed = worked is True, worked is False
            db.execute(
                "UPDATE memories SET uses = uses + ?, used = ?, worked = worked + ?, failed = failed + ? WHERE id = ?",
                (worked is None, time.time(), came, failed, id),
            )

    def forget(self, ids: Sequence[str] = (), everything: bool = False) -> list[Entry]:
        """Drop entries by id or the start of one. Returns what was dropped. Raises ValueError for an id that names none, or several."""
        if not self.path.exists() and everything:
            return []
        if not self.path.exists():
            raise ValueError(f"nothing is remembered in {self.path}")
        with self._open() as db:
            there = [_entry(row) for row in db.execute(f"SELECT {_FIELDS} FROM memories")]
            gone = there if everything else [_named(id, there) for id in dict.fromkeys(ids)]
            db.executemany("DELETE FROM memories WHERE id = ?", [(e.id,) for e in gone])
        return gone

    def vectors(self, entries: Sequence[Entry]) -> Vectors:
        """The vectors of entries as this store compares them. Shape (entries, width)."""
        told = [e.likeness == self.likeness.name for e in entries]
        missing = iter(self.likeness.vectors([words(e.scope) for e, known in zip(entries, told, strict=True) if not known]))
        rows = [np.frombuffer(e.vector, dtype=np.float32) if known else next(missing) for e, known in zip(entries, told, strict=True)]
        return np.stack(rows)

    @contextlib.contextmanager
    def _open(self, begin: str = "IMMEDIATE") -> Iterator[sqlite3.Connection]:
        """The file within one transaction; other writers wait for an immediate one."""
        db: sqlite3.Connection | None = None
        try:
            if not self.path.exists():
                self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                os.close(os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600))
            db = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
            db.row_factory = sqlite3.Row
            db.execute(f"BEGIN {begin}")
            (version,) = db.execute("PRAGMA user_version").fetchone()
            if version > VERSION:
                raise UnreadableMemory(f"{self.path} is a memory of version {version}; this Heedful knows up to {VERSION}: upgrade it")
            if version < VERSION:
                db.execute(_TABLE)
                db.execute(f"PRAGMA user_version = {VERSION}")
            yield db
            db.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            if isinstance(error, UnreadableMemory):
                raise
            said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise UnreadableMemory(f"the memory {self.path} cannot be used ({said}): name another file with memory=PATH") from error
        finally:
            if db is not None:
                db.close()  # rolls back what was not committed


def _told(rule: Mapping[str, Any]) -> list[Told]:
    """What was told of an offset, occasion by occasion; a file from before they were kept knows their mean alone."""
    effect = rule["effect"]
    return list(rule.get("told") or [{str(effect.get("frame", "world")): effect["offset"]}])


def _named(id: str, there: Sequence[Entry]) -> Entry:
    found = [e for e in there if e.id == id] or [e for e in there if id and e.id.startswith(id)]
    if len(found) != 1:
        known = ", ".join(e.id for e in (found or there)[:8]) or "nothing is remembered"
        raise ValueError(f"{id!r} names {'several memories' if found else 'no memory'}: {known}")
    return found[0]


def _entry(row: Any) -> Entry:
    fields = {k: row[k] for k in _FIELDS.split(", ")}
    return Entry(**{**fields, "rule": json.loads(fields["rule"])})


def _plain(rule: Mapping[str, Any]) -> Any:
    return json.loads(json.dumps(rule))
