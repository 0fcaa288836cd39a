"""What a passage does with a citation, and the initials by which laws are called."""

from __future__ import annotations

import pytest

from portal.citations import initials
from portal.citations.passages import Passages


@pytest.mark.parametrize(
    ("text", "introduces"),
    [
        ("Viec ay theo Dieu 5 nhu sau: “Mot hai.” Con lai giu nguyen, khong doi gi them.", True),
        ("Viec ay theo Dieu 5 nhu sau: mot hai. Con lai giu nguyen, khong doi gi them nua.", False),
        ("Viec ay theo Dieu 5 la “mot hai”, con lai nhu sau:", False),
        ("Sua doi Dieu 5.", True),
        ("Sua doi [theo Dieu 5] khoan 2.", False),
    ],
)
def test_a_citation_introduces_the_quotation_behind_the_words_that_lead_to_it(
    text: str, introduces: bool
) -> None:
    assert Passages(text).introduces(text.index("Dieu 5")) is introduces


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        *(('"Mot" hai', True), ('Theo "Mot" hai', True), ('(theo:"Mot") hai', True)),
        *(("Theo “Mot” hai", True), ("Theo «Mot» hai", True), ("“Hai “ba” Mot” con", True)),
        *(('Ong 5"Mot hai', False), ('Ong 5" Mot hai', False), ('Ong ". Mot hai', False)),
        *(('"Hai" Mot', False), ("”Mot hai", False), ("“Hai” Mot", False)),
        *(("“Hai\n## Mot", False), ("“Hai ba. Mot", True)),
    ],
)
def test_a_straight_mark_opens_a_quotation_only_before_a_word_and_behind_none(
    text: str, quoted: bool
) -> None:
    assert Passages(text).is_quoted(text.index("Mot")) is quoted


def test_initials_of_four_letters_call_one_law_and_shorter_ones_or_two_laws_none() -> None:
    titles = {
        "bon": ("luat", "luat", ("vui", "choi", "hoa", "co")),
        "ba": ("luat", "luat", ("vui", "choi", "hoa")),
        "hai-tu": ("bo-luat", "bo luat", ("vui", "choi")),
        "mot": ("luat", "luat", ("an", "uong", "va", "ngu")),
        "nua": ("luat", "luat", ("an", "uong", "va", "nghi")),
    }
    assert initials.of(titles) == {("luat", " VCHC"): ("bon",), ("bo-luat", "BLVC"): ("hai-tu",)}
