"""What operators see and do: the broker, topics, lag, dead letters."""
