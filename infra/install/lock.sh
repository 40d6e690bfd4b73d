#!/usr/bin/env bash
# requirements.in becomes requirements.txt: every version pinned with hashes, for every system and Python from 3.11 on.
source "$(dirname "$0")/common.sh"

VENV=$INSTALL/venv

cd "$ROOT" || exit
[ -x "$VENV/bin/uv" ] || "$VENV/bin/python" -m pip install -q uv ||
    fail "cannot install: uv, which locks the requirements (pip's message is above)"
"$VENV/bin/uv" pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
    "$@" requirements.in -o requirements.txt
say "requirements.txt: $(grep -c '==' requirements.txt) packages"
