"""Bytes over DDS: topics of ROS 2's naming and quality of service, carried by cyclonedds without its touching a payload.

cyclonedds only needs the description of a type, to match peers and check what they send; the bytes go through as they are. Encoding
is always XCDR1: a reader or writer of another is never matched, without any sign of it.
"""

from __future__ import annotations

import functools
import os
import threading
import time
import traceback
from collections.abc import Callable
from typing import Any

from heedful.hardware.ros2.interfaces import Interfaces
from heedful.hardware.ros2.seam import LinkLost, MissingExtra, Quality

LOOPBACK = (
    "<CycloneDDS><Domain><General><Interfaces><NetworkInterface name='{}'/></Interfaces><AllowMulticast>false</AllowMulticast></General>"
    "<Discovery><ParticipantIndex>auto</ParticipantIndex><MaxAutoParticipantIndex>60</MaxAutoParticipantIndex>"
    "<Peers><Peer address='127.0.0.1'/></Peers></Discovery></Domain></CycloneDDS>"
)
"""Peers on this machine only: DDS authenticates nobody, and any host that hears us could command the robot."""
SETTINGS = "CYCLONEDDS_URI"
VENDORS = {"0110": "Cyclone DDS", "010f": "Fast DDS", "0101": "Connext"}
CYCLONE = "0110"
BATCH = 64
LOOK = 0.05
"""Time between two looks for what is watched for [s]."""
KNOWN = 4096
"""Endpoints of a network that are looked through."""
DESCRIBING = threading.Lock()
"""Held while cyclonedds makes the description of an endpoint: it reads all of them through one place in memory, whatever thread asks, and
two at once get each other's, or memory that is gone."""


@functools.cache
def cyclonedds() -> Any:
    """The cyclonedds package with the modules used here. Raises MissingExtra."""
    try:
        import cyclonedds.builtin
        import cyclonedds.core
        import cyclonedds.domain
        import cyclonedds.idl.types
        import cyclonedds.pub
        import cyclonedds.qos
        import cyclonedds.sub
        import cyclonedds.topic
        import cyclonedds.util
        from cyclonedds import _clayer  # noqa: F401 - a test fails loudly should it move
    except ImportError:
        raise MissingExtra('ROS 2 without a ROS installation needs cyclonedds: pip install "heedful[ros2]"') from None
    return cyclonedds


