"""What the tests here share is importable by its name; and which of them needed a ROS 2 that is not here is said in the last lines."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def pytest_terminal_summary(terminalreporter):
    """Skipped is not passed: how many laws were not run against the real rclpy, and what would run them."""
    why = [r.longrepr[2] for r in terminalreporter.stats.get("skipped", ()) if isinstance(r.longrepr, tuple)]
    if unrun := [w for w in why if "rclpy" in w and "importable" in w]:
        terminalreporter.section("NOT RUN: real ROS 2", sep="!", red=True, bold=True)
        terminalreporter.write_line(f"{len(unrun)} tests did not run against the real rclpy: {unrun[0].removeprefix('Skipped: ')}")
