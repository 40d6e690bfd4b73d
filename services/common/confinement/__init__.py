"""What a process that opens strangers' files may still do: read its own program, compute, and answer."""
