"""Applicants' keys: made at the first declaration or upload, thrown away at erasure; and who may be handed them."""
