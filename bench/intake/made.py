"""Made-up documents with their truth: Party and State forms, complete and with parts missing.

In: a seed. Out: what stands on the paper, line by line, and what a reader should find. No body,
place, person or sentence in them is real.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

PLACES = ("Mây Hạ", "Sông Lụa", "Đồi Thông", "Bãi Trầm", "Hòn Ngói", "Lũng Sương", "Cồn Vạc")
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Lương", "Đinh")
MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Xuân", "Thanh", "Quang", "Ngọc")
GIVEN = ("An", "Bình", "Cường", "Dung", "Hạnh", "Khải", "Lan", "Mai", "Phúc", "Sơn", "Thủy", "Việt")
VERBS = (
    "Rà soát",
    "Tổ chức",
    "Xây dựng",
    "Hoàn thiện",
    "Phối hợp",
    "Tham mưu",
    "Báo cáo",
    "Theo dõi",
)
THINGS = (
    *("kế hoạch sử dụng vườn ươm", "quy trình mượn sách", "danh mục thuyền gỗ", "lớp học đan lát"),
    *("hồ sơ cây di sản", "sổ theo dõi mực nước", "nhà trưng bày gốm", "đội văn nghệ xóm"),
    *("tủ sách lưu động", "bản đồ giếng cổ", "chợ phiên cuối tuần", "đường hoa ven đê"),
)
ENDS = (
    *("trước mùa lúa chín", "ở từng khu dân cư", "theo hướng gọn nhẹ", "bảo đảm đúng tiến độ"),
    *("với sự tham gia của người dân", "phù hợp điều kiện thực tế", "và gửi kết quả về Văn phòng"),
)
SUBJECTS = (
    *("Tổ chức ngày hội thả diều", "Bảo tồn các giếng cổ", "Phát triển vườn ươm cộng đồng"),
    *("Chấn chỉnh việc mượn sách lưu động", "Nâng cao chất lượng lớp học đan lát"),
    *("Khảo sát chợ phiên vùng ven đê", "Xây dựng mạng lưới tủ sách xóm"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the paper."""

    text: str
    unit: str = ""
    """Which list counts it where numbering is automatic: `chuong`, `dieu`, `khoan`, `diem`…"""
    label: str = ""
    centred: bool = False
    bold: bool = False
    column: int = 0


@dataclass(slots=True)
class Truth:
    """What a reader should find; None where the paper does not have it."""

    fields: dict[str, str | None]
    clauses: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Paper:
    name: str
    form: str
    head: list[Line]
    body: list[Line]
    foot: list[Line]
    truth: Truth
    table: list[list[str]] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)


def papers(count: int, seed: int) -> Iterator[Paper]:
    makers: tuple[Callable[[Random, int], Paper], ...] = (
        *(party_plan, state_decision, party_notice, state_circular, letter, with_regulation),
    )
    for at in range(count):
        random = Random(seed * 1_000 + at)
        yield makers[at % len(makers)](random, at)


def sentence(random: Random) -> str:
    return f"{random.choice(VERBS)} {random.choice(THINGS)} {random.choice(ENDS)}"


def person(random: Random) -> str:
    return " ".join(map(random.choice, (FAMILIES, MIDDLES, GIVEN)))


def _day(random: Random) -> tuple[str, str]:
    year, month, day = random.randint(2015, 2025), random.randint(1, 12), random.randint(1, 28)
    return f"{year}-{month:02d}-{day:02d}", f"ngày {day:02d} tháng {month:02d} năm {year}"


class _Body:
    """Lines of a body with the ids they should get."""

    def __init__(self, random: Random) -> None:
        self.random, self.lines, self.clauses = random, [], []  # type: ignore[var-annotated]

    def add(self, id: str, unit: str, label: str, text: str = "", **more: bool) -> None:
        told = text or sentence(self.random) + self.random.choice((";", "."))
        self.lines.append(Line(told, unit, label, **more))
        self.clauses.append((id, told))

    def say(self) -> None:
        self.lines.append(Line(sentence(self.random) + "."))


