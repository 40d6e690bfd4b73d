"""Canonical values: pure, and the same for what a paper prints and for what was declared."""

from services.verify.values.alphabet import unsupported
from services.verify.values.fields import canonical, same

__all__ = ["canonical", "same", "unsupported"]
