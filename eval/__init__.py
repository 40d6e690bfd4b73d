"""How well and how dearly papers are read and judged, on specimens drawn anew at each run. `make eval`.

Imports services and specimens; neither imports it. What happens on sealed layouts is counted and never shown, unless
asked for with `--open-sealed`: whoever looks at those failures can no longer measure with these layouts.
"""
