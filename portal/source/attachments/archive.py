"""A .zip of several files.

Comes in: its bytes. Goes out: the fault of one that holds what may not stand in `docs/tep/` itself:
the list says what may, since nobody knows every ending that runs. Each file inside is judged as if
it stood alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from portal.problem import Fault
from portal.source.attachments import endings, faults
from portal.source.attachments.bundle import Budget, Bundle

Judge = Callable[[bytes, str, Budget], None]
_FILM = (b"ftyp",)
_DULL: dict[str, tuple[int, tuple[bytes, ...]]] = {
    ".bmp": (0, (b"BM",)),
    ".heic": (4, _FILM),
    ".m4a": (4, _FILM),
    ".mov": (4, _FILM),
    ".mp3": (0, (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    ".mp4": (4, _FILM),
    ".tif": (0, (b"II*\0", b"MM\0*")),
    ".tiff": (0, (b"II*\0", b"MM\0*")),
    ".wav": (0, (b"RIFF",)),
}
"""Sounds, films, scans: only shown or played; where and how they begin."""
_TEXTS = (".geojson", ".json", ".md")
_MAC, _APPLE_DOUBLE = "__MACOSX/", b"\x00\x05\x16\x07"
_LEFT_OVER = {".DS_Store": b"\x00\x00\x00\x01Bud1", "Thumbs.db": endings.OLE_MAGIC}
"""What a system leaves in every folder it shows."""


def judge(raw: bytes, budget: Budget, judge_one: Judge) -> None:
    for name, part in Bundle(raw, budget).files():
        if _is_left_over(name, part):
            continue
        ending = PurePosixPath(name).suffix.lower()
        try:
            _judge_file(part, ending, budget, judge_one)
        except Fault as fault:
            raise faults.inside(name, fault) from None


def _judge_file(part: bytes, ending: str, budget: Budget, judge_one: Judge) -> None:
    if ending in endings.MACRO_FILES:
        raise faults.macro()
    if ending in endings.ENDINGS:
        with budget.deeper():
            judge_one(part, ending, budget)
    elif ending in _TEXTS:
        judge_one(part, endings.TEXTS[-1], budget)
    elif ending not in _DULL:
        what = endings.program(part) or "loại tệp cổng không nhận"
        remedy = (
            f"bỏ tệp ấy khỏi gói; trong gói chỉ để {', '.join(endings.ENDINGS)}, ảnh quét, âm thanh"
        )
        raise faults.stowaway(f"{what}.", remedy)
    elif not part.startswith(_DULL[ending][1], _DULL[ending][0]):
        raise faults.wrong_kind(f"bên trong không phải tệp {ending[1:]}.")


def _is_left_over(name: str, part: bytes) -> bool:
    if name.startswith(_MAC):
        return part.startswith(_APPLE_DOUBLE)
    magic = _LEFT_OVER.get(PurePosixPath(name).name)
    return magic is not None and part.startswith(magic)
