"""Lines of a Markdown text that only define something: notes, targets, abbreviations. They are not
shown where they stand, so one that nobody asks for is lost.

Comes in: what the parser kept in mind, the names that were asked for. Goes out: findings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from portal.markup.findings import Finding
from portal.markup.parser import Env
from portal.markup.targets import is_safe


def unused(env: Env, labels: Collection[str]) -> Iterator[Finding]:
    """`labels`: names of targets that links and pictures asked for."""
    yield from _notes(env)
    yield from _targets(env, labels)
    explained = env.get("explained", ())
    for short, (title, line) in env.get("abbreviations", {}).items():
        if short not in explained:
            told = f"«{title}» không hiện: trong bài không có chữ {short}."
            yield Finding(line, "dau-thua", told, "bỏ dòng này, hoặc viết đúng chữ tắt", True)


def _notes(env: Env) -> Iterator[Finding]:
    asked = {note["label"] for note in env.get("footnotes", {}).get("list", {}).values()}
    met: set[str] = set()
    for label, line in env.get("notes", ()):
        if label in met:
            told = f"chú thích [^{label}] đã có ở trên: lời ở dòng này không hiện."
            yield Finding(line, "chu-thich", told, "mỗi chú thích một tên")
        elif label not in asked:
            told = f"chú thích [^{label}] không hiện: trong bài không có chỗ nào gọi nó."
            yield Finding(line, "chu-thich", told, f"đặt [^{label}] vào câu, hoặc xoá dòng này")
        met.add(label)


def _targets(env: Env, labels: Collection[str]) -> Iterator[Finding]:
    rule, remedy = "lien-ket-la", "xoá dòng này; nếu là chữ thì thêm \\ trước dấu ["
    for label, target in env.get("references", {}).items():
        if label not in labels and is_safe(target["href"]):
            told = f"dòng này chỉ định nghĩa [{label.lower()}], không hiện, và không ai dùng nó."
            yield Finding(target["map"][0], rule, told, remedy, True)
    for again in env.get("duplicate_refs", ()):
        told = f"[{again['label'].lower()}] đã được định nghĩa ở trên: dòng này không dùng tới."
        yield Finding(again["map"][0], rule, told, remedy, True)
