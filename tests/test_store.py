"""A site that is built on comes out as one built from nothing: whatever changed, was damaged or
lost, and whatever the ledger of the build before holds."""

from __future__ import annotations

import errno
import os
import random
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

import builder
import kept
import pytest
import tiny
from cache import Cache

from bench import warm
from portal import views
from portal.kinds import Entry, Kind
from portal.kinds.school import School
from portal.kinds.unit import Unit
from portal.library import Library
from portal.road import judge
from portal.source.attachments import Attached
from portal.views import Inputs, register
from portal.views.outputs import Asset, Plan
from portal.views.store import Store, Watched, ledger
from portal.views.store.digest import Digests, NotDigestible
from portal.views.store.ledger import Drawn, Ledger, Output
from portal.views.store.reads import ONE_BY_ONE, WHOLE

ARTICLE = "docs/bai-viet/vi-sao-hat.md"
PAGE = "bai-viet/vi-sao-hat/index.html"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tiny.lay_out(tmp_path / "cong")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture(autouse=True)
def kept_apart(tmp_path: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """No build of a test reads or writes what the project's own builds leave; templates are those
    of all tests."""
    init = Cache.__init__

    def elsewhere(self: Cache, project: Path) -> None:
        init(self, project)
        self.folder = tmp_path / "de-lai"

    monkeypatch.setattr(Cache, "__init__", elsewhere)
    monkeypatch.setattr(Cache, "templates", lambda self: compiled)
    yield tmp_path / "de-lai"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages drawn, in this process."""
    monkeypatch.setenv("PORTAL_PROCESSES", "1")
    found: list[str] = []
    draw = views.Programme.draw

    def noted(self: views.Programme, plan: Plan, watched: Watched | None = None) -> Any:
        found.append(plan.path)
        return draw(self, plan, watched)

    monkeypatch.setattr(views.Programme, "draw", noted)
    return found


@pytest.fixture(scope="module")
def cold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the content as it was laid out, built from nothing."""
    folder = tmp_path_factory.mktemp("moi")
    content, site = tiny.lay_out(folder / "cong"), folder / "site"
    builder.build(builder.Order(content, site, tiny.DAY))
    return site


def again(content: Path, site: Path, today: date = tiny.DAY) -> None:
    builder.build(builder.Order(content, site, today, again=True))


def differing(content: Path, site: Path, today: date = tiny.DAY) -> list[str]:
    """From a site built from nothing."""
    fresh = site.with_name("moi-hoan-toan")
    builder.build(builder.Order(content, fresh, today))
    return list(warm.differing(site, fresh))


def test_nothing_is_drawn_where_nothing_changed(
    content: Path, site: Path, cold: Path, drawn: list[str]
) -> None:
    again(content, site)
    assert PAGE in drawn
    drawn.clear()
    again(content, site)
    assert drawn == []
    assert list(warm.differing(site, cold)) == []


def test_a_word_in_an_article_draws_the_article_and_little_else(
    content: Path, site: Path, drawn: list[str]
) -> None:
    again(content, site)
    drawn.clear()
    with (content / ARTICLE).open("a", encoding="utf-8") as file:
        file.write("\nThêm một câu.\n")
    again(content, site)
    assert PAGE in drawn
    assert len(drawn) <= 5
    drawn.clear()
    assert differing(content, site) == []


def test_whatever_editors_change_no_old_page_stays(content: Path, tmp_path: Path) -> None:
    """A sample of `bench.py dung-tiep`."""
    told = warm.compare(content, tmp_path, 5, 1)
    assert told.differences == []
    assert told.compared == 5
    assert 0 < told.drawn < told.pages


def test_another_template_and_a_fault_that_was_mended_leave_no_old_page(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm, "FAULTY", 0.6)
    monkeypatch.setattr(warm, "OTHER_TEMPLATE", 0.4)
    told = warm.compare(content, tmp_path, 5, 4)
    assert told.differences == []
    assert set(told.by_edit) == {"khuôn", "lỗi rồi chữa", "tên chữ hoa rồi chữa"}


def test_a_read_that_the_store_is_not_told_of_is_found_out(content: Path, site: Path) -> None:
    """The comparison above can fail."""
    unit = content / "data/don-vi/hoi-dong-lang-may.yml"
    with warm.blind("entry"):
        again(content, site)
        text = unit.read_text(encoding="utf-8")
        unit.write_text(text.replace("tieu_de: ", "tieu_de: Nay là ", 1), encoding="utf-8")
        again(content, site)
    assert differing(content, site)


def test_what_facets_tell_besides_their_values_draws_the_pages_that_tell_it(
    content: Path, site: Path
) -> None:
    """By which words an address of former days names a body that has a page of its own today."""
    document = content / "docs/van-ban/02-kh-lm.md"
    again(content, site)
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("co_quan: Hội", "co_quan: Nay là Hội", 1), encoding="utf-8")
    again(content, site)
    assert differing(content, site) == []


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-7])


