#!/usr/bin/env bash
# The virtual environment install/venv from the hashed requirements.txt, with docintake itself linked in.
source "$(dirname "$0")/common.sh"
source "$(dirname "$0")/apt.sh"

VENV=$INSTALL/venv

main() {
    local inputs
    inputs=$(fingerprint "$ROOT/requirements.txt" "$ROOT/pyproject.toml")
    if stamped python "$inputs" && new_enough "$VENV/bin/python"; then return; fi
    make_home
    new_enough "$VENV/bin/python" || make_venv
    say "Python packages (about a minute the first time)"
    "$VENV/bin/python" -m pip install -q --require-hashes -r "$ROOT/requirements.txt" </dev/null ||
        fail "cannot install: the Python packages of requirements.txt (pip's message is above); check the network and run this again."
    "$VENV/bin/python" -m pip install -q --no-deps --no-build-isolation -e "$ROOT" </dev/null ||
        fail "cannot install: docintake itself into $VENV (pip's message is above)."
    stamp python "$inputs"
}

make_venv() {
    local python
    python=$(find_python)
    [ -n "$python" ] || fail "cannot install: no Python of 3.11 or newer is on the path. Install one, or name it with PYTHON=/path/to/python3, and run this again."
    say "virtual environment with $("$python" --version)"
    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        apt_install "python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    fi
    rm -rf "$VENV"
    "$python" -m venv "$VENV" || fail "cannot install: $python cannot make a virtual environment (its message is above); install its venv package and run this again."
}

# The first Python that runs and is new enough.
find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3.13 python3.12 python3.11 python3; do
        if [ -n "$candidate" ] && new_enough "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

main
