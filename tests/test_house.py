"""About ourselves: the register, one direction, no second list, and that the recipe is enough."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import literals
import look
import pytest
import yaml

from portal import rules
from portal.kinds import BY_NAME, KINDS, LISTS, REGISTER
from portal.kinds.base import fields_of
from portal.problem import Problem
from tests import commands

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "portal").rglob("*.py"))
MACHINE = [
    *MODULES,
    *sorted((ROOT / "hooks").glob("*.py")),
    *sorted((ROOT / "scripts").glob("*.py")),
]
LONG = 250
"""A module longer than this is worth a second thought; it is told, not failed."""


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    """The folder below `portal/`, or the module itself."""
    return path.relative_to(ROOT / "portal").parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


# The register


def test_every_folder_of_a_kind_is_registered_once() -> None:
    folders = {path.parent.name for path in (ROOT / "portal" / "kinds").glob("*/__init__.py")}
    assert sorted(REGISTER) == sorted(folders)


def test_kinds_have_names_of_their_own_and_stand_in_the_order_of_the_register() -> None:
    assert len(BY_NAME) == len(KINDS)
    assert [kind.home.name for kind in KINDS] == list(REGISTER)
    for kind in KINDS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.name)
        assert kind.label
        assert kind.one


# Rules


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__.rpartition(".")[2])
def test_a_rule_says_in_one_sentence_what_must_hold(rule: object) -> None:
    sentence = " ".join((rule.__doc__ or "").split("\n\n")[0].split())
    assert re.fullmatch(r"[A-ZĐ].{10,200}\.", sentence)


RULE_AT = {"Problem": 4, "Fault": 2, "fault": 3, "problem": 2, "Finding": 1, "_sign": 1}
"""Where each way of telling a fault names its rule."""


@cache
def constants_of(path: Path) -> dict[str, object]:
    return {
        target.id: node.value.value
        for node in tree(path).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def constants_seen(path: Path) -> dict[str, object]:
    """Its own, and those it imports from modules of ours."""
    seen = constants_of(path)
    for node in tree(path).body:
        module = getattr(node, "module", None) if isinstance(node, ast.ImportFrom) else None
        file = ROOT / f"{(module or '').replace('.', '/')}.py"
        if file.is_file():
            seen = constants_of(file) | seen
    return seen


def told_rules(path: Path) -> Iterator[str]:
    constants = constants_seen(path)
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in RULE_AT and len(node.args) > RULE_AT[name]:
            told = node.args[RULE_AT[name]]
            if isinstance(told, ast.Constant):
                yield str(told.value)
            elif isinstance(told, ast.Name) and told.id in constants:
                yield str(constants[told.id])


NOT_IN_WORLDS = {"khong-doc-duoc", "ban-quet", "tep-doc-cu", "tep-hong", "con-ghi-cu"}
"""A world cannot hold a file that root may not read: tests/test_tree.py tells of those; nor one
that is not imported yet: tests/test_intake.py; nor what was published before:
tests/test_left_behind.py."""


def test_every_fault_the_code_can_tell_is_told_in_some_world() -> None:
    worlds = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests/worlds").glob("*"))
    shown = set(re.findall(r" \[([a-z0-9-]+)\]$", worlds, re.MULTILINE))
    told = {rule for path in MODULES for rule in told_rules(path)}
    assert len(told) > 30
    assert told - shown == NOT_IN_WORLDS


# No second list


def collections_of_words(path: Path) -> Iterator[tuple[int, set[str]]]:
    for node in ast.walk(tree(path)):
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            parts = list(node.elts)
        elif isinstance(node, ast.Dict):
            parts = list(node.keys)
        yield (
            getattr(node, "lineno", 0),
            {
                part.value
                for part in parts
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            },
        )


KEYS = {kind.name: {one.key for one in fields_of(kind.model)} for kind in KINDS}


@pytest.mark.parametrize("path", MACHINE, ids=named)
def test_no_module_keeps_a_second_list_of_kinds_or_fields(path: Path) -> None:
    for line, words in collections_of_words(path):
        where = f"{named(path)}:{line}"
        assert len(words & BY_NAME.keys()) <= len(KINDS) // 2, f"{where} kể lại các loại"
        for kind, keys in KEYS.items():
            assert len(words & keys) <= 8, f"{where} kể lại các khoá của {kind}"


def keys_told(text: str) -> set[str]:
    """Keys of fields that stand in code as they are typed; those of two words, which are no other
    word by accident."""
    found = ast.walk(ast.parse(text))
    told = {one.value for one in found if isinstance(one, ast.Constant)}
    return {key for keys in KEYS.values() for key in keys if "_" in key} & told


JUDGING = {"kinds", "rules", "intake"}
"""Where keys are declared; where a world tells each fault by its key; where a paper's own words
become keys."""


@pytest.mark.parametrize("path", [one for one in MODULES if room_of(one) not in JUDGING], ids=named)
def test_a_key_that_editors_write_stands_in_the_declaration_of_its_field_alone(path: Path) -> None:
    assert not keys_told(path.read_text(encoding="utf-8")), "dùng key_of (portal/kinds/fields.py)"


def test_a_key_in_code_is_seen_where_it_is_one() -> None:
    assert keys_told('if back.where != "phu_trach": pass') == {"phu_trach"}
    assert not keys_told('key_of(Entry, "owner"), "nguon", "Ngày đăng"')


# One vocabulary: what a value of a closed list means is said in the list

TEMPLATES = [*(ROOT / "portal").rglob("*.jinja"), *(ROOT / "overrides").rglob("*.html")]
MADE = {"flat.js", "bundles", "node_modules"}
"""Files and folders that commands write."""
SCRIPTS = [
    path
    for folder in ("overrides", "web")
    for path in (ROOT / folder).rglob("*.js")
    if not MADE.intersection(path.parts) and not path.name.endswith(".test.js")
]


def literal_values(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    match path.suffix:
        case ".py":
            found = literals.in_python(text, named(path))
        case ".js":
            found = literals.in_script(text)
        case _:
            found = literals.in_template(text)
    return [f"{named(path)}:{line}: «{told}»" for line, told in found]


@pytest.mark.parametrize("path", [*MACHINE, *TEMPLATES, *SCRIPTS], ids=named)
def test_no_value_of_a_closed_list_is_a_literal_outside_its_declaration(path: Path) -> None:
    told = "thay bằng một khoá khai ở danh mục (portal/kinds/**/lists.py)"
    assert not literal_values(path), told


@pytest.mark.parametrize(
    "line",
    [
        'if state.value == "het-toan-bo": pass',
        'DEAD = ("het-toan-bo", "ngung-toan-bo")',
        'DEAD = "het-toan-bo ngung-toan-bo".split()',
        'LAWS = re.compile(r"^(luat|bo-luat)$")',
        'LAST_RANK = "khong-ro"',
        'SIGNS = {"luu-y": "!"}',
        'labels.get("con-hieu-luc")',
        'def badge(tone: str = "thuong"): pass',
        'match event.type:\n    case "thoi-ngung": pass',
        'told = f"{place}" if type == "bai-bo" else f"thay-the"',
        'if rank.value == "van-ban": pass',
        'if rank.value in ("van-ban", other): pass',
        'ranks["van-ban"]',
        'named(lists, Rank, "van-ban")',
        'if type.label == "Quyết định": pass',
    ],
)
def test_a_value_in_python_is_seen(line: str) -> None:
    assert list(literals.in_python(line, "portal/views/x.py"))


@pytest.mark.parametrize(
    "line",
    [
        'Ref("van-ban", "quy-trinh")',
        'if link.kind == "van-ban": pass',
        'BOOKLET, CITATIONS = "tai-lieu-hoi-nghi", "trich-dan"',
        'type = field("loai", "Loại", Choice(DocumentType), example="quy-dinh")',
        'told = f"ngoại lệ {rule} cho {path} không còn cần."',
        'if problem.rule == "thieu": pass',
        'serial.lstrip("0")',
        'f"{page}/#da-cong-nhan"',
    ],
)
def test_a_word_in_python_that_names_something_else_is_left_alone(line: str) -> None:
    assert not list(literals.in_python(line, "portal/views/x.py"))


@pytest.mark.parametrize(
    "line",
    [
        '{% if state.value in ("het-mot-phan", "ngung-mot-phan") %}x{% endif %}',
        '{{ all|selectattr("1.type.value", "equalto", "sua-doi-bo-sung")|list }}',
        '{{ c.badge("Quá hạn", "luu-y") }}',
        '{% set dead = ["het-toan-bo"] %}',
        '{{ states["chua-ro"] }}',
        '{% if d.type.label == "Hằng năm" %}x{% endif %}',
        '<tr data-state="het-toan-bo"></tr>',
        '{% call c.section("de-an", "Đề án") %}{{ x == "de-an" }}{% endcall %}',
    ],
)
def test_a_value_in_a_template_is_seen(line: str) -> None:
    assert list(literals.in_template(line))


@pytest.mark.parametrize(
    "line",
    [
        '{% call c.section("chua-ro", "Chưa rõ") %}{% endcall %}',
        '{{ kit.jump([("de-an", "Đề án", 2)]) }}{% call c.fold("de-an", "x") %}{% endcall %}',
        '<h2 id="tieu-chi">Tìm tiêu chí</h2>{{ v.url("van-ban/") }}',
        "{{ c.badge(state.label, tones.CAUTION) }}",
    ],
)
def test_a_word_in_a_template_that_is_a_place_on_the_page_is_left_alone(line: str) -> None:
    assert not list(literals.in_template(line))


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ('item.badges.some(one => one.tone === "het")', True),
        ("const DEAD = ['het-toan-bo', 'ngung-toan-bo']", True),
        ("switch (one.type) { case `thay-the`: break }", True),
        ('if (rank.value === "van-ban") go()', True),
        ('// as "het-toan-bo" was\nconst NAMES = { topic: "tieu-chi" }', False),
        ('made.href = "van-ban/" + id', False),
    ],
)
def test_a_value_in_browser_code_is_seen_where_it_is_one(line: str, seen: bool) -> None:
    assert bool(list(literals.in_script(line))) == seen


def test_every_value_code_names_is_named_once_and_stands_in_its_list() -> None:
    for name, model in LISTS.items():
        text = (ROOT / f"data/_danh-muc/{name}.yml").read_text(encoding="utf-8")
        values = {str(line["ma"]) for line in yaml.safe_load(text)["gia_tri"]}
        assert {one.value for one in model.NEEDED or ()} <= values


# One direction


def layers() -> list[set[str]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (road,) = (one for one in contracts if one["type"] == "layers")
    return [{name.strip(" ()") for name in layer.split("|")} for layer in road["layers"]]


def room(module: str) -> str:
    """The view of a kind stands in the kind's folder, and belongs to room 5."""
    steps = module.split(".")
    if steps[:2] == ["portal", "kinds"] and steps[3:4] == ["view"]:
        return "views"
    return steps[1] if module.startswith("portal.") else ""


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_room_imports_only_rooms_before_it(path: Path) -> None:
    place = {name: at for at, layer in enumerate(layers()) for name in layer}
    here = room(".".join(path.relative_to(ROOT).with_suffix("").parts))
    if not here or here == "__init__":
        return
    assert here in place, f"{here} chưa có chỗ trong pyproject.toml"
    for node in ast.walk(tree(path)):
        module = getattr(node, "module", None) if isinstance(node, ast.ImportFrom) else None
        names = [module] if module else []
        if module == "portal":
            names = [f"portal.{alias.name}" for alias in node.names]  # type: ignore[attr-defined]
        for name in names:
            there = room(name)
            if there and there != here:
                assert place[there] > place[here], f"{named(path)}:{node.lineno} nhìn ngược {name}"