def _other(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(file.stat().st_size))


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def test_a_page_or_file_that_was_damaged_is_drawn_again(
    content: Path, site: Path, cold: Path
) -> None:
    """Each harm to a page of its own, and to a file of its own."""
    again(content, site)
    harms = (_cut, _other, _emptied, Path.unlink)
    pages = (PAGE, "index.html", "truong/index.html", "van-ban/index.html")
    documents = ("01-qd-lm", "02-kh-lm", "03-qd-lm", "04-cv-lm")
    for harm, page, id in zip(harms, pages, documents, strict=True):
        harm(site / page)
        harm(site / f"van-ban/{id}/{id}.docx")
    again(content, site)
    assert list(warm.differing(site, cold)) == []


def test_what_is_taken_over_has_no_second_name_when_the_site_stands(
    content: Path, site: Path
) -> None:
    """Whoever writes into one site writes into no other."""
    again(content, site)
    before = (site / PAGE).stat()
    again(content, site)
    assert (site / PAGE).stat().st_ino == before.st_ino, "not taken over by a second name"
    assert {file.stat().st_nlink for file in site.rglob("*") if file.is_file()} == {1}


def test_where_the_disk_has_no_second_names_bytes_are_copied(
    content: Path, site: Path, cold: Path, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    again(content, site)
    for _ in range(2):
        drawn.clear()
        again(content, site)
        assert drawn == []
    assert list(warm.differing(site, cold)) == []


@pytest.mark.parametrize("path", [PAGE, "nhung/xem/danh-sach.json", "api/v1/index.json"])
def test_of_a_time_that_tells_nothing_the_bytes_are_read(
    path: str, content: Path, site: Path, cold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was written to again so soon that its time is what it was."""
    monkeypatch.setattr(kept, "TICK", 10**15)
    again(content, site)
    told = (site / path).stat()
    _other(site / path)
    os.utime(site / path, ns=(told.st_atime_ns, told.st_mtime_ns))
    again(content, site)
    assert list(warm.differing(site, cold)) == []


def test_a_site_brought_back_from_elsewhere_is_taken_over_by_its_bytes(
    content: Path, site: Path, cold: Path, drawn: list[str]
) -> None:
    """Copied, with other inodes and times; then the disk's word is good again."""
    again(content, site)
    shutil.copytree(site, site.with_name("chep"), copy_function=shutil.copyfile)
    shutil.rmtree(site)
    site.with_name("chep").rename(site)
    for _ in range(2):
        drawn.clear()
        again(content, site)
        assert drawn == []
    assert list(warm.differing(site, cold)) == []


def test_a_site_for_a_disk_is_never_built_on(content: Path, site: Path, cold: Path) -> None:
    """Its files are written once more after they are drawn: a second name would reach the old."""
    again(content, site)
    builder.build(builder.Order(content, site, tiny.DAY, again=True, offline=True))
    again(content, site)
    assert list(warm.differing(site, cold)) == []


def test_ready_files_are_made_again_where_what_they_tell_has_changed(
    content: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By rooms; a text that stands in none of them makes none of them again."""
    found: list[str] = []
    made = register.made

    def noted(files: register.Files, renderer: Any) -> Iterator[Asset]:
        found.append(register.name_of(files))
        return made(files, renderer)

    monkeypatch.setattr(register, "made", noted)
    kept_rooms = {register.name_of(files) for files in register.WITHOUT_TEXTS}
    again(content, site)
    assert kept_rooms <= set(found)
    found.clear()
    with (content / ARTICLE).open("a", encoding="utf-8") as file:
        file.write("\nThêm một câu.\n")
    again(content, site)
    assert kept_rooms.isdisjoint(found)
    article = (content / ARTICLE).read_text(encoding="utf-8")
    (content / ARTICLE).write_text(article.replace("tieu_de: ", "tieu_de: Mới viết ", 1), "utf-8")
    again(content, site)
    assert any(name.startswith("portal.views.feeds") for name in found)
    assert not any(name.startswith("portal.views.assess") for name in found)
    assert differing(content, site) == []


def test_of_a_ledger_that_is_not_ours_and_whole_nothing_is_read() -> None:
    page = Drawn("a", (("entry", "x"),), (Output("x/index.html", "b", 1, 2, 3),))
    sound = ledger.written(Ledger({("entry", "x"): "c"}, {"x/index.html": page}), "khung")
    assert ledger.read(sound, "khung") is not None
    assert ledger.read(sound, "khung khác") is None
    foreign = random.Random(1).randbytes(len(sound))
    turned = (bytes([*sound[:at], sound[at] ^ 1, *sound[at + 1 :]]) for at in range(len(sound)))
    for harmed in (b"", sound[:-7], sound + b"x", foreign, *turned):
        assert ledger.read(harmed, "khung") is None


def test_a_build_goes_on_without_a_ledger_that_is_not_ours_and_whole(
    content: Path, site: Path, cold: Path, kept_apart: Path, drawn: list[str]
) -> None:
    again(content, site)
    for harm in (_cut, _folder):
        (left,) = kept_apart.glob("so-trang.*")
        harm(left)
        drawn.clear()
        again(content, site)
        assert PAGE in drawn, harm.__name__
        assert list(warm.differing(site, cold)) == [], harm.__name__


def test_a_ledger_that_cannot_be_written_only_costs_time(
    content: Path, site: Path, cold: Path, kept_apart: Path
) -> None:
    kept_apart.write_text("ở đây là một tệp", encoding="utf-8")
    for _ in range(2):
        again(content, site)
    assert list(warm.differing(site, cold)) == []


def test_ledgers_of_sites_long_not_built_are_taken_away(kept_apart: Path) -> None:
    cache = Cache(kept_apart.parent)
    for number in range(12):
        cache.leave(cache.ledger(Path(f"/trang/{number}")), b"so")
        os.utime(kept_apart / cache.ledger(Path(f"/trang/{number}")), (number, number))
    left = {one.name for one in kept_apart.glob("so-trang.*")}
    assert cache.ledger(Path("/trang/11")) in left
    assert len(left) <= 6


def test_another_day_and_other_code_draw_all(
    content: Path, site: Path, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    again(content, site)
    everything = set(drawn)
    for change in (date(2026, 3, 6), "khuôn khác"):
        drawn.clear()
        if isinstance(change, str):
            monkeypatch.setattr(Cache, "code", lambda self: "khuôn khác")
        again(content, site, date(2026, 3, 6))
        assert set(drawn) == everything


@pytest.mark.parametrize(
    "file", ["portal/a.py", "portal/a.html.jinja", "overrides/x/a.css", "mkdocs.yml"]
)
def test_a_changed_file_of_the_machine_is_other_code(file: str, tmp_path: Path) -> None:
    place = tmp_path / file
    place.parent.mkdir(parents=True, exist_ok=True)
    told = set()
    for text in ("một", "hai", "một"):
        place.write_text(text, encoding="utf-8")
        told.add(Cache(tmp_path).code())
    assert len(told) == 2


def test_a_fault_leaves_site_and_ledger_as_they_were(
    content: Path, site: Path, drawn: list[str]
) -> None:
    again(content, site)
    text = (content / ARTICLE).read_text(encoding="utf-8")
    (content / ARTICLE).write_text("không có phần đầu", encoding="utf-8")
    with pytest.raises(builder.BuildFault):
        again(content, site)
    (content / ARTICLE).write_text(text, encoding="utf-8")
    drawn.clear()
    again(content, site)
    assert drawn == []


# What is read, and what is compared


@pytest.fixture(scope="module")
def inputs(tiny_content: Path) -> Inputs:
    library, _ = judge(tiny_content, tiny.DAY)
    return Inputs(library)


DERIVED = (
    *("standing", "rank", "sources", "related_to", "in_place_of", "ended", "left_without_lead"),
    *("is_overdue", "texts", "withdrawn", "written", "reworded_on"),
)
"""What the library works out of all this when it is asked; here too, recorded."""


def test_all_that_a_library_can_be_asked_is_recorded_or_worked_out_of_what_is() -> None:
    rooms = [one for one in Library.__mro__ if one is not object]
    asked = {name for one in rooms for name in vars(one) if not name.startswith("_")}
    asked |= {name for name in Library.__dataclass_fields__}
    recorded = {*vars(Watched), *ONE_BY_ONE, *WHOLE, *DERIVED, "entries", "dead", "places"}
    # Asked for only by what is recorded itself, or by rules.
    assert asked - recorded == {"backlinks", "findings", "mentions_read"}


def test_what_every_school_has_to_do_is_read_as_one_count(inputs: Inputs) -> None:
    """Counted for each school, the work would grow with schools times duties."""
    programme = views.plan(inputs)
    pages = 0
    for plan in programme.plans:
        if not isinstance(school := plan.entry, School):
            continue
        watched = Watched(inputs.library)
        programme.draw(plan, watched)
        pages += ("duties_of_all_schools",) in watched.read
        own = {back.entry.id for back in inputs.library.related_to(school)}
        assert {key[1] for key in watched.read if key[0] == "duty_states"} <= own, plan.url
        assert ("kind", Unit.KIND) not in watched.read, plan.url
    assert pages


def test_a_page_reads_no_text_of_an_entry_that_is_not_in_its_plan(
    inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of what a page reads of others the store compares all but their texts."""
    programme = views.plan(inputs)
    for plan in programme.plans:
        programme.draw(plan)  # what is found out once for all pages
    read: set[int] = set()
    monkeypatch.setattr(Entry, "body", property(lambda one: read.add(id(one)) or one.source.body))
    for plan in programme.plans:
        read.clear()
        programme.draw(plan, Watched(inputs.library))
        assert read <= set(_entries((plan.entry, plan.view))), plan.url


def test_ready_files_that_are_kept_read_no_text_of_an_entry(
    inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of what they read the store compares all but texts."""
    programme = views.plan(inputs)
    # Drawn first: what is found out once for all is compared by what was found.
    Watched(inputs.library)
    drawn = {files: [*programme.ready(files)] for files in register.WITHOUT_TEXTS}
    read: list[str] = []
    monkeypatch.setattr(Entry, "body", property(lambda one: read.append(one.id) or one.source.body))
    for files in register.WITHOUT_TEXTS:
        assert [*programme.ready(files, Watched(inputs.library))] == drawn[files]
        assert read == [], register.name_of(files)


def _entries(value: Any) -> Iterator[int]:
    """All entries in a plan, however deep."""
    if isinstance(value, Entry):
        yield id(value)
    elif isinstance(value, partial):
        yield from _entries((value.args, value.keywords))
    elif isinstance(value, dict):
        yield from _entries(tuple(value.values()))
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _entries(one)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, (type, Kind)):
        for name in value.__dataclass_fields__:
            yield from _entries(getattr(value, name))


def test_every_plan_has_a_digest(inputs: Inputs) -> None:
    programme = views.plan(inputs)
    store = Store(inputs, programme.plans, "khung", b"")
    assert set(store.inputs) == {plan.path for plan in programme.plans}


def test_what_is_read_of_the_library_has_a_digest(inputs: Inputs) -> None:
    programme = views.plan(inputs)
    store = Store(inputs, programme.plans, "khung", b"")
    read = set()
    for plan in programme.plans:
        watched = Watched(inputs.library)
        programme.draw(plan, watched)
        read |= watched.read
    assert {"entry", "kind", "pointing", "cited", "validity", "facets"} <= {key[0] for key in read}
    assert [key for key in read if not store.digest_of(key)] == []


TELL = """
import sys
from datetime import date
from pathlib import Path
from portal import views
from portal.road import judge
from portal.source.attachments import Attached
from portal.views.store import Store, Watched
library = judge(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))[0]
inputs = views.Inputs(library, compiled=Path(sys.argv[3]))
programme = views.plan(inputs)
store = Store(inputs, programme.plans, "khung", b"")
watched = Watched(inputs.library)
for plan in programme.plans:
    programme.draw(plan, watched)
for key in sorted(watched.read):
    print(*key, store.digest_of(key))
for path, digest in store.inputs.items():
    print(path, digest)
"""


def test_digests_are_the_same_in_every_process(tiny_content: Path, compiled: Path) -> None:
    """Whatever order its sets happen to have."""
    command = [sys.executable, "-c", TELL, tiny_content, tiny.DAY.isoformat(), compiled]
    told = set()
    with ExitStack() as running:
        seeds = ({**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2", "3"))
        begun = [Popen(command, env=one, stdout=PIPE, encoding="utf-8") for one in seeds]
        for process in map(running.enter_context, begun):
            told.add(process.communicate()[0])
            assert process.returncode == 0
    assert len(told) == 1
    assert len(next(iter(told)).splitlines()) > 100


def test_what_cannot_be_seen_into_has_no_digest_and_is_always_drawn(inputs: Inputs) -> None:
    secret = object()
    gone = Attached(Path("khong-co-tep-nay.pdf"))
    for value in (lambda: secret, inputs.library, partial(lambda: None), gone):
        with pytest.raises(NotDigestible):
            Digests().of(value)
    plan = Plan(template="x.html.jinja", url="x/", title="X", view=lambda v: secret)
    store = Store(inputs, [plan], "khung", b"")
    assert store.unchanged(plan.path) == ()
    store.note(plan.path, (), ())
    assert plan.path not in store.drawn


def planned(title: str) -> Plan:
    return Plan(template="t", url="u/", title=title, view=partial(planned, title))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("a", "c")),
        (("ab",), ("a", "b")),
        ({"a": 1}, {"a": 2}),
        (1, "1"),
        (None, ""),
        ((1, (2, 3)), ((1, 2), 3)),
        (date(2026, 1, 2), date(2026, 1, 3)),
        (planned("một"), planned("hai")),
    ],
)
def test_different_values_have_different_digests(one: Any, other: Any) -> None:
    assert Digests().of(one) != Digests().of(other)
    assert Digests().of(one) == Digests().of(one)


def test_equal_values_have_one_digest_whether_or_not_they_are_one_object() -> None:
    text = "một chữ dài hơn vài chữ"
    same = "".join(list(text))
    assert Digests().of((text, text)) == Digests().of((text, same))


def test_what_all_pages_share_lets_none_read_the_library_unrecorded(content: Path) -> None:
    """Of the facets a page records that it looked at them: what is found there has to be what
    that key stands for (`store/values.py`), and no way on to all else."""
    inputs = Inputs(judge(content, tiny.DAY)[0])
    for shared in (inputs.facets, inputs.indicators, inputs.exemplars):
        seen = {name: getattr(shared, name) for name in dir(shared) if not name.startswith("_")}
        assert "counted" in seen
        assert [name for name, value in seen.items() if isinstance(value, Library)] == []
    found = [
        each for values in inputs.facets.counted.values() for one in values for each in one.items
    ]
    assert found
    assert [each for each in found if isinstance(each, Entry)] == []
