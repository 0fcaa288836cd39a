"""A file on somebody's disk opened with care, and read by the reader for its kind.

Comes in: a path, or pasted bytes. Goes out: a transcript, the bytes, and why the original cannot be
attached where it cannot. What may harm who opens it is refused by the same judge as attachments.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from portal.intake import office, pdf, plain, refusals, web, word
from portal.intake.transcript import Transcript
from portal.problem import Fault
from portal.source import attachments
from portal.source.attachments import endings, faults

_ACTIVE = "tep-tu-chay"
"""What acts when the file is opened in its own program does nothing where only words are read."""
_WEB, _TEXT = (".html", ".htm"), (".txt", ".md", ".csv")
PASTED = "chữ dán vào"


@dataclass(frozen=True, slots=True)
class Opened:
    name: str
    raw: bytes
    transcript: Transcript
    unfit: Fault | None = None
    """Why the original may not stand in `docs/tep/`; None where it may."""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.raw).hexdigest()


def open_file(path: Path, *, accept: bool = True) -> Opened:
    """Raises the fault of a file that cannot be read, or must not be opened."""
    ending = path.suffix.lower()
    if path.is_dir():
        raise refusals.folder()
    if path.stat().st_size == 0:
        raise refusals.empty()
    if ending in endings.MACRO_FILES:
        raise faults.macro()
    if ending not in (".docx", ".doc", ".pdf", *_WEB, *_TEXT):
        raise refusals.unknown(ending)
    unfit = _judged(path, ending)
    raw = path.read_bytes()
    return Opened(path.name, raw, _read(raw, ending, accept=accept), unfit)


def pasted(raw: bytes) -> Opened:
    """Text from standard input: a page of the web where it looks like one."""
    if not raw.strip():
        raise refusals.empty()
    is_web = (
        raw.lstrip()[:200].lower().startswith((b"<!doctype", b"<html", b"<p", b"<div", b"<table"))
    )
    transcript = _read(raw, ".html" if is_web else ".txt", accept=True)
    return Opened(PASTED, raw, transcript, refusals.unknown(""))


def _judged(path: Path, ending: str) -> Fault | None:
    if path.stat().st_size > attachments.MAX_BYTES or ending in endings.ENDINGS:
        try:
            attachments.judge(path)
        except Fault as fault:
            if fault.rule != _ACTIVE and not _only_letters(fault, path):
                raise
            return fault
        return None
    head = path.read_bytes()[:4096]
    if endings.program(head) or (b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))):
        raise faults.wrong_kind(f"bên trong không phải tệp {ending[1:]}.")
    return refusals.unknown(ending)


def _only_letters(fault: Fault, path: Path) -> bool:
    """A text in UTF-16, or with marks of a page in it, may not be offered, but can be read."""
    if path.suffix.lower() not in endings.TEXTS or path.stat().st_size > attachments.MAX_BYTES:
        return False
    head = path.read_bytes()[:4096]
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or "HTML" in fault.text


def _read(raw: bytes, ending: str, *, accept: bool) -> Transcript:
    if ending == ".doc":
        raw, ending = office.as_docx(raw), ".docx"
    if ending == ".docx":
        transcript = word.read(raw, accept=accept)
    elif ending == ".pdf":
        transcript = pdf.read(raw)
    else:
        transcript = web.read(raw) if ending in _WEB else plain.read(raw)
    if not transcript.blocks:
        raise refusals.no_text()
    return transcript
