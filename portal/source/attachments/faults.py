"""The faults a file beside the pages can have: one rule each, so that a rule is named once.

Comes in: what was found and how to mend it, in Vietnamese. Goes out: a `Fault`. Refuses to know:
how it was found.
"""

from __future__ import annotations

from portal.problem import Fault
from portal.text import quote

AS_PDF = "hoặc xuất PDF"
RESAVE = "mở bằng chương trình đã làm ra tệp rồi lưu lại, hoặc lấy lại tệp gốc"
WITH_MACROS = (
    "tệp văn phòng có macro; macro chạy được trên máy người mở.",
    "tep-macro",
    "lưu lại thành .docx, .xlsx không macro, hoặc xuất PDF",
)


def macro() -> Fault:
    return Fault(1, *WITH_MACROS)


def wrong_kind(told: str, remedy: str = RESAVE) -> Fault:
    """It is not what its name says, is something else as well, or cannot be read."""
    return Fault(1, told, "tep-sai-loai", remedy)


def active(told: str, remedy: str) -> Fault:
    """It does something by itself, or fetches something, on the machine of who opens it."""
    return Fault(1, told, "tep-tu-chay", remedy)


def acting(what: str, remedy: str) -> Fault:
    """The same of a file that holds what acts."""
    return active(f"tệp có {what}.", remedy)


def formula() -> Fault:
    what = "công thức chạy chương trình hoặc lấy dữ liệu từ ngoài"
    return acting(what, f"xoá công thức, {AS_PDF}")


def locked(remedy: str = "gỡ mật khẩu và hạn chế rồi lưu lại") -> Fault:
    told = "tệp đặt mật khẩu hoặc hạn chế nên không soi được bên trong."
    return Fault(1, told, "tep-khoa", remedy)


def too_large(told: str, remedy: str) -> Fault:
    return Fault(1, told, "tep-qua-lon", remedy)


def stowaway(told: str, remedy: str) -> Fault:
    """An archive holds what may not stand there, or holds it where it may not stand."""
    return Fault(1, told, "tep-nen", remedy)


def inside(name: str, fault: Fault) -> Fault:
    """The same fault, told of a file within the file."""
    return Fault(1, f"trong {shown(name)}: {fault.text}", fault.rule, fault.remedy)


def at(part: str, fault: Fault) -> Fault:
    """The same fault, with the part of the file where it stands."""
    told = f"{fault.text.rstrip('.')}, ở phần {shown(part)}."
    return Fault(fault.line, told, fault.rule, fault.remedy)


def shown(name: str) -> str:
    """A name out of a hostile file as a message may print it: no control letter, not endless."""
    return quote("".join(char if char.isprintable() else "\ufffd" for char in name))
