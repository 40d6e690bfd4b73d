#!/usr/bin/env bash
# What only `make test-infra` needs, so that `make install` stays quick: PostgreSQL, and the jars of an S3 server.
source "$(dirname "$0")/common.sh"
source "$(dirname "$0")/apt.sh"

main() {
    local found=("${POSTGRESQL:-/usr/lib/postgresql}"/*/bin/initdb)
    if [ ! -x "${found[0]}" ]; then
        only_programs
        apt_install postgresql
        found=("${POSTGRESQL:-/usr/lib/postgresql}"/*/bin/initdb)
        [ -x "${found[0]}" ] || fail "cannot install: postgresql. Install it by hand and run this again."
    fi
    bash "$(dirname "$0")/s3proxy.sh"
}

# Debian's package makes a cluster of its own and starts it; the tests bring theirs, and nothing is to listen beside them.
only_programs() {
    as_root mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.d/docintake.conf >/dev/null
}

main
