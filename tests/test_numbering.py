"""Documents pasted without ids: what `fix.py` writes into them. Every text here is made up."""

from __future__ import annotations

import re

import pytest

from portal.clauses.pasted import without_ids
from portal.clauses.wording import is_new_wording
from portal.desk import fix
from portal.desk.numbering import numbered
from portal.kinds.document.clauses import cited_place, clause_name, outline

HEAD = "---\ntieu_de: Về vườn hoa\nloai: luat\nco_quan: Hội bịa\nchat_luong_ban: goc-so\n---\n\n"


def ids(text: str, published: tuple[str, ...] = ()) -> list[str]:
    return re.findall(r"\{#([^}]+)\}", numbered(text, published).body)


LAW = (
    "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Vườn công.\na) Hoa;\nđ) Cỏ.\n1.\nVườn tư.\n"
    "Điều 5a. Thêm\nMột đoạn."
)
KINDS = {
    "luật, số nằm riêng một dòng, khoản trùng số": (
        LAW,
        "chuong-i dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.diem-a dieu-1.khoan-1.diem-dd"
        " dieu-1.khoan-1-lan-2 dieu-5a",
    ),
    "văn bản của Đảng": (
        "I. Mục đích\n1. Nâng cao\n- Một.\n+ Ở tỉnh.\n+ Ở xã.\n- Hai.\n2. Yêu cầu\nII. Việc làm",
        "muc-i muc-i.1 muc-i.1.gach-1 muc-i.1.gach-1.cong-1 muc-i.1.gach-1.cong-2 muc-i.1.gach-2"
        " muc-i.2 muc-ii",
    ),
    "phần, mục, tiểu mục, nhiều cấp số": (
        "Phần thứ nhất\nCHUNG\nA. VỀ CÂY\nI. Loài\n1. Một\n1.1. Một một\nPhần thứ hai\nRIÊNG\n"
        "Mục 1. TÊN\nTiểu mục 2. TÊN\nĐiều 3. Ba",
        "phan-1 phan-1.muc-a phan-1.muc-a.i phan-1.muc-a.i.1 phan-1.muc-a.i.1.1 phan-2 phan-2.muc-1"
        " phan-2.muc-1.tieu-muc-2 dieu-3",
    ),
    "số in đậm, 01., 1), (a), (i)": (
        "**Điều 1.** Tên\n**1.** Đậm\na) Một\n1) Trong\n(b) Hai\n(i) Nhỏ\n**Điều 2. Tên**\n01. Không",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.diem-a dieu-1.khoan-1.diem-a.tiet-1"
        " dieu-1.khoan-1.diem-b dieu-1.khoan-1.diem-b.tiet-i dieu-2 dieu-2.khoan-01",
    ),
    "căn cứ đánh số và nơi nhận không phải điều khoản": (
        "1. Căn cứ một;\n2. Căn cứ hai; QUYẾT ĐỊNH: Điều 1. Trồng hoa\n1. Một\nNơi nhận:\n- Như Điều 1;"
        "\n- Lưu.",
        "dieu-1 dieu-1.khoan-1",
    ),
    "quy chế kèm theo và phụ lục có điều riêng": (
        "Điều 1. Ban hành\nNơi nhận:\n- Lưu.\nNguyễn Văn An QUY CHẾ TƯỚI CÂY (Ban hành kèm theo Quyết "
        "định số 1/QĐ-BIA)\nĐiều 1. Phạm vi\n1. Một\nPhụ lục II\nMẪU\n| Số | Tên |\n|---|---|\n"
        "| 1. | a) Mẫu |\nĐiều 1. Cách ghi\n1. Ghi đủ",
        "dieu-1 kem-theo kem-theo.dieu-1 kem-theo.dieu-1.khoan-1 kem-theo.phu-luc-ii"
        " kem-theo.phu-luc-ii.dieu-1 kem-theo.phu-luc-ii.dieu-1.khoan-1",
    ),
    "lời mới, lồng một lần nữa, thiếu dấu đóng": (
        "Điều 1. Sửa đổi\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Tên\n1. Sửa đổi khoản 2 Điều 7 như sau:"
        "\n“2. Lời trong lời.”\n2. Khoản hai.”\n2. Sửa đổi Điều 6 như sau: “Điều 6. Tên\n"
        "a) Điểm\n3. Bãi bỏ Điều 8.\nĐiều 2. Thi hành",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.loi-moi.dieu-5 dieu-1.khoan-1.loi-moi.dieu-5.khoan-1"
        " dieu-1.khoan-1.loi-moi.dieu-5.khoan-1.loi-moi.khoan-2"
        " dieu-1.khoan-1.loi-moi.dieu-5.khoan-2 dieu-1.khoan-2"
        " dieu-1.khoan-2.loi-moi.dieu-6.diem-a dieu-1.khoan-3 dieu-2",
    ),
    "dòng bị bản chép cắt đôi": (
        "Điều 1. Tên\n1. Phát triển kinh tế\n- xã hội của xã.\n2. Theo điểm a khoản 2\nĐiều 26 Luật Vườn."
        "\nĐiều 2. Hai",
        "dieu-1 dieu-1.khoan-1 dieu-1.khoan-2 dieu-2",
    ),
}


