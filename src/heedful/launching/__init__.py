"""Jobs shared out among workers, here or on a cluster: every result comes exactly once, whatever dies meanwhile."""

from heedful.launching.crew import JobFailed, Launcher, WorkersLost
from heedful.launching.processes import Processes

__all__ = ["JobFailed", "Launcher", "Processes", "WorkersLost"]
