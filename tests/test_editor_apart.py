"""Two editors on one entry: paragraphs and items of both stand where they did not meet."""

from __future__ import annotations

from pathlib import Path

from test_editor_desk import ANSWER, SOURCE, TERM, content, desk, sent  # noqa: F401

from portal.editor import apart
from portal.editor.answers import Asked
from portal.editor.desk import Desk
from portal.editor.opened import BASE
from portal.editor.routes import Routes
from portal.editor.three_way import BOTH, THEIRS

KEY, PATH = "hoi-dap/hop-thu-la-gi", "docs/hoi-dap/hop-thu-la-gi.md"
TERM_KEY, TERM_PATH = "thuat-ngu/hop-thu", "data/thuat-ngu/hop-thu.yml"
LONG = ANSWER.replace("Đoạn hai.", "Đoạn hai.\n\nĐoạn ba.\n\nĐoạn bốn.")


def begun(desk: Desk, content: Path, mine: str, theirs: str) -> apart.Seen:  # noqa: F811
    """I typed mine while somebody else wrote theirs into the file."""
    file = content / PATH
    file.write_text(LONG, encoding="utf-8", newline="\n")
    desk.keep(KEY, sent(desk, KEY, than_bai=mine))
    file.write_text(LONG.replace(*theirs.split(" → ")), encoding="utf-8", newline="\n")
    found = apart.stand_off(desk, KEY)
    assert found
    return found


def saved(desk: Desk, content: Path, key: str = KEY, path: str = PATH) -> str:  # noqa: F811
    draft, opened = desk.drafts.get(key), desk.open(key)
    assert draft
    desk.save(key, [*draft.pairs, (BASE, opened.base)])
    return (content / path).read_text(encoding="utf-8")


def test_paragraphs_that_only_one_changed_are_put_together(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    mine = "Đoạn một của tôi.\n\nĐoạn hai.\n\nĐoạn ba.\n\nĐoạn bốn."
    _, [body] = begun(desk, content, mine, "Đoạn bốn. → Đoạn bốn của họ.\n\nĐoạn năm.")
    assert not [one for one in body.parts if one.is_met]
    apart.settle(desk, KEY, {})
    told = saved(desk, content)
    assert told.endswith(
        "Đoạn một của tôi.\n\nĐoạn hai.\n\nĐoạn ba.\n\nĐoạn bốn của họ.\n\nĐoạn năm.\n"
    )


def test_a_paragraph_that_both_changed_waits_for_a_choice_and_nothing_is_lost(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    mine = "Đoạn một.\n\nHai của tôi.\n\nĐoạn ba.\n\nBốn của tôi."
    _, [body] = begun(desk, content, mine, "Đoạn hai. → Hai của họ.")
    assert [one.mine for one in body.parts if one.is_met] == [("Hai của tôi.",)]
    screen = Routes(desk, {}, lambda place: ("", "")).answer(Asked("GET", f"/muc/{KEY}"))
    html = screen.body.decode()
    assert 'name="than-bai/1" value="ca-hai"' in html and "Chỉ tôi sửa" in html
    apart.settle(desk, KEY, {"than-bai/1": THEIRS})
    assert saved(desk, content).endswith("Hai của họ.\n\nĐoạn ba.\n\nBốn của tôi.\n")
    aside = [one.read_text(encoding="utf-8") for one in (content / ".ban-nhap/da-bo").iterdir()]
    assert any("Hai của tôi" in one for one in aside)


def test_items_that_both_added_are_both_kept(desk: Desk, content: Path) -> None:  # noqa: F811
    for name in ("bao-hai", "bao-ba"):
        told = SOURCE.replace("bịa", name).replace("/hop", f"/{name}")
        (content / f"data/nguon/{name}.yml").write_text(told, encoding="utf-8")
    desk.keep(TERM_KEY, [*sent(desk, TERM_KEY), ("nguon/m1", "bao-hai")])
    theirs = TERM.replace("[bao-bia]", "[bao-ba, bao-bia]").replace("họp nháp", "họp khác")
    (content / TERM_PATH).write_text(theirs, encoding="utf-8", newline="\n")
    found = apart.stand_off(desk, TERM_KEY)
    assert found
    told = {one.key: (one.proposed, one.both.count("\n") + 1) for one in found[1]}
    assert told == {"cach_goi_khac": ("tep", 1), "nguon": (BOTH, 3)}
    apart.settle(desk, TERM_KEY, {"cach_goi_khac": THEIRS, "nguon": BOTH})
    right = theirs.replace("bao-bia]", "bao-bia, bao-hai]")
    assert saved(desk, content, TERM_KEY, TERM_PATH) == right


def test_what_git_could_not_join_is_joined_in_the_same_way(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    ours = LONG.replace("Đoạn ba.", "Ba của tôi.").replace("là gì", "là thế nào")
    theirs = LONG.replace("Đoạn ba.", "Ba của họ.").replace("Đoạn một.", "Một của họ.")
    _, found = apart.between(desk, KEY, LONG, ours, theirs)
    assert [one.key for one in found] == ["tieu_de", "than-bai"]
    chosen = {"tieu_de": "toi", "than-bai/1": BOTH}
    apart.put_together(desk, KEY, LONG, ours, theirs, chosen)
    assert (content / PATH).read_text(encoding="utf-8") == theirs, "looked at before it is written"
    told = saved(desk, content)
    right = theirs.replace("là gì", "là thế nào").replace("Ba của họ.", "Ba của tôi.\n\nBa của họ.")
    assert told == right
