"""A real model, however small, over HTTP: answers stream as they are made, schemas are kept to, texts come back with log-probabilities."""

from fake_server import FakeServer


class TinyServer(FakeServer):
    """Serves a `Local` model the way vLLM does."""

    def __init__(self, model):
        super().__init__("vllm")
        self.model = model

    def text(self, body):
        from heedful.agents.language.model import Message

        schema = body.get("response_format", {}).get("json_schema", {}).get("schema")
        self.model.max_tokens = body.get("max_tokens", 64) if schema else min(body.get("max_tokens", 64), 64)
        return self.model.generate([Message(m["role"], m["content"]) for m in body["messages"]], schema)

    def completion(self, body):
        import torch

        tokenizer, choices = self.model.tokenizer, []
        for i, prompt in enumerate([body["prompt"]] if isinstance(body["prompt"], str) else body["prompt"]):
            given = tokenizer(prompt, return_offsets_mapping=True)
            ids = given["input_ids"]
            with torch.inference_mode():
                logp = self.model.model(input_ids=torch.tensor([ids])).logits[0].double().log_softmax(-1)
            values = [None, *(float(logp[k - 1, t]) for k, t in enumerate(ids) if k)]
            told = {
                "tokens": [tokenizer.decode([t]) for t in ids] + ["x"],
                "token_logprobs": [*values, -1.0],
                "text_offset": [a for a, _ in given["offset_mapping"]] + [len(prompt)],
            }
            choices.append({"index": i, "text": prompt + "x", "logprobs": told, "finish_reason": "length"})
        return {"id": "x", "object": "text_completion", "model": body["model"], "choices": choices}
