"""Names that no list holds: Vietnamese syllables from onset, rime and tone, and names of the hills.

In: a random generator. Out: persons, places, codes. The vocabulary grows with the number of pages,
as that of real pages does.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from random import Random
from unicodedata import normalize

from portal.text import fold


def _words(told: str) -> tuple[str, ...]:
    return tuple(told.split())


_ONSETS = _words("b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x")
# The capital letter carries the tone.
_OPEN = _words("""
A Ai Ao Au Am An Ang Anh Ăm Ăn Ăng Âm Ân Âng Âu Ây Ay E Em En Eo Ê Êm Ên Ênh Êu I Im In
Inh Ia iÊm iÊn iÊng iÊu O Oi Om On Ong Oa oAn oAng oAi Ô Ôi Ôm Ôn Ông Ơ Ơi Ơm Ơn U Ui Um Un Ung Ua
uÔi uÔn uÔng Ư Ưng Ưa ưƠi ưƠm ưƠn ưƠng uyÊn Uy uÂn""")
_STOPPED = _words("""
Ac At Ap Ach Ăc Ăt Ăp Âc Ât Âp Et Ep Êt Êp Êch It Ich iÊc iÊt iÊp Oc Ot Op oAt Ôc Ôt
Ôp Ơt Ơp Uc Ut uÔc uÔt Ưc Ưt ưƠc ưƠt uÂt uyÊt""")
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_SPELT = {"c": "k", "g": "gh", "ng": "ngh"}
_SURNAMES = _words("Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Lò Quàng Giàng Hà Nông Trịnh Ksor")
_HILLS = ("Ea", "Krông", "Chư", "Đăk", "Ia", "Buôn", "Mường", "Nậm", "Plei", "Huổi", "Sùng")
_STARTS = _words("H' Kr Pl Dr Mn Bl Kl Hl Y' Tr M' Nh")
_ENDS = _words("a ang ok ar eo ôi uk ing âo ap oh ương ie")


@cache
def syllables() -> tuple[str, ...]:
    """Every syllable the spelling allows, known to a dictionary or not."""
    made = []
    for onset in _ONSETS:
        for rime in (*_OPEN, *_STOPPED):
            if _fits(onset, rime):
                tones = _TONES if rime in _OPEN else (_TONES[2], _TONES[5])
                made += [_spell(onset, rime, tone) for tone in tones]
    return tuple(dict.fromkeys(made))


@cache
def families() -> tuple[tuple[str, ...], ...]:
    """Syllables that differ only in their marks: dương, đường, đượng…"""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in syllables():
        found[fold(one)].append(one)
    return tuple(tuple(family) for family in found.values() if len(family) > 3)


def _fits(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime[0].lower() in "aăâeê"
    return not (onset == "gi" and rime[0].lower() == "i")


def _spell(onset: str, rime: str, tone: str) -> str:
    if rime[0].lower() in "eêiy":
        onset = _SPELT.get(onset, onset)
    told = "".join(letter.lower() + tone if letter.isupper() else letter for letter in rime)
    return normalize("NFC", onset + told)


def place(random: Random) -> str:
    """«Chiềng Đượng», «Ea Hlôi»."""
    if random.random() < 0.25:
        return f"{random.choice(_HILLS)} {foreign(random)}"
    return " ".join(random.choice(syllables()).capitalize() for _ in range(2))


def foreign(random: Random) -> str:
    """A word no Vietnamese syllable list holds."""
    return random.choice(_STARTS) + random.choice(_ENDS) + random.choice(("", "", "ng", "o", "r"))


def person(random: Random) -> str:
    given = " ".join(random.choice(syllables()).capitalize() for _ in range(2))
    return f"{random.choice(_SURNAMES)} {given}"


def code(random: Random) -> str:
    """«TC-4071»."""
    letters = "".join(random.choice("BCDGHKLMNPQSTVX") for _ in range(2))
    return f"{letters}-{random.randrange(100, 9999)}"


def twins(random: Random) -> tuple[str, str]:
    """Two names that only their marks tell apart."""
    first = random.choice(syllables()).capitalize()
    one, other = random.sample(random.choice(families()), 2)
    return f"{first} {one.capitalize()}", f"{first} {other.capitalize()}"
