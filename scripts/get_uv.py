"""Install uv into a folder, with nothing but a Python: by pip where there is one, else straight from PyPI's wheel.

Usage: get_uv.py FOLDER
"""

import hashlib
import io
import json
import platform
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

VERSION = "0.13.9"
_WHEELS = {
    ("Linux", "x86_64"): "manylinux_2_17_x86_64",
    ("Linux", "aarch64"): "manylinux_2_17_aarch64",
    ("Darwin", "arm64"): "macosx_11_0_arm64",
    ("Darwin", "x86_64"): "macosx_10_12_x86_64",
}


def main() -> None:
    """Install, or end with one sentence that says what to do."""
    folder = Path(sys.argv[1])
    if not (_by_pip(folder) or _by_wheel(folder)):
        sys.exit("uv could not be installed. Install it by hand: https://docs.astral.sh/uv/")


def _by_pip(folder: Path) -> bool:
    made = subprocess.run([sys.executable, "-m", "venv", str(folder)], capture_output=True)
    if made.returncode:
        return False
    pip = [str(folder / "bin" / "pip"), "install", "--quiet", f"uv=={VERSION}"]
    return subprocess.run(pip, capture_output=True).returncode == 0


def _by_wheel(folder: Path) -> bool:
    wanted = _WHEELS.get((platform.system(), platform.machine()))
    with urllib.request.urlopen(f"https://pypi.org/pypi/uv/{VERSION}/json", timeout=60) as page:
        files = json.load(page)["urls"]
    for file in files:
        if wanted and wanted in file["filename"]:
            with urllib.request.urlopen(file["url"], timeout=300) as wheel:
                content = wheel.read()
            if hashlib.sha256(content).hexdigest() != file["digests"]["sha256"]:
                return False
            return _unpack(content, folder)
    return False


def _unpack(content: bytes, folder: Path) -> bool:
    program = folder / "bin" / "uv"
    program.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        program.write_bytes(archive.read(f"uv-{VERSION}.data/scripts/uv"))
    program.chmod(0o755)
    return True


if __name__ == "__main__":
    main()
