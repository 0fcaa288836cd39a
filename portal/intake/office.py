"""A .doc of Word 97 to 2003 turned into a .docx by LibreOffice, where it is installed.

Comes in: the bytes of a .doc that `source.attachments` let pass. Goes out: the bytes of a .docx.
LibreOffice gets a profile of its own, so that one that is open does not take the file.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from portal.intake import refusals

_PATIENCE = 180
_WINDOWS = r"C:\Program Files\LibreOffice\program\soffice.exe"
_MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"


def as_docx(raw: bytes) -> bytes:
    program = next(_programs(), None)
    if program is None:
        raise refusals.needs_office()
    with TemporaryDirectory(prefix="portal-doc-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "goc.doc").write_bytes(raw)
        profile = f"-env:UserInstallation={(folder / 'cai-dat').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", "docx"]
        command += ["--outdir", str(folder), str(folder / "goc.doc")]
        try:
            subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=True)
            return (folder / "goc.docx").read_bytes()
        except (OSError, subprocess.SubprocessError):
            raise refusals.office_failed() from None


def _programs() -> Iterator[str]:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            yield found
    for place in (_WINDOWS, _MAC):
        if Path(place).is_file():
            yield place
