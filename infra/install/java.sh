#!/usr/bin/env bash
# A Java runtime of 17 or newer for the broker: finds one, or installs one, and links it as install/java.
source "$(dirname "$0")/common.sh"
source "$(dirname "$0")/apt.sh"

MINIMUM=17

main() {
    local java
    if [ "$(major "$INSTALL/java")" -ge "$MINIMUM" ]; then return; fi
    java=$(find_java)
    if [ -z "$java" ]; then
        apt_install "$(newest_offered)"
        java=$(find_java)
    fi
    [ -n "$java" ] || fail "cannot install: a Java runtime of $MINIMUM or newer. Install one by hand, or set JAVA_HOME, and run this again."
    make_home
    ln -sfn "$java" "$INSTALL/java"
}

# The package of the runtime to install: one with long support that this release offers.
newest_offered() {
    local package
    refresh_lists >&2
    for package in openjdk-21-jre-headless openjdk-17-jre-headless openjdk-25-jre-headless; do
        if has_candidate "$package"; then
            printf '%s\n' "$package"
            return
        fi
    done
    printf 'default-jre-headless\n'
}

# The first java that is new enough: JAVA_HOME, the path, then what Debian installs.
find_java() {
    local candidate
    for candidate in "${JAVA_HOME:-/nowhere}/bin/java" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
        if [ "$(major "$candidate")" -ge "$MINIMUM" ]; then
            printf '%s\n' "$candidate"
            return
        fi
    done
}

# major JAVA: the runtime's major version, 0 when it is none ("1.8.0_392" is 8, written the old way).
major() {
    local version=0
    if [ -x "$1" ]; then
        version=$("$1" -version 2>&1 | sed -nE '1,3s/.*version "(1\.)?([0-9]+).*/\2/p')
        version=${version%%$'\n'*}
    fi
    printf '%s\n' "${version:-0}"
}

main
