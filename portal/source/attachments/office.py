"""Word, Excel and PowerPoint files of today (Office Open XML).

Comes in: the bytes of a .docx, .xlsx or .pptx. Goes out: the fault of one that acts. What a part
is, its content type and its relationship say, never its name: a VBA part may be called anything.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from portal.problem import Fault
from portal.source.attachments import endings, faults, links, office_markup, walk
from portal.source.attachments.bundle import Budget, Bundle
from portal.source.attachments.faults import AS_PDF, RESAVE

_MAIN = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml", ".pptx": "ppt/presentation.xml"}
_TYPES = "[content_types].xml"
_FONT = ".odttf"
"""An embedded font is scrambled: any bytes may begin it."""
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
_MACRO = re.compile(r"macroenabled|vbaproject|vbadata|macrosheet|dialogsheet", re.IGNORECASE)
_NO_OBJECTS = f"thay đối tượng bằng ảnh hoặc bảng thường, {AS_PDF}"
_NO_LINKS = f"ngắt liên kết (Data → Edit Links → Break Link) rồi lưu, {AS_PDF}"
_TEMPLATE = "attachedtemplate"
_ACTS: dict[str, tuple[str, str]] = {
    "activex": ("điều khiển ActiveX", _NO_OBJECTS),
    "control": ("điều khiển ActiveX", _NO_OBJECTS),
    "oleobject": ("đối tượng nhúng (OLE)", _NO_OBJECTS),
    "package": ("tệp nhúng không phải tệp văn phòng", _NO_OBJECTS),
    "externallink": ("liên kết lấy dữ liệu từ tệp hoặc chương trình khác", _NO_LINKS),
    "connections": ("kết nối lấy dữ liệu từ ngoài", _NO_LINKS),
    "querytable": ("kết nối lấy dữ liệu từ ngoài", _NO_LINKS),
    "extensibility": ("nút lệnh tự làm (customUI)", RESAVE),
    "usercustomization": ("nút lệnh tự làm (customUI)", RESAVE),
    "attachedtoolbars": ("nút lệnh tự làm", RESAVE),
    "afchunk": ("phần nhập nguyên từ tệp khác (altChunk)", RESAVE),
    "webextension": ("tiện ích mạng (Office Add-in)", f"gỡ tiện ích rồi lưu, {AS_PDF}"),
    "webextensiontaskpanes": ("tiện ích mạng (Office Add-in)", f"gỡ tiện ích rồi lưu, {AS_PDF}"),
    "subdocument": ("văn bản con lấy từ tệp khác", f"dán nội dung vào chính tệp này, {AS_PDF}"),
    "frame": ("khung hiện trang khác", f"bỏ khung, {AS_PDF}"),
}
"""Relationships that no harmless file needs, by the last word of their type."""
_FETCHED: dict[str, tuple[str, str]] = {
    _TEMPLATE: (
        "mẫu (template) lấy từ máy khác, macro trong mẫu chạy được",
        f"trong Word: Developer → Document Template, chọn mẫu Normal rồi lưu, {AS_PDF}",
    ),
    "image": ("ảnh lấy từ ngoài tệp", "chèn hẳn ảnh vào tệp rồi lưu"),
    "hyperlink": ("liên kết không phải địa chỉ thường", f"bỏ liên kết ấy, {AS_PDF}"),
    **{key: _ACTS[key] for key in ("oleobject", "frame", "subdocument")},
}
_TYPE_ACTS = re.compile(
    r"(activex|oleobject|externallink|connections|querytable|webextension)", re.IGNORECASE
)


def judge(raw: bytes, ending: str, budget: Budget) -> None:
    bundle = Bundle(raw, budget)
    names = [name.lower() for name in bundle.names]
    if any(PurePosixPath(name).name in _MACRO_PARTS for name in names):
        raise faults.macro()
    _has_its_parts(bundle, names, ending)
    types = _Types(bundle.file(_TYPES))
    for name, part in bundle.files():
        types.judge(name.lower())
        try:
            _judge_part(name, part, budget)
        except Fault as fault:
            raise faults.at(name, fault) from None


def _has_its_parts(bundle: Bundle, names: list[str], ending: str) -> None:
    """The main part may have another name; then the file's own relationships tell it."""
    main = _MAIN[ending]
    if _TYPES in names and main in names:
        return
    found: list[str] = []

    def relation(_: str, told: dict[str, str]) -> None:
        if told.get("Type", "").endswith("/officeDocument"):
            found.append(told.get("Target", "").lstrip("/").lower())

    if rels := bundle.file("_rels/.rels"):
        walk.walk(rels, relation)
    folder = main.partition("/")[0] + "/"
    if _TYPES not in names or not any(one in names and one.startswith(folder) for one in found):
        missing = _TYPES.title() if _TYPES not in names else main
        told = f"bên trong không phải tệp {ending[1:]}: không có {missing}."
        raise faults.wrong_kind(told, "lưu lại đúng loại bằng chương trình đã làm ra tệp")


