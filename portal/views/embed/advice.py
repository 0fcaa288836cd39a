"""What to put where: every sort of portal, every role in it, the safest form there.

Comes in: nothing. Goes out: records that the page «Đưa vào cổng khác» lays out and its script reads
the form from. What is run and what is only read in a platform's own documentation is told apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What is handed to the portal; `web/embed/snippet.js` writes each."""

    ELEMENT = "phan-tu"
    FRAME = "khung"
    WHOLE = "khung-ma"
    ADDRESS = "dia-chi"
    THEME = "giao-dien"
    LINK = "lien-ket"
    FRAGMENT = "manh"


RAN, READ = "đã chạy thử", "theo tài liệu của nền tảng"


@dataclass(frozen=True, slots=True)
class Advice:
    id: str
    label: str
    """Platform and role, as one says of oneself."""
    form: Form
    steps: tuple[str, ...]
    ask: str = ""
    """What only the administrator of that portal can do."""
    mind: str = ""
    basis: str = RAN


ADVICE: tuple[Advice, ...] = (
    Advice(
        "wordpress-quan-tri",
        "WordPress, tôi là quản trị hoặc biên tập",
        Form.ELEMENT,
        ("Thêm khối «HTML tùy chỉnh» vào bài.", "Dán cả đoạn mã vào khối này rồi lưu."),
        mind="Không dán vào khung soạn thảo thường: mã sẽ bị bỏ. Mạng nhiều trang (multisite) thì "
        "chọn dòng «tác giả».",
    ),
    Advice(
        "wordpress-tac-gia",
        "WordPress, tôi là tác giả, cộng tác viên",
        Form.ADDRESS,
        ("Dán địa chỉ vào một dòng riêng, không kèm chữ nào khác.", "Đợi khung hiện ra rồi lưu."),
        ask="Máy chủ của cổng cần truy cập được địa chỉ của chuyên mục qua cổng 80 hoặc 443.",
        mind="Khung cao nhất 1.000 điểm ảnh, dài hơn thì cuộn trong khung.",
    ),
    Advice(
        "nukeviet-tin-cay",
        "NukeViet, tên miền của chuyên mục đã được tin cậy",
        Form.FRAME,
        ("Mở chế độ xem mã nguồn của khung soạn thảo.", "Dán đoạn mã rồi lưu ngay ở chế độ này."),
        ask="Quản trị tối cao vào Cấu hình → An ninh, thêm đúng tên miền của chuyên mục vào «Tên "
        "miền tin cậy»; tên miền con phải thêm riêng.",
        mind="Không viết gì giữa hai thẻ iframe, không thêm dấu # vào địa chỉ.",
    ),
    Advice(
        "nukeviet",
        "NukeViet, chưa được tin cậy hoặc chưa rõ",
        Form.FRAGMENT,
        ("Mở chế độ xem mã nguồn của khung soạn thảo.", "Dán đoạn mã rồi lưu."),
        ask="Muốn có khung tự cập nhật: xem dòng «đã được tin cậy», hoặc dòng «giao diện».",
        mind="Không dán iframe: cổng bỏ địa chỉ bên trong, để lại một ô trống.",
    ),
    Advice(
        "giao-dien",
        "Cổng nào cũng được, có người sửa được giao diện",
        Form.THEME,
        (
            "Người quản trị giao diện thêm dòng script vào cuối trang, một lần cho cả cổng.",
            "Từ đó người soạn bài chỉ cần dán liên kết; liên kết tự thành khung.",
        ),
        ask="Thêm dòng script vào giao diện; nếu cổng có chính sách CSP thì thêm địa chỉ của "
        "chuyên mục vào script-src và frame-src.",
    ),
    Advice(
        "joomla",
        "Joomla",
        Form.ADDRESS,
        (
            "Tạo một mô-đun hoặc mục menu loại «Wrapper».",
            "Dán địa chỉ vào ô địa chỉ, đặt chiều cao rồi lưu.",
        ),
        mind="Không dán iframe vào khung soạn thảo: bộ lọc bỏ đi.",
        basis=READ,
    ),
    Advice(
        "drupal",
        "Drupal, định dạng HTML hạn chế",
        Form.LINK,
        ("Chèn liên kết vào bài.",),
        ask="Muốn có khung: cho dùng định dạng «HTML đầy đủ» rồi chọn dòng «HTML thường».",
        basis=READ,
    ),
    Advice(
        "sharepoint",
        "SharePoint",
        Form.FRAME,
        ("Thêm web part «Embed» vào trang.", "Dán đoạn mã vào ô của web part."),
        ask="Thêm tên miền của chuyên mục vào danh sách được phép ở «HTML Field Security».",
        basis=READ,
    ),
    Advice(
        "liferay",
        "Liferay",
        Form.WHOLE,
        ("Tạo nội dung web hoặc fragment, mở phần mã nguồn.", "Dán đoạn mã rồi đăng."),
        ask="Nếu cổng bật bộ lọc iframe: đặt sandbox là «allow-scripts allow-same-origin "
        "allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads»; "
        "để trống thì khung không chạy mã.",
        basis=READ,
    ),
    Advice(
        "hcl-dx",
        "HCL DX (WebSphere Portal)",
        Form.ELEMENT,
        ("Tạo một «Script Application», dán đoạn mã rồi xuất bản.",),
        mind="Chưa thử với bộ lọc soạn thảo của nền tảng này; sau khi dán, kiểm tra bằng trang tự "
        "kiểm.",
        basis=READ,
    ),
    Advice(
        "html",
        "HTML thường, tự sửa được trang",
        Form.ELEMENT,
        ("Dán đoạn mã vào chỗ cần hiện.",),
        ask="Nếu máy chủ gửi CSP: thêm địa chỉ của chuyên mục vào script-src và frame-src.",
    ),
    Advice(
        "cong-khac",
        "Cổng khác, hoặc chưa biết",
        Form.WHOLE,
        ("Dán đoạn mã rồi lưu.", "Mở trang vừa lưu, xem phần nào hiện ra."),
        mind="Thấy ô trống thì bỏ đoạn iframe, giữ liên kết.",
    ),
)
