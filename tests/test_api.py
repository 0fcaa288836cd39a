"""The open data: valid by its own schemas, honest about what is unknown, always the same bytes."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

import open_data
import openapi_spec_validator
import pytest
import tiny
from jsonschema import Draft202012Validator

from portal import views
from portal.kinds import BY_NAME, KINDS
from portal.kinds.base import Link, fields_of
from portal.library import Library, status
from portal.source.attachments import texts
from portal.views import Inputs
from portal.views.api.v1 import HOME, NOTICE, VERSION, contract, places, schema, tables
from portal.views.api.v1.files import CHANGES
from portal.views.api.v1.models import Entry, model_of
from portal.views.api.v1.properties import is_model, models_in, properties, public
from portal.views.names import place_of
from portal.views.outputs import Alternate

ROOT = Path(__file__).parent.parent
RELEASED = Path(__file__).parent / "api-v1.json"
PUBLIC = "https://hoc-vien.example/a/b/"
NO_DATA = (places.OPENAPI, *(places.schema(kind) for kind in (None, *KINDS)))


@pytest.fixture(scope="module")
def made(tiny_content: Path) -> dict[str, bytes]:
    return open_data.drawn(open_data.library(tiny_content))


@pytest.fixture(scope="module")
def library(tiny_content: Path) -> Library:
    return open_data.library(tiny_content)


@pytest.fixture(scope="module")
def real() -> dict[str, bytes]:
    return open_data.drawn(open_data.library(ROOT, date(2026, 12, 1)), PUBLIC)


@pytest.fixture
def spoilt(tmp_path: Path) -> Callable[[dict[str, str]], Library]:
    """`spoilt({path: text})`: the library of the tiny content with files added or replaced."""

    def spoil(files: dict[str, str]) -> Library:
        content = tiny.lay_out(tmp_path / "content")
        for path, text in files.items():
            (content / path).write_text(text, encoding="utf-8")
        return open_data.library(content)

    return spoil


def text_of(path: str) -> str:
    return (tiny.CONTENT / path).read_text(encoding="utf-8")


def envelopes(files: dict[str, bytes]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The files of data: no schema, no description of a table."""
    for path, content in files.items():
        own = path.startswith(HOME) and path.endswith(".json")
        if own and path not in NO_DATA and not path.endswith("-metadata.json"):
            yield path, json.loads(content)


def one(files: dict[str, bytes], kind: str, id: str) -> dict[str, Any]:
    """The entry in its own file."""
    (item,) = json.loads(files[places.one(kind, id)])["items"]
    return dict(item)


# By the schemas that are given out


def strict(value: Any) -> Any:
    """The schema with no key allowed that it does not name."""
    if isinstance(value, dict):
        closed = {"additionalProperties": False} if "properties" in value else {}
        return {key: strict(inner) for key, inner in value.items()} | closed
    return [strict(inner) for inner in value] if isinstance(value, list) else value


def faults(files: dict[str, bytes]) -> list[str]:
    validators: dict[str, Draft202012Validator] = {}
    found = []
    for path, content in envelopes(files):
        asked = content["schema"]
        if asked not in validators:
            told = strict(json.loads(files[asked]))
            Draft202012Validator.check_schema(told)
            checker = Draft202012Validator.FORMAT_CHECKER
            validators[asked] = Draft202012Validator(told, format_checker=checker)
        found += [f"{path}: {one.message[:200]}" for one in validators[asked].iter_errors(content)]
    return found


def test_every_file_keeps_the_schema_it_names(made: dict[str, bytes]) -> None:
    assert not faults(made)


def test_the_real_data_keep_their_schemas_too(real: dict[str, bytes]) -> None:
    assert not faults(real)


def test_a_key_no_schema_names_would_be_seen(made: dict[str, bytes]) -> None:
    path = places.listed("truong")
    content = json.loads(made[path])
    content["items"][0]["secret"] = 1
    assert faults({**made, path: json.dumps(content).encode()})


