"""What rosbridge cannot do, and what its JSON makes of a message."""

from __future__ import annotations

import json
from importlib import util

import numpy as np
import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from heedful.hardware.ros2.interfaces import Interfaces
from heedful.hardware.ros2.json_messages import from_json, to_json
from heedful.hardware.ros2.opening import chosen, open_transport
from heedful.hardware.ros2.seam import LinkLost, MissingExtra

HERE = util.find_spec("roslibpy") is not None and util.find_spec("cyclonedds") is not None
bridged = pytest.mark.skipif(not HERE, reason='NOT RUN over rosbridge: pip install "heedful[rosbridge]"')
STATES, IMAGE = "sensor_msgs/msg/JointState", "sensor_msgs/msg/Image"


@pytest.fixture(scope="module")
def types() -> Interfaces:
    return Interfaces()


def test_what_was_written_as_json_is_read_as_it_was(types):
    pixels = np.arange(12, dtype=np.uint8)
    said = types.make(IMAGE, height=2, width=2, encoding="rgb8", step=6, data=pixels)
    told = json.loads(json.dumps(to_json(types, said)))
    assert isinstance(told["data"], str), "bytes are base64, as rosbridge has them"
    assert np.array_equal(from_json(types, told, IMAGE).data, pixels)
    told["data"] = pixels.tolist()
    assert np.array_equal(from_json(types, told, IMAGE).data, pixels), "and a list of numbers is understood too"


def test_a_number_that_is_none_comes_as_null_and_is_never_sent(types):
    said = types.make(STATES, name=["a", "b"], position=[np.nan, 1.0])
    with pytest.raises(ValueError, match="JSON has no such number"):
        to_json(types, said)
    told = to_json(types, said, nulls=True)
    assert told["position"] == [None, 1.0]
    assert np.isnan(from_json(types, told, STATES).position[0])


def test_a_message_with_another_field_is_refused(types):
    with pytest.raises(TypeError, match="has no field 'positions'"):
        from_json(types, {"positions": [1.0]}, STATES)


def test_an_address_chooses_rosbridge():
    assert chosen("rosbridge://robot:9090") == chosen("rosbridge") == "rosbridge"


@pytest.mark.skipif(HERE, reason="roslibpy is here")
def test_what_is_not_installed_is_said_in_a_sentence():
    with pytest.raises(MissingExtra, match=r'pip install "heedful\[rosbridge\]"'):
        open_transport("rosbridge://127.0.0.1:1")


@bridged
def test_nobody_there_is_said_in_a_sentence(monkeypatch):
    monkeypatch.setattr("heedful.hardware.ros2.rosbridge.CONNECT", 0.5)
    with pytest.raises(LinkLost, match=r"nobody answers at 127\.0\.0\.1:1: is `ros2 launch rosbridge_server"):
        open_transport("rosbridge://127.0.0.1:1")
    with pytest.raises(ValueError, match="rosbridge://host:port/watchdog"):
        open_transport("rosbridge://127.0.0.1:1/watchdogs")


@bridged
def test_commands_that_do_not_end_by_themselves_are_not_streamed_without_a_stop_at_the_robot():
    from contract_pairs import pair

    with pair("rosbridge", "dds") as ends:
        near = ends.client
        for kind in ("std_msgs/msg/Float64MultiArray", "geometry_msgs/msg/Twist", "geometry_msgs/msg/TwistStamped"):
            with pytest.raises(LinkLost, match="nobody there notices that the link is gone"):
                near.publisher("/commands", kind)
        near.publisher("/controller/joint_trajectory", "trajectory_msgs/msg/JointTrajectory")  # a trajectory ends
        near.watchdog = True
        near.publisher("/commands", "geometry_msgs/msg/Twist")
        with pytest.raises(LinkLost, match="cannot be offered over rosbridge"):
            near.offer("/run", "heedful_msgs/action/Run", None, None)


@bridged
def test_a_connection_that_is_lost_ends_whatever_is_waited_for():
    from contract_pairs import pair

    kind = "std_srvs/srv/SetBool"
    with pair("rosbridge", "dds") as ends:
        service = ends.name()
        ends.server.serve(service, kind, lambda asked, reply: None)
        assert ends.until(lambda: not ends.client.call(service, kind, ends.client.make(f"{kind}_Request")).done())
        asked = ends.client.call(service, kind, ends.client.make(f"{kind}_Request"))
        ends.until(lambda: False, 0.3)
        ends.client.ros.factory.stopTrying()
        ends.client.ros.close()
        with pytest.raises(LinkLost, match=r"the connection to rosbridge at .* is gone"):
            asked.result(20)
