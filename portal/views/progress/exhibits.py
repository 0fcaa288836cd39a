"""Each figure of a board as something to take away: rows with day, standing and sources; a drawing
where there is one.

Comes in: a board, the filler of public models. Goes out: exhibits, which `taken.py` writes as files
and leads to. Refuses to know: how pages show the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from portal.dates import day
from portal.kinds.school.parts import Result
from portal.library import Library
from portal.library import statistics as numbers
from portal.library.board import Board, Reading
from portal.library.statistics import Recognised
from portal.views.api.v1.fill import Filler, moment
from portal.views.api.v1.models.boards import Ceremony, Counted, Granted, National, Share
from portal.views.api.v1.models.values import Basis, Moment, Precision, Source, Standing
from portal.views.api.v1.properties import Model
from portal.views.charts.bars import Bars
from portal.views.charts.steps import Drawings
from portal.views.figures import STANDS
from portal.views.progress.drawn import ceremonies, rising, shares
from portal.views.schools import results

NATIONAL, SHARES, CEREMONIES = "con-so", "ti-le", "le-cong-nhan"
PUBLISHED, RECOGNISED, READINGS = "cong-bo", "cac-lan-cong-nhan", "so-chi-tieu"
IDS = (NATIONAL, SHARES, CEREMONIES, PUBLISHED, RECOGNISED, READINGS)
"""Their names in addresses."""
COUNTED = "Đếm các trường có công nhận mức 1 trong hồ sơ từng trường của chuyên mục."


@dataclass(frozen=True, slots=True)
class Exhibit:
    id: str
    title: str
    model: type[Model]
    rows: tuple[Model, ...]
    drawn: Bars | Drawings | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Each once."""
        found = (source for row in self.rows for source in getattr(row, "sources", ()))
        return tuple({one.path: one for one in found}.values())


def there(library: Library, board: Board, current: bool) -> tuple[str, ...]:
    """Which of them a board has, before any is made."""
    found = {
        NATIONAL: current,
        SHARES: shares(board),
        CEREMONIES: rising(numbers.recognised(library), board.on),
        PUBLISHED: board.published,
        RECOGNISED: granted(library, board, current),
        READINGS: () if current else board.readings,
    }
    return tuple(id for id in IDS if found[id])


def granted(library: Library, board: Board, current: bool) -> Sequence[Recognised]:
    """Of today all that are known, those of schools that ended too."""
    return numbers.recognised(library) if current else board.recognised


def exhibits(board: Board, fill: Filler, current: bool) -> Iterator[Exhibit]:
    """Those of one day; none without rows. `current`: of the board of today, which alone tells the
    national figures, and leaves counts of schools to the list of them."""
    library, on = fill.library, day(board.on)
    if current:
        rows = tuple(_national(fill))
        yield Exhibit(NATIONAL, f"Số liệu các trường chính trị, tính đến {on}", National, rows)
    published = tuple(_published(board, fill))
    if drawn := shares(board):
        told = tuple(one for one in published if one.total)
        yield Exhibit(SHARES, drawn.title, Share, (_counted(board, fill), *told), drawn)
    known = numbers.recognised(library)
    if line := rising(known, board.on):
        rows = tuple(_ceremonies(known, board.on, fill))
        yield Exhibit(CEREMONIES, line.title, Ceremony, rows, line)
    if published:
        yield Exhibit(PUBLISHED, f"Số liệu công bố, mới nhất đến {on}", Share, published)
    if found := granted(library, board, current):
        title = f"Các lần công nhận đã biết đến {on}"
        rows = tuple(_granted(one, fill) for one in found)
        yield Exhibit(RECOGNISED, title, Granted, rows)
    if board.readings and not current:
        title = f"Số chỉ tiêu đạt của từng trường, mới nhất đến {on}"
        yield Exhibit(
            READINGS, title, Counted, tuple(_reading(one, fill) for one in board.readings)
        )


def _national(fill: Filler) -> Iterator[Model]:
    for one in numbers.national(fill.library):
        row = National(
            id=one.id,
            label=one.label,
            value=one.value,
            as_of=fill.library.today,
            source=one.source,
            path=STANDS[one.counted_from],
            reasons={} if one.value is not None else {"value": "Chưa có thông tin để đếm."},
        )
        yield row


def _counted(board: Board, fill: Filler) -> Share:
    found = board.at_level(1)
    return Share(
        label="Trường có thông tin đã công nhận đạt chuẩn mức 1",
        value=len({one.school.id for one in found}),
        total=len(board.schools),
        unit="trường",
        as_of=Moment(date=board.on.isoformat(), precision=Precision.DAY, text=day(board.on)),
        standing=Standing(basis=Basis.INFERRED, label="Đếm từ hồ sơ từng trường", reason=COUNTED),
        sources=_sources(found, fill),
    )


def _sources(found: Iterable[Recognised], fill: Filler) -> tuple[Source, ...]:
    all_of = (source for one in found for source in fill.sources(one.recognition, one.school))
    return tuple({one.path: one for one in all_of}.values())


def _published(board: Board, fill: Filler) -> Iterator[Share]:
    for one in board.published:
        yield Share(
            label=one.series.title,
            value=one.mark.value,
            total=one.mark.total,
            unit=one.series.unit,
            as_of=moment(one.mark.as_of),
            standing=fill.standing(one.mark, one.series),
            sources=fill.sources(one.mark, one.series),
        )


def _ceremonies(known: Iterable[Recognised], until: date, fill: Filler) -> Iterator[Model]:
    for place, (on, one) in enumerate(ceremonies(known, until), 1):
        if school := fill.reference(one.school.link):
            yield Ceremony(
                on=on,
                school=school,
                level=one.recognition.level,
                count=place,
                standing=fill.standing(one.recognition, one.school),
                sources=fill.sources(one.recognition, one.school),
            )


def _granted(one: Recognised, fill: Filler) -> Granted:
    done, school = one.recognition, fill.reference(one.school.link)
    assert school, "a school that is published"
    return Granted(
        school=school,
        level=done.level,
        ceremony=moment(done.ceremony) if done.ceremony else None,
        results=str(results(done.results).striptags()) or None,
        standing=fill.standing(done, one.school),
        sources=fill.sources(done, one.school),
    )


def _reading(one: Reading, fill: Filler) -> Counted:
    told, school = one.snapshot, fill.reference(one.school.link)
    assert school and told.as_of, "a count of a day, of a school that is published"
    whole = next((it for it in told.results if it.criterion is None), Result())
    return Counted(
        school=school,
        level=told.level,
        met=whole.met,
        total=whole.total,
        exceeded=whole.exceeded,
        results=str(results(told.results).striptags()),
        as_of=moment(told.as_of),
        standing=fill.standing(told, one.school),
        sources=fill.sources(told, one.school),
    )
