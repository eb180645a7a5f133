"""What of rclpy the rclpy transport uses, on the DDS transport: so that its own code runs over real DDS where there is no ROS 2.

It is not rclpy. Signatures and behaviour are rclpy's as its source has them (ros2/rclpy, Humble to Rolling): nothing runs but what an
executor takes up, what a callback raises ends the executor, callbacks of one group wait for each other, futures do not wait, messages
are strict, and whoever uses a node that was destroyed is told so. It can be imported as `rclpy` only within `sourced`.
"""

from __future__ import annotations

import contextlib
import importlib.machinery
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from rclpy_shim import action, callback_groups, context, executors, messages, node, qos, task

MODULES = {m.__name__.rpartition(".")[2]: m for m in (action, callback_groups, context, executors, node, qos, task)}


def init(*, args: Any = None, context: context.Context | None = None, domain_id: int | None = None) -> None:
    (MODULES["context"].DEFAULT if context is None else context).init(args, domain_id=domain_id)


def create_node(node_name: str, *, context: context.Context | None = None, namespace: str | None = None) -> node.Node:
    return node.Node(node_name, context=context, namespace=namespace or "/")


def ok(*, context: context.Context | None = None) -> bool:
    return (MODULES["context"].DEFAULT if context is None else context).ok()


class _Interfaces(ModuleType):
    """`std_msgs.msg`: its classes are made when they are first asked for."""

    def __getattr__(self, name: str) -> Any:
        package, _, where = self.__name__.rpartition(".")
        try:
            made = {"msg": messages.message, "srv": messages.service, "action": messages.action}[where](f"{package}/{where}/{name}")
        except KeyError:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}") from None
        setattr(self, name, made)
        return made


class _Finder:
    """Finds the packages of interfaces that have definitions here."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        package, _, where = name.partition(".")
        if where in ("", "msg", "srv", "action") and any(k.startswith(f"{package}/") for k in messages.TYPES._store.fielddefs):
            return importlib.machinery.ModuleSpec(name, self, is_package=not where)
        return None

    def create_module(self, spec: Any) -> ModuleType:
        return _Interfaces(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing is in it yet."""


@contextlib.contextmanager
def sourced() -> Iterator[None]:
    """While it lasts, `import rclpy` and `import std_msgs.msg` find the shim, whatever else could be found; afterwards no more."""
    before, finder = dict(sys.modules), _Finder()
    packages = {k.split("/")[0] for k in messages.TYPES._store.fielddefs} | {"rclpy"}
    for name in [n for n in sys.modules if n.split(".")[0] in packages]:
        del sys.modules[name]
    sys.modules["rclpy"] = sys.modules[__name__]
    sys.modules.update({f"rclpy.{name}": module for name, module in MODULES.items()})
    sys.meta_path.insert(0, finder)  # type: ignore[arg-type]
    try:
        yield
    finally:
        sys.meta_path.remove(finder)  # type: ignore[arg-type]
        for name in [n for n in sys.modules if n.split(".")[0] in packages]:
            del sys.modules[name]
        sys.modules.update({n: m for n, m in before.items() if n.split(".")[0] in packages})