@pytest.mark.parametrize("site", ["", PUBLIC])
def test_the_service_is_described_as_openapi_wants_it(site: str) -> None:
    openapi_spec_validator.validate(schema.openapi(site))


def test_every_file_of_data_is_described_and_there(made: dict[str, bytes]) -> None:
    described = json.loads(made[places.OPENAPI])["paths"]
    forms = [re.sub(r"\\\{\w+\\\}", ".+", re.escape(path)) for path in described]
    for path, _ in envelopes(made):
        inside = f"/{path.removeprefix(HOME)}"
        assert any(re.fullmatch(form, inside) for form in forms), path
    index = json.loads(made[places.INDEX])
    assert [item["kind"] for item in index["items"]] == list(BY_NAME)
    for item in index["items"]:
        assert {item["listPath"], item["tablePath"], item["schemaPath"]} <= made.keys()
    assert {index["archive"], index["openapi"], index["changelog"]} <= made.keys()


def test_one_envelope_is_around_every_file(made: dict[str, bytes]) -> None:
    for path, content in envelopes(made):
        assert content["schemaVersion"] == VERSION, path
        assert content["generatedAt"] == tiny.DAY.isoformat()
        assert content["notice"] == NOTICE
        assert content["schema"] in made
        assert list(content)[-1] == "items"


# What is known, and what is not


def test_what_is_unknown_is_null_and_says_why(
    made: dict[str, bytes], real: dict[str, bytes]
) -> None:
    nulls = 0
    for files in (made, real):
        for path, content in envelopes(files):
            for where, found in open_data.objects(content):
                empty = {key for key, value in found.items() if value is None}
                assert empty == found.get("reasons", {}).keys(), f"{path}{where}"
                assert all(len(why) > 5 for why in found.get("reasons", {}).values())
                nulls += len(empty)
    assert nulls > 1000


def test_every_statement_carries_its_sources_and_its_standing(real: dict[str, bytes]) -> None:
    told = 0
    for _, content in envelopes(real):
        for _, found in open_data.objects(content["items"]):
            if "standing" in found:
                told += 1
                standing = found["standing"]
                assert isinstance(found["sources"], list)
                assert bool(standing.get("reason")) == (standing["basis"] == "inferred")
    assert told > 1000


@pytest.mark.parametrize("drafts", [False, True])
def test_drafts_and_withheld_facts_and_last_rank_sources_are_nowhere(
    tiny_content: Path, drafts: bool
) -> None:
    files = open_data.drawn(open_data.library(tiny_content, drafts=drafts))
    for path, content in unpacked(files).items():
        for secret in ("ban-nhap", "câu bí mật", "trang-chep", "hai cái trống", "gấp mười"):
            assert secret.encode() not in content, f"{path}: {secret}"
    assert places.one("nguon", "bao-lang") in files
    assert places.one("nguon", "trang-chep") not in files


def unpacked(files: dict[str, bytes]) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(files[places.ARCHIVE])) as archive:
        inside = {f"all.zip/{name}": archive.read(name) for name in archive.namelist()}
    return {path: text for path, text in files.items() if path != places.ARCHIVE} | inside


def test_the_state_of_the_day_stands_in_documents_schools_and_duties(tiny_content: Path) -> None:
    before = open_data.drawn(open_data.library(tiny_content))
    later = open_data.drawn(open_data.library(tiny_content, date(2026, 7, 1)))
    old, new = (one(files, "van-ban", "01-qd-lm")["validity"] for files in (before, later))
    assert (old["applicable"], new["applicable"]) == (True, False)
    assert new["replacedBy"]["id"] == "03-qd-lm"
    assert new["state"]["label"] and new["since"]["precision"] == "day"
    assert {one(before, "truong", id)["status"]["state"]["code"] for id in ("lang-may", "doi-gio")}
    states = [json.loads(before[places.listed("nhiem-vu")])["items"]]
    assert all({"state", "open"} <= item["status"].keys() for item in states[0])