def party_plan(random: Random, at: int) -> Paper:
    """I., 1., -, + and a two-column head."""
    place, year = random.choice(PLACES), random.randint(2019, 2025)
    iso, told = _day(random)
    number = f"{random.randint(2, 999)}-KH/TU"
    title = f"{random.choice(SUBJECTS)} giai đoạn {year}-{year + 5}"
    body = _Body(random)
    for i, roman in enumerate(("I", "II", "III")[: random.randint(2, 3)], 1):
        body.add(f"muc-{roman.lower()}", "la", f"{roman}.", sentence(random).upper(), bold=True)
        for k in range(1, random.randint(2, 4)):
            id = f"muc-{roman.lower()}.{k}"
            body.add(id, "so", f"{k}.", sentence(random), bold=True)
            for n in range(1, random.randint(2, 4)):
                body.add(f"{id}.gach-{n}", "gach", "-")
                if random.random() < 0.3:
                    body.add(f"{id}.gach-{n}.cong-1", "cong", "+")
                    body.add(f"{id}.gach-{n}.cong-2", "cong", "+")
        if i == 1:
            body.say()
    no_number, no_date = random.random() < 0.12, random.random() < 0.1
    head = [
        Line(f"TỈNH ỦY {place.upper()}", centred=True, column=1),
        Line("*", centred=True, column=1),
        Line("Số        -KH/TU" if no_number else f"Số {number}", centred=True, column=1),
        Line("ĐẢNG CỘNG SẢN VIỆT NAM", centred=True, bold=True, column=2),
        *([] if no_date else [Line(f"{place}, {told}", centred=True, column=2)]),
        Line("KẾ HOẠCH", centred=True, bold=True),
        Line(title, centred=True, bold=True),
    ]
    name = person(random)
    foot = [
        Line("Nơi nhận:", column=1),
        Line("- Ban Thường vụ (để báo cáo),", column=1),
        Line("- Các huyện ủy trực thuộc,", column=1),
        Line("- Lưu Văn phòng.", column=1),
        Line("T/M BAN THƯỜNG VỤ", column=2, bold=True, centred=True),
        Line("PHÓ BÍ THƯ", column=2, centred=True),
        Line(name, column=2, bold=True, centred=True),
    ]
    fields = _fields(
        number=None if no_number else number,
        type="ke-hoach",
        issuer=f"Tỉnh ủy {place}",
        place=None if no_date else place,
        date=None if no_date else iso,
        title=title,
        signer=name,
        period=f"{year}-{year + 5}",
        recipients="3",
    )
    return Paper(f"dang-ke-hoach-{at}", "đảng", head, body.lines, foot, Truth(fields, body.clauses))


def party_notice(random: Random, at: int) -> Paper:
    """An office under a provincial committee; numbered sentences, letters with đ, dashes."""
    place = random.choice(PLACES)
    iso, told = _day(random)
    number = f"{random.randint(2, 999)}-TB/VPTU"
    title = f"Kết luận buổi làm việc về {random.choice(THINGS)}"
    body = _Body(random)
    body.say()
    for k in range(1, random.randint(3, 5)):
        body.add(f"muc-{k}", "so", f"{k}.")
        for n in range(random.randint(0, 7)):
            letter = "abcdđeg"[n]
            body.add(f"muc-{k}.{'dd' if letter == 'đ' else letter}", "chu", f"{letter})")
    head = [
        Line(f"TỈNH ỦY {place.upper()}", centred=True, column=1),
        Line("VĂN PHÒNG", centred=True, bold=True, column=1),
        Line("*", centred=True, column=1),
        Line(f"Số {number}", centred=True, column=1),
        Line("ĐẢNG CỘNG SẢN VIỆT NAM", centred=True, bold=True, column=2),
        Line(f"{place}, {told}", centred=True, column=2),
        Line("THÔNG BÁO", centred=True, bold=True),
        Line(title, centred=True, bold=True),
    ]
    name = person(random)
    foot = [
        Line("Nơi nhận:", column=1),
        Line("- Thường trực Tỉnh ủy,", column=1),
        Line("- Lưu Văn phòng.", column=1),
        Line("K/T CHÁNH VĂN PHÒNG", column=2, bold=True, centred=True),
        Line("PHÓ CHÁNH VĂN PHÒNG", column=2, bold=True, centred=True),
        Line(name, column=2, bold=True, centred=True),
    ]
    fields = _fields(
        number=number,
        type="thong-bao",
        issuer=f"Văn phòng Tỉnh ủy {place}",
        place=place,
        date=iso,
        title=title,
        signer=name,
        recipients="2",
    )
    return Paper(
        f"dang-thong-bao-{at}", "đảng", head, body.lines, foot, Truth(fields, body.clauses)
    )


