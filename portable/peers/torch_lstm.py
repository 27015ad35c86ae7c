"""The same classifier in PyTorch, on the same GPU: a training step and the forward pass of its bidirectional LSTM.

Prints JSON lines; portable/records.ts says what is in them. Times are milliseconds: medians of five windows, each of many
runs in a row with one synchronisation at the end, by the wall clock and by CUDA events. Without a GPU it says so and measures
the CPU.
"""

import json
import time

try:
    import torch
    from torch import nn
except ImportError as error:
    print(json.dumps({"part": "error", "of": "torch", "message": f"PyTorch is not here: {error}"}))
    raise SystemExit(0)

CUDA = torch.cuda.is_available()
DEVICE = "cuda" if CUDA else "cpu"
# Float32 throughout, as in our kernels.
torch.backends.cuda.matmul.allow_tf32 = False
torch.backends.cudnn.allow_tf32 = False

# (batch, time, units), as in portable/shapes.ts.
SHAPES = [
    (32, 500, 32),
    (1, 500, 32),
    (8, 500, 32),
    (256, 500, 32),
    (32, 500, 16),
    (32, 500, 64),
    (32, 500, 128),
    (32, 100, 256),
    (32, 100, 32),
    (32, 2000, 32),
]


class Classifier(nn.Module):
    def __init__(self, units: int, attention_units: int = 64):
        super().__init__()
        self.lstm = nn.LSTM(1, units, batch_first=True, bidirectional=True)
        self.attention = nn.Sequential(nn.Linear(2 * units, attention_units), nn.Tanh(), nn.Linear(attention_units, 1))
        self.output = nn.Linear(2 * units, 1)

    def forward(self, x):
        outputs, _ = self.lstm(x)
        weights = torch.softmax(self.attention(outputs).squeeze(-1), 1)
        return self.output((weights[..., None] * outputs).sum(1)).squeeze(-1)


def say(**values):
    print(json.dumps(values), flush=True)


def synchronise():
    if CUDA:
        torch.cuda.synchronize()


def median(values):
    return round(sorted(values)[len(values) // 2], 4)


def timed(run, times):
    """(by the wall clock, by CUDA events or None)"""
    for _ in range(5):
        run()
    synchronise()
    wall, events = [], []
    for _ in range(5):
        if CUDA:
            first, last = (torch.cuda.Event(enable_timing=True) for _ in range(2))
            first.record()
        began = time.perf_counter()
        for _ in range(times):
            run()
        if CUDA:
            last.record()
        synchronise()
        wall.append((time.perf_counter() - began) / times * 1e3)
        if CUDA:
            events.append(first.elapsed_time(last) / times)
    return median(wall), median(events) if events else None


def training_step(model, x, labels):
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, **({"fused": True} if CUDA else {}))
    loss_of = nn.BCEWithLogitsLoss()

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss_of(model(x), labels).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0, **({"foreach": True} if CUDA else {}))
        optimizer.step()

    return step


def forward_pass(model, x):
    def forward():
        with torch.no_grad():
            model.lstm(x)

    return forward


def measured(part, shape, **runs):
    times = 30 if CUDA else 2
    values = {}
    for name, run in runs.items():
        wall, events = timed(run, times)
        values[name] = wall
        if events is not None:
            values[f"{name}Events"] = events
    say(part=part, shape=shape, **values)


def attempt(part, shape, work):
    """What PyTorch cannot do on this machine is reported, and ends nothing."""
    try:
        work()
    except Exception as error:  # noqa: BLE001
        say(part=part, shape=shape, error=str(error).splitlines()[0][:200])


def graph_of(forward):
    stream = torch.cuda.Stream()
    stream.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(stream):
        for _ in range(3):
            forward()
    torch.cuda.current_stream().wait_stream(stream)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        forward()
    return graph


def main():
    name = torch.cuda.get_device_name(0) if CUDA else "cpu"
    say(part="torch-info", torch=torch.__version__, device=name, cudnn=torch.backends.cudnn.version())
    for batch, steps, units in SHAPES:
        shape = f"batch {batch}, {steps} steps, {units} units"
        model = Classifier(units).to(DEVICE)
        x = torch.rand(batch, steps, 1, device=DEVICE) * 2 - 1
        labels = (torch.arange(batch, device=DEVICE) % 2).float()
        measured("torch", shape, training=training_step(model, x, labels), forward=forward_pass(model, x))
        if not CUDA:
            continue
        graph = lambda: measured("torch-graph", shape, forward=graph_of(forward_pass(model, x)).replay)  # noqa: E731
        attempt("torch-graph", shape, graph)
    if not CUDA:
        return
    batch, steps, units = SHAPES[0]
    shape = f"batch {batch}, {steps} steps, {units} units"
    x = torch.rand(batch, steps, 1, device=DEVICE) * 2 - 1
    labels = (torch.arange(batch, device=DEVICE) % 2).float()
    with torch.backends.cudnn.flags(enabled=False):
        model = Classifier(units).to(DEVICE)
        attempt(
            "torch-plain",
            shape,
            lambda: measured("torch-plain", shape, training=training_step(model, x, labels), forward=forward_pass(model, x)),
        )
    compiled = Classifier(units).to(DEVICE)
    attempt(
        "torch-compiled",
        shape,
        lambda: measured("torch-compiled", shape, training=training_step(torch.compile(compiled), x, labels)),
    )


main()
