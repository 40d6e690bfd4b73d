#!/usr/bin/env bash
# Tesseract and its languages, fonts for the specimens, and Maven: installs the packages of packages.txt that are missing.
source "$(dirname "$0")/common.sh"
source "$(dirname "$0")/apt.sh"

main() {
    local missing
    mapfile -t missing < <(missing_packages)
    [ ${#missing[@]} -eq 0 ] || apt_install "${missing[@]}"
    mapfile -t missing < <(missing_packages)
    [ ${#missing[@]} -eq 0 ] || fail "cannot install: ${missing[*]}. Install them by hand (see infra/install/packages.txt) and run this again."
}

# The packages whose probe finds nothing, one a line.
missing_packages() {
    local package kind what languages fonts
    languages=$(tesseract --list-langs 2>/dev/null || true)
    fonts=$(fc-list : file 2>/dev/null || true)
    while read -r package kind what; do
        case $kind in
            command) command -v "$what" >/dev/null ;;
            tesseract) grep -qxE "(script/)?$what" <<<"$languages" ;;
            font) grep -qF "/$what:" <<<"$fonts" ;;
            *) fail "packages.txt: unknown probe '$kind' for $package" ;;
        esac || printf '%s\n' "$package"
    done < <(grep -vE '^(#|$)' "$(dirname "$0")/packages.txt")
}

main
