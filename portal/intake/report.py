"""What an editor is told of an import: what was read and how surely, what to look at, the account.

Comes in: an import. Goes out: Vietnamese text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from portal.intake.account import Element, Fate, counts
from portal.intake.fields import Fields, Found, Signed
from portal.intake.importing import Import, Imported
from portal.intake.transcript import Change, Transcript
from portal.text import places, quote

_SHOWN = 6
_LABELS = (
    ("title", "trích yếu"),
    ("number", "số, ký hiệu"),
    ("type", "loại"),
    ("issuer", "cơ quan"),
    ("superior", "cấp trên"),
    ("place", "nơi ban hành"),
    ("date", "ngày"),
    ("signer", "người ký"),
    ("recipients", "nơi nhận"),
    ("period", "giai đoạn"),
)


def changes(found: Transcript) -> str:
    """Tracked changes, each with who and where: the editor has to say whether they count."""
    return "\n".join(_change(one) for one in found.changes)


def _change(one: Change) -> str:
    who = f" ({one.who})" if one.who else ""
    return f"  {one.place}{who}: {'thêm' if one.added else 'xoá'} {quote(one.text, 80)}"


def report(found: Imported) -> str:
    lines = [f"{found.opened.name}: {found.opened.transcript.way}."]
    for one in found.imports:
        lines += ["", *_document(one)]
    lines += ["", *_account(found.elements)]
    if told := list(_doubts(found)):
        lines += ["", "Nên xem lại:", *(f"  - {one}" for one in told)]
    return "\n".join(lines)


def _document(one: Import) -> Iterator[str]:
    yield f"{one.path}"
    for name, label in _LABELS:
        yield f"  {label}: {_field(one.document.fields, name)}"
    clauses = [node.id for node in one.document.nodes if node.label and node.id]
    yield f"  điều khoản: {len(clauses)} mã" + (
        f", từ {clauses[0]} đến {clauses[-1]}" if clauses else ""
    )
    for basis in one.bases:
        yield f"  căn cứ: van-ban/{basis.id} («{basis.words}»)"
    yield f"  hiệu lực từ: {_said(one.effect.begins)}"
    for ended in one.effect.ended:
        verb = "thay thế" if ended.replaced else "bãi bỏ"
        yield f"  {verb}: van-ban/{ended.id} («{ended.words}»)"


def _field(fields: Fields, name: str) -> str:
    return _said(getattr(fields, name))


def _said(found: Found[Any] | None) -> str:
    if found is None:
        return "không đọc được, để trống"
    why = f"; {found.why}" if found.why else ""
    return f"{_value(found.value)} ({found.sure.told}; {found.place}{why})"


def _value(value: object) -> str:
    if isinstance(value, Signed):
        return f"{value.name}, {value.post}" if value.post else value.name
    if isinstance(value, tuple):
        if all(isinstance(one, int) for one in value):
            return "–".join(map(str, value))
        return f"{len(value)} nơi: {quote('; '.join(map(str, value)), 100)}"
    return str(value)


def _account(elements: tuple[Element, ...]) -> Iterator[str]:
    """«đoạn: 40 = 31 giữ + 7 đổi + 2 bỏ», then each that was not kept."""
    yield "Đối chiếu với tệp gốc:"
    for sort, told in counts(elements):
        parts = " + ".join(f"{told[fate]} {fate}" for fate in Fate if told[fate])
        yield f"  {sort}: {sum(told.values())} = {parts}"
    lost = [one for one in elements if one.fate in (Fate.DROPPED, Fate.LOST)]
    lost = [one for one in lost if one.why not in ("dòng trống", "đoạn trống")]
    lost.sort(key=lambda one: (one.fate, one.why))
    for (fate, why), same in groupby(lost, key=lambda one: (one.fate, one.why)):
        named = places([one.place for one in same], _SHOWN)
        yield f"  {fate}: {named}" + (f" ({why})" if why else "")


def _doubts(found: Imported) -> Iterator[str]:
    yield from found.opened.transcript.doubts
    for comment in found.opened.transcript.comments:
        who = f" của {comment.who}" if comment.who else ""
        yield f"lời bình{who} ở {comment.place or 'tệp'}: {quote(comment.text, 120)}"
    if found.opened.unfit and found.opened.raw:
        yield f"bản gốc không đính kèm được: {found.opened.unfit.text}"
    for one in found.imports:
        yield from one.doubts
    if len(found.imports) > 1:
        yield f"tệp có {len(found.imports)} văn bản, mỗi văn bản một tệp nháp."
