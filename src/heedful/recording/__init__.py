"""Recording: a run is a folder that can be read, explained and replayed, however it ended."""

from heedful.recording.format import FORMAT_VERSION, Tick, write_json
from heedful.recording.reader import NoRun, Run, newest_run
from heedful.recording.why import LINKS, Link, chain, first_broken_link
from heedful.recording.writer import RunWriter, UnwritableFolder

__all__ = [
    "FORMAT_VERSION", "LINKS", "Link", "NoRun", "Run", "RunWriter", "Tick", "UnwritableFolder", "chain", "first_broken_link", "newest_run",
    "write_json",
]  # fmt: skip
