#!/usr/bin/env bash
# The broker's jars, resolved by Maven from the pinned infra/kafka/pom.xml into install/kafka/.
source "$(dirname "$0")/common.sh"

POM=$ROOT/infra/kafka/pom.xml

main() {
    local inputs
    inputs=$(fingerprint "$POM")
    if stamped kafka "$inputs" && compgen -G "$INSTALL/kafka/kafka_*.jar" >/dev/null; then return; fi
    say "Kafka's jars"
    make_home
    rm -rf "$INSTALL/kafka.new"
    mvn -q -B -f "$POM" dependency:copy-dependencies -DoutputDirectory="$INSTALL/kafka.new" </dev/null 2>&1 | without_colour ||
        fail "cannot install: Kafka's jars. Maven could not resolve infra/kafka/pom.xml (its message is above); check the network or Maven's settings and run this again."
    rm -rf "$INSTALL/kafka"
    mv "$INSTALL/kafka.new" "$INSTALL/kafka"
    stamp kafka "$inputs"
}

# Maven colours its output even into a file.
without_colour() { sed $'s/\e\\[[0-9;]*m//g'; }

main
