"""What a document asks for is due after the document was issued, and what comes every year comes to
an end, or is said to have none."""

from __future__ import annotations

from collections.abc import Iterator

from portal.dates import PartialDate, day
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.library import Library
from portal.library.occasions import ends
from portal.problem import Problem

BEFORE, ENDLESS = "han-truoc-van-ban", "lap-khong-het"


def check(library: Library) -> Iterator[Problem]:
    for duty in library.everything:
        if isinstance(duty, Duty) and duty.deadline:
            yield from _due_before(library, duty)
            yield from _endless(library, duty)


def _due_before(library: Library, duty: Duty) -> Iterator[Problem]:
    document, deadline = library.get(duty.clause), duty.deadline
    if not (isinstance(document, Document) and document.issued and deadline):
        return
    issued, named = document.issued, deadline.day
    last = deadline.last_of(named) if named else None
    if last and PartialDate(last.year, last.month, last.day).is_before(issued):
        told = f"hạn cuối {day(last)} đứng trước ngày ban hành văn bản, {issued}."
        yield duty.problem("thoi_han.ngay", told, BEFORE, "xem lại ngày, năm của hạn")
    if deadline.end and PartialDate(deadline.end).is_before(issued):
        told = f"năm cuối {deadline.end} đứng trước ngày ban hành văn bản, {issued}."
        yield duty.problem("thoi_han.den_nam", told, BEFORE, "xem lại năm cuối")


def _endless(library: Library, duty: Duty) -> Iterator[Problem]:
    """Whoever subscribes to a calendar is told for ever what nobody ends."""
    deadline = duty.deadline
    if not (deadline and (deadline.yearly or deadline.type.every_year)):
        return
    if deadline.endless and deadline.end:
        told = f"có den_nam {deadline.end} mà ghi văn bản không nêu năm cuối."
        yield duty.problem("thoi_han.khong_neu_nam_cuoi", told, ENDLESS, "giữ một trong hai")
    elif not deadline.endless and library.get(duty.clause) and not ends(library, duty):
        told = "việc hằng năm không rõ làm đến năm nào; văn bản cũng không ghi giai đoạn."
        remedy = "thêm den_nam; văn bản không nêu thì ghi khong_neu_nam_cuoi: có"
        yield duty.problem("thoi_han", told, ENDLESS, remedy)
