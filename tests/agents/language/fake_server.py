"""A server that speaks as OpenAI's does, with the habits of several vendors and every way to fail; it knows no language."""

import contextlib
import json
import re
import socket
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

VENDORS = ("vllm", "llama.cpp", "ollama", "lmstudio", "reasoning", "transformers")
FAULTS = (
    "429",
    "429-long",
    "500",
    "slow",
    "drip",
    "half",
    "half-stream",
    "html",
    "invalid",
    "empty",
    "error-200",
    "hang-up",
    "key-in-error",
)


def pieces(text):
    """Tokens of a text, by words."""
    return re.findall(r"\s?\w+|\s|[^\w\s]", text)


def likely(token):
    """A made-up log-probability, the same for the same token."""
    return -0.5 - zlib.crc32(token.encode()) % 1000 / 200


class FakeServer:
    """Answers by a vendor's habits. `says` gives the text of a chat's answer; `prefers` weighs the letters; `fault` is how it fails.

    A fault may be a list, one for each request that comes; None is no fault.
    """

    def __init__(self, vendor="vllm"):
        self.vendor, self.fault, self.delay, self.thinks = vendor, None, 0.0, False
        self.says = lambda body: "hello"
        self.prefers = lambda option: likely(option)
        self.requests, self.keys = [], []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                owner.requests.append((self.path, body))
                owner.keys.append(self.headers.get("Authorization", ""))
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    owner.answer(self, body)

            def do_GET(self):
                owner.send(self, {"data": [{"id": "tiny"}]})

            def log_message(self, *_):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}/v1"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.http.shutdown()
        self.http.server_close()

    def send(self, to, data, status=200, kind="application/json", headers=(), cut=0):
        raw = data.encode() if isinstance(data, str) else json.dumps(data).encode()
        to.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(raw))), *headers):
            to.send_header(name, value)
        to.end_headers()
        to.wfile.write(raw[: len(raw) - cut])
        if cut:
            to.close_connection = True

    def decline(self, to, message, param=None, status=400):
        self.send(to, {"error": {"message": message, "type": "invalid_request_error", "param": param}}, status)

    def answer(self, to, body):
        fault = self.fault.pop(0) if isinstance(self.fault, list) and self.fault else None if isinstance(self.fault, list) else self.fault
        time.sleep(self.delay)
        match fault:
            case "429":
                return self.send(to, {"error": {"message": "slow down"}}, 429, headers=[("Retry-After", "0.1")])
            case "429-long":
                return self.send(to, {"error": {"message": "slow down"}}, 429, headers=[("Retry-After", "60")])
            case "500":
                return self.send(to, "out of memory", 500, "text/plain")
            case "slow":
                return time.sleep(30)
            case "drip":
                to.send_response(200)
                to.send_header("Content-Length", "100000")
                to.end_headers()
                for _ in range(300):
                    to.wfile.write(b" ")
                    time.sleep(0.1)
                return None
            case "half":
                return self.send(to, self.chat(body), cut=20)
            case "html":
                return self.send(to, "<!DOCTYPE html><html>Please log in</html>", kind="text/html")
            case "invalid":
                return self.send(to, '{"choices": [{"mess')
            case "empty":
                return self.send(to, {})
            case "error-200":
                return self.send(to, {"error": {"message": "the model fell over"}})
            case "hang-up":
                to.close_connection = True
                return to.connection.shutdown(socket.SHUT_RDWR)
            case "key-in-error":
                return self.decline(
                    to, f"your key {to.headers.get('Authorization')} is too short", status=401 if len(self.requests) % 2 else 400
                )
        if self.vendor == "reasoning":
            for param, hint in (("max_tokens", " Use 'max_completion_tokens' instead."), ("logprobs", ""), ("temperature", "")):
                if param in body:
                    return self.decline(to, f"Unsupported parameter: '{param}' is not supported with this model.{hint}", param)
        if to.path.endswith("/chat/completions"):
            if self.vendor == "lmstudio" and body.get("response_format", {}).get("type") == "json_object":
                return self.decline(to, "'response_format.type' must be 'json_schema' or 'text'")
            if self.vendor != "vllm" and self.vendor != "reasoning" and body.get("n", 1) != 1:
                body = {**body, "n": 1}
            return self.stream(to, body, fault) if body.get("stream") else self.send(to, self.chat(body))
        if self.vendor == "llama.cpp":
            return self.decline(to, "Only no echo is supported")
        if self.vendor == "transformers":
            return self.send(to, "Not Found", 404, "text/plain")
        return self.send(to, self.completion(body))

    def text(self, body):
        """What is said; a vendor that keeps to schemas says an instance of them, so that only `transformers` and a liar do not."""
        schema = body.get("response_format", {}).get("json_schema", {}).get("schema")
        if schema and self.vendor != "transformers" and "choice" in schema.get("properties", {}):
            return json.dumps({"choice": schema["properties"]["choice"]["enum"][-1]})
        if body.get("response_format", {}).get("type") == "json_object" and "hello" in str(body["messages"]):
            return '{"hello": 1}' if self.vendor != "transformers" else "Hello!"
        return self.says(body)

    def chat(self, body):
        choices = []
        for i in range(body.get("n", 1)):
            choice = {"index": i, "message": {"role": "assistant", "content": self.text(body)}, "finish_reason": "stop"}
            if body.get("logprobs") and self.vendor in ("vllm", "llama.cpp", "ollama"):
                listed = re.findall(r"^([A-T])\. (.*)$", str(body["messages"][-1]["content"]), re.M) or [("A", "a"), ("B", "b")]
                top = [{"token": letter, "logprob": self.prefers(option)} for letter, option in listed][: body["top_logprobs"]]
                top = [{"token": "<think>", "logprob": -0.01}] if self.thinks else top
                choice["logprobs"] = {"content": [{"token": top[0]["token"], "logprob": top[0]["logprob"], "top_logprobs": top}]}
            elif self.vendor == "lmstudio":
                choice["logprobs"] = None
            choices.append(choice)
        return {"id": "x", "object": "chat.completion", "model": body["model"], "choices": choices}

    def completion(self, body):
        """vLLM repeats the prompt with log-probabilities if asked; others ignore the wish and tell what they would say next."""
        choices = []
        for i, prompt in enumerate([body["prompt"]] if isinstance(body["prompt"], str) else body["prompt"]):
            echo = body.get("echo") and self.vendor == "vllm"
            tokens = [*(pieces(prompt) if echo else []), " next"]
            values = [None if echo and k == 0 else likely(t) for k, t in enumerate(tokens)]
            told = {"tokens": tokens, "token_logprobs": values, "top_logprobs": None, "text_offset": None}
            choices.append({"index": i, "text": "".join(tokens), "logprobs": told, "finish_reason": "length"})
        return {"id": "x", "object": "text_completion", "model": body["model"], "choices": choices}

    def stream(self, to, body, fault=None):
        to.send_response(200)
        to.send_header("Content-Type", "text/event-stream")
        to.send_header("Transfer-Encoding", "chunked")
        to.end_headers()
        said = pieces(self.text(body))
        for i, piece in enumerate([*said, None]):
            if fault == "half-stream" and i >= max(1, len(said) // 2):
                to.close_connection = True
                return to.connection.shutdown(socket.SHUT_RDWR)
            choice = {"index": 0, "delta": {"content": piece} if piece else {}, "finish_reason": None if piece else "stop"}
            self.chunk(to, {"id": "x", "object": "chat.completion.chunk", "model": body["model"], "choices": [choice]})
        to.wfile.write(b"e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n")
        return None

    def chunk(self, to, data):
        line = f"data: {json.dumps(data)}\n\n".encode()
        to.wfile.write(f"{len(line):x}\r\n".encode() + line + b"\r\n")
        to.wfile.flush()
