"""Evaluation: a suite's tasks over seeds, success judged on the true scene, with intervals, false successes and chance lines."""

from heedful.evaluation.results import Result as Result, Trial as Trial, sign_test as sign_test, wilson as wilson
from heedful.evaluation.running import Trials as Trials, evaluate as evaluate, how_measured as how_measured
