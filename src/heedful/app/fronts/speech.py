"""Speech: a recogniser's words go to the conversation as they come, and a HALT at its first words. Never the only way to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from heedful.agents.corrections import is_halt
from heedful.app.fronts.conversation import Conversation
from heedful.app.options import Usage

FRONT = "speech"
FILES = ("tokens.txt", "encoder*.onnx", "decoder*.onnx", "joiner*.onnx")
"""What the folder of a streaming transducer holds."""
RATE = 16000
"""Samples per second that models hear."""
BLOCK = 0.05
"""How much sound is heard at once [s]: a HALT waits for no more than this and the model."""
INSTALL = 'speech needs sherpa-onnx and sounddevice: pip install "heedful[speech]"'


class Recogniser(Protocol):
    """Whatever turns sound into words."""

    def listen(self, on_text: Callable[[str, bool], None]) -> None:
        """Hear until it is closed: call `on_text(text, final)` with all words of an utterance so far, whenever they change, and with
        `final` once it has ended."""

    def close(self) -> None:
        """Hear no more; `listen` returns soon."""


class Speech:
    """A recogniser as a front of a conversation, in a thread of its own.

    Args:
      conversation: Whose robot it is.
      recogniser: Hears.
    """

    def __init__(self, conversation: Conversation, recogniser: Recogniser) -> None:
        self.conversation, self.recogniser = conversation, recogniser
        self.error = ""
        """Why it hears no more."""
        self._halted = ""
        """The words of the utterance under way that were heeded as a HALT."""
        self._thread = threading.Thread(target=self._listen, name="heedful-speech", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self.recogniser.close()
        if self._thread.is_alive():
            self._thread.join(2.0)

    def on_text(self, text: str, final: bool) -> None:
        """Words of the utterance under way. A HALT in them is heeded at once, and once in an utterance."""
        text = text.strip().lower()
        if not self._halted and text and is_halt(text):
            self._halted = "" if final else text
            return self.conversation.say(text, FRONT)
        if final:
            halted, self._halted = self._halted, ""
            if halted and text.startswith(f"{halted} "):
                text = f"{halted}, {text[len(halted) :].strip()}"  # nobody speaks a comma
            self.conversation.say(text, FRONT, halted=bool(halted))

    def _listen(self) -> None:
        try:
            self.recogniser.listen(self.on_text)
        except Exception as error:
            self.error = " ".join(str(error).split()) or type(error).__name__
            self.conversation.tell(f"I hear nothing any more: {self.error}; the keyboard still stops me")


def open_recogniser(what: str) -> Recogniser:
    """A recogniser from `speech=`: the folder of a streaming model, or `mine.py:Name`, called without arguments. Raises Usage."""
    file, _, name = what.partition(":")
    if file.endswith(".py"):
        from heedful.app.open_session import usable
        from heedful.config import module_from

        path = Path(file).expanduser()
        if not path.is_file():
            raise Usage(f"there is no file {path}; speech takes the folder of a model, or mine.py:Recogniser")
        with usable():
            made: Recogniser = getattr(module_from(path), name or "Recogniser")()
            return made
    return Sherpa(Path(what).expanduser())


class Sherpa:
    """A streaming transducer of sherpa-onnx that hears a microphone.

    Args:
      folder: Holds `tokens.txt` and the encoder, decoder and joiner as `.onnx`; of quantised and plain ones, the quantised.
      sound: Blocks of samples in [-1, 1], float32, at 16 kHz; without, the microphone's.

    Raises Usage.
    """

    def __init__(self, folder: Path, sound: Any = None) -> None:
        found = {name: sorted(folder.glob(name), key=lambda p: ("int8" not in p.name, p.name)) for name in FILES}
        if missing := [name for name, files in found.items() if not files]:
            raise Usage(f"there is no speech model in {folder}: it lacks {', '.join(missing)} (a streaming transducer of sherpa-onnx)")
        try:
            import sherpa_onnx
        except ImportError:
            raise Usage(INSTALL) from None
        tokens, encoder, decoder, joiner = (str(files[0]) for files in found.values())
        self._model = sherpa_onnx.OnlineRecognizer.from_transducer(
            tokens=tokens, encoder=encoder, decoder=decoder, joiner=joiner, num_threads=1, sample_rate=RATE, feature_dim=80,
            enable_endpoint_detection=True, rule1_min_trailing_silence=2.0, rule2_min_trailing_silence=0.6, rule3_min_utterance_length=20.0,
        )  # fmt: skip
        self._sound = sound if sound is not None else _microphone()
        self._closed = threading.Event()

    def listen(self, on_text: Callable[[str, bool], None]) -> None:
        stream, said = self._model.create_stream(), ""
        for block in self._sound:
            if self._closed.is_set():
                break
            stream.accept_waveform(RATE, block)
            while self._model.is_ready(stream):
                self._model.decode_stream(stream)
            text = str(self._model.get_result(stream)).strip()
            if text != said:
                said = text
                on_text(text, False)
            if self._model.is_endpoint(stream):
                if said:
                    on_text(said, True)
                self._model.reset(stream)
                said = ""
        if said:
            on_text(said, True)

    def close(self) -> None:
        self._closed.set()


def _microphone() -> Any:
    """Blocks of the default microphone, for ever. Raises Usage where there is none."""
    try:
        import sounddevice
    except ImportError:
        raise Usage(INSTALL) from None
    except OSError as error:  # no PortAudio
        raise Usage(f"no microphone can be opened here: {error}") from error
    try:
        heard = sounddevice.InputStream(channels=1, dtype="float32", samplerate=RATE, blocksize=int(RATE * BLOCK))
        heard.start()
    except sounddevice.PortAudioError as error:
        raise Usage(f"no microphone can be opened here: {' '.join(str(error).split())}") from error

    def blocks() -> Any:
        while True:
            yield heard.read(int(RATE * BLOCK))[0].reshape(-1)

    return blocks()
