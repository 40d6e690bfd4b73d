#!/usr/bin/env bash
# The jars of the S3 server that `make test-infra` tries the blob store against, resolved by Maven from the pinned
# infra/s3proxy/pom.xml into install/s3proxy/. Nothing else needs them: `make install` leaves them out.
source "$(dirname "$0")/common.sh"

POM=$ROOT/infra/s3proxy/pom.xml

main() {
    local inputs
    inputs=$(fingerprint "$POM")
    if stamped s3proxy "$inputs" && compgen -G "$INSTALL/s3proxy/s3proxy-*.jar" >/dev/null; then return; fi
    say "jars of an S3 server, for the tests"
    make_home
    rm -rf "$INSTALL/s3proxy.new"
    mvn -q -B -f "$POM" dependency:copy-dependencies -DoutputDirectory="$INSTALL/s3proxy.new" </dev/null 2>&1 | sed $'s/\e\\[[0-9;]*m//g' ||
        fail "cannot install: the S3 server's jars. Maven could not resolve infra/s3proxy/pom.xml (its message is above); check the network or Maven's settings and run this again."
    rm -rf "$INSTALL/s3proxy"
    mv "$INSTALL/s3proxy.new" "$INSTALL/s3proxy"
    stamp s3proxy "$inputs"
}

main