PARTLY = """---
tieu_de: Bỏ một việc trồng hoa
tom_tat: Quyết định bịa, bỏ một việc của kế hoạch bịa.
linh_vuc: [doi-ngu]
so_ky_hieu: 06-QĐ/LM
loai: quyet-dinh
co_quan: Hội đồng Làng Mây
ngay_ban_hanh: 2026-01-15
hieu_luc: [{loai: co-hieu-luc, ngay: 2026-02-01}]
quan_he: [{loai: bai-bo, van_ban: 02-kh-lm#muc-ii.gach-1}]
chat_luong_ban: goc-so
ngay_dang: 2026-01-20
---

Bỏ việc trồng hoa trước trường.
"""


def test_what_holds_in_part_is_told_by_parts_and_by_clauses(
    spoilt: Callable[[dict[str, str]], Library],
) -> None:
    files = open_data.drawn(spoilt({"docs/van-ban/06-qd-lm.md": PARTLY}))
    told = one(files, "van-ban", "02-kh-lm")
    (part,) = told["validity"]["parts"]
    assert (part["place"], part["applicable"]) == ("muc-ii.gach-1", False)
    assert (part["since"]["date"], part["by"]["id"]) == ("2026-02-01", "06-qd-lm")
    ends = [one_ for one_ in told["events"] if one_["places"]]
    assert [one_["places"] for one_ in ends] == [["muc-ii.gach-1"], ["muc-ii"]]
    assert [one_["on"]["date"] for one_ in ends] == ["2026-02-01", "2026-12-31"]
    assert "scope" not in told["events"][0], "cả văn bản thì không có phạm vi"
    scopes = [one_["scope"] for one_ in told["statuses"] if "scope" in one_]
    assert scopes == [ends[1]["scope"]] == ["mục II"], "lời, không phải mã người biên tập gõ"
    clause = next(one_ for one_ in told["clauses"] if one_["place"] == part["place"])
    assert clause["name"] == part["name"]
    (change,) = (one_ for one_ in clause["changes"] if "type" in one_)
    assert change["label"] == part["state"]["label"] and change["by"]["id"] == "06-qd-lm"
    (listed,) = (
        one_
        for one_ in json.loads(files[places.listed("van-ban")])["items"]
        if one_["id"] == "02-kh-lm"
    )
    assert listed["validity"]["parts"] == [part] and "clauses" not in listed
    assert faults(files) == []


def test_a_clause_tells_when_its_words_changed(made: dict[str, bytes]) -> None:
    clauses = one(made, "van-ban", "02-kh-lm")["clauses"]
    reworded = [one_ for each in clauses for one_ in each["changes"] if "type" not in one_]
    assert reworded and all(one_["label"] and "on" in one_ for one_ in reworded)


def test_full_addresses_are_told_where_the_public_one_is_known(
    library: Library, made: dict[str, bytes]
) -> None:
    with_site = open_data.drawn(library, PUBLIC)
    told = one(with_site, "truong", "lang-may")
    assert told["url"] == f"{PUBLIC}truong/lang-may/"
    assert told["path"] == "truong/lang-may/"
    assert json.loads(with_site[places.INDEX])["site"] == PUBLIC
    assert json.loads(with_site[places.OPENAPI])["servers"] == [{"url": f"{PUBLIC}api/v1"}]
    assert "url" not in one(made, "truong", "lang-may")
    assert "site" not in json.loads(made[places.INDEX])


def test_lists_leave_the_texts_to_the_files_of_entries(made: dict[str, bytes]) -> None:
    listed = json.loads(made[places.listed("van-ban")])["items"]
    assert not [item for item in listed if "body" in item]
    body = one(made, "van-ban", "01-qd-lm")["body"]
    assert {section["id"] for section in body["sections"]} >= {"dieu-1"}
    without = {
        key: value for key, value in one(made, "van-ban", "01-qd-lm").items() if key != "body"
    }
    assert without in listed


