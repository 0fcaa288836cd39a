"""Made-up content shaped like the real one: sound at any size, with the real proportions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import fmean

import pytest

from bench import identity, likeness
from bench.content import DAY
from bench.likeness.wording import fill
from portal import views
from portal.kinds.base import prose
from portal.kinds.document import Document
from portal.library import Library
from portal.problem import errors
from portal.road import judge

N = 1000
NEAR = 0.15
"""How far a made-up median may be from the real one."""
Weigh = Callable[[Library], "dict[str, float]"]


@pytest.fixture(scope="module")
def real() -> Library:
    return judge(identity.ROOT, DAY)[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("likeness") / "noi-dung"
    likeness.make(made, N, 7, identity.ROOT)
    return made


@pytest.fixture(scope="module")
def made(folder: Path) -> Library:
    return judge(folder, DAY)[0]


@pytest.mark.parametrize(("n", "seed"), [(20, 1), (61, 2), (200, 3), (700, 4)])
def test_it_has_no_faults_and_as_many_entries_as_asked_for(
    n: int, seed: int, tmp_path: Path
) -> None:
    likeness.make(tmp_path / "noi-dung", n, seed, identity.ROOT)
    library, problems = judge(tmp_path / "noi-dung", DAY)
    assert [str(problem) for problem in errors(problems)] == []
    folder = tmp_path / "noi-dung"
    unnamed = {path.stem for path in (folder / "data/nguon").glob("*.yml")} - set(
        library.entries["nguon"]
    )
    assert sum(map(len, library.entries.values())) + len(unnamed) == n
    assert all(library.entries.values())


def test_the_same_seed_gives_the_same_content_and_another_seed_another(tmp_path: Path) -> None:
    for name, seed in (("one", 7), ("same", 7), ("other", 8)):
        likeness.make(tmp_path / name, 61, seed, identity.ROOT)
    one, same, other = (identity.digests(tmp_path / name) for name in ("one", "same", "other"))
    assert one == same
    assert one != other


def test_no_sentence_and_no_name_is_taken_over(real: Library, made: Library) -> None:
    theirs = {text for entry in real.everything for text in _sentences(entry)}
    ours = {text for entry in made.everything for text in _sentences(entry)}
    assert len(ours) > len(theirs)
    assert sorted(ours & theirs) == []
    assert not {entry.title for entry in made.everything} & {one.title for one in real.everything}


def _sentences(entry: object) -> Iterator[str]:
    for _, _, text in prose(entry):  # type: ignore[arg-type]
        for sentence in text.replace("\n", " ").split(". "):
            if sentence.count(" ") > 6:
                yield sentence


def weights(library: Library) -> dict[str, float]:
    """Letters of an entry's page, by kind; their mean, since of forty pages the median jumps."""
    programme = views.plan(views.Inputs(library))
    found = defaultdict(list)
    for plan in programme.plans:
        entry = plan.entry
        if entry is not None and plan.linked:
            found[entry.KIND].append(len(programme.renderer.draw(plan).html))
    return {kind: fmean(sizes) for kind, sizes in found.items()}


def shares(library: Library) -> dict[str, float]:
    """Of all published entries, by kind; one-off pages are not made."""
    counted = {kind: len(found) for kind, found in library.entries.items() if kind != "trang"}
    return {kind: count / sum(counted.values()) for kind, count in counted.items() if count > 9}


def pages(library: Library) -> dict[str, float]:
    """Pages an entry, of all and of those that compare two documents."""
    plans = views.plan(views.Inputs(library)).plans
    entries = sum(map(len, library.entries.values()))
    return {"an entry": len(plans) / entries}


def links(library: Library) -> dict[str, float]:
    """What an entry leads to, and who speaks of documents."""
    entries = sum(map(len, library.entries.values()))
    relations = sum(len(one.relations) for one in library.of(Document))
    return {
        "links": sum(map(len, library.backlinks.values())) / entries,
        "mentions": sum(one.target is not None for one in library.mentions) / entries,
        "relations": relations / len(library.of(Document)),
    }


@pytest.mark.parametrize("weigh", [weights, shares, pages, links], ids=lambda one: one.__name__)
def test_its_proportions_are_the_real_ones(weigh: Weigh, real: Library, made: Library) -> None:
    theirs, ours = weigh(real), weigh(made)
    far = {
        name: f"{ours.get(name, 0):.3f} / {value:.3f}"
        for name, value in theirs.items()
        if abs(ours.get(name, 0) / value - 1) > NEAR
    }
    assert far == {}


def test_terms_are_linked_as_often_as_in_reality(real: Library, made: Library) -> None:
    told = [sum(_terms(library).values()) / len(library.of(Document)) for library in (real, made)]
    assert told[1] == pytest.approx(told[0], rel=0.25)


def _terms(library: Library) -> Counter[str]:
    programme = views.plan(views.Inputs(library))
    found: Counter[str] = Counter()
    for plan in programme.plans:
        if isinstance(plan.entry, Document) and plan.linked:
            found["term"] += programme.renderer.draw(plan).html.count('class="term"')
    return found


def test_filling_words_have_just_the_length_asked_for() -> None:
    for length in range(1, 400):
        told = fill(f"x{length}", length)
        assert told == told.strip()
        assert abs(len(told) - length) <= 6
