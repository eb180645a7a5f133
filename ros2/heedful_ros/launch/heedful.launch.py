"""`ros2 launch heedful_ros heedful.launch.py robot:=ros2/ur5e instruction:=/speech/text`."""

from launch import LaunchDescription
from launch.actions import DeclareLaunchArgument
from launch.substitutions import LaunchConfiguration
from launch_ros.actions import Node
from launch_ros.parameter_descriptions import ParameterValue

ARGUMENTS = {
    "robot": ("ros2/ur5e", "what `robot=` takes"),
    "overrides": ("", "further settings, as on the command line of `heedful run`"),
    "people": ("false", "whether what comes by topic is said by people, and may let a stopped robot go on"),
    "frame": ("world", "the frame of the markers"),
    "out": ("runs", "the folder of the recorded runs"),
}
NAMES = {"instruction": "~/instruction", "correction": "~/correction"}
"""What may be called otherwise; an action's name cannot be remapped in ROS 2, but the node can be put in a namespace."""


def generate_launch_description() -> LaunchDescription:
    told = [DeclareLaunchArgument(k, default_value=v, description=d) for k, (v, d) in ARGUMENTS.items()]
    told += [DeclareLaunchArgument(k, default_value=v, description=f"what {v} is called") for k, v in NAMES.items()]
    node = Node(
        package="heedful_ros",
        executable="node",
        name="heedful",
        output="screen",
        parameters=[{k: ParameterValue(LaunchConfiguration(k), value_type=bool if k == "people" else str) for k in ARGUMENTS}],
        remappings=[(v, LaunchConfiguration(k)) for k, v in NAMES.items()],
    )
    return LaunchDescription([*told, node])
