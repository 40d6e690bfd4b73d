# shellcheck shell=bash
# What every install step needs: where things are, how to speak, how to become root, and when a step may be skipped.
# Sourced, never run.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
HOME_FOLDER=${DOCINTAKE_HOME:-$ROOT/.docintake}
case $HOME_FOLDER in /*) ;; *) HOME_FOLDER=$ROOT/$HOME_FOLDER ;; esac
INSTALL=$HOME_FOLDER/install

say() { printf 'install: %s\n' "$*"; }

# One clear line for what cannot be installed, and the end.
fail() {
    printf 'install: %s\n' "$*" >&2
    exit 1
}

# The home folder hides itself from git wherever it is put; `make clean` touches no folder without this mark.
make_home() {
    mkdir -p "$INSTALL"
    [ -e "$HOME_FOLDER/.gitignore" ] || printf '*\n' >"$HOME_FOLDER/.gitignore"
}

# Runs a command as root: directly, or by sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# stamped STEP FINGERPRINT: whether STEP was last finished with these inputs.
stamped() { [ "$(cat "$INSTALL/$1.stamp" 2>/dev/null)" = "$2" ]; }

# stamp STEP FINGERPRINT: remembers that STEP is finished with these inputs.
stamp() { printf '%s\n' "$2" >"$INSTALL/$1.stamp"; }

# fingerprint FILE...: one hash over the contents of the files.
fingerprint() { cat "$@" | sha256sum | cut -d' ' -f1; }
