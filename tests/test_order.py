"""In what order lists stand: newest first, by number, by letter, by the closed list, by clause.

A made-up portal in which no list stands right by the accident of file names.
"""

from __future__ import annotations

import re

import pytest
import tiny

from portal import views
from portal.problem import errors, report
from portal.road import judge
from portal.views import Edition


def document(title: str, more: str, body: str = "") -> str:
    head = f"tieu_de: {title}\nloai: ke-hoach\nco_quan: Làng Thử\nchat_luong_ban: chua-doc\n"
    return f"---\n{head}nguon: [bao-lang]\n{more}---\n{body}"


def text(title: str, more: str) -> str:
    return f"---\ntieu_de: {title}\nnguon: [bao-lang]\n{more}---\n\nBịa.\n"


def data(title: str, more: str = "") -> str:
    """With a fact, so that it is worth a page."""
    fact = "du_kien: [{noi_dung: Kể lại.}]\n"
    return f"tieu_de: {title}\n{more}{fact}nguon: [bao-lang]\n"


CLAUSES = "\n## Điều 1. Một {#dieu-1}\n\nBịa.\n\n## Điều 2. Hai {#dieu-2}\n\nBịa.\n"
SIGNED = "so_ky_hieu: {}-KH/LT\nngay_ban_hanh: {}\n"
SCHOOL = "tinh: {}\nbat_dau: 2020-07-01\n"
DONE = "cong_nhan: [{{muc: 1, tinh_trang: da-cong-nhan{}}}]\n"
READ = "ngay_doc: 2026-01-01\nphan_da_doc: Cả bài\n"
SOURCE = "hang: {}\nco_quan: Báo\ndia_chi: https://{}.example/\nngay_cong_bo: 2025\n" + READ
PLACES = """tieu_de: Địa phương
gia_tri:
  - {ma: lang-may, nhan: Làng Mây, cap: tinh}
  - {ma: doi-gio, nhan: Đồi Gió, cap: tinh}
  - {ma: suoi-sao, nhan: Suối Sao, cap: tinh}
  - {ma: am-cau, nhan: Ấm Cầu, cap: tinh}
  - {ma: an-ban, nhan: An Bàn, cap: tinh}
"""
FILES = {
    # 2 comes before 10; the newest was made second, one has no day.
    "docs/van-ban/x1.md": document("Thứ ba", SIGNED.format(10, "2021-05"), CLAUSES),
    "docs/van-ban/x2.md": document("Thứ nhất", SIGNED.format(100, "2023-02-01"), CLAUSES),
    "docs/van-ban/x3.md": document("Thứ tư", "so_ky_hieu: 3-KH/LT\n"),
    "docs/van-ban/x4.md": document("Thứ hai", SIGNED.format(2, "2021-06-30")),
    "docs/bai-viet/x1.md": text("Bài cũ", "ngay_dang: 2026-01-01\n"),
    "docs/bai-viet/x2.md": text("Bài mới", "ngay_dang: 2026-03-01\n"),
    "docs/bai-viet/x3.md": text("Bài giữa", "ngay_dang: 2026-02-01\n"),
    "docs/mo-hinh/x1.md": text("Đan", "truong: x1\ncach_lam: [Đan]\nngay_dang: 2026-01-02\n"),
    "docs/mo-hinh/x2.md": text("Êm", "truong: x1\ncach_lam: [Êm]\nngay_dang: 2026-02-02\n"),
    "docs/mo-hinh/x3.md": text("Dệt", "truong: x1\ncach_lam: [Dệt]\nngay_dang: 2026-03-02\n"),
    "data/quy-trinh/x1.yml": data("Ổn định", "cac_buoc: [{so: 1, ten: Một}]\n"),
    "data/quy-trinh/x2.yml": data("Ôn tập", "cac_buoc: [{so: 1, ten: Một}]\n"),
    "data/quy-trinh/x3.yml": data("Ong bay", "cac_buoc: [{so: 1, ten: Một}]\n"),
    "data/nhiem-vu/x1.yml": data("Việc sau", "dieu_khoan: x2#dieu-2\n"),
    "data/nhiem-vu/x2.yml": data("Việc trước", "dieu_khoan: x2#dieu-1\n"),
    "data/nhiem-vu/x3.yml": data("Việc của văn bản cũ", "dieu_khoan: x1#dieu-1\n"),
    "data/phong-trao/x1.yml": data("Trước", "don_vi: hoi-phu-huynh\ntu_nam: 2001\n"),
    "data/phong-trao/x2.yml": data("Sau", "don_vi: hoi-phu-huynh\ntu_nam: 2011\n"),
    "data/su-kien/x1.yml": data("Xa", "loai: hoi-nghi\nbat_dau: 2027-01-01\n"),
    "data/su-kien/x2.yml": data("Gần", "loai: hoi-nghi\nbat_dau: 2026-04-01\n"),
    "data/su-kien/x3.yml": data("Lâu", "loai: hoi-nghi\nbat_dau: 2020-01-01\n"),
    "data/su-kien/x4.yml": data("Mới", "loai: hoi-nghi\nbat_dau: 2026-03-04\n"),
    "data/su-kien/x5.yml": data("Vừa", "loai: hoi-nghi\nbat_dau: 2020-02-01\n"),
    "data/thuat-ngu/x1.yml": data("Bạ", "nghia: Bịa.\n"),
    "data/thuat-ngu/x2.yml": data("Đa", "nghia: Bịa.\n"),
    "data/thuat-ngu/x3.yml": data("Bà", "nghia: Bịa.\n"),
    "data/thuat-ngu/x4.yml": data("Da", "nghia: Bịa.\n"),
    "data/thuat-ngu/x5.yml": data("Ba", "nghia: Bịa.\n"),
    "data/thuat-ngu/x6.yml": data("10 điều", "nghia: Bịa.\n"),
    "data/thuat-ngu/x7.yml": data("2 điều", "nghia: Bịa.\n"),
    "data/don-vi/x1.yml": data("Ấm nhóm", "loai: nhom\n"),
    "data/don-vi/x2.yml": data("An nhóm", "loai: nhom\n"),
    "data/don-vi/x3.yml": data("Xa cơ quan", "loai: hoi-dong\n"),
    "data/truong/x1.yml": data("Trường đầu", SCHOOL.format("am-cau") + DONE.format("")),
    "data/truong/x2.yml": data(
        "Trường hai", SCHOOL.format("an-ban") + DONE.format(", le_don_bang: 2024-05-01")
    ),
    "data/truong/x3.yml": data(
        "Trường không còn",
        "tinh: an-ban\nket_thuc: 2025-06-30\n" + DONE.format(", le_don_bang: 2025-01-01"),
    ),
    "data/nguon/x1.yml": "tieu_de: Ăn\n" + SOURCE.format("bao-chi", "a"),
    "data/nguon/x2.yml": "tieu_de: An\n" + SOURCE.format("bao-chi", "b"),
    "data/nguon/x3.yml": "tieu_de: Xa\n" + SOURCE.format("trang-chinh-thuc", "c"),
    "data/_danh-muc/dia-phuong.yml": PLACES,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    content = tiny.lay_out(tmp_path_factory.mktemp("thu-tu"))
    for path, told in FILES.items():
        (content / path).write_text(told, encoding="utf-8")
    library, problems = judge(content, tiny.DAY)
    assert not errors(problems), report(problems)
    return views.draw(library)


def order(edition: Edition, url: str, wanted: list[str], within: str = "") -> list[str]:
    """The addresses wanted in the order in which the page first leads to them."""
    html = tiny.html(edition, url).partition(within)[2] if within else tiny.html(edition, url)
    met: dict[str, int] = {}
    for one in wanted:
        found = re.search(rf'href="[^"]*(?<![\w-]){one}[/"#]', html)
        assert found, f"{url} không dẫn tới {one}"
        met[one] = found.start()
    return sorted(wanted, key=lambda one: met[one])


LISTS = {
    "documents, newest first, those without a day last": ("van-ban/", ["x2", "x4", "x1", "x3"]),
    "documents of a facet, newest first": (
        "van-ban/loai/ke-hoach/",
        ["x2", "x4", "x1", "x3"],
    ),
    "years, newest first": (
        "van-ban/nam/",
        [f"nam/{year}" for year in (2026, 2023, 2021, 2020, "chua-ro")],
    ),
    "documents by number, a small one first": ("tim-kiem/theo-so/", ["x4", "x3", "x1", "x2"]),
    "articles, newest first": ("bai-viet/", ["x2", "x3", "x1"]),
    "models by letter, Đ behind D": ("mo-hinh/", ["x3", "x1", "x2"]),
    "procedures by letter, O before Ô whatever the tone": ("quy-trinh/", ["x3", "x1", "x2"]),
    "duties by document, newest first, and by clause": ("nhiem-vu/", ["x2", "x1", "x3"]),
    "movements, newest first": ("phong-trao/", ["x2", "x1"]),
    "terms by letter, then by tone, numbers by size": (
        "thuat-ngu/",
        ["x7", "x6", "x5", "x3", "x1", "x4", "x2"],
    ),
    "units by type, then by letter": ("don-vi/", ["x3", "x2", "x1"]),
    "schools of today first, by province": ("truong/", ["x2", "x1", "x3"]),
    "sources by rank, then by letter": ("nguon/", ["x3", "x2", "x1"]),
}


@pytest.mark.parametrize(("url", "wanted"), LISTS.values(), ids=LISTS)
def test_a_list_stands_in_its_order(built: Edition, url: str, wanted: list[str]) -> None:
    html = tiny.html(built, url)
    table = "<tbody>" if 'class="filters"' in html and "<tbody>" in html else ""
    assert order(built, url, sorted(wanted), table) == wanted


@pytest.mark.parametrize(
    ("within", "wanted"), [("Sắp tới", ["x2", "x1"]), ("Đã qua", ["x4", "x5", "x3"])]
)
def test_of_events_ahead_the_next_is_first_and_of_past_ones_the_latest(
    built: Edition, within: str, wanted: list[str]
) -> None:
    assert order(built, "su-kien/", sorted(wanted), within) == wanted


def test_recognitions_stand_latest_first_and_those_without_a_day_last(built: Edition) -> None:
    wanted = ["truong/x3", "truong/x2", "truong/x1"]
    assert order(built, "tien-do/", sorted(wanted), 'id="da-cong-nhan"') == wanted


def test_news_is_told_newest_first_on_its_page_and_at_home(built: Edition) -> None:
    wanted = ["mo-hinh/x3", "bai-viet/x2", "mo-hinh/x2", "bai-viet/x3", "mo-hinh/x1", "bai-viet/x1"]
    assert order(built, "co-gi-moi/", sorted(wanted)) == wanted
    at_home = ["mo-hinh/vuon-hat", "mo-hinh/x3", "hoi-dap/hat-sai"]
    assert order(built, "", sorted(at_home), 'id="moi"')[0] == "mo-hinh/vuon-hat"


def test_what_is_due_stands_nearest_first(built: Edition) -> None:
    days = re.findall(r'datetime="([^"]+)"', tiny.html(built, "").partition('id="den-han"')[2])
    ahead = [day for day in days if day >= tiny.DAY.isoformat()]
    assert len(ahead) > 1
    assert ahead == sorted(ahead)


def test_everything_by_name_begins_with_numbers_and_keeps_to_the_alphabet(built: Edition) -> None:
    names = [f"thuat-ngu/x{place}" for place in (7, 6, 5, 3, 1, 4, 2)]
    assert order(built, "tim-kiem/a-z/", sorted(names)) == names
    among = ["don-vi/x2", "don-vi/x1", "thuat-ngu/x5", "mo-hinh/x3", "mo-hinh/x1", "quy-trinh/x3"]
    assert order(built, "tim-kiem/a-z/", sorted(among)) == among


def test_what_rests_on_a_unit_is_grouped_by_kind_and_stands_by_letter(built: Edition) -> None:
    wanted = ["mo-hinh/x3", "mo-hinh/x1", "mo-hinh/x2"]
    assert order(built, "truong/x1/", sorted(wanted)) == wanted


def test_next_leads_on_in_the_order_of_the_list(built: Edition) -> None:
    wanted = ["x2", "vi-sao-hat", "x3", "ai-hat-dau-tien", "x1"]
    neighbours = [beside(built, f"bai-viet/{id}/") for id in wanted]
    assert neighbours == list(zip(["", *wanted[:-1]], [*wanted[1:], ""], strict=True))


def beside(edition: Edition, url: str) -> tuple[str, str]:
    """Where the row of neighbours on a page leads: back, and on."""
    row = tiny.html(edition, url).partition('class="pager"')[2].partition("</nav>")[0]
    found = dict(re.findall(r'<a rel="(prev|next)" href="\.\./([a-z0-9-]+)/">', row))
    assert len(found) == row.count("<a ")
    return found.get("prev", ""), found.get("next", "")


def test_no_list_stands_right_by_the_accident_of_file_names() -> None:
    assert [name for name, (_, wanted) in LISTS.items() if wanted == sorted(wanted)] == []
