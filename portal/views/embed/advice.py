"""What to put where: every sort of portal, every role in it, the safest form there.

Comes in: nothing. Goes out: records that the page «Đưa vào cổng khác» lays out and its script reads
the forms from. Each says on what it was tried; `bench/embedding/` does the trying, and a test holds
the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from types import MappingProxyType


class Form(StrEnum):
    """What is handed to the portal; `web/embed/snippet.js` writes each."""

    ELEMENT = "phan-tu"
    FRAME = "khung"
    WHOLE = "khung-ma"
    ADDRESS = "dia-chi"
    WRAPPED = "dia-chi-khung"
    THEME = "giao-dien"
    LINK = "lien-ket"
    LINKS = "danh-sach"
    FRAGMENT = "manh"
    FEED = "tin"


@dataclass(frozen=True, slots=True)
class Told:
    """A form as a webmaster chooses it, and what is to be known of it wherever it is put."""

    label: str
    note: str = ""
    tells_height: bool = False
    """Whether the note ends with the height that suits what was chosen."""


FORMS: Mapping[Form, Told] = MappingProxyType(
    {
        Form.ELEMENT: Told("Khung tự đổi chiều cao"),
        Form.FRAME: Told("Khung cao cố định, kèm liên kết"),
        Form.WHOLE: Told("Khung, liên kết và mã nhúng"),
        Form.ADDRESS: Told(
            "Địa chỉ để cổng tự tạo khung (oEmbed)",
            "Màu, chữ, nền theo chuyên mục: cách này không mang theo hình thức đã chọn.",
        ),
        Form.WRAPPED: Told("Địa chỉ của khung", "Chiều cao nên đặt cho khung:", tells_height=True),
        Form.THEME: Told("Mã nhúng trong giao diện, liên kết trong bài"),
        Form.LINK: Told("Một liên kết", "Cổng nào cũng nhận; địa chỉ mở đúng nội dung đã chọn."),
        Form.LINKS: Told(
            "Danh sách liên kết",
            "Dán ở chế độ mã nguồn (HTML). Danh sách giữ như lúc dán, không tự cập nhật.",
        ),
        Form.FRAGMENT: Told(
            "Nội dung chép sẵn",
            "Dán ở chế độ mã nguồn (HTML). Nội dung giữ như lúc dán, không tự cập nhật.",
        ),
        Form.FEED: Told(
            "Khối tin RSS, tự cập nhật",
            "Thêm khối tin RSS có sẵn của cổng, dán địa chỉ này vào ô địa chỉ nguồn tin. Khối hiện "
            "tên và ngày của từng tin, bấm vào thì mở chuyên mục. Máy chủ của cổng phải truy cập "
            "được địa chỉ này; tin mới hiện sau nhiều nhất vài giờ.",
        ),
    }
)


class Tried(Enum):
    """How far a line was tried; `{on}` names what it was tried on."""

    REAL = "Đã thử trên {on}."
    MEASURED = (
        "Đã thử trên trang mô phỏng, theo bộ lọc đo được ở {on}; chưa thử trên cổng của đơn vị nào."
    )
    IMITATED = "Đã thử trên trang mô phỏng, theo tài liệu của nền tảng; chưa thử trên cổng thật."
    READ = "Theo tài liệu của nền tảng; chưa thử."
    NOT = "Chưa thử trên cổng thật."


@dataclass(frozen=True, slots=True)
class Advice:
    id: str
    label: str
    """Platform and role, as one says of oneself."""
    form: Form
    steps: tuple[str, ...]
    tried: Tried
    on: str = ""
    """On what; with its version."""
    ask: str = ""
    """What only the administrator of that portal can do."""
    mind: str = ""
    also: tuple[Form, ...] = ()
    """Other forms that survive there."""

    @property
    def basis(self) -> str:
        return self.tried.value.format(on=self.on)

    @property
    def forms(self) -> str:
        """All its forms, the safest first, as an attribute holds them."""
        return " ".join((self.form, *self.also))


WORDPRESS, NUKEVIET = "WordPress 6.1.9 cài thật", "NukeViet 4.5.05"
PLAIN = (Form.FRAGMENT, Form.LINKS, Form.LINK)
"""What every portal keeps that takes HTML at all."""
FED = (Form.FEED, *PLAIN)
POLICY = "Nếu cổng gửi chính sách CSP: thêm địa chỉ của chuyên mục vào script-src và frame-src."

ADVICE: tuple[Advice, ...] = (
    Advice(
        "wordpress-quan-tri",
        "WordPress, tôi là quản trị hoặc biên tập",
        Form.ELEMENT,
        ("Thêm khối «HTML tùy chỉnh» vào bài.", "Dán cả đoạn mã vào khối này rồi lưu."),
        Tried.REAL,
        WORDPRESS,
        ask=f"Thường không cần gì thêm. {POLICY}",
        mind="Không dán vào khung soạn thảo thường: mã sẽ bị bỏ. Mạng nhiều trang (multisite), "
        "hoặc lưu xong chỉ còn liên kết, thì chọn dòng «tác giả».",
        also=(Form.WHOLE, Form.ADDRESS, *FED),
    ),
    Advice(
        "wordpress-tac-gia",
        "WordPress, tôi là tác giả, cộng tác viên",
        Form.ADDRESS,
        ("Thêm khối «Nhúng» (Embed), dán địa chỉ vào khối.", "Đợi khung hiện ra rồi lưu."),
        Tried.REAL,
        WORDPRESS,
        ask="Máy chủ của cổng cần truy cập được địa chỉ của chuyên mục trên mạng, qua cổng 80 hoặc "
        "443; chuyên mục chỉ mở trong mạng nội bộ thì WordPress không tạo khung.",
        mind="Khung cao nhất 1.000 điểm ảnh, dài hơn thì cuộn trong khung.",
        also=FED,
    ),
    Advice(
        "nukeviet-tin-cay",
        "NukeViet, tên miền của chuyên mục đã được tin cậy",
        Form.FRAME,
        ("Mở chế độ xem mã nguồn của khung soạn thảo.", "Dán đoạn mã rồi lưu ngay ở chế độ này."),
        Tried.MEASURED,
        NUKEVIET,
        ask="Quản trị tối cao vào Cấu hình → An ninh, thêm đúng tên miền của chuyên mục vào «Tên "
        "miền tin cậy»; tên miền con phải thêm riêng. Nếu bật CSP có sẵn của NukeViet thì thêm tên "
        "miền vào cả frame-src.",
        mind="Không viết gì giữa hai thẻ iframe, không thêm dấu # vào địa chỉ.",
        also=FED,
    ),
    Advice(
        "nukeviet",
        "NukeViet, chưa được tin cậy hoặc chưa rõ",
        Form.FRAGMENT,
        ("Mở chế độ xem mã nguồn của khung soạn thảo.", "Dán đoạn mã rồi lưu."),
        Tried.MEASURED,
        NUKEVIET,
        ask="Muốn có khung tự cập nhật: xem dòng «đã được tin cậy», hoặc dòng «giao diện».",
        mind="Không dán iframe: cổng bỏ địa chỉ bên trong, để lại một ô trống.",
        also=(Form.FEED, Form.LINKS, Form.LINK),
    ),
    Advice(
        "giao-dien",
        "Cổng nào cũng được, có người sửa được giao diện",
        Form.THEME,
        (
            "Người quản trị giao diện thêm dòng script vào cuối trang, một lần cho cả cổng.",
            "Từ đó người soạn bài chỉ cần dán liên kết; liên kết tự thành khung.",
        ),
        Tried.REAL,
        WORDPRESS,
        ask=f"Thêm dòng script vào giao diện. {POLICY} Không mở được script-src: chép tệp "
        "nhung/v1.js lên máy chủ của cổng, gọi tệp đã chép, thêm vào thẻ script thuộc tính "
        "data-goc ghi địa chỉ của chuyên mục.",
    ),
    Advice(
        "joomla",
        "Joomla",
        Form.WRAPPED,
        (
            "Tạo một mô-đun hoặc mục menu loại «Wrapper».",
            "Dán địa chỉ vào ô địa chỉ, đặt chiều cao rồi lưu.",
        ),
        Tried.READ,
        ask="Người soạn bài không có quyền tạo mô-đun, mục menu thì đề nghị quản trị tạo giúp.",
        mind="Không dán iframe vào khung soạn thảo: bộ lọc bỏ đi.",
        also=PLAIN,
    ),
    Advice(
        "drupal",
        "Drupal, định dạng HTML hạn chế",
        Form.LINK,
        ("Chèn liên kết vào bài.",),
        Tried.MEASURED,
        "Drupal 11.4",
        ask="Muốn có khung: cho dùng định dạng «HTML đầy đủ» rồi chọn dòng «HTML thường».",
        also=(Form.LINKS,),
    ),
    Advice(
        "sharepoint",
        "SharePoint",
        Form.FRAME,
        ("Thêm web part «Embed» vào trang.", "Dán đoạn mã vào ô của web part."),
        Tried.IMITATED,
        ask="Thêm tên miền của chuyên mục vào danh sách được phép ở «HTML Field Security».",
        also=(Form.LINK,),
    ),
    Advice(
        "liferay",
        "Liferay",
        Form.WHOLE,
        ("Tạo nội dung web hoặc fragment, mở phần mã nguồn.", "Dán đoạn mã rồi đăng."),
        Tried.IMITATED,
        ask="Nếu cổng bật bộ lọc iframe: đặt sandbox là «allow-scripts allow-same-origin "
        "allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads»; "
        "để trống thì khung không chạy mã.",
        also=PLAIN,
    ),
    Advice(
        "hcl-dx",
        "HCL DX (WebSphere Portal)",
        Form.ELEMENT,
        ("Tạo một «Script Application», dán đoạn mã rồi xuất bản.",),
        Tried.NOT,
        ask=f"Cấp quyền tạo «Script Application». {POLICY}",
        mind="Dán xong hãy dùng đoạn mã tự kiểm ở cuối trang này để biết cổng cho phép gì.",
        also=(Form.WHOLE, *PLAIN),
    ),
    Advice(
        "html",
        "HTML thường, tự sửa được trang",
        Form.ELEMENT,
        ("Dán đoạn mã vào chỗ cần hiện.",),
        Tried.REAL,
        "trang HTML thường",
        ask=POLICY,
        also=(Form.WHOLE, *PLAIN),
    ),
    Advice(
        "cong-khac",
        "Cổng khác, hoặc chưa biết",
        Form.WHOLE,
        ("Dán đoạn mã rồi lưu.", "Mở trang vừa lưu, xem phần nào hiện ra."),
        Tried.NOT,
        ask=f"Cho phép thẻ iframe có địa chỉ của chuyên mục. {POLICY}",
        mind="Thấy ô trống thì bỏ đoạn iframe, giữ liên kết.",
        also=PLAIN,
    ),
)
