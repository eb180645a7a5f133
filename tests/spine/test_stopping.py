"""How soon a robot stands still after a HALT, as it is told at the end of every run."""

import threading
import time

import numpy as np
import pytest
from imagined_table import carried, executive

from heedful.bus import Ears
from heedful.clock import Pacer
from heedful.geometry import Pose
from heedful.latency import told
from heedful.stopping import Stopping
from heedful.types import Observation, PartState


def seen(time, x, speed):
    return Observation(time, {"arm": PartState(np.zeros(7), np.full(7, speed), Pose.at(x, 0.0, 0.3))})


def braking(stopping, latency=0.01):
    """A tool at 0.5 m/s that is told to stop and takes two periods for it."""
    stopping.seen(seen(0.00, 0.00, 1.0))
    stopping.seen(seen(0.02, 0.01, 1.0))
    stopping.halted(latency, seen(0.02, 0.01, 1.0))
    stopping.seen(seen(0.04, 0.018, 0.4))
    stopping.seen(seen(0.06, 0.020, 0.01))


def test_time_and_way_count_from_the_words_not_from_the_command():
    stopping = Stopping()
    braking(stopping)
    ((ms, mm),) = stopping.stops
    assert ms == pytest.approx(10 + 40)
    assert mm == pytest.approx(0.5 * 10 + 10)  # 5 mm at the speed that it had until the command left, then 8 and 2


def test_a_robot_at_rest_has_nothing_to_stop_and_one_let_go_on_never_stopped():
    stopping = Stopping()
    stopping.halted(0.01, seen(0.0, 0.0, 0.0))
    stopping.seen(seen(0.02, 0.0, 0.0))
    assert not stopping.stops
    stopping.halted(0.01, seen(0.02, 0.0, 1.0))
    stopping.going_on()
    stopping.seen(seen(0.04, 0.0, 0.0))
    assert not stopping.stops


def test_the_line_at_the_end_of_a_run_tells_text_to_command_and_to_standstill():
    row = {"n": 1, "p50": 12.34, "worst": 12.34}
    line = told({"halt": row}, {"ms": {"n": 1, "p50": 38.2, "worst": 38.2}, "mm": {"n": 1, "p50": 0.81, "worst": 0.81}})
    assert line == "heeded after: halt 12.3 ms; at a standstill after 38 ms and 0.8 mm"
    assert told({"halt": row}, {"ms": {"n": 0}, "mm": {"n": 0}}) == told({"halt": row}) == "heeded after: halt 12.3 ms"


def test_an_episode_tells_its_stops():
    episode, _ = carried(executive()[0], "put the red block in the blue bowl", (20, "stop"), (40, "go on"))
    assert episode.to_json()["standstill"]["ms"]["n"] == len(episode.stops)


def test_a_halt_is_not_kept_waiting_until_the_next_tick_is_due():
    pacer = Pacer("realtime", 3600.0)
    threading.Timer(0.05, pacer.wake).start()
    pacer.wait()  # else for an hour
    assert pacer.ticks == 1


def test_a_halt_wakes_once_it_can_be_drained():
    ears, drained = Ears(), []
    ears.listening = True
    ears.wake = lambda: drained.extend(ears.drain())
    ears.hear("slower")
    assert not drained
    ears.hear("stop")
    assert drained[0].correction.kind == "halt"


def test_what_is_heard_between_two_ticks_is_listened_to_at_once_and_the_next_tick_begins_when_it_is_due():
    pacer, heard = Pacer("realtime", 0.5), []
    due = pacer.start + pacer.dt
    threading.Timer(0.05, pacer.stir).start()
    pacer.wait(lambda: heard.append(time.perf_counter()))
    assert len(heard) == 1 and heard[0] < due <= time.perf_counter()


def test_what_was_heard_while_a_tick_was_late_is_listened_to_before_the_next():
    pacer, heard = Pacer("realtime", 1e-6), []
    pacer.stir()
    pacer.wait(lambda: heard.append(True))
    pacer.wait(lambda: heard.append(True))
    assert len(heard) == 1


def test_a_halt_ends_the_wait_that_something_else_was_heard_in():
    pacer, heard = Pacer("realtime", 3600.0), []

    def listen() -> None:
        heard.append(True)
        pacer.wake()

    pacer.stir()
    pacer.wait(listen)  # else for an hour
    assert pacer.ticks == 1 and heard


def test_nothing_is_listened_to_between_ticks_where_time_is_simulated():
    pacer = Pacer("fast", 0.02)
    pacer.stir()
    pacer.wait(lambda: pytest.fail("between ticks there is no time"))


def test_whoever_waits_is_told_of_what_was_read():
    ears, told = Ears(), []
    ears.listening, ears.stir = True, lambda: told.append(ears.waiting)
    ears.hear("a bit to the left")
    ears.hear("no, the red one")
    assert told == [1], "what is not plain is read first"
    ears.drain()
    assert told == [1, 2]
