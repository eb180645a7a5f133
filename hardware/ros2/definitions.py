"""Interface definitions that are not in rosbags, as data: the text of the published files, and what the fake robot adds for the judge.

control_msgs, std_srvs, controller_manager_msgs and action_msgs are the ROS 2 Jazzy definitions; FollowJointTrajectory and
GripperCommand are the same in Humble. `heedful_msgs` is ours: only a simulated robot offers it.
"""

from __future__ import annotations

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    "control_msgs/msg/GripperCommand": "float64 position\nfloat64 max_effort",
    "control_msgs/msg/JointTolerance": "string name\nfloat64 position\nfloat64 velocity\nfloat64 acceleration",
    "control_msgs/msg/JointComponentTolerance": (
        "uint16 POSITION=1\nuint16 VELOCITY=2\nuint16 ACCELERATION=3\n"
        "string joint_name\nuint16 component\nfloat64 position\nfloat64 velocity\nfloat64 acceleration"
    ),
    "controller_manager_msgs/msg/ChainConnection": "string name\nstring[] reference_interfaces",
    "controller_manager_msgs/msg/ControllerState": (
        "string name\nstring state\nstring type\nbool is_async\nuint16 update_rate\n"
        "string[] claimed_interfaces\nstring[] required_command_interfaces\nstring[] required_state_interfaces\n"
        "bool is_chainable\nbool is_chained\nstring[] exported_state_interfaces\nstring[] reference_interfaces\n"
        "controller_manager_msgs/ChainConnection[] chain_connections"
    ),
    "heedful_msgs/msg/SimState": "float64 time\nuint64 resets\nfloat64[] qpos\nfloat64[] qvel\nfloat64[] userdata",
}
"""Message -> text, each after those that it is made of."""

SERVICES: Mapping[str, tuple[str, str]] = {
    "action_msgs/srv/CancelGoal": (
        "action_msgs/GoalInfo goal_info",
        "int8 return_code\naction_msgs/GoalInfo[] goals_canceling",
    ),
    "std_srvs/srv/Trigger": ("", "bool success\nstring message"),
    "std_srvs/srv/SetBool": ("bool data", "bool success\nstring message"),
    "controller_manager_msgs/srv/ListControllers": ("", "controller_manager_msgs/ControllerState[] controller"),
    "controller_manager_msgs/srv/SwitchController": (
        "string[] activate_controllers\nstring[] deactivate_controllers\nint32 strictness\nbool activate_asap\n"
        "builtin_interfaces/Duration timeout",
        "bool ok\nstring message",
    ),
    "heedful_msgs/srv/Reset": ("uint64 seed\nstring task\nbool lockstep", "bool ok\nstring message\nstring fingerprint\nuint64 resets"),
    "heedful_msgs/srv/Step": ("uint64 commands", "bool ok\nfloat64 time"),
    "heedful_msgs/srv/Fault": ("string name\nbool on", "bool ok\nstring message"),
}
"""Service -> text of request and response."""

ACTIONS: Mapping[str, tuple[str, str, str]] = {
    "control_msgs/action/FollowJointTrajectory": (
        "trajectory_msgs/JointTrajectory trajectory\ntrajectory_msgs/MultiDOFJointTrajectory multi_dof_trajectory\n"
        "control_msgs/JointTolerance[] path_tolerance\ncontrol_msgs/JointComponentTolerance[] component_path_tolerance\n"
        "control_msgs/JointTolerance[] goal_tolerance\ncontrol_msgs/JointComponentTolerance[] component_goal_tolerance\n"
        "builtin_interfaces/Duration goal_time_tolerance",
        "int32 error_code\nint32 SUCCESSFUL = 0\nint32 INVALID_GOAL = -1\nint32 INVALID_JOINTS = -2\nint32 OLD_HEADER_TIMESTAMP = -3\n"
        "int32 PATH_TOLERANCE_VIOLATED = -4\nint32 GOAL_TOLERANCE_VIOLATED = -5\nstring error_string",
        "std_msgs/Header header\nstring[] joint_names\ntrajectory_msgs/JointTrajectoryPoint desired\n"
        "trajectory_msgs/JointTrajectoryPoint actual\ntrajectory_msgs/JointTrajectoryPoint error\n"
        "string[] multi_dof_joint_names\ntrajectory_msgs/MultiDOFJointTrajectoryPoint multi_dof_desired\n"
        "trajectory_msgs/MultiDOFJointTrajectoryPoint multi_dof_actual\ntrajectory_msgs/MultiDOFJointTrajectoryPoint multi_dof_error",
    ),
    "heedful_msgs/action/Run": (
        "string instruction",
        "bool success\nstring verdict\nstring reason\nstring folder",
        "string kind\nstring text",
    ),
    "control_msgs/action/GripperCommand": (
        "control_msgs/GripperCommand command",
        "float64 position\nfloat64 effort\nbool stalled\nbool reached_goal",
        "float64 position\nfloat64 effort\nbool stalled\nbool reached_goal",
    ),
}
"""Action -> text of goal, result and feedback."""

TRAJECTORY, GRIPPER = "control_msgs/action/FollowJointTrajectory", "control_msgs/action/GripperCommand"
RUN = "heedful_msgs/action/Run"
"""Ours: an instruction carried out; built for ROS from `ros2/heedful_msgs`."""
JOINT_STATE, POINTS = "sensor_msgs/msg/JointState", "trajectory_msgs/msg/JointTrajectory"
