"""Planning against judo-rai's MPPI: the same model, reward, samples, horizon and replanning, in turns, each in its own interpreter."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import mujoco
import numpy as np

from heedful.app.bench.ratio import Ratio, of_blocks
from heedful.app.bench.tuning import rewards
from heedful.app.options import Usage
from heedful.skills.rewards.planner import Planned
from heedful.skills.rewards.splines import Spline
from heedful.skills.rewards.trial import Trial
from heedful.skills.rewards.tuning import AS_IS

RUNS, SECONDS, SAMPLES = 6, 3.0, 64
"""Runs of each by turns, how long each is [s], and the samples of a plan: judo draws from no seed, so that one run tells little."""
MPPI_OF_JUDO = {"sigma": 0.3, "temperature": 0.05}
"""What serves judo best of a few that were tried on development seeds: its default spread of 0.1 rad costs it more on legs."""
FOLLOWED = (("legs", "spin", 0), ("legs", "spin", 1), ("arm", "turn_on_faucet", 0))
"""Body, task whose world it is done in, which of the body's rewards."""


def mpc_judo(seed: int, python: str, runs: int = RUNS, seconds: float = SECONDS) -> Iterator[Ratio]:
    """Plans in a second of processor time, and closed-loop cost, of ours over judo's.

    Args:
      seed: Of the world and of our samples.
      python: An interpreter where judo-rai is installed.
      runs: Of each, by turns.
      seconds: How long each reward is followed [s].

    Raises Usage where that interpreter cannot plan with judo.
    """
    from heedful.envs.language_to_reward import Playground

    for body, task, which in FOLLOWED:
        world = Playground()
        world.reset(seed, task)
        reward, start = rewards(body, world)[which], world.initial_state()
        found: dict[str, list[Any]] = {"ours": [], "judo": []}
        pairs: list[tuple[float, float]] = []
        usual = Trial.usual(world, reward, seed)
        usual.close()
        sampler: Any = replace(usual.settings.sampler, samples=SAMPLES)  # type: ignore[type-var]
        with Peer(python, world, usual) as peer:
            for run in range(runs):
                for leads in ("ours", "judo") if run % 2 else ("judo", "ours"):
                    world.restore(start)
                    settings = replace(usual.settings, sampler=sampler, seed=seed + run)
                    trial = Peered(world, reward, settings, peer, leads)
                    found[leads].append(trial.run(seconds))
                    pairs += trial.pairs
                    trial.close()
        world.close()
        named = f"{body}_{reward.terms[0].name}"
        size = (
            f"{SAMPLES} samples of {usual.optimiser.steps} steps every {1000 * usual.settings.every:.0f} ms, {runs} runs of {seconds:g} s"
        )
        costs = {k: np.array([f.cost for f in v]) for k, v in found.items()}
        met = {k: sum(f.met for f in v) for k, v in found.items()}
        ours, theirs = (np.array(pairs) * 1000).T
        told = ", ".join(f"{k} {c.mean():.3f} ± {c.std():.3f} ({met[k]} met)" for k, c in costs.items())
        faster = of_blocks(ours.tolist(), theirs.tolist())
        ms = f"{np.median(ours):.1f} and {np.median(theirs):.1f} ms"
        yield Ratio(f"judo_{named}", faster, f"plans per CPU-second over judo's, from the same states, {size}: {ms}", least=1.0)
        dearer = float(costs["ours"].mean() / max(costs["judo"].mean(), 1e-9))
        yield Ratio(f"judo_{named}_cost", dearer, f"closed-loop cost over judo's: {told}", most=1.0)


class Peer:
    """Judo in another interpreter, ready to plan for one world and reward.

    Args:
      python: The interpreter.
      world: What is planned for.
      trial: How.
    """

    def __init__(self, python: str, world: Any, trial: Trial) -> None:
        import heedful

        spec = world.spec()
        trial.settings.tuning.apply(spec, trial.robot.bodies)
        self.given = {
            "xml": "", "measures": trial.robot.measures([trial.reward]), "robot": trial.robot, "reward": trial.reward,
            "settings": replace(trial.settings, tuning=AS_IS), "samples": SAMPLES, "mppi": MPPI_OF_JUDO,
        }  # fmt: skip
        spec.compile()
        self.given["xml"] = _readable(spec.to_xml())
        self._folder = tempfile.TemporaryDirectory()
        file = Path(self._folder.name) / "given.pickle"
        file.write_bytes(pickle.dumps(self.given))
        self.python = os.path.abspath(python) if os.sep in python else python
        env = {**os.environ, "PYTHONPATH": str(Path(heedful.__file__).parents[1])}
        try:
            self._process = subprocess.Popen(
                [self.python, "-m", "heedful.app.bench.judo_peer", str(file)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env=env,
                cwd=self._folder.name,
            )
        except OSError as error:
            raise Usage(f"{python} cannot be run ({error.strerror}): --judo takes an interpreter where judo-rai is installed") from None

    def __enter__(self) -> Peer:
        self._answer()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()
        self._folder.cleanup()

    def ask(self, **asked: Any) -> dict[str, Any]:
        """One plan. Raises Usage if judo broke off."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(asked) + "\n")
            self._process.stdin.flush()
        except OSError:
            pass
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None and self._process.stderr is not None
        line = next((t for t in iter(self._process.stdout.readline, "") if t.startswith("{")), "")  # MuJoCo warns on stdout
        if not line:
            said = self._process.stderr.read().strip().splitlines()
            raise Usage(f"{self.python} could not plan with judo-rai: {said[-1] if said else 'it ended without a word'}")
        answer: dict[str, Any] = json.loads(line)
        return answer


def _readable(xml: str) -> str:
    """MJCF with a name for each class of defaults: MuJoCo writes those of attached models without, and does not read that back."""
    number = count()
    return re.sub(r"<default(?=/?>)", lambda tag: f'<default class="main{next(number) or ""}"', xml)


class Peered(Trial):
    """A reward that both plan for from the same states, by turns; one of them leads.

    Args:
      leads: `ours` or `judo`: whose plans are followed.
    """

    def __init__(self, world: Any, reward: Any, settings: Any, peer: Peer, leads: str) -> None:
        super().__init__(world, reward, settings)
        self.pairs: list[tuple[float, float]] = []
        """Processor time of each plan of ours and of judo's [s]."""
        self._peer, self._leads, self._own = peer, leads, self.spline
        self._data = mujoco.MjData(self.optimiser.model)

    def plan(self) -> Planned:
        """One plan of each, from the state that ours would start from."""
        first = self._theirs() if len(self.pairs) % 2 else None
        self.spline = self._own
        ours = super().plan()
        theirs = first or self._theirs()
        self._own = ours.spline
        self.pairs.append((ours.cpu, theirs.cpu))
        return ours if self._leads == "ours" else theirs

    def _theirs(self) -> Planned:
        obs, dt, horizon = self.observed(), self.world.robot.dt, self.settings.horizon
        self.optimiser.twin.place(self._data, obs)
        at = np.arange(round(horizon / dt) + 1) * dt
        answer = self._peer.ask(
            qpos=self._data.qpos.tolist(), qvel=self._data.qvel.tolist(), time=float(obs.time), last=self.last.tolist(), at=at.tolist(),
            restart=not self.pairs,
        )  # fmt: skip
        spline = Spline(np.array(answer["commands"]), obs.time, float(at[-1]), "linear")
        return Planned(spline, answer["cost"], answer["cpu"], 0, cpu=answer["cpu"])
