"""Bringing robots and objects along: URDF, MJCF or a mesh becomes a folder that can be edited, every guess with its reason."""

from heedful.hardware.importing.laws import Law, robot_laws
from heedful.hardware.importing.robot import Imported, import_robot
from heedful.hardware.importing.source import CannotImport, Guess

__all__ = ["CannotImport", "Guess", "Imported", "Law", "import_robot", "robot_laws"]
