"""Judging: declaration × readings → MATCH, MISMATCH or UNREADABLE.

`judge.py` and all it calls are pure; `handlers.py` joins the two sides and publishes the verdict.
"""
