#!/usr/bin/env bash
# Mutation tests of the rules and the judging (mutmut): in a copy, so that the working tree is never touched.
# Prints how many changes a test noticed, and every one that none did; exits 1 where fewer than 90 % were noticed.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
home=${DOCINTAKE_HOME:-$root/.docintake}
bin=$(cd "$home/install/venv/bin" && pwd)
copy=$home/mutants

rm -rf "$copy"
mkdir -p "$copy"
(cd "$root" && git ls-files -z | tar -c --null -T -) | tar -x -C "$copy"
cd "$copy"
"$bin/python" -m mutmut run "$@" > mutmut.log 2>&1 || { tail -n 40 mutmut.log; exit 1; }
"$bin/python" -m tests.mutants