class Wire:
    """One participant: typed readers and writers of bytes, and who is matched with them.

    Args:
      types: The interfaces.
      domain: ROS_DOMAIN_ID.
      interface: The network interface to use; `lo` speaks to this machine only. Settings in CYCLONEDDS_URI come before it.
    """

    def __init__(self, types: Interfaces, domain: int, interface: str = "lo") -> None:
        self.types = types
        dds = cyclonedds()
        os.environ.setdefault(SETTINGS, LOOPBACK.format(interface))
        self._dds = dds
        self.participant = dds.domain.DomainParticipant(domain, qos=dds.qos.Qos(dds.qos.Policy.Userdata(b"enclave=/;")))
        self._publisher, self._subscriber = dds.pub.Publisher(self.participant), dds.sub.Subscriber(self.participant)
        self._any = dds.core.SampleState.Any | dds.core.ViewState.Any | dds.core.InstanceState.Any
        self._structs: dict[tuple[str, bool], Any] = {}
        self._topics: dict[tuple[str, Any], Any] = {}
        self.readers: list[Any] = []
        self.writers: list[Any] = []
        self._heard: list[tuple[Any, Callable[[bytes], None], Any]] = []
        self._graph: Any = None
        self._watching: list[Callable[[], bool]] = []
        self._lock = threading.RLock()
        self._alive = True
        self._waiting = dds.core.WaitSet(self.participant)
        self._wake = dds.core.GuardCondition(self.participant)
        self._waiting.attach(self._wake)
        self._thread = threading.Thread(target=self._spin, name="ros2-dds", daemon=True)
        self._thread.start()

    def writer(self, topic: str, kind: str, quality: Quality, told: bytes = b"", framed: bool = False) -> Any:
        """A writer of a type; `told` is what peers may read of it, `framed` makes room for a request's sixteen bytes."""
        with self._lock:
            made = self._dds.pub.DataWriter(self._publisher, self._topic(topic, kind, framed), self._qos(quality, told))
            self.writers.append(made)
        return made

    def reader(
        self, topic: str, kind: str, quality: Quality, heard: Callable[[bytes], None], told: bytes = b"", framed: bool = False
    ) -> Any:
        """A reader whose samples go to `heard`, in the participant's thread."""
        with self._lock:
            made = self._dds.sub.DataReader(self._subscriber, self._topic(topic, kind, framed), self._qos(quality, told))
            condition = self._dds.core.ReadCondition(made, self._any)
            self.readers.append(made)
            self._heard.append((made, heard, condition))
            self._waiting.attach(condition)
            self._wake.set(True)
        return made

    def open(self) -> None:
        """Raises LinkLost if it was closed."""
        if not self._alive:
            raise LinkLost("the link to the robot is closed")

    def write(self, writer: Any, data: bytes) -> None:
        self.open()
        sample = writer.data_type.__new__(writer.data_type)
        sample.raw = data
        writer.write(sample)

    def peers(self, endpoint: Any) -> list[tuple[str, dict[str, str]]]:
        """Of each peer matched with a reader or writer: the vendor's code, and what it tells of itself."""
        handles = self.matched(endpoint)
        data = endpoint.get_matched_subscription_data if _writes(endpoint) else endpoint.get_matched_publication_data
        with DESCRIBING:
            found = [data(handle) for handle in handles]
        return [(self.vendor(peer.key), self._told(peer.qos)) for peer in found if peer is not None]

    def vendor(self, key: Any) -> str:
        """The code of whose DDS an endpoint is on, from its key."""
        return str(key.hex[:4])

    def watch(self, found: Callable[[], bool]) -> None:
        """Ask, in the participant's thread and now and then, until it is so."""
        with self._lock:
            self._watching.append(found)

    def serving(self, topic: str) -> set[str]:
        """The vendors of those who read a topic, as far as they are known; nothing is made on it, and so nothing is matched."""
        self.open()
        return {self.vendor(e.key) for e in self._reading() if e.topic_name == topic}

    def matched(self, endpoint: Any) -> list[Any]:
        """Handles of the peers that a reader or writer is matched with."""
        if not self._alive:
            return []
        return list(endpoint.get_matched_subscriptions() if _writes(endpoint) else endpoint.get_matched_publications())

    def subscribed(self, topic: str) -> frozenset[str]:
        """The ROS types under which other participants read a topic."""
        with self._lock:
            if not self._alive:
                return frozenset()
            found = self._reading()
            own = self.participant.get_guid().bytes[:12]
        there = (e.type_name for e in found if e.topic_name == topic and e.key.bytes[:12] != own)
        return frozenset(name.replace("::dds_::", "::").removesuffix("_").replace("::", "/") for name in there)

    def close(self) -> None:
        """Leave: every endpoint is deleted now, not whenever it is collected, for peers would count it as alive."""
        if not self._alive:
            return
        self._alive = False
        self._wake.set(True)
        if threading.current_thread() is not self._thread:
            self._thread.join(2.0)
        conditions = [condition for _, _, condition in self._heard]
        conditions += self._graph[::-1] if self._graph is not None else ()
        ends = [*conditions, *self.readers, *self.writers, *self._topics.values(), self._publisher, self._subscriber]
        for entity in (*ends, self._wake, self._waiting, self.participant):
            entity.__del__()  # what cyclonedds deletes by; once is enough, a second time does nothing

    def _spin(self) -> None:
        from cyclonedds._clayer import ddspy_take

        due = 0.0
        while self._alive:
            self._waiting.wait(self._dds.util.duration(milliseconds=50 if self._watching else 200))
            self._wake.take()
            if self._watching and time.monotonic() >= due:
                self._look()
                due = time.monotonic() + LOOK
            with self._lock:
                everyone = list(self._heard)
            for reader, heard, _ in everyone:
                taken = ddspy_take(reader._ref, self._any, BATCH)
                if isinstance(taken, int):
                    continue
                for data, info in taken:
                    if info.valid_data and self._alive:
                        try:
                            heard(data)
                        except Exception:
                            traceback.print_exc()

    def _reading(self) -> list[Any]:
        """Whoever reads anything, of all participants that are known and alive."""
        with self._lock:
            if self._graph is None:
                builtin, state = self._dds.builtin, self._dds.core
                alive = state.SampleState.Any | state.ViewState.Any | state.InstanceState.Alive
                reader = builtin.BuiltinDataReader(self.participant, builtin.BuiltinTopicDcpsSubscription)
                self._graph = reader, state.ReadCondition(reader, alive)
            reader, condition = self._graph
            with DESCRIBING:
                return list(reader.read(KNOWN, condition))

    def _look(self) -> None:
        """Ask what is watched for."""
        for found in list(self._watching):
            try:
                done = found()
            except LinkLost:
                return
            if done:
                with self._lock:
                    self._watching.remove(found)

    def _qos(self, quality: Quality, told: bytes) -> Any:
        policy, duration = self._dds.qos.Policy, self._dds.util.duration
        kept = policy.History.KeepLast(quality.depth)
        chosen = [
            policy.Reliability.Reliable(duration(infinite=True)) if quality.reliable else policy.Reliability.BestEffort,
            policy.Durability.TransientLocal if quality.latched else policy.Durability.Volatile,
            kept,
            policy.WriterDataLifecycle(autodispose=False),
            policy.DataRepresentation(use_cdrv0_representation=True),
        ]
        if quality.latched:
            chosen.append(policy.DurabilityService(duration(seconds=0), kept, -1, -1, -1))
        if told:
            chosen.append(policy.Userdata(told))
        return self._dds.qos.Qos(*chosen)

    def _told(self, qos: Any) -> dict[str, str]:
        try:
            data: bytes = qos[self._dds.qos.Policy.Userdata].data
        except (KeyError, AttributeError):
            return {}
        pairs = (part.partition(b"=") for part in data.split(b";"))
        return {k.decode(errors="replace"): v.decode(errors="replace") for k, _, v in pairs if v}

    def _topic(self, topic: str, kind: str, framed: bool) -> Any:
        struct = self._struct(kind, framed)
        if (topic, struct) not in self._topics:
            self._topics[topic, struct] = self._dds.topic.Topic(self.participant, topic, struct)
        return self._topics[topic, struct]

    def _struct(self, kind: str, framed: bool = False) -> Any:
        """The DDS type of a message; bytes pass through it."""
        if (kind, framed) not in self._structs:
            idl = self._dds.idl
            fields = {"rr_guid": idl.types.uint64, "rr_seq": idl.types.int64} if framed else {}
            fields |= {name: self._member(*of) for name, of in self.types.fields(kind)}
            package, where, base = kind.split("/")
            made = idl.make_idl_struct(f"{base}_", f"{package}.{where}.dds_.{base}_", fields, dataclassify=False)
            made.serialize = lambda self, *_, **__: self.raw
            made.deserialize = classmethod(lambda cls, data, *_, **__: data)
            self._structs[kind, framed] = made
        return self._structs[kind, framed]

    def _member(self, what: Any, of: Any) -> Any:
        from rosbags.interfaces import Nodetype

        basic = self._dds.idl.types
        if what == Nodetype.NAME:
            return self._struct(of)
        if what == Nodetype.BASE:
            name, bound = of
            if name == "wstring":
                raise TypeError("wide strings are not supported by cyclonedds: this interface needs the rclpy transport")
            if name == "string":
                return basic.bounded_str[bound] if bound else str
            return bool if name == "bool" else getattr(basic, {"byte": "uint8", "octet": "uint8", "char": "uint8"}.get(name, name))
        element, length = self._member(*of[0]), of[1]
        if what == Nodetype.ARRAY:
            return basic.array[element, length]
        return basic.sequence[element, length] if length else basic.sequence[element]


def _writes(endpoint: Any) -> bool:
    return hasattr(endpoint, "get_matched_subscriptions")
