"""What stands in a PDF between its pictures and texts: names, dictionaries, streams.

Comes in: bytes. Goes out: where a value ends and what it holds. Reads one value, never the file's
table of contents: viewers repair a broken table by themselves, each in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from portal.problem import Fault
from portal.source.attachments import faults

_DELIMITERS = rb"\x00\t\n\x0c\r ()<>\[\]{}/%"
AFTER_NAME = rb"(?![^" + _DELIMITERS + rb"])"
_TOKEN = re.compile(
    rb"(?P<skip>[\x00\t\n\x0c\r ]+|%[^\r\n]*)"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<name>/[^" + _DELIMITERS + rb"]*)"
    rb"|(?P<string>\()|(?P<hex><[^<>]*>?)"
    rb"|(?P<word>[^" + _DELIMITERS + rb"]+|.)",
    re.DOTALL,
)
_CLOSES = {b"<<": b">>", b"[": b"]"}
_LINE_END = re.compile(rb"\r\n|\n|\r|")
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"#([0-9a-fA-F]{2})")
MAX_READ = 2_000_000
_MOST = 50_000
_LONGEST = 1024 * 1024
"""A text of a book's length; nothing an author writes into a PDF's dictionaries is longer."""


class Token(NamedTuple):
    kind: str
    start: int
    end: int
    text: bytes


Value = list[Token]


class Reader:
    """Reads values, and stops when a file makes it read more than any real one would."""

    def __init__(self) -> None:
        self._left = MAX_READ

    def value(self, raw: bytes, at: int) -> Value:
        """The tokens of the value that begins here; a reference has three."""
        read = list(islice(self._value(raw, at), _MOST + 1))
        if len(read) > _MOST:
            raise _too_large()
        return read

    def stream(self, raw: bytes, value: Value) -> int:
        """Where the stream behind a dictionary begins, or 0."""
        after = next(self._tokens(raw, value[-1].end), None) if value else None
        if after is None or not after.text.startswith(b"stream"):
            return 0
        found = _LINE_END.match(raw, after.start + len(b"stream"))
        return found.end() if found else 0

    def spend(self, size: int) -> None:
        """For reading packed bytes, which are quickly read."""
        self._left -= 1 + size // 64
        if self._left < 0:
            raise _too_large()

    def has_name(self, raw: bytes, at: int, place: int) -> bool:
        """Whether the value that begins at `at` has a name at `place`, not a text with a stroke."""
        for token in self._value(raw, at):
            if token.start >= place:
                return token.start == place and token.kind == "name"
        return False

    def _value(self, raw: bytes, at: int) -> Iterator[Token]:
        closers: list[bytes] = []
        count = 0
        for token in self._tokens(raw, at):
            number = token.kind == "word" and token.text.isdigit()
            if not closers and count and not ((number and count < 2) or token.text == b"R"):
                return
            if token.kind == "open":
                closers.append(_CLOSES[token.text])
            elif token.kind == "close" and not closers:
                return
            elif token.kind == "close" and token.text == closers[-1]:
                closers.pop()  # a sign that closes nothing is passed over, as viewers do
            yield token
            count = count + 1 if number else 3
            if not closers and count > 2:
                return

    def _tokens(self, raw: bytes, at: int) -> Iterator[Token]:
        while found := _TOKEN.match(raw, at):
            kind, end = found.lastgroup or "", found.end()
            if kind == "string":
                end = _string_end(raw, end)
            self._left -= 1 + (end - at) // 4
            if self._left < 0 or end - at > _LONGEST:
                raise _too_large()
            if kind != "skip":
                yield Token(kind, found.start(), end, found[0])
            at = end


def entries(value: Value) -> list[tuple[str, Value]]:
    """A dictionary's own keys and their values, in order, one told twice twice."""
    found: list[tuple[str, Value]] = []
    parts = _parts(value[1:-1]) if value and value[0].text == b"<<" else iter(())
    for part in parts:
        if part[0].kind == "name":
            found.append((name(part[0].text), next(parts, [])))
    return found


def _parts(tokens: Value) -> Iterator[Value]:
    """The values that stand side by side."""
    at = 0
    while at < len(tokens):
        end, depth = at + 1, int(tokens[at].kind == "open")
        while depth > 0 and end < len(tokens):
            depth += (tokens[end].kind == "open") - (tokens[end].kind == "close")
            end += 1
        if is_reference(tokens[at : at + 3]):
            end = at + 3
        yield tokens[at:end]
        at = end


def is_reference(value: Value) -> bool:
    """`7 0 R`."""
    words = [one.text for one in value]
    return len(words) == 3 and words[0].isdigit() and words[1].isdigit() and words[2] == b"R"


def name(written: bytes) -> str:
    """`/#4aavaScript` → `JavaScript`."""
    plain = _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), written[1:])
    return plain.decode("latin-1")


def spelled(word: str) -> bytes:
    """A pattern for every way to write a name."""
    return b"".join(
        b"(?:%s|#%s)" % (re.escape(char.encode()), _either_case(f"{ord(char):02x}"))
        for char in word
    )


def _either_case(digits: str) -> bytes:
    return "".join(f"[{one}{one.upper()}]" if one.isalpha() else one for one in digits).encode()


def _too_large() -> Fault:
    return faults.too_large("PDF có phần quá lớn, không soi hết được.", faults.RESAVE)


def _string_end(raw: bytes, at: int) -> int:
    depth = 1
    for found in _PARENTHESIS.finditer(raw, at, at + _LONGEST + 1):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if not depth:
            return found.end()
    return at + _LONGEST + 1 if len(raw) - at > _LONGEST else len(raw)
