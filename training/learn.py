"""Train the network for so many minutes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import tensorflow as tf

from training.batches import batches
from training.faces import Face
from training.network import network

_STEP = 256
"""Cells that are learned from at once."""
_RATE, _LAST_RATE = 2e-3, 2e-5
_TELL = 60.0
"""Seconds between two lines of progress."""


def learn(faces: Sequence[Face], minutes: float, seed: int, tell: Callable[[str], None]) -> Any:
    """A network trained for `minutes` on one core, beside one core that draws. `tell` is given lines of progress."""
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    tf.keras.utils.set_random_seed(seed)
    model, optimizer = network(), tf.keras.optimizers.Adam(_RATE)
    step = _step(model, optimizer)
    began = told = time.monotonic()
    right: list[float] = []
    for cells, labels in batches(faces, seed, until=began + 60 * minutes):
        done = min(1.0, (time.monotonic() - began) / (60 * minutes))
        optimizer.learning_rate.assign(_RATE * (1 - done) + _LAST_RATE)
        right += [float(step(cells[at : at + _STEP], labels[at : at + _STEP])) for at in range(0, len(cells), _STEP)]
        if time.monotonic() - told > _TELL:
            told = time.monotonic()
            share = float(np.mean(right[-200:]))
            tell(f"{(told - began) / 60:.1f} min, {len(right) * _STEP} cells, {share:.4f} of the last right")
    return model


def _step(model: Any, optimizer: Any) -> Any:
    """A compiled function that learns from one batch and returns the share of its cells that were read right."""
    losses = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="none")

    def step(cells: Any, labels: Any) -> Any:
        ink = 1.0 - tf.cast(cells[..., None], tf.float32) / 255.0
        syllable = labels[:, 0] > 0
        with tf.GradientTape() as tape:
            answers = model(ink, training=True)
            each = [losses(labels[:, part], answer) for part, answer in enumerate(answers)]
            # what is no syllable has no final to be learned
            loss = tf.reduce_mean(each[0] + each[1] + each[2] * tf.cast(syllable, tf.float32))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables, strict=True))
        said = [
            tf.argmax(answer, axis=1, output_type=tf.int32) == labels[:, part] for part, answer in enumerate(answers)
        ]
        return tf.reduce_mean(tf.cast(said[0] & said[1] & (said[2] | ~syllable), tf.float32))

    return tf.function(step, reduce_retracing=True)
