"""Pure scoring: a declaration and the states of its claims under an announcement become a score with its reasons."""