class _Types:
    """What `[Content_Types].xml` says each part is."""

    def __init__(self, raw: bytes) -> None:
        self._parts: dict[str, set[str]] = {}
        self._endings: dict[str, set[str]] = {}
        walk.walk(raw, self._element)

    def judge(self, name: str) -> None:
        ending = name.rpartition(".")[2]
        for kind in self._parts.get(name) or self._endings.get(ending, set()):
            if _MACRO.search(kind):
                raise faults.macro()
            if found := _TYPE_ACTS.search(kind):
                raise faults.acting(*_ACTS[found[1].lower()])

    def _element(self, _: str, told: dict[str, str]) -> None:
        kind = told.get("ContentType", "")
        # Named twice, a part is both.
        if part := told.get("PartName", "").lstrip("/").lower():
            self._parts.setdefault(part, set()).add(kind)
        if ending := told.get("Extension", "").lower():
            self._endings.setdefault(ending, set()).add(kind)


def _judge_part(name: str, part: bytes, budget: Budget) -> None:
    ending = PurePosixPath(name.lower()).suffix
    if part.startswith(endings.OLE_MAGIC):
        raise faults.acting(*_ACTS["oleobject"])
    what = endings.program(part)
    if what and ending != _FONT:
        raise faults.acting(what, RESAVE)
    if part.startswith(b"PK\x03\x04") or ending in _MAIN:
        _judge_embedded(part, ending, budget)
    elif name.lower().endswith(".rels"):
        walk.walk(part, _relation)
    elif ending == ".svg":
        _judge_drawing(part)
    elif walk.is_xml(part) or ending in (".xml", ".vml"):
        office_markup.judge(part)


def _judge_embedded(part: bytes, ending: str, budget: Budget) -> None:
    """A chart keeps its figures in a workbook of its own: allowed where it is harmless too."""
    if ending not in _MAIN:
        raise faults.acting(*_ACTS["package"])
    with budget.deeper():
        judge(part, ending, budget)


def _relation(_: str, told: dict[str, str]) -> None:
    kind = told.get("Type", "").rpartition("/")[2].lower()
    target = told.get("Target", "")
    if _MACRO.search(kind):
        raise faults.macro()
    if told.get("TargetMode", "").lower() == "external" or links.elsewhere(target):
        harmless = kind == "hyperlink" and links.ordinary(target)
        if not harmless and not (kind == _TEMPLATE and not links.elsewhere(target)):
            what, remedy = _FETCHED.get(kind, ("phần lấy từ ngoài tệp", f"bỏ phần ấy, {AS_PDF}"))
            raise faults.acting(f"{what} ({faults.shown(target)})", remedy)
    elif kind == "package":
        if PurePosixPath(target.lower()).suffix not in _MAIN:
            raise faults.acting(*_ACTS[kind])
    elif kind in _ACTS:
        raise faults.acting(*_ACTS[kind])


def _judge_drawing(part: bytes) -> None:
    """An icon as SVG: Office shows it and runs nothing, but it may be taken out and opened."""
    if re.search(rb"<!ENTITY|<script|javascript:|\son\w+\s*=", part, re.IGNORECASE):
        raise faults.acting("hình SVG có mã chạy được", "thay bằng ảnh PNG")
