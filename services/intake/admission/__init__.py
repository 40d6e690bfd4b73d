"""Whether a file may come in, by its content: sniffed here, opened and decoded only in a confined child."""
