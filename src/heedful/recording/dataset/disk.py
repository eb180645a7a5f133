"""Files that are there whole or not at all, and outlive a crash: written aside, flushed to the disk, renamed."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from heedful.recording.dataset.layout import LOCK
from heedful.recording.format import plain


class Busy(OSError):
    """Another writer has the dataset."""


def sync(path: Path) -> None:
    """Flush a file, or a folder's names, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make(folder: Path) -> None:
    """A folder with those above it, their names on the disk."""
    if not folder.is_dir():
        make(folder.parent)
        folder.mkdir(exist_ok=True)
        sync(folder.parent)


def move(source: Path, target: Path) -> None:
    """Rename a flushed file to where it belongs, durably."""
    make(target.parent)
    os.replace(source, target)
    sync(target.parent)


def write_json(path: Path, data: Any) -> None:
    """Strict JSON, whole or not at all."""
    make(path.parent)
    draft = path.with_name(f".{path.name}.part")
    with open(draft, "w", encoding="utf-8") as file:
        json.dump(plain(data), file, indent=1, ensure_ascii=False, allow_nan=False)
        file.flush()
        os.fsync(file.fileno())
    move(draft, path)


def write_table(path: Path, table: Any) -> None:
    """A Parquet file, whole or not at all."""
    import pyarrow.parquet as pq

    make(path.parent)
    draft = path.with_name(f".{path.name}.part")
    pq.write_table(table, draft, compression="snappy")
    sync(draft)
    move(draft, path)


def write_words(path: Path, column: str, words: Sequence[str]) -> None:
    """A table of words and their indices, as pandas reads it back with the words as its index, which is how lerobot looks them up."""
    import pyarrow as pa

    index = "__index_level_0__"
    about: Mapping[str, Any] = {
        "index_columns": [index], "column_indexes": [_column(None, "unicode", "object", {"encoding": "UTF-8"})],
        "columns": [_column(column, "int64", "int64"), _column(None, "unicode", "object", field=index)],
        "creator": {"library": "pyarrow", "version": pa.__version__}, "pandas_version": "2.0.0",
    }  # fmt: skip
    table = pa.table({column: pa.array(range(len(words)), pa.int64()), index: pa.array(words, pa.string())})
    write_table(path, table.replace_schema_metadata({"pandas": json.dumps(about)}))


def read_words(path: Path) -> list[str]:
    """The words of such a table, in order of their indices; none where there is no file."""
    import pyarrow.parquet as pq

    if not path.exists():
        return []
    table = pq.read_table(path)
    column = next(c for c in table.column_names if c.endswith("_index"))
    rows = zip(table[column].to_pylist(), table["__index_level_0__"].to_pylist(), strict=True)
    return [words for _, words in sorted(rows)]


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Be the only writer of a dataset. A writer that was killed leaves nothing in the way. Raises Busy."""
    make(folder)
    with open(folder / LOCK, "a", encoding="utf-8") as file:
        try:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            pass  # no such locks on this system: whoever runs two writers there is on their own
        except OSError:
            raise Busy(f"another writer has the dataset {folder}: wait for it, or write to another folder") from None
        yield


def _column(name: str | None, pandas: str, numpy: str, metadata: Any = None, field: str | None = None) -> dict[str, Any]:
    return {"name": name, "field_name": field or name, "pandas_type": pandas, "numpy_type": numpy, "metadata": metadata}
