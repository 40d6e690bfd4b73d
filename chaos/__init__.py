"""A live docintake under fire: faults drawn from a seed, an honest client, and an oracle that checks every promise.

    python -m chaos --seed 7      plan → live system → faults and requests → rest → history → oracle → table

`docs/chaos.md` says what is injected, what is promised and how to read the table.
"""
