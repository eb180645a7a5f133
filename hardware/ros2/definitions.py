"""Interface definitions that are not in rosbags, as data: the text of the published files, and what the fake robot adds for the judge.

control_msgs, std_srvs, controller_manager_msgs, nav2_msgs and action_msgs are the ROS 2 Jazzy definitions; `older` has what differs
in Humble. unitree_hg and unitree_api are Unitree's (github.com/unitreerobotics/unitree_ros2).
`heedful_msgs` is ours: only a simulated robot offers it.
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
    "control_msgs/msg/JointJog": (
        "std_msgs/Header header\nstring[] joint_names\nfloat64[] displacements\nfloat64[] velocities\nfloat64 duration"
    ),
    "ur_dashboard_msgs/msg/RobotMode": "int8 mode",
    "ur_dashboard_msgs/msg/SafetyMode": "uint8 mode",
    "unitree_hg/msg/MotorCmd": "uint8 mode\nfloat32 q\nfloat32 dq\nfloat32 tau\nfloat32 kp\nfloat32 kd\nuint32 reserve",
    "unitree_hg/msg/LowCmd": "uint8 mode_pr\nuint8 mode_machine\nunitree_hg/MotorCmd[35] motor_cmd\nuint32[4] reserve\nuint32 crc",
    "unitree_hg/msg/IMUState": ("float32[4] quaternion\nfloat32[3] gyroscope\nfloat32[3] accelerometer\nfloat32[3] rpy\nint16 temperature"),
    "unitree_hg/msg/MotorState": (
        "uint8 mode\nfloat32 q\nfloat32 dq\nfloat32 ddq\nfloat32 tau_est\nint16[2] temperature\nfloat32 vol\nuint32[2] sensor\n"
        "uint32 motorstate\nuint32[4] reserve"
    ),
    "unitree_hg/msg/LowState": (
        "uint32[2] version\nuint8 mode_pr\nuint8 mode_machine\nuint32 tick\nunitree_hg/IMUState imu_state\n"
        "unitree_hg/MotorState[35] motor_state\nuint8[40] wireless_remote\nuint32[4] reserve\nuint32 crc"
    ),
    "unitree_api/msg/RequestIdentity": "int64 id\nint64 api_id",
    "unitree_api/msg/RequestLease": "int64 id",
    "unitree_api/msg/RequestPolicy": "int32 priority\nbool noreply",
    "unitree_api/msg/RequestHeader": (
        "unitree_api/RequestIdentity identity\nunitree_api/RequestLease lease\nunitree_api/RequestPolicy policy"
    ),
    "unitree_api/msg/Request": "unitree_api/RequestHeader header\nstring parameter\nuint8[] binary",
    "unitree_api/msg/ResponseStatus": "int32 code",
    "unitree_api/msg/ResponseHeader": "unitree_api/RequestIdentity identity\nunitree_api/ResponseStatus status",
    "unitree_api/msg/Response": "unitree_api/ResponseHeader header\nstring data\nint8[] binary",
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
    "rcl_interfaces/srv/GetParameters": ("string[] names", "rcl_interfaces/ParameterValue[] values"),
    "moveit_msgs/srv/ServoCommandType": ("int8 command_type", "bool success"),
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
    "control_msgs/action/ParallelGripperCommand": (
        "sensor_msgs/JointState command",
        "sensor_msgs/JointState state\nbool stalled\nbool reached_goal",
        "sensor_msgs/JointState state",
    ),
    "nav2_msgs/action/NavigateToPose": (
        "geometry_msgs/PoseStamped pose\nstring behavior_tree",
        "uint16 error_code",
        "geometry_msgs/PoseStamped current_pose\nbuiltin_interfaces/Duration navigation_time\n"
        "builtin_interfaces/Duration estimated_time_remaining\nint16 number_of_recoveries\nfloat32 distance_remaining",
    ),
}
"""Action -> text of goal, result and feedback."""

TRAJECTORY, GRIPPER = "control_msgs/action/FollowJointTrajectory", "control_msgs/action/GripperCommand"
RUN = "heedful_msgs/action/Run"
"""Ours: an instruction carried out; built for ROS from `ros2/heedful_msgs`."""
PARALLEL, NAVIGATE = "control_msgs/action/ParallelGripperCommand", "nav2_msgs/action/NavigateToPose"
JOINT_STATE, POINTS = "sensor_msgs/msg/JointState", "trajectory_msgs/msg/JointTrajectory"
