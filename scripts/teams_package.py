"""`make teams-package`: the app package for Teams, a zip with the manifest of `teams/` and its two icons.

TEAMS_APP_ID is the app's id in Entra; ORGANISATION and WEBSITE say who runs this Signpost.
"""

import json
import os
import re
import sys
import zipfile
from pathlib import Path

from dotenv import load_dotenv

ROOT = Path(__file__).resolve().parent.parent
FOLDER, PACKAGE = ROOT / "teams", ROOT / ".data" / "signpost-teams.zip"
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def filled(app_id: str, organisation: str, website: str) -> str:
    """The manifest of this deployment. Raises ValueError with a sentence for what cannot be used."""
    if not _ID.fullmatch(app_id):
        raise ValueError("TEAMS_APP_ID must be the app's id in Entra, such as 11111111-2222-3333-4444-555555555555.")
    if not website.startswith("https://"):
        raise ValueError("WEBSITE must be the https:// address of a page about this Signpost and its privacy notice.")
    if not organisation or len(organisation) > 32:
        raise ValueError("ORGANISATION must be who runs this Signpost, in at most 32 letters.")
    text = (FOLDER / "manifest.json").read_text(encoding="utf-8")
    for name, value in (("TEAMS_APP_ID", app_id), ("ORGANISATION", organisation), ("WEBSITE", website)):
        text = text.replace("{{" + name + "}}", json.dumps(value)[1:-1])
    return text


def write(package: Path, manifest: str) -> None:
    """The package, whole: Teams takes a zip with the three files at its top."""
    package.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("manifest.json", manifest)
        for icon in ("color.png", "outline.png"):
            file.write(FOLDER / icon, icon)


def main() -> int:
    """0 when the package is written."""
    load_dotenv(ROOT / ".env")
    given = [os.environ.get(name, "").strip() for name in ("TEAMS_APP_ID", "ORGANISATION", "WEBSITE")]
    try:
        write(PACKAGE, filled(*given))
    except ValueError as fault:
        print(fault, file=sys.stderr)
        return 2
    print(f"Written: {PACKAGE}. Upload it in the Teams admin centre, or in Teams under Apps, Upload a custom app.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
