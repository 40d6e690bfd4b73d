"""Verification: reading what a paper prints, judging it against the declaration, and staff review."""