def _state_head(body: list[str], number: str, place: str, told: str) -> list[Line]:
    return [
        *(Line(one, centred=True, column=1, bold=at > 0) for at, one in enumerate(body)),
        Line(f"Số: {number}", centred=True, column=1),
        Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", centred=True, bold=True, column=2),
        Line("Độc lập - Tự do - Hạnh phúc", centred=True, bold=True, column=2),
        Line(f"{place}, {told}", centred=True, column=2),
    ]


def _articles(body: _Body, count: int, prefix: str = "", first: int = 1) -> None:
    random = body.random
    for n in range(first, first + count):
        id = f"{prefix}dieu-{n}"
        body.add(id, "dieu", f"Điều {n}.", random.choice(SUBJECTS), bold=True)
        for k in range(1, random.randint(1, 4)):
            body.add(f"{id}.khoan-{k}", "khoan", f"{k}.")
            for at, letter in enumerate("abcdđe"[: random.choice((0, 0, 2, 6))]):
                mark = "dd" if letter == "đ" else letter
                assert at >= 0
                body.add(f"{id}.khoan-{k}.diem-{mark}", "diem", f"{letter})")


def state_decision(random: Random, at: int) -> Paper:
    place = random.choice(PLACES)
    iso, told = _day(random)
    number = f"{random.randint(2, 4999)}/QĐ-SVH"
    title = f"Ban hành quy định về {random.choice(THINGS)}"
    body = _Body(random)
    body.lines += [
        Line("GIÁM ĐỐC SỞ VĂN HÓA", centred=True, bold=True),
        Line("Căn cứ Nghị định số 999/2014/NĐ-CP ngày 04 tháng 4 năm 2014 về tủ sách lưu động;"),
        Line("Theo đề nghị của Trưởng phòng Di sản,"),
        Line("QUYẾT ĐỊNH:", centred=True, bold=True),
    ]
    _articles(body, random.randint(2, 5))
    head = [
        *_state_head([f"UBND TỈNH {place.upper()}", "SỞ VĂN HÓA"], number, place, told),
        Line("QUYẾT ĐỊNH", centred=True, bold=True),
        Line(title, centred=True, bold=True),
    ]
    name = person(random)
    foot = [
        Line("Nơi nhận:", column=1),
        Line("- Như Điều 3;", column=1),
        Line("- Lưu: VT, DS.", column=1),
        Line("GIÁM ĐỐC", column=2, bold=True, centred=True),
        Line(name, column=2, bold=True, centred=True),
    ]
    fields = _fields(
        number=number,
        type="quyet-dinh",
        issuer="Sở Văn hóa",
        place=place,
        date=iso,
        title=title,
        signer=name,
        recipients="2",
    )
    paper = Paper(
        f"nha-nuoc-quyet-dinh-{at}", "nhà nước", head, body.lines, foot, Truth(fields, body.clauses)
    )
    if random.random() < 0.5:
        paper.table = [
            ["TT", "Việc", "Hạn"],
            ["1", sentence(random), "Quý I"],
            ["2", "a|b", "Quý II"],
        ]
    return paper


