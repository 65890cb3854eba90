"""PyTorch does a training that is described in a folder: see work/work.ts and node/messages.ts.

Written as one would for speed on a CPU: fused linear layers of torch, one matmul per projection, the
grouped queries of a key as rows of one product, cross entropy as torch has it, its own AdamW.
"""
import json
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F


class Training:
    def __init__(self, folder, threads):
        torch.set_num_threads(threads)
        with open(f"{folder}/work.json", encoding="utf-8") as file:
            self.work = json.load(file)
        config = self.config = self.work["config"]
        self.heads, self.groups = config["heads"], config["kvHeads"]
        self.size = config["hiddenSize"] // self.heads
        rows, length = self.work["batch"], self.work["length"]
        tokens = np.fromfile(f"{folder}/tokens.bin", np.int32).reshape(-1, rows, length + 1)
        self.tokens = torch.from_numpy(tokens.astype(np.int64))
        adapter = self.work["adapter"]
        self.weights = self.cut(folder + "/weights.bin", self.specs(), adapter is None)
        self.factors = {}
        if adapter:
            specs = []
            for site in adapter["sites"]:
                specs.append((site["name"] + ".A", (site["rows"], adapter["rank"])))
                specs.append((site["name"] + ".B", (adapter["rank"], site["columns"])))
            self.factors = self.cut(folder + "/factors.bin", specs, True)
        trained = list((self.factors if adapter else self.weights).values())
        settings = self.work["optimizer"]
        groups = [
            {"params": [p for p in trained if p.dim() > 1], "weight_decay": settings["weightDecay"]},
            {"params": [p for p in trained if p.dim() == 1], "weight_decay": 0.0},
        ]
        self.trained = trained
        self.optimizer = torch.optim.AdamW(
            [group for group in groups if group["params"]],
            lr=settings["learningRate"],
            betas=(settings["beta1"], settings["beta2"]),
            eps=settings["epsilon"],
        )
        half = self.size // 2
        inverse = config["ropeTheta"] ** (-2.0 * torch.arange(half).double() / self.size)
        angles = torch.arange(length).double()[:, None] * inverse
        self.cos, self.sin = angles.cos().float(), angles.sin().float()
        self.hidden = torch.full((length, length), float("-inf")).triu(1)
        self.done = 0

    def specs(self):
        c = self.config
        d, f, kv = c["hiddenSize"], c["intermediateSize"], self.groups * self.size
        specs = [("embed", (c["vocabSize"], d))]
        for layer in range(c["layers"]):
            at = f"model.layers.{layer}."
            specs += [
                (at + "input_layernorm", (d,)),
                (at + "self_attn.q_proj", (d, d)),
                (at + "self_attn.k_proj", (d, kv)),
                (at + "self_attn.v_proj", (d, kv)),
                (at + "self_attn.o_proj", (d, d)),
                (at + "post_attention_layernorm", (d,)),
                (at + "mlp.gate_proj", (d, f)),
                (at + "mlp.up_proj", (d, f)),
                (at + "mlp.down_proj", (f, d)),
            ]
        specs.append(("norm", (d,)))
        return specs if c["tiedHead"] else [*specs, ("head", (d, c["vocabSize"]))]

    @staticmethod
    def cut(path, specs, trained):
        flat, at, tensors = np.fromfile(path, np.float32), 0, {}
        for name, shape in specs:
            count = int(np.prod(shape))
            tensor = torch.from_numpy(flat[at : at + count].reshape(shape).copy())
            tensors[name] = tensor.requires_grad_(trained)
            at += count
        if at != len(flat):
            raise ValueError(f"{path} has {len(flat)} numbers, {at} are read")
        return tensors

    def linear(self, name, x):
        y = x @ self.weights[name]
        if name + ".A" not in self.factors:
            return y
        low = (x @ self.factors[name + ".A"]) * self.work["adapter"]["scale"]
        return y + low @ self.factors[name + ".B"]

    def norm(self, name, x):
        mean = x.pow(2).mean(-1, keepdim=True)
        return x * torch.rsqrt(mean + self.config["normEpsilon"]) * self.weights[name]

    def turned(self, x):
        half = self.size // 2
        a, b = x[..., :half], x[..., half:]
        return torch.cat([a * self.cos - b * self.sin, b * self.cos + a * self.sin], -1)

    def attention(self, at, x, rows, length):
        def parted(name, heads):
            y = self.linear(at + name, x)
            return y.view(rows, length, heads, self.size).transpose(1, 2)

        q = self.turned(parted("q_proj", self.heads)) * self.size**-0.5
        k = self.turned(parted("k_proj", self.groups))
        v = parted("v_proj", self.groups)
        each = self.heads // self.groups
        q = q.reshape(rows, self.groups, each * length, self.size)
        scores = (q @ k.transpose(-1, -2)).view(rows, self.groups, each, length, length)
        shares = torch.softmax(scores + self.hidden, -1)
        y = shares.view(rows, self.groups, each * length, length) @ v
        y = y.view(rows, self.heads, length, self.size).transpose(1, 2)
        return self.linear(at + "o_proj", y.reshape(rows * length, -1))

    def loss(self, tokens):
        rows, length = self.work["batch"], self.work["length"]
        x = self.weights["embed"][tokens[:, :-1].reshape(-1)]
        for layer in range(self.config["layers"]):
            at = f"model.layers.{layer}."
            x = x + self.attention(at + "self_attn.", self.norm(at + "input_layernorm", x), rows, length)
            y = self.norm(at + "post_attention_layernorm", x)
            gate = F.silu(self.linear(at + "mlp.gate_proj", y))
            x = x + self.linear(at + "mlp.down_proj", gate * self.linear(at + "mlp.up_proj", y))
        start = self.work["learntFrom"] - 1
        x = self.norm("norm", x).view(rows, length, -1)[:, start:].reshape(-1, x.shape[-1])
        tied = self.config["tiedHead"]
        logits = x @ (self.weights["embed"].t() if tied else self.weights["head"])
        return F.cross_entropy(logits, tokens[:, start + 1 :].reshape(-1))

    def step(self):
        loss = self.loss(self.tokens[self.done % len(self.tokens)])
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.trained, self.work["optimizer"]["clipNorm"])
        self.optimizer.step()
        self.done += 1
        return loss.item()

    def run(self, steps):
        losses, milliseconds = [], []
        for _ in range(steps):
            start = time.perf_counter()
            losses.append(self.step())
            milliseconds.append(1000 * (time.perf_counter() - start))
        return {"kind": "ran", "losses": losses, "milliseconds": milliseconds}


training = None
for line in sys.stdin:
    request = json.loads(line)
    try:
        if request["kind"] == "open":
            training = Training(request["folder"], request["threads"])
            about = f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads, fp32"
            answer = {"kind": "opened", "about": about}
        else:
            answer = training.run(request["steps"])
    except Exception as thrown:  # told to whoever asked
        answer = {"kind": "failed", "why": repr(thrown)}
    print(json.dumps(answer), flush=True)
