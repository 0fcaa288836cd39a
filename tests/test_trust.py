"""How far the page of a document can be trusted is told in one strip, and is true."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path
from time import process_time

import pytest
import tiny

from portal.problem import Fault, errors
from portal.road import judge
from portal.source import attachments


def strip(html: str) -> dict[str, str]:
    """Label → words of the strip."""
    found = re.search(r'<dl class="trust">(.*?)</dl>', html, re.DOTALL)
    assert found
    rows = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", found[1], re.DOTALL)
    return {label: " ".join(re.sub(r"<[^>]+>", "", told).split()) for label, told in rows}


def test_the_strip_says_what_the_text_is_good_for_and_who_checked_it(tiny_content: Path) -> None:
    edition = tiny.draw(tiny_content)
    assert strip(tiny.html(edition, "van-ban/01-qd-lm/")) == {
        "Giá trị": "Để tham khảo",
        "Bản đang dùng": "Bản quét, chữ đã soát",
        "Tệp kèm": "Phụ lục 01 (mã kiểm khớp)",
        "Soát chữ": "Hội đồng Làng Mây",
        "Điểm cần lưu ý": "2 điểm",
    }
    bare = strip(tiny.html(edition, "van-ban/03-qd-lm/"))
    assert bare == {"Giá trị": "Theo bản chính thức", "Bản đang dùng": "Bản gốc số"}


def test_a_changed_attachment_stops_the_build_and_says_which_checksum_it_has(
    tmp_path: Path,
) -> None:
    content = tiny.lay_out(tmp_path)
    file = content / "docs/tep/phu-luc-01.txt"
    assert not errors(judge(content, tiny.DAY)[1])
    file.write_text("đã bị sửa", encoding="utf-8")
    (fault,) = errors(judge(content, tiny.DAY)[1])
    assert fault.rule == "ma-kiem"
    assert attachments.Attached(file).sha256 in fault.remedy
    assert "mã kiểm không khớp" in tiny.html(tiny.draw(content, drafts=True), "van-ban/01-qd-lm/")


@pytest.mark.parametrize("name", ["meo.docx", "meo.zip"])
def test_a_bomb_in_a_zip_is_refused_without_being_unpacked(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        with bundle.open("bao.docx", "w", force_zip64=True) as inside:
            for _ in range(100):
                inside.write(bytes(2**20))
        bundle.writestr("word/vbaProject.bin" if name == "meo.docx" else "b.txt", b"x")
    start = process_time()
    with pytest.raises(Fault):
        attachments.judge(file)
    assert process_time() - start < 0.5


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="máy này không có ống dẫn")
def test_a_pipe_among_the_attachments_is_not_waited_for(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path)
    os.mkfifo(content / "docs/tep/ong.pdf")
    assert [one.rule for one in errors(judge(content, tiny.DAY)[1])] == ["ngoai-thu-muc"]
