"""Which words of a clause were changed: both texts, marked with `<del>` and `<ins>`.

Comes in: two plain texts. Goes out: HTML of each. Long texts are compared by sentences first, and a
pair too large to compare word by word is marked whole: no text makes this slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from markupsafe import Markup, escape

LARGEST = 160_000
"""Words of one text times words of the other that are compared directly."""
_TOKEN = re.compile(r"(\w+|[^\w\s])(\s*)")
Tokens = Sequence[tuple[str, str]]
"""Word or sign, and the space behind it."""
Change = tuple[bool, Tokens, Tokens]
"""Whether the two are the same, and both."""


def compare(old: str, new: str) -> tuple[Markup, Markup]:
    """The older text with `<del>`, the newer with `<ins>`."""
    changes = list(_joined(_changes(_tokens(old), _tokens(new))))
    return _html(((same, one) for same, one, _ in changes), "del"), _html(
        ((same, other) for same, _, other in changes), "ins"
    )


def _tokens(text: str) -> Tokens:
    return [(found[1], found[2]) for found in _TOKEN.finditer(text)]


def _changes(old: Tokens, new: Tokens) -> Iterator[Change]:
    """The same words at both ends are set aside: most changes are small."""
    first = last = 0
    shorter = min(len(old), len(new))
    while first < shorter and old[first][0] == new[first][0]:
        first += 1
    while last < shorter - first and old[-1 - last][0] == new[-1 - last][0]:
        last += 1
    yield True, old[:first], new[:first]
    middle = old[first : len(old) - last], new[first : len(new) - last]
    if len(middle[0]) * len(middle[1]) <= LARGEST:
        yield from _by_word(*middle)
    else:
        yield from _by_sentence(*middle)
    yield True, old[len(old) - last :], new[len(new) - last :]


def _by_word(old: Tokens, new: Tokens) -> Iterator[Change]:
    words = [word for word, _ in old], [word for word, _ in new]
    for tag, a, b, c, d in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        yield tag == "equal", old[a:b], new[c:d]


def _by_sentence(old: Tokens, new: Tokens) -> Iterator[Change]:
    ones, others = _sentences(old), _sentences(new)
    keys = [_words(one) for one in ones], [_words(one) for one in others]
    for tag, a, b, c, d in SequenceMatcher(None, *keys).get_opcodes():
        if tag == "replace" and b - a == d - c:
            for one, other in zip(ones[a:b], others[c:d], strict=True):
                small = len(one) * len(other) <= LARGEST
                yield from _by_word(one, other) if small else [(False, one, other)]
        else:
            yield tag == "equal", _flat(ones[a:b]), _flat(others[c:d])


def _sentences(tokens: Tokens) -> list[Tokens]:
    found: list[Tokens] = []
    start = 0
    for place, (word, _) in enumerate(tokens, 1):
        if word in ".;:?!":
            found.append(tokens[start:place])
            start = place
    return [*found, tokens[start:]] if start < len(tokens) else found


def _words(tokens: Tokens) -> tuple[str, ...]:
    return tuple(word for word, _ in tokens)


def _flat(sentences: Sequence[Tokens]) -> Tokens:
    return [token for one in sentences for token in one]


def _joined(changes: Iterator[Change]) -> Iterator[Change]:
    """Neighbouring changes as one, a lone word or sign between two changes with them: «số ~~5~~ 6»
    reads better than stripes."""
    held: list[Change] = []
    for change in changes:
        same, one, _ = change
        if not one and not change[2]:
            continue
        if not same or (held and len(one) <= 1):
            held.append(change)
        else:
            yield from _released(held)
            held = []
            yield change
    yield from _released(held)


def _released(held: list[Change]) -> Iterator[Change]:
    tail = [held.pop()] if held and held[-1][0] else []
    if held:
        yield False, _flat([one for _, one, _ in held]), _flat([other for _, _, other in held])
    yield from tail


def _html(parts: Iterator[tuple[bool, Tokens]], tag: str) -> Markup:
    made: list[str] = []
    for same, tokens in parts:
        text = "".join(word + space for word, space in tokens)
        bare = text.rstrip()
        if same or not bare:
            made.append(escape(text))
        else:
            made.append(f"<{tag}>{escape(bare)}</{tag}>{escape(text[len(bare) :])}")
    return Markup("".join(made))