def test_a_number_known_in_part_stays_so(real: dict[str, bytes]) -> None:
    found = [
        value
        for _, content in envelopes(real)
        for _, inner in open_data.objects(content)
        for value in inner.values()
        if isinstance(value, dict) and "precision" in value
    ]
    shapes = {"day": r"\d{4}-\d\d-\d\d", "month": r"\d{4}-\d\d", "year": r"\d{4}"}
    assert {one["precision"] for one in found} >= {"day", "month", "year"}
    assert {one.get("qualifier") for one in found} > {None}
    for one_ in found:
        assert re.fullmatch(shapes.get(one_["precision"], r"\d{4}"), one_["date"]), one_


# What moved, what was withdrawn


def test_an_entry_that_moved_leaves_word_at_every_old_address(
    spoilt: Callable[[dict[str, str]], Library],
) -> None:
    path = "data/truong/doi-gio.yml"
    old = "[truong/ten-cu, van-ban/khong-phai-truong/index.html, trang-cu.html]"
    files = open_data.drawn(spoilt({path: f"{text_of(path)}chuyen_huong: {old}\n"}))
    olds = [("truong", "ten-cu"), ("van-ban", "khong-phai-truong"), ("trang", "trang-cu")]
    for kind, id in olds:
        told = json.loads(files[places.one(kind, id)])
        assert (told["status"], told["total"], told["items"]) == ("moved", 0, [])
        assert told["to"]["path"] == "truong/doi-gio/"
        assert told["toData"] in files
    assert not faults(files)


WITHDRAWN = """thay_doi:
  - {ngay: 2026-03-01, noi_dung: Rút vì trùng với mục khác.}
trang_thai: da-rut
chuyen_huong: [hoi-dap/ten-cu]
"""


def test_an_entry_that_was_withdrawn_says_since_when_and_why_and_nothing_else(
    spoilt: Callable[[dict[str, str]], Library],
) -> None:
    path = "docs/hoi-dap/hat-sai.md"
    text = text_of(path)
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    files = open_data.drawn(spoilt({path: f"---\n{head}\n{WITHDRAWN}---\n{body}"}))
    for id in ("hat-sai", "ten-cu"):
        told = json.loads(files[places.one("hoi-dap", id)])
        assert (told["status"], told["items"]) == ("withdrawn", [])
        assert (told["on"], told["why"]) == ("2026-03-01", "Rút vì trùng với mục khác.")
        assert "title" not in json.dumps(told)
    assert "hat-sai" not in files[places.listed("hoi-dap")].decode()
    assert not faults(files)


# Tables


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_a_table_has_a_row_for_every_entry_and_a_heading_for_every_column(
    real: dict[str, bytes],
) -> None:
    for kind in KINDS:
        head, *rest = rows(real[places.table(kind)])
        listed = json.loads(real[places.listed(kind)])
        assert len(rest) == listed["total"]
        assert len(set(head)) == len(head), kind.name
        assert {len(row) for row in rest} <= {len(head)}
        described = json.loads(real[places.table_head(kind)])
        assert [one["titles"] for one in described["tableSchema"]["columns"]] == head
        assert described["dialect"]["delimiter"] == ";"
    assert "dấu phẩy" in real[places.TABLES].decode()


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+84 24", "-5", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=cmd|'/c calc'!A0", " =1"),
        *("＝1+1", "＋1", "－1", "＠A1", "'=1+1", "\x00=1", "\ufeff=1", "\u2028=1", '"=1'),
    ],
)
def test_no_cell_is_taken_for_a_formula(library: Library, text: str) -> None:
    spoilt = open_data.changed(library, lambda entry: dataclasses.replace(entry, title=text))
    content = open_data.drawn(spoilt)[places.table(BY_NAME["truong"])]
    for row in rows(content)[1:]:
        for cell in row:
            assert not re.match(r"[\s\ufeff]*[=+\-@＝＋－＠\t\r]", cell), cell
            assert "\n" not in cell
    texts.judge(content.replace(b";", b","), ".csv")  # as what editors attach is judged


