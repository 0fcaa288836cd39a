"""Encodings from before Unicode: found where they are, and nobody accused for writing otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest

from portal.letters import conversion, legacy
from portal.text import nfc

LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
TCVN3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ"
VNI = """
    aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò
    oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î
"""
STARTS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x"
RHYMES = """
    a ac ach ai am an ao ap at au ay ă ăc ăm ăn ăp ăt â âc âm ân âp ât âu ây e ec em en eo ep et ê
    êch êm ên ênh êp êt êu i ia iê iêc iêm iên iêp iêt iêu im in inh o oa oac oai oan oang oay oăn
    oc oe oi om on ong ô ôc ôi ôm ôn ông ơ ơi ơm ơn ơp ơt u ua uân uât uây uê uênh ui um un ung uô
    uôc uôi uôm uôn uông uôt uơ uy uyên uyêt uynh ư ưa ưc ưi ưng ươ ươc ươi ươn ương ươu ưu y yêm
    yên yêt yêu
"""
SENTENCES = [
    "Trường chính trị tỉnh tự rà soát từng chỉ tiêu rồi báo cáo ban thường vụ.",
    "Học viện cử đoàn khảo sát về trường, sau đó hội đồng thẩm định họp.",
    "Giảng viên đi nghiên cứu thực tế, dự giờ, viết đề tài và tổng kết thực tiễn.",
    "Đề án trường chính trị chuẩn do tỉnh ủy, thành ủy phê duyệt.",
    "Lễ đón bằng công nhận được tổ chức tại thành phố Huế vào cuối năm.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("encoding", "marks"), [("TCVN3", TCVN3), ("VNI", VNI.split())])
def test_old_encodings_are_found(encoding: str, marks: Sequence[str], sentence: str) -> None:
    table = dict(zip(LETTERS, marks, strict=True))
    old = "".join(table.get(letter, letter) for letter in sentence.lower())
    assert [(line, found) for line, found, _ in legacy.find(f"dòng một\n{old}")] == [(2, encoding)]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    ("encoding", "marks"), [(conversion.TCVN3, TCVN3), (conversion.VNI, VNI.split())]
)
def test_every_letter_is_read_back_as_it_was_meant(
    encoding: str, marks: Sequence[str], sentence: str
) -> None:
    old = dict(zip(LETTERS, marks, strict=True))
    for letter, told in old.items():
        assert conversion.to_unicode(told, encoding) == letter
        assert conversion.to_unicode(told, "") == told
    assert {one: told for one, told in conversion.table(encoding).items() if one in old} == old
    assert {one.upper() for one in old} <= conversion.table(encoding).keys()
    written = "".join(old.get(letter, letter) for letter in sentence.lower())
    assert conversion.to_unicode(written, encoding) == sentence.lower()
    assert conversion.of_text(written) == encoding
    assert conversion.of_text(sentence) == ""


def test_capitals_are_those_of_the_font_in_one_encoding_and_letters_in_the_other() -> None:
    assert conversion.to_unicode("tr\xad", conversion.TCVN3, ".VnTime") == "trư"
    assert conversion.to_unicode("tr\xad", conversion.TCVN3, ".VnTimeH") == "TRƯ"
    assert conversion.to_unicode("tr\xad", conversion.TCVN3, "ArialH") == "trư"
    assert conversion.to_unicode("TRÖÔØNG Tröôøng", conversion.VNI) == "TRƯỜNG Trường"


@pytest.mark.parametrize(
    "text",
    [
        " ".join(SENTENCES),
        "Đồng chí Nguyễn Ái Quốc; H'Hen Niê, Y Blok Êban, Rơ Châm; Krông Pắc, Đắk Lắk, Kon Tum.",
        "Le coût d'août à Hanoï, Saïgon; garçon français; où est Noël, Raphaël, Gaëlle; ambiguïté.",
        "Peña, Muñoz, Núñez, Ibáñez; señor, España; aún, baúl, teatro, océano, teáurico, pingüino.",
        "São Paulo, João, Leões, aviões, informações, Camões; coração.",
        "Größe, Straße, Müller, Bäume; Søren, Ærø, blåbær; Þórður, Ísland; Kraków, Łódź; Čapek.",
        "Zoom®, Word®, Excel® © 2026; 5 µm; m²; 1½; 3×4; a·b; «Trường Đảng» – “lớp” … Hà Nội–Huế.",
        "trường\xadchính\xadtrị, chính\xadtrị",
    ],
)
def test_unicode_text_is_not_accused(text: str) -> None:
    assert not list(legacy.find(text))


def test_no_vietnamese_syllable_is_accused() -> None:
    tones = ["", *"\u0300\u0309\u0303\u0301\u0323"]
    made = {
        nfc(start + rhyme[: _toned(rhyme)] + tone + rhyme[_toned(rhyme) :])
        for start, rhyme, tone in product(["", *STARTS.split()], RHYMES.split(), tones)
    }
    words = sorted(made | {word.upper() for word in made} | {word.title() for word in made})
    assert len(words) > 50_000
    accused = [word for word in words if list(legacy.find(f"{word} a{word}b{word}"))]
    assert not accused


def _toned(rhyme: str) -> int:
    """Where the tone is put: after the marked vowel, else after the first that is no glide."""
    marked = [at for at, letter in enumerate(rhyme, 1) if letter in "ăâêôơư"]
    vowels = [at for at, letter in enumerate(rhyme, 1) if letter in "aeiouy"]
    pair = len(vowels) > 1 and rhyme.startswith(("oa", "oe", "uy"))
    return marked[-1] if marked else vowels[int(pair)]
