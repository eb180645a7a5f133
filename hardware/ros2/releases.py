"""Definitions that other releases of ROS 2 have otherwise than Jazzy, as data: DDS matches by name, and misreads what was built otherwise.

Humble tells no hashes: whoever drives a robot on Humble by the dds transport says `distribution="humble"`, and a message of a type that
Humble has otherwise is not sent to, nor heeded from, a peer that tells none before that is said.
"""

from __future__ import annotations

from collections.abc import Mapping

MESSAGES: Mapping[str, Mapping[str, str]] = {
    "humble": {
        "controller_manager_msgs/msg/ControllerState": (
            "string name\nstring state\nstring type\nstring[] claimed_interfaces\nstring[] required_command_interfaces\n"
            "string[] required_state_interfaces\nbool is_chainable\nbool is_chained\nstring[] reference_interfaces\n"
            "controller_manager_msgs/ChainConnection[] chain_connections"
        ),
    },
}
"""Release -> message -> text."""

SERVICES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "humble": {
        "controller_manager_msgs/srv/SwitchController": (
            "string[] activate_controllers\nstring[] deactivate_controllers\nstring[] start_controllers\nstring[] stop_controllers\n"
            "int32 strictness\nbool start_asap\nbool activate_asap\nbuiltin_interfaces/Duration timeout",
            "bool ok",
        ),
    },
}
"""Release -> service -> text of request and response."""

ACTIONS: Mapping[str, Mapping[str, tuple[str, str, str]]] = {
    "humble": {
        "nav2_msgs/action/NavigateToPose": (
            "geometry_msgs/PoseStamped pose\nstring behavior_tree",
            "std_msgs/Empty result",
            "geometry_msgs/PoseStamped current_pose\nbuiltin_interfaces/Duration navigation_time\n"
            "builtin_interfaces/Duration estimated_time_remaining\nint16 number_of_recoveries\nfloat32 distance_remaining",
        ),
    },
}
"""Release -> action -> text of goal, result and feedback."""

CHANGED = (
    "controller_manager_msgs/srv/SwitchController",
    "controller_manager_msgs/srv/ListControllers",
    "nav2_msgs/action/NavigateToPose_GetResult",
)
"""Beginnings of the names of types whose layout is another one in Humble."""


def changed(kind: str) -> bool:
    """Whether Humble's definition of a type is another one."""
    return kind.startswith(CHANGED)
