"""Speech as a front: words reach the conversation, a HALT at the first of them and once, and what cannot be is a sentence."""

from __future__ import annotations

import os
import threading
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from heedful.app.cli import main
from heedful.app.fronts.conversation import Conversation
from heedful.app.fronts.speech import Sherpa, Speech, open_recogniser
from heedful.app.options import Usage
from heedful.session import Session


class Spoken:
    """A recogniser that hears what a test says."""

    def __init__(self) -> None:
        self.said: list[tuple[str, bool] | None] = []
        self._more = threading.Condition()

    def say(self, *words: str) -> None:
        """One utterance, word by word, and then its end."""
        with self._more:
            self.said += [(" ".join(words[: n + 1]).upper(), False) for n in range(len(words))] + [(" ".join(words).upper(), True)]
            self._more.notify_all()

    def listen(self, on_text: Callable[[str, bool], None]) -> None:
        while True:
            with self._more:
                self._more.wait_for(lambda: bool(self.said))
                heard = self.said.pop(0)
            if heard is None:
                return
            on_text(*heard)

    def close(self) -> None:
        with self._more:
            self.said.append(None)
            self._more.notify_all()


@pytest.fixture
def spoken() -> Iterator[tuple[Conversation, Spoken, Speech]]:
    with Session(out=None, mode="realtime", seed=5000, interactive=True) as session:
        conversation, recogniser = Conversation(session), Spoken()
        speech = Speech(conversation, recogniser)
        speech.start()
        yield conversation, recogniser, speech
        speech.close()


def until(true: Callable[[], bool], seconds: float = 30.0) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


def test_a_halt_in_the_first_words_halts_at_once_and_once_and_the_rest_is_heeded(spoken) -> None:
    talk, recogniser, _ = spoken
    recogniser.say("put", "the", "red", "block", "in", "the", "blue", "bowl")
    assert until(lambda: bool(talk.status().running))
    halts = talk.session.ears.halts
    recogniser.say("stop", "take", "the", "green", "block", "instead")
    assert until(lambda: talk.status().doing == "held") and talk.session.ears.halts == halts + 1
    assert until(lambda: any(line.text.startswith("understood: target") for line in talk.lines))
    assert talk.session.ears.halts == halts + 1 and talk.status().doing == "held"
    talk.say("go on")
    assert until(lambda: any("green block instead" in line.text for line in talk.lines))
    recogniser.say("cancel")
    assert talk.wait(20) and talk.status().doing == "at rest"


def test_only_whole_utterances_are_taken_for_instructions(spoken) -> None:
    talk, recogniser, _ = spoken
    recogniser.say("florble", "the", "gnarp")
    assert until(lambda: any(line.kind == "verdict" for line in talk.lines)) and talk.wait(10)
    assert [line.text for line in talk.lines if line.who == "you"] == ["florble the gnarp"]


def test_a_recogniser_that_breaks_is_told_and_the_keyboard_goes_on(spoken) -> None:
    talk, _, speech = spoken

    class Broken:
        def listen(self, on_text: Callable[[str, bool], None]) -> None:
            raise OSError("the microphone was pulled out")

        def close(self) -> None: ...

    Speech(talk, Broken()).start()
    assert until(lambda: any("pulled out" in line.text and "keyboard" in line.text for line in talk.lines))
    talk.say("thanks, well done")
    assert talk.lines[-1].who == "robot" and not speech.error


@pytest.mark.parametrize(
    ("what", "says"), [("nowhere", "there is no speech model"), ("nowhere.py:Mine", "there is no file"), ("{}", "lacks tokens.txt")]
)
def test_what_is_no_recogniser_is_refused_in_one_sentence(what: str, says: str, tmp_path: Path, capsys) -> None:
    assert main(["talk", f"speech={what.format(tmp_path)}", "film=none", "memory=off"]) == 2
    told = capsys.readouterr().err
    assert says in told and told.count("\n") == 1


def test_a_missing_extra_names_the_pip_command(monkeypatch, tmp_path: Path) -> None:
    for name in ("tokens.txt", "encoder.onnx", "decoder.onnx", "joiner.onnx"):
        (tmp_path / name).write_text("")
    monkeypatch.setitem(__import__("sys").modules, "sherpa_onnx", None)
    with pytest.raises(Usage, match=r'pip install "heedful\[speech\]"'):
        Sherpa(tmp_path)


def test_a_recogniser_of_ones_own_comes_by_path(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("class Recogniser:\n    def listen(self, on_text): on_text('stop', True)\n    def close(self): ...\n")
    heard: list[tuple[str, bool]] = []
    open_recogniser(f"{tmp_path / 'mine.py'}").listen(lambda *words: heard.append(words))
    assert heard == [("stop", True)]


@pytest.mark.weights
def test_a_real_model_hears_a_real_voice() -> None:
    """HEEDFUL_SPEECH_MODEL: the folder of a streaming transducer; HEEDFUL_SPEECH_WAVE: somebody says `stop` in it, at 16 kHz."""
    np, _ = pytest.importorskip("numpy"), pytest.importorskip("sherpa_onnx")
    folder, file = os.environ.get("HEEDFUL_SPEECH_MODEL"), os.environ.get("HEEDFUL_SPEECH_WAVE")
    if not folder or not file:
        pytest.skip("HEEDFUL_SPEECH_MODEL and HEEDFUL_SPEECH_WAVE are not set")
    with wave.open(file) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), np.int16).astype(np.float32) / 32768
    heard: list[str] = []
    Sherpa(Path(folder), [*np.array_split(samples, max(1, len(samples) // 800))]).listen(lambda text, final: heard.append(text.lower()))
    assert any("stop" in text for text in heard)
