"""How far models answer what must be known before one is copied: by question, and by model.

Comes in: all models, the page context. Goes out: the view model of the table of completeness.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.kinds import BY_NAME
from portal.kinds.exemplar import FORM, Exemplar
from portal.kinds.exemplar.questions import QUESTIONS, answered, missing
from portal.text import upper_first
from portal.views.context import PageContext
from portal.views.pages.crumbs import kind_of, way
from portal.views.parts import Anchor, Anchors, Cell, Header, Table, columns, table

TITLE = "Mức đầy đủ của các mô hình"
BY_QUESTION = columns("Điều cần biết", ("Số mô hình đã nêu", "number"))
BY_MODEL = columns(
    ("Mô hình", "wide"), "Trường", ("Mức", "short"), ("Đã nêu", "short"), ("Còn thiếu", "wide")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletenessPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    ways: tuple[Anchors, ...]
    questions: Table
    models: Table


def completeness(v: PageContext) -> CompletenessPage:
    models = v.exemplars.all
    lead = (
        f"{len(QUESTIONS)} điều một trường cần biết trước khi áp dụng mô hình của trường khác; "
        f"{len(models)} mô hình đã nêu được bao nhiêu, theo các nguồn của chuyên mục."
    )
    return CompletenessPage(
        crumbs=way(v, kind_of(v, BY_NAME[Exemplar.KIND]), Anchor("Mức đầy đủ")),
        header=Header(title=TITLE, lead=lead),
        ways=(Anchors((Anchor("Phiếu đăng ký mô hình (.docx)", v.url(FORM)),)),),
        questions=table(
            f"Theo từng điều, trong {len(models)} mô hình", BY_QUESTION, list(_questions(v)), True
        ),
        models=table("Theo từng mô hình, đầy đủ nhất trước", BY_MODEL, list(_models(v))),
    )


def _questions(v: PageContext) -> Iterator[tuple[Cell, ...]]:
    for one in QUESTIONS:
        yield upper_first(one.name), sum(1 for it in v.exemplars.all if one.told(it))


def _models(v: PageContext) -> Iterator[tuple[Cell, ...]]:
    for one in sorted(v.exemplars.all, key=lambda one: -answered(one)):
        level = v.exemplars.evidence[one.id].level
        told = f"{answered(one)}/{len(QUESTIONS)}"
        gaps = ", ".join(it.name for it in missing(one)) or "không thiếu"
        yield v.a(one), v.a(one.school), level.value if level else None, told, gaps
