"""Layouts kept for evaluation: never looked at, nor their failures, while the reading is tuned."""