def test_numbers_have_a_comma_and_no_thousands() -> None:
    area = next(
        one for one in tables.columns(model_of(BY_NAME["truong"])) if "area" not in one.name
    )
    assert tables.cell(area, Decimal("89.9")) == "89,9"
    assert tables.cell(area, 17980) == "17980"
    assert tables.cell(area, True) == "có"
    assert tables.cell(area, None) == ""


@pytest.mark.skipif(not shutil.which("soffice"), reason="máy không có LibreOffice")
def test_a_spreadsheet_reads_a_table_as_it_is_meant(real: dict[str, bytes], tmp_path: Path) -> None:
    source = tmp_path / "bang.csv"
    source.write_bytes(real[places.table(BY_NAME["don-vi"])])
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless"]
    command += [
        "--infilter=CSV:59,34,UTF8,1",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):9,34,UTF8",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "ra"), str(source)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    again = (tmp_path / "ra" / "bang.csv").read_text(encoding="utf-8-sig")
    assert list(csv.reader(io.StringIO(again), delimiter="\t")) == rows(source.read_bytes())


# The same bytes, whatever is in them


DIGESTS = """
import hashlib, sys
from pathlib import Path
sys.path.insert(0, "tests")
import open_data
files = open_data.drawn(open_data.library(Path(sys.argv[1])), sys.argv[2])
told = hashlib.sha256()
for path in sorted(files):
    told.update(path.encode() + b"\\0" + files[path])
print(told.hexdigest(), len(files))
"""


