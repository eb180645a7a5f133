"""The tasks of the tabletop suite beyond its first eight, family by family; a new family is one more module here."""

from heedful.envs.task import Task
from heedful.envs.tasks import fixtures, furniture, placing, pushing, stacking, tidying, vessels, wiping

TASKS: list[Task] = [
    task for family in (placing, stacking, tidying, furniture, fixtures, vessels, wiping, pushing) for task in family.TASKS
]  # fmt: skip

__all__ = ["TASKS"]
