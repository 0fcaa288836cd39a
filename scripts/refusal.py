"""What the operating system refuses, in Vietnamese. In: its error. Out: half a sentence."""

from __future__ import annotations

import errno

_WORDS = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết phần đĩa được cấp",
    errno.EFBIG: "tệp lớn quá mức hệ thống cho phép",
    errno.EACCES: "không được phép đọc hoặc ghi",
    errno.EPERM: "không được phép đọc hoặc ghi",
    errno.EROFS: "ổ đĩa này chỉ cho đọc",
    errno.EBUSY: "đang được chương trình khác dùng, hoặc là chỗ gắn một ổ đĩa",
    errno.EXDEV: "nằm ở ổ đĩa khác",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EISDIR: "là thư mục, không phải tệp",
    errno.EEXIST: "đã có tệp tên này",
    errno.ENOTDIR: "không phải thư mục",
    errno.EMFILE: "đang mở quá nhiều tệp",
    errno.ESTALE: "tệp đổi trong lúc máy đang dựng, hãy chạy lại",
    errno.EIO: "ổ đĩa bị lỗi khi đọc hoặc ghi",
}


_INTO = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
"""Of a file that is copied, these speak of where it goes."""


def told(error: OSError) -> str:
    if error.errno not in _WORDS:
        return f"hệ thống báo: {error}"
    into = error.filename2 if error.errno in _INTO else None
    named = error.filename if into is None else into
    place = f" («{named}»)" if named is not None else ""
    return _WORDS[error.errno] + place


def said(error: OSError) -> str:
    """The same where the file is named already."""
    return _WORDS.get(error.errno or 0, f"hệ thống báo: {error}")
