#!/bin/sh
# Installs what Signpost needs into this folder: uv (when it is missing), a Python 3.12 and a 3.10, both environments.
# Touches nothing outside the folder and uv's own cache.
set -eu
cd "$(dirname "$0")/.."

# Many councils read TLS traffic with a certificate of their own, which only the system knows.
export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}" UV_NATIVE_TLS="${UV_NATIVE_TLS:-true}"

find_uv() {
    if command -v uv >/dev/null 2>&1; then
        command -v uv
        return
    fi
    if [ ! -x .cache/uv/bin/uv ]; then
        echo "setup: installing uv from PyPI into .cache/uv" >&2
        python3 scripts/get_uv.py .cache/uv >&2
    fi
    echo "$PWD/.cache/uv/bin/uv"
}

# A Python of the version asked for: on the PATH, of pyenv, or fetched by uv.
find_python() {
    for candidate in "$(command -v "python$1" || true)" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$1".*/bin/python; do
        if [ -x "$candidate" ] && "$candidate" -c "import sys; assert '%d.%d' % sys.version_info[:2] == '$1'" 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "$1"
}

UV=$(find_uv)
"$UV" sync --quiet --frozen --python "$(find_python 3.12)"
if [ ! -x nlu/.venv/bin/rasa ]; then
    echo "setup: installing Rasa into nlu/.venv (about 2 GB, once)" >&2
fi
"$UV" sync --quiet --frozen --project nlu --python "$(find_python 3.10)" 2>&1 | grep -v 'does not have an extra' >&2 || true
test -x nlu/.venv/bin/rasa || { echo "setup: Rasa could not be installed; run '$UV sync --frozen --project nlu' to see why." >&2; exit 1; }
