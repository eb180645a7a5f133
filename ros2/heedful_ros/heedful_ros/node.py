"""`ros2 run heedful_ros node`."""

import sys

from heedful.app.fronts.ros2_opening import launched


def main() -> None:
    sys.exit(launched())
