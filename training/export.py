"""Write the trained network as ONNX, batch normalisation folded into the layers before it, and check the result."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

from services.verify.reading.engine.jamo_cells import SIDE
from training.network import CONVOLUTIONS, FINALS, INITIALS, VOWELS

_INPUT = "cells"
_OUTPUTS = (("initial", INITIALS), ("medial", VOWELS), ("final", FINALS))
"""Names of the answers, logarithms of probabilities; the reader asks for them by these names."""
_OPSET, _IR = 17, 8
_MOST_APART = 1e-3

Array = NDArray[np.float32]


def export(model: Any, file: Path) -> None:
    """Write `model` to `file`. RuntimeError where the written network does not answer as the trained one."""
    written = _onnx(model)
    onnx.checker.check_model(written)
    _compare(model, written)
    file.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(written, file)


def _onnx(model: Any) -> Any:
    normal = [layer.get_weights() for layer in model.layers if type(layer).__name__ == "BatchNormalization"]
    kernels = [layer.get_weights()[0] for layer in model.layers if type(layer).__name__ == "Conv2D"]
    dense, *answers = (layer.get_weights() for layer in model.layers if type(layer).__name__ == "Dense")
    graph = _Graph(_INPUT)
    for kernel, (_, stride, halved), norm in zip(kernels, CONVOLUTIONS, normal[:-1], strict=True):
        weights, bias = _folded(kernel, np.zeros(kernel.shape[-1], np.float32), norm)
        pads = [0, 0, 1, 1] if stride == 2 else [1, 1, 1, 1]  # as Keras pads an even picture
        graph.add("Conv", weights.transpose(3, 2, 0, 1), bias, kernel_shape=[3, 3], strides=[stride] * 2, pads=pads)
        graph.add("Relu")
        if halved:
            graph.add("MaxPool", kernel_shape=[2, 2], strides=[2, 2])
    graph.add("Transpose", perm=[0, 2, 3, 1])  # Keras flattens with the channels last
    graph.add("Flatten", axis=1)
    graph.add("Gemm", *_folded(dense[0], dense[1], normal[-1]))
    graph.add("Relu")
    trunk = graph.last
    for (name, _), (weights, bias) in zip(_OUTPUTS, answers, strict=True):
        graph.last = trunk
        graph.add("Gemm", weights, bias)
        graph.add("LogSoftmax", name=name, axis=1)
    return graph.model()


class _Graph:
    """An ONNX graph that grows a node at a time, each fed by the one before."""

    def __init__(self, first: str) -> None:
        self.last = first
        self._nodes: list[Any] = []
        self._weights: list[Any] = []

    def add(self, kind: str, *weights: Array, name: str = "", **attributes: Any) -> None:
        """One node after the last."""
        name = name or f"{kind.lower()}{len(self._nodes)}"
        inputs = [f"{name}.{place}" for place in range(len(weights))]
        self._weights += [
            numpy_helper.from_array(np.ascontiguousarray(array, np.float32), key)
            for key, array in zip(inputs, weights, strict=True)
        ]
        self._nodes.append(helper.make_node(kind, [self.last, *inputs], [name], **attributes))
        self.last = name

    def model(self) -> Any:
        cells = helper.make_tensor_value_info(_INPUT, TensorProto.FLOAT, ["n", 1, SIDE, SIDE])
        answers = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", size]) for name, size in _OUTPUTS]
        graph = helper.make_graph(self._nodes, "jamo", [cells], answers, self._weights)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)


def _folded(weights: Array, bias: Array, norm: list[Array]) -> tuple[Array, Array]:
    gamma, beta, mean, variance = norm
    scale = gamma / np.sqrt(variance + 1e-3)
    return weights * scale, (bias - mean) * scale + beta


def _compare(model: Any, written: Any) -> None:
    cells = np.random.default_rng(0).random((8, SIDE, SIDE), np.float32)
    said = ReferenceEvaluator(written).run(None, {_INPUT: cells[:, None]})
    for (name, _), logits, answer in zip(_OUTPUTS, model(cells[..., None], training=False), said, strict=True):
        trained = np.asarray(logits, np.float64)
        trained -= np.log(np.exp(trained).sum(axis=1, keepdims=True))
        if np.abs(trained - answer).max() > _MOST_APART:
            raise RuntimeError(f"the written network answers otherwise than the trained one: {name}")