@pytest.mark.parametrize(("text", "wanted"), KINDS.values(), ids=KINDS)
def test_each_clause_gets_the_id_its_printed_number_tells(text: str, wanted: str) -> None:
    assert ids(text) == wanted.split()


@pytest.mark.parametrize("text", [text for text, _ in KINDS.values()], ids=KINDS)
def test_a_second_run_changes_nothing(text: str) -> None:
    once = numbered(text).body
    assert numbered(once).body == once
    assert not without_ids(once)


@pytest.mark.parametrize("text", [text for text, _ in KINDS.values()], ids=KINDS)
def test_not_a_letter_is_lost_or_put_in(text: str) -> None:
    letters = re.compile(r"[^\W_]+|[“”().;:,*|]")
    made = re.sub(r"\s*\{#[^}]+\}", "", numbered(text).body).replace("\\", "")
    assert letters.findall(made) == letters.findall(text)


@pytest.mark.parametrize("text", [text for text, _ in KINDS.values()], ids=KINDS)
def test_every_id_stands_where_the_outline_finds_it(text: str) -> None:
    assert [one.id for one in outline(numbered(text).body)] == ids(text)


def test_what_was_done_is_told_with_what_is_odd() -> None:
    told = numbered("Điều 1. Tên\n1. Một\n3. Ba\n3. Ba nữa", first=9)
    assert told.done == ["đặt mã điều khoản: 1 điều; 3 khoản, mục đánh số"]
    assert told.left == [
        "dòng 12: «3.» trùng với dòng 11.",
        "dòng 11: «3.» thiếu 2, xem lại bản gốc.",
    ]


def test_published_ids_are_kept_for_the_places_they_were_given_to() -> None:
    told = ids("Điều 1. Tên\n1. Một\na) A\n2. Hai", ("dieu-1", "dieu-1.1", "dieu-1.1.a", "dieu-9"))
    assert told == ["dieu-1", "dieu-1.1", "dieu-1.1.a", "dieu-1.khoan-2"]


def test_an_article_put_into_a_body_with_ids_gets_its_own_and_nothing_else_changes() -> None:
    before = "## Điều 1. Tên {#dieu-1}\n\nMột.\n- gạch của người viết\n\n"
    after = "## Điều 3. Ba {#dieu-3}\n\n1. Khoản người viết chưa đặt mã"
    made = numbered(f"{before}Điều 2. Hai\n1. Một\n\n{after}").body
    assert made.startswith(before) and made.endswith(after)
    assert re.findall(r"\{#([^}]+)\}", made) == ["dieu-1", "dieu-2", "dieu-2.khoan-1", "dieu-3"]


@pytest.mark.parametrize(
    "text",
    ["Một đoạn.\n\n1. Việc một\n2. Việc hai", "## Điều đã biết\n\n- Một", "I. Chỉ một mục"],
)
def test_prose_that_is_no_document_is_left_alone(text: str) -> None:
    assert numbered(text).body == text


def test_the_door_writes_into_documents_only_and_keeps_every_other_byte() -> None:
    raw = f"{HEAD}{LAW}\n".encode()
    made = fix.fix("docs/van-ban/vuon-hoa.md", raw)
    assert made.raw.decode().startswith(HEAD) and "{#dieu-1.khoan-1.diem-dd}" in made.raw.decode()
    assert any("2 điều" in told for told in made.done)
    assert fix.fix("docs/van-ban/vuon-hoa.md", made.raw).raw == made.raw
    assert fix.fix("docs/bai-viet/vuon-hoa.md", raw).raw == raw


@pytest.mark.parametrize(
    ("id", "name", "cited"),
    [
        ("dieu-5a.khoan-2", "khoản 2 Điều 5a", "khoản 2 Điều 5a"),
        ("dieu-5.khoan-2-lan-2", "khoản 2 (lần 2) Điều 5", "khoản 2 (lần 2) Điều 5"),
        ("kem-theo.dieu-5", "Điều 5 của văn bản kèm theo", "Điều 5 văn bản kèm theo"),
        ("kem-theo-2", "văn bản thứ 2 kèm theo", "văn bản thứ 2 kèm theo"),
        ("chuong-iia", "Chương IIa", "Chương IIa"),
        (
            "dieu-1.khoan-3.loi-moi.dieu-6.diem-a",
            "điểm a Điều 6 nêu tại khoản 3 Điều 1",
            "điểm a Điều 6 nêu tại khoản 3 Điều 1",
        ),
    ],
)
def test_a_place_is_called_as_jurists_call_it(id: str, name: str, cited: str) -> None:
    assert (clause_name(id), cited_place(id)) == (name, cited)


def test_new_wording_is_told_from_the_documents_own_clauses() -> None:
    assert is_new_wording("dieu-1.loi-moi.dieu-5") and is_new_wording("dieu-1.loi-moi-2.khoan-1")
    assert not is_new_wording("dieu-1.khoan-1") and not is_new_wording("muc-loi-moi-nhat")
