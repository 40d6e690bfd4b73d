"""A network of an ONNX file, opened for one reader process. The reader's only module that knows ONNX Runtime."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any


def is_installed() -> bool:
    """Whether ONNX Runtime is there."""
    return find_spec("onnxruntime") is not None


def open_network(file: Path) -> Any:
    """The session that runs the network of `file`, on one core and without keeping memory of the largest line."""
    import onnxruntime  # imported late: 20 MB that only a reader process needs

    onnxruntime.disable_telemetry_events()  # its wheels report use to their maker; a reader tells nobody anything
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # a reader process owns one core
    options.enable_cpu_mem_arena = False  # the arena keeps the largest line for ever
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
