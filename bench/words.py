"""Made-up Vietnamese: names, sentences and paragraphs of the field, from a closed vocabulary.

In: a random generator. Out: text. The same generator gives the same text.
"""

from __future__ import annotations

from random import Random

WHO = (
    *("khoa Lý luận cơ sở", "khoa Nhà nước và pháp luật", "khoa Xây dựng Đảng", "ban giám hiệu"),
    *("phòng Quản lý đào tạo", "phòng Tổ chức, hành chính", "hội đồng khoa học", "chi bộ khoa"),
    *("tổ rà soát hồ sơ", "nhóm giảng viên trẻ", "ban chỉ đạo đề án", "công đoàn trường"),
)
DOES = (
    *(
        "rà soát",
        "hoàn thiện",
        "số hoá",
        "công khai",
        "đối chiếu",
        "bổ sung",
        "đánh giá",
        "lưu trữ",
    ),
    *("thống nhất", "phê duyệt", "cập nhật", "tổng kết", "thẩm định", "thử nghiệm", "nhân rộng"),
)
WHAT = (
    *("bộ hồ sơ minh chứng", "kế hoạch bài giảng", "quy chế chi tiêu nội bộ", "đề tài cấp tỉnh"),
    *("thư viện điện tử", "danh mục lớp bồi dưỡng", "quy trình lấy ý kiến học viên"),
    *("ngân hàng câu hỏi thi", "đề án vị trí việc làm", "kỷ yếu hội thảo", "nội quy lớp học"),
    *("hệ thống phòng học", "chuẩn đầu ra của lớp trung cấp", "sổ theo dõi nghiên cứu thực tế"),
    *("chỉ tiêu về đội ngũ giảng viên", "bản tự chấm điểm", "cơ sở dữ liệu cán bộ nguồn"),
)
HOW = (
    *("trước kỳ họp hội đồng", "theo từng quý", "với sự góp ý của học viên", "ở cả hai cơ sở"),
    *("đúng thẩm quyền được giao", "bằng nguồn kinh phí đã duyệt", "kèm số liệu đối chiếu"),
    *("sau khi hợp nhất hai trường", "để kịp đợt khảo sát", "trên cơ sở ý kiến của cấp uỷ"),
    *("gắn với việc nghiên cứu thực tế", "không làm phát sinh thủ tục", "cho năm học sau"),
)
PLACES = (
    *("Bến Mơ", "Cửa Sóng", "Đồi Thông", "Hạ Lam", "Kỳ Vân", "Lũng Trúc", "Mường Sao"),
    *("Nậm Hương", "Ô Lan", "Phước Ngọc", "Quế Lâm", "Suối Đá", "Tân Ước", "Vĩnh Xuân"),
)


def phrase(random: Random) -> str:
    return f"{random.choice(DOES)} {random.choice(WHAT)}"


def sentence(random: Random) -> str:
    told = f"{random.choice(WHO)} {phrase(random)} {random.choice(HOW)}"
    if random.random() < 0.4:
        told += f", {random.choice(WHO)} {phrase(random)}"
    if random.random() < 0.2:
        told += f" (đạt {random.randint(40, 99)},{random.randint(0, 9)}%)"
    return told[0].upper() + told[1:] + "."


def paragraph(random: Random, words: int) -> str:
    """At least so many words, whole sentences."""
    told: list[str] = []
    while sum(one.count(" ") + 1 for one in told) < words:
        told.append(sentence(random))
    return " ".join(told)


def title(random: Random, place: int) -> str:
    """Different for every place, as titles of a portal are."""
    told = f"{phrase(random)} {random.choice(HOW)}, {random.choice(PLACES)} {place + 1}"
    return told[0].upper() + told[1:]
