#!/bin/sh
# Every test on each Python from 3.11 to 3.14 that is on this machine, each in an environment of its own (.venv-3.12, …).
# Looked for: python3.x on the path, then pyenv's folder of versions. A version that is not here is named, not passed over.
set -u
cd "$(dirname "$0")/.." || exit 1

found() { # the newest interpreter of a version: on the path, or among pyenv's
    if "python$1" -c '' 2>/dev/null; then # a shim of pyenv's is there for versions that it does not run
        command -v "python$1"
        return
    fi
    ls -d "${PYENV_ROOT:-$HOME/.pyenv}/versions/$1".*/bin/python 2>/dev/null | sort -V | tail -n 1
}

missing="" failed="" passed=""
for version in ${VERSIONS:-3.11 3.12 3.13 3.14}; do
    python=$(found "$version")
    if [ -z "$python" ]; then
        missing="$missing $version"
        continue
    fi
    echo "=== Python $version: $python"
    if "${MAKE:-make}" --no-print-directory test PYTHON="$python" VENV=".venv-$version"; then
        passed="$passed $version"
    else
        failed="$failed $version"
    fi
done
printf '\nPassed:%s\n' "${passed:- none}"
[ -z "$missing" ] || printf '\n  !!  NOT TESTED, because not on this machine: Python%s\n' "$missing" >&2
[ -z "$failed" ] || printf '  !!  FAILED: Python%s\n' "$failed" >&2
[ -z "$failed" ] && [ -n "$passed" ]
