"""The form by which a school registers a model: one empty Word file, of the fields editors fill in.

Comes in: the declared fields and the closed lists. Goes out: the `.docx` offered beside the list of
models. Whoever adds a field adds a row; what the portal finds by itself is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portal.forms import Choice
from portal.kinds.base import Field, Group, fields_of
from portal.kinds.exemplar import FORM, Exemplar
from portal.kinds.fields import form_of
from portal.library import Library
from portal.views.outputs import Asset
from portal.views.renderer import Renderer
from portal.views.word.body import framed, paragraph, run

TITLE = "PHIẾU ĐĂNG KÝ MÔ HÌNH"
LEAD = (
    "Trường ghi vào cột bên phải; nội dung chưa có thì để trống, không ước đoán. Kèm minh chứng "
    "công khai (quyết định, bài đăng, báo cáo). Không ghi họ tên, số điện thoại riêng của cá nhân."
)
SIGNED = "Ngày lập, người lập phiếu; ý kiến của Ban Giám hiệu:"
FOUND = ("topics", "evidence_level", "level_reason")
"""What the editors or the portal find by themselves."""
WIDTHS = (3700, 5600)
BOLD = frozenset("b")
BOX = "\N{BALLOT BOX}"
ROOM = 3
"""Empty lines in a row that asks for more than a word."""


def files(renderer: Renderer) -> Iterator[Asset]:
    # Slow to load; who only plans need not wait.
    from portal.views.word.package import Package

    library = renderer.inputs.library
    text = paragraph(run(TITLE), "Title") + paragraph(run(LEAD), "Lead")
    text += framed("".join(_rows(library, asked())), WIDTHS)
    text += paragraph(run(SIGNED), "Small")
    package = Package(library.today)
    yield Asset(FORM, package.sealed(text, "Phiếu đăng ký mô hình"))


def asked() -> tuple[Field, ...]:
    """What a school is asked, in the order of the editors' file."""
    return tuple(one for one in fields_of(Exemplar) if not one.last and one.name not in FOUND)


def _rows(library: Library, fields: Iterable[Field]) -> Iterator[str]:
    for one in fields:
        told = paragraph(run(one.label, BOLD), "Cell") + paragraph(run(_help(one)), "Cell")
        yield _row(told, "".join(_answer(library, one)))


def _help(one: Field) -> str:
    """The first sentence: the rest tells editors how it is written. What all kinds have needs
    none."""
    own = one.name in Exemplar.__annotations__
    return f"{one.help.partition('. ')[0].rstrip('.')}." if own else ""


def _answer(library: Library, one: Field) -> Iterator[str]:
    """Boxes where there is a choice, the inner fields where there are several, else room."""
    form = form_of(one)
    if isinstance(form, Choice):
        for option in library.lists.get(form.of, {}).values():
            yield paragraph(run(f"{BOX} {option.label}"), "Cell")
    elif isinstance(form, Group):
        for inner in fields_of(form.model):
            if not inner.last:
                yield paragraph(run(f"{inner.label}: {_choices(library, inner)}"), "Cell")
    if not isinstance(form, Choice):
        lines = 1 if one.required or isinstance(form, Group) else ROOM
        yield from [paragraph(run("\N{NO-BREAK SPACE}"), "Cell")] * lines


def _choices(library: Library, one: Field) -> str:
    if not isinstance(one.form, Choice):
        return ""
    options = library.lists.get(one.form.of, {}).values()
    return "; ".join(f"{BOX} {option.label}" for option in options)


def _row(*cells: str) -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, WIDTHS, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr>"
