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


# How rows are written

WRITTEN = {
    "chương cuối không có tên": (
        "Điều 1. A\nĐiều 2. B\nChương II",
        "## Điều 1. A {#dieu-1}\n\n## Điều 2. B {#dieu-2}\n\n## Chương II {#chuong-ii}",
    ),
    "tên chương sau một dòng trống": (
        "Chương I\n\nVỀ CÂY\nĐiều 1. A\nĐiều 2. B",
        "## Chương I VỀ CÂY {#chuong-i}\n\n### Điều 1. A {#dieu-1}\n\n### Điều 2. B {#dieu-2}",
    ),
    "câu dưới chương không phải tên chương": (
        "Chương I\nMột câu.\nĐiều 1. A\nĐiều 2. B",
        "## Chương I {#chuong-i}\n\nMột câu.\n\n### Điều 1. A {#dieu-1}\n\n### Điều 2. B {#dieu-2}",
    ),
    "lời mở đầu có hai chấm không phải tên chương": (
        "Chương I\nVườn:\nĐiều 1. A\nĐiều 2. B",
        "## Chương I {#chuong-i}\n\nVườn:\n\n### Điều 1. A {#dieu-1}\n\n### Điều 2. B {#dieu-2}",
    ),
    "lời của khoản nằm ở dòng dưới, khoản cuối không có lời": (
        "Điều 1. A\n1.\n\nVườn tư.\nĐiều 2. B\n1.",
        "## Điều 1. A {#dieu-1}\n\n1. Vườn tư. {#dieu-1.khoan-1}\n\n## Điều 2. B {#dieu-2}\n\n- 1\\. {#dieu-2.khoan-1}",
    ),
    "đoạn trong khoản lùi vào, khoản sau đánh số tiếp": (
        "Điều 1. A\n1. Một\nĐoạn.\n2. Hai\nĐiều 2. B",
        "## Điều 1. A {#dieu-1}\n\n1. Một {#dieu-1.khoan-1}\n\n   Đoạn.\n\n2. Hai {#dieu-1.khoan-2}\n\n## Điều 2. B {#dieu-2}",
    ),
    "lời «kèm theo» của tên phụ lục xuống dòng": (
        "Điều 1. A\nĐiều 2. B\nPhụ lục I\nBẢNG BIỂU (ban hành kèm theo Quyết định 1)\nMột.",
        "## Điều 1. A {#dieu-1}\n\n## Điều 2. B {#dieu-2}\n\n## Phụ lục I {#phu-luc-i}\n\n## BẢNG BIỂU {#kem-theo}\n\n(ban hành kèm theo Quyết định 1)\n\nMột.",
    ),
    "lời «kèm theo» của tên chương ở lại": (
        "Chương I. TÊN (kèm theo Quyết định 1)\nĐiều 1. A\nĐiều 2. B",
        "## Chương I. TÊN (kèm theo Quyết định 1) {#chuong-i}\n\n### Điều 1. A {#dieu-1}\n\n### Điều 2. B {#dieu-2}",
    ),
    "hàng ngắn của bảng được thêm ô": (
        "Điều 1. A\n| a | b |\n|---|---|\n| 1 |\nĐoạn.\nĐiều 2. B",
        "## Điều 1. A {#dieu-1}\n\n| a | b |\n|---|---|\n| 1 |  |\n\nĐoạn.\n\n## Điều 2. B {#dieu-2}",
    ),
    "một hàng có vạch không phải bảng": (
        "Điều 1. A\n| a | b |\nĐoạn.\nĐiều 2. B",
        "## Điều 1. A {#dieu-1}\n\n| a | b |\n\nĐoạn.\n\n## Điều 2. B {#dieu-2}",
    ),
    "hai hàng không có dòng kẻ không phải bảng": (
        "Điều 1. A\n| a | b |\n| c | d |\nĐiều 2. B",
        "## Điều 1. A {#dieu-1}\n\n| a | b |\n| c | d |\n\n## Điều 2. B {#dieu-2}",
    ),
    "bảng ở cuối bài": (
        "Điều 1. A\nĐiều 2. B\n| a | b |\n|---|---|\n| 1 | 2 |",
        "## Điều 1. A {#dieu-1}\n\n## Điều 2. B {#dieu-2}\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    ),
    "bảng chỉ có dòng đầu": (
        "Điều 1. A\nĐiều 2. B\n| a | b |\n|---|---|",
        "## Điều 1. A {#dieu-1}\n\n## Điều 2. B {#dieu-2}\n\n| a | b |\n|---|---|",
    ),
    "bảng trong khoản lùi vào": (
        "Điều 1. A\n1. Một\n| a | b |\n|---|---|\n| 1 | 2 |\n2. Hai\nĐiều 2. B",
        "## Điều 1. A {#dieu-1}\n\n1. Một {#dieu-1.khoan-1}\n\n   | a | b |\n   |---|---|\n   | 1 | 2 |\n\n2. Hai {#dieu-1.khoan-2}\n\n## Điều 2. B {#dieu-2}",
    ),
    "đầu đề không quá sáu bậc, mục con không quá bốn": (
        "Phần thứ nhất\nCHUNG\nChương I\nA\nMục 1. B\nTiểu mục 1. C\nĐiều 1. D\nĐiều 2. E\n1. F\na) G\n1) H\n- I\n+ K\n",
        "## Phần thứ nhất CHUNG {#phan-1}\n\n### Chương I A {#phan-1.chuong-i}\n\n#### Mục 1. B {#phan-1.chuong-i.muc-1}\n\n##### Tiểu mục 1. C {#phan-1.chuong-i.muc-1.tieu-muc-1}\n\n###### Điều 1. D {#dieu-1}\n\n###### Điều 2. E {#dieu-2}\n\n1. F {#dieu-2.khoan-1}\n   - a) G {#dieu-2.khoan-1.diem-a}\n     - 1\\) H {#dieu-2.khoan-1.diem-a.tiet-1}\n       - I {#dieu-2.khoan-1.diem-a.tiet-1.gach-1}\n         + K {#dieu-2.khoan-1.diem-a.tiet-1.gach-1.cong-1}\n",
    ),
    "tên của văn bản kèm theo nằm ở ba dòng": (
        "Điều 1. A\nĐiều 2. B\nQUY CHẾ\nTưới cây\nTrồng cây\nHái quả\n(Ban hành kèm theo Quyết định 1)\nĐiều 1. C\nĐiều 2. D",
        "## Điều 1. A {#dieu-1}\n\n## Điều 2. B {#dieu-2}\n\n## QUY CHẾ Tưới cây Trồng cây Hái quả {#kem-theo}\n\n(Ban hành kèm theo Quyết định 1)\n\n### Điều 1. C {#kem-theo.dieu-1}\n\n### Điều 2. D {#kem-theo.dieu-2}",
    ),
    "không có lời «kèm theo» thì không nối tên": (
        "Điều 1. A\nĐiều 2. B\nQUY CHẾ\nTưới cây\nĐiều 1. C\nĐiều 2. D",
        "## Điều 1. A {#dieu-1}\n\n## Điều 2. B {#dieu-2}\n\nQUY CHẾ\n\nTưới cây\n\n## Điều 1. C {#kem-theo.dieu-1}\n\n## Điều 2. D {#kem-theo.dieu-2}",
    ),
    "tên văn bản kèm theo ở cuối bài": (
        "Điều 1. A\nĐiều 2. B\nQUY CHẾ",
        "## Điều 1. A {#dieu-1}\n\n## Điều 2. B {#dieu-2}\n\nQUY CHẾ",
    ),
    "dấu Markdown được thoát, số của Markdown được giữ": (
        "Điều 1. A\n* Một\n- Hai\n+ Ba\n01. Bốn\n1) Năm\n100. Sáu\nĐiều 2. B",
        "## Điều 1. A {#dieu-1}\n\n- \\* Một {#dieu-1.gach-1}\n- Hai {#dieu-1.gach-2}\n  + Ba {#dieu-1.gach-2.cong-1}\n- 01\\. Bốn {#dieu-1.khoan-01}\n1) Năm {#dieu-1.khoan-1}\n100. Sáu {#dieu-1.khoan-100}\n\n## Điều 2. B {#dieu-2}",
    ),
    "số không bắt đầu từ 1 cách đoạn trên một dòng": (
        "Điều 1. A\nĐoạn.\n2. Hai\n3. Ba\nĐiều 2. B",
        "## Điều 1. A {#dieu-1}\n\nĐoạn.\n\n2. Hai {#dieu-1.khoan-2}\n3. Ba {#dieu-1.khoan-3}\n\n## Điều 2. B {#dieu-2}",
    ),
    "đoạn sau gạch lùi vào theo gạch": (
        "Điều 1. A\na) Một\n- Gạch\nĐoạn\nĐiều 2. B",
        "## Điều 1. A {#dieu-1}\n\n- a) Một {#dieu-1.diem-a}\n  - Gạch {#dieu-1.diem-a.gach-1}\n\n    Đoạn\n\n## Điều 2. B {#dieu-2}",
    ),
    "bậc đầu đề của người viết được giữ": (
        "# Điều 1. A\n\n1. Một\n\n### Điều 2. B",
        "# Điều 1. A {#dieu-1}\n\n1. Một {#dieu-1.khoan-1}\n\n### Điều 2. B {#dieu-2}",
    ),
    "chỉ điều mới được đặt mã, tới đầu đề khác thì thôi": (
        "## Điều 1. Tên {#dieu-1}\n\nMột.\n- gạch\n\nĐiều 2. Hai\n1. Một\n\n## Khác\n\n1. Không\n\n## Điều 3. Ba {#dieu-3}\n\n1. X",
        "## Điều 1. Tên {#dieu-1}\n\nMột.\n- gạch\n\n## Điều 2. Hai {#dieu-2}\n\n1. Một {#dieu-2.khoan-1}\n\n## Khác\n\n1. Không\n\n## Điều 3. Ba {#dieu-3}\n\n1. X",
    ),
    "dòng trống được giữ": (
        "Điều 1. A\n\n\nMột.\n\nĐiều 2. B",
        "## Điều 1. A {#dieu-1}\n\n\nMột.\n\n## Điều 2. B {#dieu-2}",
    ),
    "văn bản của Đảng, năm bậc": (
        "I. Một\nĐoạn.\nII. Hai\n1. Ba\n1.1. Bốn\na) Năm\n- Sáu\n+ Bảy",
        "## I. Một {#muc-i}\n\nĐoạn.\n\n## II. Hai {#muc-ii}\n\n1. Ba {#muc-ii.1}\n   - 1.1. Bốn {#muc-ii.1.1}\n     - a) Năm {#muc-ii.1.1.a}\n       - Sáu {#muc-ii.1.1.a.gach-1}\n         + Bảy {#muc-ii.1.1.a.gach-1.cong-1}",
    ),
}


@pytest.mark.parametrize(("text", "body"), WRITTEN.values(), ids=WRITTEN)
def test_a_paste_is_written_as_markdown_row_by_row(text: str, body: str) -> None:
    assert numbered(text).body == body


def row(length: int, end: str) -> str:
    """A row of exactly so many letters."""
    return "a" * (length - 1) + end


@pytest.mark.parametrize(
    ("length", "end", "begins"),
    [
        (60, ".", 1),
        (61, ".", 0),
        (61, ";", 0),
        (61, ":", 0),
        (61, "a", 1),
        (150, "a", 1),
        (151, "a", 0),
    ],
)
def test_a_long_sentence_behind_its_number_is_the_text_of_an_article(
    length: int, end: str, begins: int
) -> None:
    told = row(length, end)
    heading = numbered(f"Điều 1. {told}\nĐiều 2. B").body.split("\n")[0]
    assert heading == ("## Điều 1. " + f"{told} " * begins).strip() + " {#dieu-1}"


@pytest.mark.parametrize(
    ("told", "joined"),
    [
        (row(119, "a"), True),
        (row(120, "a"), False),
        (row(300, "a").upper(), True),
        (row(301, "a").upper(), False),
        (f"{row(118, 'a')};", False),
    ],
)
def test_a_row_below_a_chapter_is_its_title_unless_it_is_long(told: str, joined: bool) -> None:
    heading = numbered(f"Chương I\n{told}\nĐiều 1. A\nĐiều 2. B").body.split("\n")[0]
    assert heading == f"## Chương I{f' {told}' if joined else ''} {{#chuong-i}}"


def test_bold_letters_that_begin_in_the_number_and_end_in_the_sentence_stay_together() -> None:
    told = f"**Điều 1. {row(61, '.')}**"
    assert numbered(f"{told}\nĐiều 2. B").body.startswith(f"## {told} {{#dieu-1}}\n")
