# shellcheck shell=bash
# Installing packages on Debian and Ubuntu. Sourced after common.sh.

# apt_install PACKAGE...: installs what the package lists know; what they do not know is left to the caller's second look.
apt_install() {
    command -v apt-get >/dev/null || fail "cannot install: $* (no apt-get here). Install them by hand and run this again."
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || fail "cannot install: $* (neither root nor sudo). Install them by hand and run this again."
    say "Debian packages: $*"
    refresh_lists
    local package known=()
    for package in "$@"; do
        if has_candidate "$package"; then known+=("$package"); fi
    done
    [ ${#known[@]} -gt 0 ] || return 0
    apt_get install -qq -y --no-install-recommends "${known[@]}" >/dev/null || say "apt-get could not install all of: ${known[*]}"
}

# Fetches the package lists, once a step: a fresh machine has none.
refresh_lists() {
    [ -z "${LISTS_REFRESHED:-}" ] || return 0
    LISTS_REFRESHED=yes
    apt_get update -qq || say "the package lists could not be refreshed; trying with the old ones"
}

# has_candidate PACKAGE: whether the package lists offer it.
has_candidate() { [[ $(LC_ALL=C apt-cache policy "$1" 2>/dev/null) == *"Candidate: "[!\(]* ]]; }

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" </dev/null; }
