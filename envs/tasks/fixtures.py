"""A lamp that a button lights, and a faucet with a lever."""

from __future__ import annotations

from heedful.envs.task import Task, Wanted

LAMP = {"lamp": Wanted("lamp"), "button": Wanted("button")}
FAUCET = {"faucet": Wanted("faucet")}

LAMP_ON = Task(
    "lamp_on", "lamp",
    (
        "turn on the {lamp}", "switch the {lamp} on", "press the {button} to light the {lamp}", "could you turn the {lamp} on",
        "light the {lamp}",
    ),
    "lit(lamp)", LAMP, furniture=(), clutter=(0, 3), needs=("press",),
)  # fmt: skip
LAMP_OFF = Task(
    "lamp_off", "lamp",
    (
        "turn off the {lamp}", "switch the {lamp} off", "press the {button} so that the {lamp} goes out", "could you turn the {lamp} off",
        "put out the {lamp}",
    ),
    "~lit(lamp)", LAMP, start="lit(lamp)", furniture=(), clutter=(0, 3), needs=("press",),
)  # fmt: skip
FAUCET_ON = Task(
    "faucet_on", "faucet",
    (
        "turn on the {faucet}", "open the {faucet}", "let the water run from the {faucet}", "could you turn the {faucet} on",
        "make the {faucet} run",
    ),
    "running(faucet)", FAUCET, furniture=(), clutter=(0, 3), needs=("press",),
)  # fmt: skip
FAUCET_OFF = Task(
    "faucet_off", "faucet",
    (
        "turn off the {faucet}", "close the {faucet}", "stop the water from the {faucet}", "could you turn the {faucet} off",
        "shut the {faucet} off",
    ),
    "~running(faucet)", FAUCET, start="running(faucet)", furniture=(), clutter=(0, 3), needs=("press",),
)  # fmt: skip

TASKS = [LAMP_ON, LAMP_OFF, FAUCET_ON, FAUCET_OFF]