def state_circular(random: Random, at: int) -> Paper:
    """Chapters with titles on the next line, sections, articles."""
    iso, told = _day(random)
    number = f"{random.randint(1, 60):02d}/{iso[:4]}/TT-BVH"
    title = f"Quy định về {random.choice(THINGS)}"
    body = _Body(random)
    body.lines += [
        Line("Căn cứ Luật Di sản ngày 12 tháng 5 năm 2001;"),
        Line("Bộ trưởng Bộ Vườn ươm ban hành Thông tư này."),
    ]
    first = 1
    for c, roman in enumerate(("I", "II", "III"), 1):
        body.add(
            f"chuong-{roman.lower()}", "chuong", f"Chương {roman}", " ", centred=True, bold=True
        )
        heading = sentence(random).upper()
        body.lines[-1] = Line("", "chuong", f"Chương {roman}", True, True)
        body.lines.append(Line(heading, centred=True, bold=True))
        body.clauses[-1] = (f"chuong-{roman.lower()}", heading)
        if c == 2:
            for m in (1, 2):
                text = sentence(random).upper()
                body.add(f"chuong-ii.muc-{m}", "muc", f"Mục {m}.", text, centred=True, bold=True)
                _articles(body, 2, first=first)
                first += 2
        else:
            _articles(body, 2, first=first)
            first += 2
    head = [
        *_state_head(["BỘ VƯỜN ƯƠM"], number, "Hà Nội", told),
        Line("THÔNG TƯ", centred=True, bold=True),
        Line(title, centred=True, bold=True),
    ]
    name = person(random)
    foot = [
        Line("Nơi nhận:", column=1),
        Line("- Văn phòng Chính phủ;", column=1),
        Line("- Công báo;", column=1),
        Line("- Lưu: VT, PC.", column=1),
        Line("KT. BỘ TRƯỞNG", column=2, bold=True, centred=True),
        Line("THỨ TRƯỞNG", column=2, bold=True, centred=True),
        Line(name, column=2, bold=True, centred=True),
    ]
    fields = _fields(
        number=number,
        type="thong-tu",
        issuer="Bộ Vườn ươm",
        place="Hà Nội",
        date=iso,
        title=title,
        signer=name,
        recipients="3",
    )
    return Paper(
        f"nha-nuoc-thong-tu-{at}", "nhà nước", head, body.lines, foot, Truth(fields, body.clauses)
    )


def letter(random: Random, at: int) -> Paper:
    """A letter: no line of type, «V/v», «Kính gửi»."""
    place = random.choice(PLACES)
    iso, told = _day(random)
    number = f"{random.randint(2, 4999)}/SVH-DS"
    subject = f"{random.choice(VERBS).lower()} {random.choice(THINGS)}"
    body = _Body(random)
    body.lines.append(Line("Kính gửi: Ủy ban nhân dân các huyện", centred=True))
    body.say()
    for k in range(1, random.randint(3, 5)):
        body.add(f"muc-{k}", "so", f"{k}.")
    head = [
        *_state_head([f"UBND TỈNH {place.upper()}", "SỞ VĂN HÓA"], number, place, told)[:3],
        Line(f"V/v {subject}", centred=True, column=1),
        *_state_head([], number, place, told)[1:],
    ]
    name = person(random)
    foot = [
        Line("Nơi nhận:", column=1),
        Line("- Như trên;", column=1),
        Line("- Lưu: VT.", column=1),
        Line("KT. GIÁM ĐỐC", column=2, bold=True, centred=True),
        Line("PHÓ GIÁM ĐỐC", column=2, bold=True, centred=True),
        Line(name, column=2, bold=True, centred=True),
    ]
    fields = _fields(
        number=number,
        type="cong-van",
        issuer="Sở Văn hóa",
        place=place,
        date=iso,
        title=f"Về việc {subject}",
        signer=name,
        recipients="2",
    )
    return Paper(
        f"nha-nuoc-cong-van-{at}", "nhà nước", head, body.lines, foot, Truth(fields, body.clauses)
    )


def with_regulation(random: Random, at: int) -> Paper:
    """A decision that puts a regulation in force, whose articles begin again at 1."""
    paper = state_decision(random, at)
    paper.name = f"nha-nuoc-kem-quy-che-{at}"
    paper.table = []
    inner = _Body(random)
    _articles(inner, 3, "kem-theo.")
    paper.after = [
        Line("QUY CHẾ", centred=True, bold=True),
        Line(f"Quản lý {random.choice(THINGS)}", centred=True, bold=True),
        Line("(Ban hành kèm theo Quyết định nêu trên)", centred=True),
        *inner.lines,
    ]
    paper.truth.clauses += inner.clauses
    return paper


def _fields(**told: str | None) -> dict[str, str | None]:
    names = ("number", "type", "issuer", "place", "date", "title", "signer", "period", "recipients")
    return {name: told.get(name) for name in names}
