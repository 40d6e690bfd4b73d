"""Scores: the rule book applied to declarations, verdicts and decisions."""
