"""Definitions that other releases of ROS 2 have otherwise than Jazzy, as data: DDS matches by name, and misreads what was built otherwise.

Humble tells no hashes, so nobody is warned: whoever drives a robot on Humble by the dds transport says `distribution="humble"`.
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
