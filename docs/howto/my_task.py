"""A task in one file. Measure the agent on it with `heedful eval my_task.py --episodes 5`."""

import heedful as hf
from heedful.envs import Wanted

TASK = hf.Task(
    name="two_in_a_bowl",
    family="place in",
    phrasings=(
        "put the {first} in the {bowl} and then put the {second} in the {bowl}",
        "put the {first} and the {second} in the {bowl}",
    ),
    goal="in(first, bowl) & in(second, bowl)",
    things={"first": Wanted("block", sizes=("small",)), "second": Wanted("block", sizes=("small",)), "bowl": Wanted("bowl")},
    clutter=(0, 2),
)
