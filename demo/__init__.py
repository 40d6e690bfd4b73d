"""The demo: a portal with invented applicants, who upload drawn papers over the public HTTP API.

    cast/*.toml     who applies, what they declare, what their papers really say
    expected.toml   what must become of each
    announcements/  an announcement of the demo's own, beside the shipped ones

`docintake demo` starts the pipeline on fresh data and runs `python -m demo` against it. Nothing here imports a service:
whoever writes a real portal may read `portal.py` as an example of its client.
"""
