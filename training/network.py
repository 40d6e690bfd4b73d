"""The network: five layers of convolution over a cell, then three answers, the initial, the vowel and the final."""

from __future__ import annotations

from typing import Any

import tensorflow as tf

from services.verify.reading.engine.jamo_cells import SIDE

INITIALS, VOWELS, FINALS = 20, 22, 28
"""Classes of the three answers; class 0 of the first two is no syllable, class 0 of the last is no final."""
CONVOLUTIONS = ((24, 2, False), (48, 1, True), (96, 1, False), (96, 1, True), (128, 1, False))
"""Of each layer: filters, stride, and whether its picture is then halved."""
_DENSE, _DROPPED = 256, 0.15
_MOMENTUM = 0.95
"""Of the normalisation: after a few hundred steps its means are those of the cells, not of the start."""


def network() -> Any:
    """A Keras model from cells (n × 32 × 32 × 1, ink 1 on 0) to three arrays of logits."""
    layers = tf.keras.layers
    cells = layers.Input((SIDE, SIDE, 1))
    state = cells
    for filters, stride, halved in CONVOLUTIONS:
        state = layers.Conv2D(filters, 3, stride, padding="same", use_bias=False)(state)
        state = layers.ReLU()(layers.BatchNormalization(momentum=_MOMENTUM)(state))
        state = layers.MaxPool2D()(state) if halved else state
    state = layers.Dropout(_DROPPED)(layers.Flatten()(state))
    state = layers.ReLU()(layers.BatchNormalization(momentum=_MOMENTUM)(layers.Dense(_DENSE)(state)))
    return tf.keras.Model(cells, [layers.Dense(classes)(state) for classes in (INITIALS, VOWELS, FINALS)])
