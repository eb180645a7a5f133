"""From settings, or from the parameters of a ROS 2 launch file, to a running node."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from heedful.app.compose import Settings, compose
from heedful.app.fronts.ros2_node import RobotNode

PARAMETERS: Mapping[str, Any] = {"robot": "ros2/ur5e", "overrides": "", "people": False, "frame": "world", "out": "runs"}
"""What `ros2 run heedful_ros node --ros-args -p name:=value` sets: the robot, further settings as on the command line, whether what comes
by topic is said by people, the markers' frame, and the folder of the recorded runs."""


@contextlib.contextmanager
def open_node(
    settings: Settings,
    transport: Any,
    name: str = "heedful",
    renamed: Mapping[str, str] | None = None,
    people: bool = False,
    out: Path | None = None,
    frame: str = "world",
) -> Iterator[RobotNode]:
    """A session of these settings, and a node on a transport; both are closed in the end, and a robot that is at work is held."""
    from heedful.app.finish import finish
    from heedful.app.fronts.conversation import Conversation
    from heedful.app.open_session import RUNS, open_session

    if "mode" not in settings.given:
        settings.values["mode"] = "realtime"
    with contextlib.ExitStack() as stack:
        stack.callback(transport.close)
        session = stack.enter_context(open_session(settings, out or RUNS))
        session.interactive = True

        def ended(folder: Path | None) -> None:
            if folder is not None:
                with contextlib.suppress(OSError, ValueError):
                    finish(session.world, folder, film="none")  # a film would take the processor from the robot

        node = RobotNode(transport, Conversation(session, ended), home(transport, name), renamed, people, frame)
        stack.callback(node.close)
        yield node


def home(transport: Any, name: str) -> str:
    """The node's full name: where ROS gave it another one, or a namespace, that one."""
    node = getattr(transport, "node", None)
    return str(node.get_fully_qualified_name()) if node is not None else f"/{name.strip('/')}"


def launched(wait: Callable[[], Any] | None = None) -> int:
    """The executable of the ament package: parameters and names come from ROS, as a launch file gives them. 0 once it was stopped.

    Args:
      wait: Returns when the node is to end; it ends when it is interrupted, unless given.
    """
    from heedful.app.options import Usage, note
    from heedful.hardware.ros2.rclpy_transport import RclpyTransport

    try:
        transport = RclpyTransport("heedful")
        values = {k: transport.node.declare_parameter(k, v).value for k, v in PARAMETERS.items()}
        settings = compose([f"robot={values['robot']}", *str(values["overrides"]).split()], None)
        with open_node(settings, transport, "heedful", None, bool(values["people"]), Path(values["out"]), str(values["frame"])) as node:
            note(f"{node.called('~/instruction')}, {node.called('~/run')} on {transport.name}")
            with contextlib.suppress(KeyboardInterrupt):
                (wait or threading.Event().wait)()
    except (Usage, ImportError, OSError, ValueError) as error:
        print(f"heedful: {error}", file=sys.stderr)
        return 2
    return 0
