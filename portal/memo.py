"""What was made of single files, from one process to the next.

Comes in: what a process read, or bytes that a former one left. Goes out: bytes, or what they tell,
where they are surely ours and whole. No file is taken for unchanged by its time: its text is read,
and what was made of it stands under the digest of that text.
"""

from __future__ import annotations

import pickle
import sys
from dataclasses import dataclass, field
from hashlib import blake2b

from portal import source
from portal.library import gather
from portal.library.findings import Findings

_CHECK = 16
"""Bytes of the checksum in front."""


@dataclass
class Memo:
    """What need not be read again; it changes no fault and no byte."""

    files: source.Memo = field(default_factory=dict)
    entries: gather.Memo = field(default_factory=gather.Memo)
    findings: Findings = field(default_factory=Findings)

    def marks(self) -> tuple[dict[str, bytes], object]:
        """What it was made of: the digest of every file, and what decides findings beside them."""
        return {path: held for path, (held, _) in self.files.items()}, self.findings.given


def written(memo: Memo, frame: str) -> bytes:
    """`frame`: a digest of all that decides what is made of a file, the code among it."""
    told = pickle.dumps(memo, pickle.HIGHEST_PROTOCOL)
    return _check(frame, told) + told


def read(left: bytes, frame: str) -> Memo | None:
    """Nothing where it was not written for this frame, by this Python, whole."""
    told = memoryview(left)[_CHECK:]
    if left[:_CHECK] != _check(frame, told):
        return None
    made = pickle.loads(told)
    return made if isinstance(made, Memo) else None


def _check(frame: str, told: bytes | memoryview) -> bytes:
    made = blake2b(f"da-doc {sys.version} {frame}".encode(), digest_size=_CHECK)
    made.update(told)
    return made.digest()
