#!/usr/bin/env bash
# Deletes the home folder's state; with "everything" the installs too. Touches only a folder that make_home has marked.
source "$(dirname "$0")/common.sh"

[ -d "$HOME_FOLDER" ] || exit 0
[ "$(cat "$HOME_FOLDER/.gitignore" 2>/dev/null)" = '*' ] ||
    fail "$HOME_FOLDER does not look like docintake's home folder; delete it by hand if it is"
if [ "${1:-}" = everything ]; then
    rm -rf "$HOME_FOLDER"
else
    find "$HOME_FOLDER" -mindepth 1 -maxdepth 1 ! -name install ! -name .gitignore -exec rm -rf {} +
fi
say "forgotten: $HOME_FOLDER${1:+ with its installs}"
