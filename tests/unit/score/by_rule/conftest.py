"""The command line for every test of a numbered rule."""

from tests.unit.score.by_rule.commandline import docintake

__all__ = ["docintake"]