def test_json_for_programmes_has_one_writer() -> None:
    """Two of them would differ one day in what they escape."""
    views = [*(ROOT / "portal/views").rglob("*.py"), *(ROOT / "portal/kinds").rglob("*.py")]
    writers = [named(path) for path in views if "separators=" in path.read_text(encoding="utf-8")]
    assert writers == ["portal/views/compact.py"]


def test_long_modules_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MACHINE}
    long = [f"{name} ({lines})" for name, lines in lengths.items() if lines > LONG]
    if long:
        with capsys.disabled():
            sys.stdout.write(f"\nnhắc: tệp dài hơn {LONG} dòng: {', '.join(long)}\n")


# What the documents promise


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_command_a_document_names_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    commands = set(re.findall(r"\bscripts/\w+\.py", text))
    assert commands
    assert not [name for name in commands if not (ROOT / name).is_file()]


SCREEN, WIDE = 45, 110
"""Lines of a screen, letters of a line."""


def test_each_job_of_an_editor_is_told_on_one_screen_and_found_from_the_top() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    parts = re.split(r"\n(?=##+ )", text)
    for part in parts:
        lines = [row for line in part.split("\n") for row in textwrap.wrap(line, WIDE) or [""]]
        assert len(lines) <= SCREEN, lines[0]
    headings = {part.split("\n")[0].lstrip("# ").lower() for part in parts}
    reached = {re.sub(r"[,.]", "", one).replace(" ", "-") for one in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= reached


def test_the_look_is_written_down_in_names_that_exist() -> None:
    text = (ROOT / "overrides/README.md").read_text(encoding="utf-8")
    style = look.sheet()
    for name, letter in (("components", "c"), ("kit", "kit")):
        source = (ROOT / f"portal/views/templates/{name}.html.jinja").read_text(encoding="utf-8")
        told = set(re.findall(rf"`{letter}\.(\w+)`", text))
        assert told
        assert told <= set(re.findall(r"macro (\w+)\(", source))
    tokens = set(re.findall(r"`(--[\w-]+)`", text))
    assert len(tokens) > 15
    assert tokens <= set(re.findall(r"(--[\w-]+):", style))
    beside = re.sub(r"^ +--.*$", "", style, flags=re.MULTILINE)
    assert not re.findall(r"#(?:[0-9a-f]{3}){1,2}\b", beside)


# The recipe: one folder and one line


KIND = '''\
"""Hội thảo: a kind added by the recipe alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import Entry, Kind, Moment, PartialDate, Text, field


@dataclass(frozen=True, kw_only=True)
class Seminar(Entry):
    KIND: ClassVar[str] = "hoi-thao"

    start: PartialDate = field("bat_dau", "Bắt đầu", Moment(), required=True)
    """Ngày khai mạc."""
    place: str | None = field("dia_diem", "Địa điểm", Text())
    """Nơi họp."""


KIND = Kind(model=Seminar, label="Hội thảo", one="hội thảo", lead="Các hội thảo.", menu="Tin tức")
'''

WRITTEN = """\
import json
from datetime import date
from pathlib import Path

from portal.desk import dictionary, new
from portal.road import judge

library, problems = judge(Path.cwd(), date(2026, 3, 5))
for path, text in dictionary.generated(library.lists).items():
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
draft = new.draft(new.find("hoi-thao"), "Hội thảo mới", library.lists, date(2026, 3, 5))
print(json.dumps({"problems": [str(problem) for problem in problems], "draft": draft}))
"""

DRAWN = """\
import json
from datetime import date
from pathlib import Path

from portal import views
from portal.road import judge

edition = views.draw(judge(Path.cwd(), date(2026, 3, 5))[0], ())
pages = {page.url: page.html for page in edition.pages}
print(json.dumps({"pages": pages, "menu": edition.menu}, ensure_ascii=False))
"""


@pytest.fixture(scope="module")
def with_seminars(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with one more kind: one folder, one line, and one entry."""
    copy = tmp_path_factory.mktemp("recipe")
    for name in ("portal", "data/_danh-muc", "tests"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "data" / "_danh-muc" / "ngoai-le.yml").unlink(missing_ok=True)
    folder = copy / "portal" / "kinds" / "seminar"
    folder.mkdir()
    (folder / "__init__.py").write_text(KIND, encoding="utf-8")
    example = BY_NAME["su-kien"].example()
    own = {"tieu_de", "tom_tat", "linh_vuc", "bat_dau", "dia_diem"}
    every = {one.key for one in fields_of(BY_NAME["su-kien"].model)}
    common = {one.key for one in fields_of(BY_NAME["don-vi"].model)}
    text = keep(example, own | (every & common - {"loai"}))
    (folder / "example.yml").write_text(text, encoding="utf-8")
    register = copy / "portal" / "kinds" / "__init__.py"
    lines = register.read_text(encoding="utf-8").replace(
        '    "event",\n', '    "event",\n    "seminar",\n'
    )
    register.write_text(lines, encoding="utf-8")
    entry = copy / "data" / "hoi-thao" / "an-toan.yml"
    entry.parent.mkdir()
    entry.write_text("tieu_de: Họp thử\nbat_dau: 2026-04-10\nnguon: [bia]\n", encoding="utf-8")
    source = copy / "data" / "nguon" / "bia.yml"
    source.parent.mkdir()
    source.write_text(
        "tieu_de: Bịa\nhang: bao-chi\ndia_chi: https://bao.example/\nngay_doc: 2026-03-01\n",
        encoding="utf-8",
    )
    (copy / "docs").mkdir()
    return copy


def keep(example: str, keys: set[str]) -> str:
    """The blocks of an example that start with one of the keys, and its comment."""
    blocks = re.split(r"^(?=[a-z])", example, flags=re.MULTILINE)
    return "".join(block for block in blocks if block[0] == "#" or block.partition(":")[0] in keys)


def python(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(folder), str(folder / "scripts"), str(ROOT / "scripts")])
    return subprocess.run(
        [sys.executable, "-W", "error", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_new_kind_needs_one_folder_and_one_line(with_seminars: Path) -> None:
    done = python(with_seminars, "-c", WRITTEN)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["problems"] == []
    assert yaml.safe_load(told["draft"])["tieu_de"] == "Hội thảo mới"
    schema = with_seminars / "data" / "_schema" / "hoi-thao.json"
    assert json.loads(schema.read_text(encoding="utf-8"))["required"] == ["tieu_de", "bat_dau"]
    bound = (with_seminars / ".vscode" / "settings.json").read_text(encoding="utf-8")
    assert "data/hoi-thao/*.yml" in bound
    assert "## Hội thảo" in (schema.parent / "README.md").read_text(encoding="utf-8")


def test_a_new_kind_is_drawn_with_list_page_entry_page_and_menu(with_seminars: Path) -> None:
    done = python(with_seminars, "-c", DRAWN)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert "Họp thử" in told["pages"]["hoi-thao/"]
    assert "10/4/2026" in told["pages"]["hoi-thao/an-toan/"]
    assert "hoi-thao/index.md" in json.dumps(told["menu"])


def test_the_tests_of_kinds_walk_the_new_kind_too(with_seminars: Path) -> None:
    python(with_seminars, "-c", WRITTEN)
    shutil.copy(ROOT / "pyproject.toml", with_seminars)
    words = ("-p", "no:cacheprovider", "tests/test_kinds.py", "-q", "-k", "hoi-thao or generated")
    done = python(with_seminars, "-m", "pytest", *words)
    assert done.returncode == 0, done.stdout[-3000:]
    assert re.search(r"\d{2,} passed", done.stdout)


def test_the_tasks_of_the_editor_name_commands_that_exist_and_find_faults_by_line() -> None:
    told = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))
    asked = {one["id"] for one in told["inputs"]}
    for task in told["tasks"]:
        words = [task["command"], *task.get("args", ())]
        (script,) = re.findall(r"scripts/\w+\.py", " ".join(words))
        assert (ROOT / script).is_file()
        assert set(re.findall(r"\$\{input:(\w+)\}", " ".join(words))) <= asked
    (check,) = (one for one in told["tasks"] if one["problemMatcher"])
    fault, reminder = (re.compile(one["pattern"]["regexp"]) for one in check["problemMatcher"])
    line = str(Problem("docs/a.md", 3, "nguon[1]", "sai: thế.", "ma", "sửa")).split("\n")[0]
    milder = str(Problem("data/b/c.yml", 4, "", "lạ.", "ma", "", "nhắc"))
    assert fault.fullmatch(line) and not reminder.fullmatch(line)
    assert reminder.fullmatch(milder) and not fault.fullmatch(milder)


def test_problems_of_the_editor_hold_every_fault_that_a_real_check_tells(tmp_path: Path) -> None:
    for path, text in (
        ("docs/tep/.gitkeep", ""),
        ("docs/bai-viet/hong.md", "---\ntieu_de: Bài: hỏng\n---\n\n[a](C:\\a) {#x\n"),
        ("docs/trang.md", "---\ntieu_de: Trang\n---\n\n• một\n• hai\n• ba\n"),
        ("data/thuat-ngu/a.yml", "tieu_de: A\nnghia: Bịa.\nnguon: [khong-co]\nla: 1\n"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8", newline="\n")
    shutil.copytree(ROOT / "data" / "_danh-muc", tmp_path / "data" / "_danh-muc")
    done = commands.run("check", "--chi", "noi-dung", "--het", "--content", tmp_path)
    lines = f"{done.stdout}\n{done.stderr}".splitlines()
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    (matchers,) = (one["problemMatcher"] for one in tasks if one["problemMatcher"])
    faults, reminders = (
        [found for line in lines if (found := re.search(one["pattern"]["regexp"], line))]
        for one in matchers
    )
    (count,) = (int(line.split()[0]) for line in lines if re.match(r"\d+ lỗi trong", line))
    remedied = sum(line.startswith("    Cách sửa: ") for line in lines)
    assert (len(faults), bool(reminders)) == (count, True)
    assert len(faults) + len(reminders) >= remedied
    for found in (*faults, *reminders):
        assert (tmp_path / found[1]).is_file() or found[1].startswith("data/_danh-muc/")
        assert int(found[2]) >= 1
