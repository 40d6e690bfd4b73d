"""Shared labels (`person_labels`, `day_labels`, `number_labels`, `score_labels`) with more wordings, or without some.

They hold Korean, English, Chinese, Japanese and European forms. Spaces, case, accents and punctuation do not count, and
a form in two languages (`수험번호 (Registration No.)`) is known by its parts, so that only the plain forms stand there.
"""

from __future__ import annotations

from services.verify.reading.layout.labels import Label


def also(label: Label, *words: str) -> Label:
    """`label` with the further forms that one kind of paper prints."""
    return Label(label.field, tuple(dict.fromkeys((*label.words, *words))))


def without(label: Label, *words: str) -> Label:
    """`label` without forms that say something else on one kind of paper."""
    return Label(label.field, tuple(word for word in label.words if word not in words))