def test_two_builds_give_the_same_bytes(tiny_content: Path) -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", DIGESTS, str(tiny_content), PUBLIC],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_the_archive_holds_all_without_a_time(made: dict[str, bytes], library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(made[places.ARCHIVE])) as archive:
        names = archive.namelist()
        assert names == sorted(names)
        assert {one_.date_time for one_ in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {one_.external_attr >> 16 for one_ in archive.infolist()} == {0o644}
        for kind in KINDS:
            whole = json.loads(archive.read(f"{kind.name}.json"))
            assert whole["total"] == len(whole["items"])
            assert {f"{kind.name}.csv", f"schema/{kind.name}.json"} <= set(names)
        documents = json.loads(archive.read("van-ban.json"))["items"]
        assert one(made, "van-ban", "01-qd-lm") in documents
    assert open_data.drawn(library)[places.ARCHIVE] == made[places.ARCHIVE]


HOSTILE = (
    "<script>alert(1)</script>",
    "</script><!--",
    "a\x00b\x08c\x1b\ufffe\uffff",
    unicodedata.normalize("NFD", "Quy định về đội ngũ"),
    "\ud800",
    "Chữ " * 2500,
    "x" * 10_000,
    "\u202eđảo\u202c",
    'nháy " và \\ và ]]>',
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_hostile_words_stay_words(library: Library, text: str) -> None:
    def spoil(entry: Any) -> Any:
        return dataclasses.replace(entry, title=text, summary=text, keywords=(text,))

    files = open_data.drawn(open_data.changed(library, spoil), PUBLIC)
    assert not faults(files)
    for path, content in files.items():
        if path.endswith(".json"):
            assert b"<" not in content, path
            assert unicodedata.is_normalized("NFC", content.decode())
    told = one(files, "truong", "lang-may")["title"]
    assert told == unicodedata.normalize("NFC", text.replace("\ud800", "?"))


def test_an_empty_portal_has_empty_lists(tmp_path: Path) -> None:
    files = open_data.drawn(open_data.library(tiny.lay_out(tmp_path, entries=False)))
    assert not faults(files)
    for kind in KINDS:
        assert json.loads(files[places.listed(kind)])["items"] == []
        assert len(rows(files[places.table(kind)])) == 1
    assert not [path for path in files if path.startswith("theo-doi/")]


def test_ten_thousand_entries_are_given_in_files_of_a_bearable_size(library: Library) -> None:
    (first, *_) = library.entries["thuat-ngu"].values()
    many = {f"t-{n}": dataclasses.replace(first, id=f"t-{n}") for n in range(10_000)}
    entries = MappingProxyType({**library.entries, "thuat-ngu": many})
    files = open_data.drawn(dataclasses.replace(library, entries=entries))
    path, met = places.listed("thuat-ngu"), []
    while path:
        content = json.loads(files[path])
        assert len(files[path]) < 1_000_000
        assert content["total"] == 10_000
        met += [item["id"] for item in content["items"]]
        path = content.get("next", "")
    assert met == list(many)
    assert len(rows(files[places.table(BY_NAME["thuat-ngu"])])) == 10_001


# The contract


def test_nothing_released_is_broken(bless: bool) -> None:
    now = contract.shape()
    before = json.loads(RELEASED.read_text(encoding="utf-8")) if RELEASED.exists() else now
    told = list(contract.broken(before, now))
    assert not told, "thay đổi phá vỡ: làm v2, hoặc giữ cái cũ bên cái mới"
    if bless or not RELEASED.exists():
        text = json.dumps(now, ensure_ascii=False, indent=1, sort_keys=True)
        RELEASED.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    else:
        assert now == before, "có thêm: tăng VERSION, ghi thay-doi.txt, rồi chạy với --bless"


def without(shape: dict[str, Any], model: str, key: str) -> None:
    del shape["models"][model][key]


def retyped(shape: dict[str, Any], model: str, key: str) -> None:
    shape["models"][model][key]["type"] = "integer[]"


def narrowed(shape: dict[str, Any], model: str, key: str) -> None:
    shape["models"][model][key]["values"].pop()


@pytest.mark.parametrize(
    ("spoil", "model", "key"),
    [
        (without, "Document", "number"),
        (without, "Statement" if "Statement" in contract.shape()["models"] else "Fact", "sources"),
        (without, "Envelope", "total"),
        (retyped, "School", "website"),
        (retyped, "Moment", "date"),
        (narrowed, "Moment", "precision"),
        (narrowed, "Envelope", "status"),
    ],
)
def test_a_change_that_breaks_readers_is_told(spoil: Any, model: str, key: str) -> None:
    new = deepcopy(contract.shape())
    spoil(new, model, key)
    (told,) = contract.broken(contract.shape(), new)
    assert key in told


def test_what_was_always_there_may_not_become_null_or_absent_nor_a_file_or_column_go() -> None:
    old = contract.shape()
    for change in (
        lambda new: new["models"]["Entry"]["title"].update(null=True),
        lambda new: new["models"]["Entry"]["title"].update(absent=True),
        lambda new: new["models"].pop("Validity"),
        lambda new: new["files"].pop(),
        lambda new: new["kinds"].pop("truong"),
        lambda new: new["kinds"].update({"truong": "Entry"}),
        lambda new: new["tables"]["truong"].pop("province"),
        lambda new: new["tables"]["truong"].update(province="Tên khác"),
    ):
        new = deepcopy(old)
        change(new)
        assert list(contract.broken(old, new))


def test_an_addition_breaks_nothing() -> None:
    old, new = contract.shape(), deepcopy(contract.shape())
    new["models"]["Document"]["added"] = {"type": "string"}
    new["models"]["Moment"]["precision"]["values"].append("hour")
    new["models"]["Document"]["number"].pop("null")
    new["models"]["Added"] = {}
    new["kinds"]["hoi-thao"] = "Entry"
    new["files"].append("/hoi-thao.json")
    new["tables"]["truong"]["added"] = "Thêm"
    assert not list(contract.broken(old, new))


def test_the_list_of_changes_tells_of_this_version() -> None:
    assert f"\n{VERSION}\n" in CHANGES.read_text(encoding="utf-8")


# The models


NOT_PUBLIC = {
    # How editors work with a file, and what only concerns the drawing of its page.
    *("state", "expires", "moved", "unmarked", "menu", "menu_title", "description"),
    # Told otherwise: the reason in `standing`, the rest by the order of entries.
    *("inferred",),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_declared_field_is_public_or_left_out_on_purpose(kind: Any) -> None:
    model = model_of(kind)
    public_ones = {one_.of for one_ in properties(model)} | {
        one_.name for one_ in properties(model)
    }
    if model is Entry:
        pytest.skip("loại này chỉ có những khoá chung")
    declared = {one_.name for one_ in fields_of(kind.model)}
    assert declared - public_ones - NOT_PUBLIC == set()


@pytest.mark.parametrize("model", models_in(*map(model_of, KINDS)), ids=lambda one: one.__name__)
def test_every_public_property_is_described(model: Any) -> None:
    assert re.search("[à-ỹđ]", model.__doc__ or "")
    for one_ in properties(model):
        assert one_.label[0].isupper(), one_.name
        assert not one_.told or one_.told.endswith("."), one_.name
        assert is_model(one_.type) or isinstance(one_.type, type)


def test_a_property_that_may_be_unknown_has_to_say_why() -> None:
    @dataclasses.dataclass(frozen=True, kw_only=True)
    class Silent(Entry):
        x: str | None = public("X")

    with pytest.raises(TypeError, match=r"Silent\.x"):
        properties(Silent)


# Beside pages


def test_pages_know_their_data_and_their_feeds(library: Library) -> None:
    inputs = Inputs(library)
    plans = views.plan(inputs).plans
    told = {plan.url: plan.alternates for plan in plans}
    assert told["van-ban/01-qd-lm/"] == (
        Alternate("../../api/v1/van-ban/01-qd-lm.json", "application/json"),
        Alternate("../../theo-doi/van-ban.xml", "application/atom+xml", "Văn bản"),
    )
    assert [one.type for one in told["van-ban/"]] == [
        "application/json",
        "text/csv",
        "application/atom+xml",
    ]
    assert told["truong/doi-gio/"][1].href == "../../theo-doi/truong/doi-gio.xml"
    assert told["co-gi-moi/"][0].href == "../theo-doi/tat-ca.xml"
    calendars = {one.path for one in inputs.calendars.values()}
    assert told["lich/"][-1] == Alternate(
        "tat-ca.ics", "text/calendar", "Nhiệm vụ và sự kiện xây dựng trường chính trị chuẩn"
    )
    assert {
        urljoin(f"/{url}", one.href)[1:]
        for url, beside in told.items()
        for one in beside
        if one.type == "text/calendar"
    } <= calendars
    files = open_data.drawn(library).keys() | told.keys() | calendars
    for url, beside in told.items():
        assert [one for one in beside if one.type == "application/atom+xml"], url
        assert {urljoin(f"/{url}", one.href)[1:] for one in beside} <= files, url


def test_the_path_of_an_entry_without_a_page_is_that_of_its_row(library: Library) -> None:
    files = open_data.drawn(library)
    for row in library.rows:
        kind, _, id = row.partition("/")
        (item,) = json.loads(files[places.one(kind, id)])["items"]
        assert item["path"] == place_of(library, Link(kind, id))
        assert item["path"].endswith(f"{kind}/#{id}")


def test_the_state_of_a_school_and_a_duty_is_the_one_its_page_shows(library: Library) -> None:
    files = open_data.drawn(library)
    for kind, of in (("truong", status.of_school), ("nhiem-vu", status.of_duty)):
        for item in json.loads(files[places.listed(kind)])["items"]:
            state = of(library, library.entries[kind][item["id"]]).state  # type: ignore[operator]
            assert item["status"]["state"] == {"code": state.value, "label": state.label}
