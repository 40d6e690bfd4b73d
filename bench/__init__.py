"""Measures a whole docintake on this machine: latency, pages a second, events a second, memory. `make bench`."""
