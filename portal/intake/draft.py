"""The draft entry: keys with what was read, remarks above what is not sure, the text below.

Comes in: a document as it was read, its Markdown, what the register says. Goes out: the text of a
file. Values are quoted by the writer of `new`, mended and put in order by `fix`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.addresses import segment
from portal.desk import fix
from portal.desk.new import quoted
from portal.intake.division import Document
from portal.intake.effect import Effect
from portal.intake.fields import Found, Sure, T
from portal.intake.held import Basis
from portal.kinds import Entry, keeper
from portal.kinds.document import KIND as DOCUMENTS
from portal.kinds.fields import key_of

LONGEST_REMARK = 200
STATE = key_of(Entry, "state")
"""The key that keeps an entry from readers until it is emptied."""


@dataclass(frozen=True, slots=True)
class Original:
    """The file as it was sent, to be attached."""

    name: str
    sha256: str
    title: str


@dataclass(frozen=True, slots=True)
class Words:
    """Values of closed lists that every draft gets."""

    unchecked: str
    checked: str
    """What `unchecked` becomes when somebody proofread the text; empty where the list has none."""
    basis: str
    replaces: str
    repeals: str
    begins: str
    held_back: str


@dataclass(frozen=True, slots=True)
class Around:
    """What the draft says beside what was read."""

    issuer_unit: str
    bases: Sequence[Basis]
    effect: Effect
    original: Original | None
    words: Words
    unsure: Sequence[str] = ()
    """What has to be looked at before any of the text may be published."""


def text(document: Document, body: str, around: Around) -> str:
    """The whole file, as `fix` leaves it."""
    lines = [f"# Phải soát: {one}" for one in around.unsure]
    lines += [line for block in _blocks(document, around) for line in block]
    made = "---\n" + "\n".join(lines) + f"\n---\n\n{body}"
    return fix.fix("docs/van-ban/nhap.md", made.encode()).raw.decode()


def id_of(document: Document, otherwise: str) -> str:
    """The name of the file: by number, else by type and subject, else by the file it came from."""
    fields = document.fields
    kind = DOCUMENTS
    told = fields.number.value if fields.number else ""
    if not told and fields.title:
        type_ = fields.type.value if fields.type else ""
        told = f"{type_} {fields.title.value}"
    made = wanted = segment(told or otherwise) or "van-ban-nhap"
    year = fields.date.value[:4] if fields.date else ""
    if year and year not in wanted and keeper(kind, made):  # numbers begin anew each year
        made = wanted = f"{wanted}-{year}"
    count = 2
    while keeper(kind, made):
        made, count = f"{wanted}-{count}", count + 1
    return made


def _blocks(document: Document, around: Around) -> Iterator[list[str]]:
    fields = document.fields
    yield from _line("tieu_de", fields.title, needed=True)
    yield from _line("so_ky_hieu", fields.number)
    if fields.printed:
        yield ["so_nhu_in:", f"  - {quoted(fields.printed)}"]
    yield from _line("loai", fields.type, needed=True)
    yield from _line("co_quan", fields.issuer, needed=True)
    if around.issuer_unit:
        yield [f"don_vi_ban_hanh: {around.issuer_unit}"]
    yield from _line("noi_ban_hanh", fields.place)
    yield from _line("ngay_ban_hanh", fields.date, plain=True)
    yield from _signer(document)
    if fields.recipients:
        items = [f"  - {quoted(one)}" for one in fields.recipients.value]
        yield [*_remark(fields.recipients), "noi_nhan:", *items]
    if fields.period:
        start, end = fields.period.value
        yield [*_remark(fields.period), f"giai_doan: {{tu: {start}, den: {end}}}"]
    if around.effect.begins:
        yield from _holds(around.effect.begins, around.words)
    if around.bases or around.effect.ended:
        yield ["quan_he:", *_relations(around, document)]
    yield [f"chat_luong_ban: {around.words.unchecked}"]
    if around.original:
        one = around.original
        told = [
            f"  - ten: {quoted(one.title)}",
            f"    tep: {one.name}",
            f"    sha256: {one.sha256}",
        ]
        yield ["tep_dinh_kem:", *told]
    yield [f"{STATE}: {around.words.held_back}"]


def _relations(around: Around, document: Document) -> Iterator[str]:
    begins = bool(document.preamble) and any(one.label for one in document.outline.nodes)
    for one in around.bases:
        yield f"  - loai: {around.words.basis}"
        yield f"    van_ban: {one.id}"
        if begins:
            yield "    tai: mo-dau"
    for other in around.effect.ended:
        yield f"  - loai: {around.words.replaces if other.replaced else around.words.repeals}"
        yield f"    van_ban: {other.id}"
        if other.at:
            yield f"    tai: {other.at}"


def _holds(begins: Found[str], words: Words) -> Iterator[list[str]]:
    if begins.sure is Sure.GUESSED:
        yield [f"# hieu_luc: máy đoán từ ngày {begins.value}, chưa đủ chắc để ghi."]
    else:
        yield [
            *_remark(begins),
            "hieu_luc:",
            f"  - loai: {words.begins}",
            f"    ngay: {begins.value}",
        ]


def _line(
    key: str, found: Found[str] | None, *, needed: bool = False, plain: bool = False
) -> Iterator[list[str]]:
    if found is None or found.sure is Sure.GUESSED:
        guess = f"máy đoán «{found.value}», chưa đủ chắc để ghi" if found else "chưa đọc được"
        if needed:
            yield [f"# {guess}; xem bản gốc rồi điền.", f"{key}:"]
        elif found:
            yield [f"# {key}: {guess}."]
        return
    yield [*_remark(found), f"{key}: {found.value if plain else quoted(found.value)}"]


def _remark(found: Found[T]) -> list[str]:
    if found.sure is Sure.CERTAIN:
        return []
    why = f": {found.why}" if found.why else ""
    return [f"# Nên xem lại, đọc ở {found.place}{why}."[:LONGEST_REMARK]]


def _signer(document: Document) -> Iterator[list[str]]:
    found = document.fields.signer
    if found:
        post = [f"    chuc_vu: {quoted(found.value.post)}"] if found.value.post else []
        yield [*_remark(found), "nguoi_ky:", f"  - ten: {quoted(found.value.name)}", *post]
