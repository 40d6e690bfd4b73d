#!/usr/bin/env bash
# Installs all that docintake needs on Debian or Ubuntu. Steps whose inputs have not changed are skipped without the network.
set -euo pipefail
cd "$(dirname "$0")"
for step in system java kafka python; do
    bash "./$step.sh"
done
