"""LibreOffice's files (OpenDocument): .odt and .ods.

Comes in: their bytes. Goes out: the fault of one that acts. Charts and formulas are small documents
inside (`Object 1/content.xml`): every XML part is judged alike, whatever its name.
"""

from __future__ import annotations

import re

from portal.problem import Fault
from portal.source.attachments import endings, faults, formulas, links, walk
from portal.source.attachments.bundle import Budget, Bundle
from portal.source.attachments.faults import AS_PDF, RESAVE

_KINDS = {".odt": b"text", ".ods": b"spreadsheet"}
_MIME = b"application/vnd.oasis.opendocument."
_MANIFEST = "META-INF/manifest.xml"
_OLD_DOCTYPE = re.compile(rb'<!DOCTYPE manifest:manifest PUBLIC "[^">]*" "Manifest\.dtd">')
"""OpenOffice 2 and 3 wrote it into every file; it names no other file and declares nothing."""
_MACROS = ("basic/", "scripts/", "dialogs/")
_NO_LINKS = f"ngắt liên kết (Edit → Links to External Files) rồi lưu, {AS_PDF}"
_NO_SCRIPTS = f"gỡ lệnh gán cho sự kiện (Tools → Customize → Events) rồi lưu, {AS_PDF}"
_NO_OBJECTS = f"thay đối tượng bằng ảnh hoặc bảng thường, {AS_PDF}"
_ACTS: dict[str, tuple[str, str]] = {
    "event-listener": ("lệnh gán cho sự kiện", _NO_SCRIPTS),
    "execute-macro": ("nút chạy macro", _NO_SCRIPTS),
    "script": ("mã chạy được (script)", _NO_SCRIPTS),
    "auto-reload": ("lệnh tự mở địa chỉ khác", _NO_LINKS),
    "dde-connection-decl": ("kết nối DDE", _NO_LINKS),
    "dde-connection": ("kết nối DDE", _NO_LINKS),
    "dde-source": ("kết nối DDE", _NO_LINKS),
    "dde-link": ("kết nối DDE", _NO_LINKS),
    "section-source": ("phần (section) lấy từ tệp khác", _NO_LINKS),
    "table-source": ("trang tính lấy từ tệp khác", _NO_LINKS),
    "cell-range-source": ("vùng ô lấy từ tệp khác", _NO_LINKS),
    "database-source-sql": ("dữ liệu lấy từ cơ sở dữ liệu", _NO_LINKS),
    "database-source-query": ("dữ liệu lấy từ cơ sở dữ liệu", _NO_LINKS),
    "database-source-table": ("dữ liệu lấy từ cơ sở dữ liệu", _NO_LINKS),
    "connection-resource": ("dữ liệu lấy từ cơ sở dữ liệu", _NO_LINKS),
    "submission": ("biểu mẫu gửi dữ liệu đi", _NO_LINKS),
    "object-ole": ("đối tượng nhúng (OLE)", _NO_OBJECTS),
    "applet": ("chương trình nhúng (applet)", _NO_OBJECTS),
    "floating-frame": ("khung hiện trang khác", _NO_OBJECTS),
}
_FOLLOWED = ("a", "hyperlink", "location", "author-mark")
"""Elements whose address waits for a click."""
_WORDS = tuple(word.encode() for word in (*_ACTS, "encryption-data"))
_ELEMENTS = re.compile(rb"<(?:[^\s<>:]+:)?(?:" + b"|".join(_WORDS) + rb")[\s/>]")


def judge(raw: bytes, ending: str, budget: Budget) -> None:
    bundle = Bundle(raw, budget)
    names = [name.lower() for name in bundle.names]
    if any(name.startswith(_MACROS) for name in names):
        raise faults.macro()
    if bundle.file("mimetype").strip() != _MIME + _KINDS[ending] or "content.xml" not in names:
        told = f"bên trong không phải tệp {ending[1:]}."
        raise faults.wrong_kind(told, "lưu lại đúng loại bằng LibreOffice")
    if walked := bundle.file(_MANIFEST):
        walk.judge(_OLD_DOCTYPE.sub(b"", walked), _hint, _not_locked)
    for name, part in bundle.files():
        try:
            _judge_part(name, part)
        except Fault as fault:
            raise faults.at(name, fault) from None


def _judge_part(name: str, part: bytes) -> None:
    if name.lower() == _MANIFEST.lower():
        part = _OLD_DOCTYPE.sub(b"", part)
    if part.startswith((endings.OLE_MAGIC, b"PK\x03\x04")):
        raise faults.acting(*_ACTS["object-ole"])
    if what := endings.program(part):
        raise faults.acting(what, RESAVE)
    if part and (name.lower().endswith((".xml", ".rdf")) or walk.is_xml(part)):
        _judge_markup(part)


def _judge_markup(part: bytes) -> None:
    if walk.is_plain(part) and formulas.in_attributes(part):
        raise faults.formula()
    walk.judge(part, _hint, _element)


def _hint(part: bytes) -> bool:
    """Looks for words first: among a million elements that is ten times as fast."""
    return b"href" in part or (any(map(part.__contains__, _WORDS)) and bool(_ELEMENTS.search(part)))


def _not_locked(name: str, _: dict[str, str]) -> None:
    if name == "encryption-data":
        raise faults.locked()


def _element(name: str, told: dict[str, str]) -> None:
    href = told.get("href", "")
    if name in _ACTS and (name != "section-source" or links.outside(href) or "filter-name" in told):
        raise faults.acting(*_ACTS[name])
    if name in _FOLLOWED:
        if not links.ordinary(href):
            raise faults.acting(f"liên kết tới {faults.shown(href)}", f"bỏ liên kết ấy, {AS_PDF}")
    elif links.elsewhere(href) if name == "template" else links.outside(href):
        raise faults.acting(f"phần lấy từ ngoài tệp ({faults.shown(href)})", _NO_LINKS)
    if formulas.reaches_out(told.get("formula", "")):
        raise faults.formula()
