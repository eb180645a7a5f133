"""What the tests here share is importable by its name; and which of them needed a ROS 2 that is not here is said in the last lines."""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def pytest_terminal_summary(terminalreporter):
    """Skipped is not passed: how many laws were not run against what is not here, and what would run them."""
    why = [r.longrepr[2].removeprefix("Skipped: ") for r in terminalreporter.stats.get("skipped", ()) if isinstance(r.longrepr, tuple)]
    if unrun := Counter(w for w in why if w.startswith("NOT RUN")):
        terminalreporter.section("NOT RUN", sep="!", red=True, bold=True)
        for reason, count in unrun.items():
            terminalreporter.write_line(f"{count} tests {reason}")
