"""Letters: nobody is deceived by one, what is sure is mended, and nobody is accused for writing."""

from __future__ import annotations

import re
import sys
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import letters
from portal.letters import lookalikes, mojibake, unseen
from portal.text import nfc


def told(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.rule) for one in letters.faults(nfc(text))]


def mended(text: str) -> str:
    return letters.mended(nfc(text))[0]


# What nobody sees

HIDDEN = [
    *("\x01", "\x08", "\x0b", "\x1b", "\x7f", "\x85", "\x9f", "\u00ad", "\u034f", "\u061c"),
    *("\u115f", "\u180e", "\u200b", "\u200d", "\u200e", "\u2028", "\u202e", "\u2060", "\u2063"),
    *(
        "\u2029",
        "\u2066",
        "\u2800",
        "\u3164",
        "\ud800",
        "\ue000",
        "\uf0b7",
        "\ufdd0",
        "\ufe0f",
        "\ufeff",
    ),
    *("\ufff9", "\ufffc", "\ufffd", "\uffff", "\U000e0041", "\U000e0100", "\U000f0000"),
]


@pytest.mark.parametrize("char", HIDDEN, ids=unseen.code)
def test_a_hidden_letter_is_told_by_its_line_its_code_and_a_vietnamese_name(char: str) -> None:
    (fault,) = letters.faults(f"một\nTrường{char} ta")
    assert (fault.line, fault.rule, fault.level) == (2, "ky-tu-la", "lỗi")
    assert re.fullmatch(
        rf"có ký tự không nhìn thấy {re.escape(unseen.code(char))}, \D+\.", fault.text
    )
    assert char not in fault.text + fault.remedy


@pytest.mark.parametrize("char", HIDDEN, ids=unseen.code)
def test_it_is_told_as_well_where_a_reference_or_an_escape_stands_for_it(char: str) -> None:
    references = (f"&#{ord(char)};", f"&#x{ord(char):x};", f"&#X{ord(char):04X};")
    for written in references if not "\x80" <= char <= "\x9f" else ():  # shown as in cp1252
        assert told(f"một\n[x](y 'Trường{written} ta')") == [(2, "ky-tu-la")]
    turned = [(7, f"Trường{char} ta")]
    assert [(one.line, one.rule) for one in letters.faults("x", turned)] == [(7, "ky-tu-la")]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *(("&#x10FFFD;", "U+10FFFD"), ("&#x10FFFF;", "U+10FFFF"), ("&#1114111;", "U+10FFFF")),
        *(("&#x110000;", "U+FFFD"), ("&#1114112;", "U+FFFD"), ("&#0;", "U+0000")),
    ],
)
def test_a_reference_is_told_by_its_number_up_to_the_last_there_is(written: str, code: str) -> None:
    [fault] = letters.faults(f"Trường{written} ta")
    assert f" {code}," in fault.text


@pytest.mark.parametrize(
    "name",
    ["rlm", "lrm", "zwj", "zwnj", "shy", "ZeroWidthSpace", "NoBreak", "InvisibleTimes", "ic"],
)
def test_references_by_name_are_judged_as_the_letter(name: str) -> None:
    assert told(f"Trường&{name};ta") == [(1, "ky-tu-la")]


@pytest.mark.parametrize(
    "text",
    [
        *("&nbsp; &amp; &lt; &quot; &#8211; &#150; &eacute; &ndash; &emsp; &khong-co; &x; &;"),
        *("a&b;c", "R&D; x", "https://x.vn/?a=1&b=2;"),
    ],
)
def test_other_references_are_nothing_to_tell(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["\u0301", "a \u0301b", "-\u0323", "một\n\u0302", "«\u0309»"])
def test_a_mark_without_a_letter_is_told(text: str) -> None:
    assert [rule for _, rule in told(text)] == ["ky-tu-la"]


def test_a_letter_in_many_places_is_told_once_with_their_number() -> None:
    (fault,) = letters.faults("a\u200bb\nc\u200bd \u200b")
    assert fault.line == 1
    assert "và 2 chỗ nữa" in fault.text


# What looks like another

ALIKE = [
    ("Trƣờng đƣợc ƢU TÚ", "Trường được ƯU TÚ"),
    ("h\u043ec t\u0430p, \u0415m, \u0421hính trị, \u0410BC", "hoc tap, Em, Chính trị, ABC"),
    ("tr\u01b0\u1eddn\u0261, \u03bdiệc, \u039dội, h\u03bfc, \u0391N", "trường, việc, Nội, hoc, AN"),
    ("380-\u041a\u041d/HVCTQG", "380-KH/HVCTQG"),
    ("Ðiều, ðảng, ĐẠI QÐ, HÐND, Ɖảng, ɖội, ɗi", "Điều, đảng, ĐẠI QĐ, HĐND, Đảng, đội, đi"),
    ("ch\u0131, n\u01cem, v\u01cen b\u1ea3n, g\u0251", "chi, năm, văn bản, ga"),
    ("\ufb01le, o\ufb03ce, Wi-\uff26\uff49, \uff12\uff10", "file, office, Wi-Fi, 20"),
    (
        "\U0001d413\U0001d42b\u01b0\u1edd\U0001d427\U0001d420 \U0001d5e7\U0001d5f5\U0001d5f6",
        "Trường Thi",
    ),
    ("\U0001d407\U0001d428\u0323\U0001d41c", "Học"),
    ("\u24c9\u24c7\u24ca", "TRU"),
    ("e\u0301\u0302, \u1ebf\u0301, o\u0323\u031b\u0323, d\u0335i, D\u0336i", "ế, ế, ợ, đi, Đi"),
    ("20\u0662\u0666", "2026"),
]


@pytest.mark.parametrize(("written", "meant"), ALIKE)
def test_a_letter_that_looks_like_a_vietnamese_one_is_told_and_mended(
    written: str, meant: str
) -> None:
    assert {rule for _, rule in told(written)} == {"chu-giong"}
    assert mended(written) == meant
    assert told(meant) == []


@pytest.mark.parametrize("digit", "0123456789")
@pytest.mark.parametrize("foreign", ["\u0662", "\u06f2", "\u0968"], ids=ascii)
def test_a_digit_of_another_script_beside_any_of_ours_is_told_and_mended(
    digit: str, foreign: str
) -> None:
    for written in (f"{digit}{foreign}", f"{foreign}{digit}"):
        assert {rule for _, rule in told(written)} == {"chu-giong"}
        assert mended(written) == written.replace(foreign, "2")
    assert told(foreign * 2) == told(f"a{foreign}") == []


@pytest.mark.parametrize(
    "word",
    [
        "\u041b\u043e\u043coнocoв",  # Latin o and c within a Russian word
        "a\u0323\u0301",
        "h\u0336o\u0336c",
        "tr\u1d1cng vi\u1ec7t\u0255",
        "z\u0300\u0301\u0302\u0303",
        "\u13a2r\u01b0\u1eddng",
        "\u144cà",
    ],
    ids=ascii,
)
def test_what_is_not_sure_is_told_and_left(word: str) -> None:
    assert {rule for _, rule in told(word)} == {"chu-giong"}
    assert mended(word) == nfc(word)


LAWFUL = [
    "Đại học Tổng hợp Ломоносов; МГУ, СССР, ВКП(б); Су-27/Su-27; Т-34",
    "α, β, γ, λ = 5 μm, 5 µg, kΩ, MΩ, Δt, ΔT, λmax, αmax, TNFα, IFNγ, πr², χ², σ², ∑, Ω",
    "x\u0304, p\u0302 và 𝑥 + 𝑦 = 5; H₂O, m², 1ª, ℃, №, ½, ‰, Ⅳ, Ⅻ, ①, ™",
    "ຫຼວງພະບາງ, ວຽງຈັນ; ภาษาไทย ที่; ភាសា\u200bខ្មែរ; မြန်မာ; हिन्दी न्\u200dय; فارسی می\u200cخواهم; עברית",
    "中国共产党 VNU大学 ASEAN中国; 日本語; 한국어",
    "👩\u200d🏫 ❤\ufe0f 1\ufe0f\u20e3 🇻🇳 ✓ → ☎\ufe0f 👍🏽 🏳\ufe0f\u200d🌈",
    "Yıldız, Sigurðsson, Davíð, São Paulo, JOÃO, Kraków, Łódź, Čapek, Ærø, Straße, Đoković, Þórður",
    "Čư M'gar, ƀuôn Ƀrăh, ê\u0306, ơ\u0306, Y Bhĭ Niê, Ñăk, Krông Pắc, Rơ Châm",
    "«Đẹp quá»… «quá»” «quá»’ «quá»– “THỊ XÃ” ‘THỊ XÃ’ XÃ… BÃ² «đã»¹",
    "Le coût d'août à Noël; niño; Größe; garçon; Tōkyō; Běijīng; lǎoshī; ˈɪŋɡlɪʃ",
    "Ông Nguyễn Văn A (sinh năm 1890) – 75%, 5 < 6; a/b; C:\\x; #1; @x; {y}; [z]; `code`",
]


@pytest.mark.parametrize("text", LAWFUL)
def test_who_writes_another_language_or_a_formula_is_not_accused(text: str) -> None:
    assert told(text) == []
    assert mended(text) == nfc(text)


def test_no_syllable_spelled_with_everyday_letters_is_accused() -> None:
    for base in ("trường", "nghiêng", "quyết", "giữ", "uống", "khuỷu", "đảng", "ngoằn"):
        assert lookalikes.is_syllable(base)
        for word in (base, base.upper(), base.title()):
            assert told(f"ø {word}") == []


# What was read in another encoding

SENTENCE = "Hội nghị Trường Chính trị Đồng Nai được tổ chức tại hòa bình, kêu gọi"


@pytest.mark.parametrize("page", mojibake.CODE_PAGES)
def test_utf8_read_in_another_encoding_is_told_and_mended(page: str) -> None:
    table = mojibake._Page(page)
    once = "".join(table.garbled(char) if ord(char) > 127 else char for char in SENTENCE)
    assert "ma-hong" in [rule for _, rule in told(f"đúng\n{once}")]
    assert mended(f"đúng\n{once}") == f"đúng\n{SENTENCE}"


def test_so_is_what_was_garbled_twice() -> None:
    table = mojibake._Page("cp1252")
    twice = SENTENCE
    for _ in range(2):
        twice = "".join(table.garbled(char) if ord(char) > 127 else char for char in twice)
    assert mended(twice) == SENTENCE


@pytest.mark.parametrize("word", SENTENCE.replace(",", "").split())
def test_one_garbled_word_is_enough(word: str) -> None:
    table = mojibake._Page("cp1252")
    once = "".join(table.garbled(char) if ord(char) > 127 else char for char in word)
    assert mended(once) == word


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *((f"{letter}Ä‘", f"{letter}đ") for letter in "az"),  # a small letter in front …
        *((f"Ä‘{letter}", f"đ{letter}") for letter in "az"),  # … or behind
        *((text, None) for text in ("Ä‘", "AÄ‘", "Ä‘A", "5Ä‘", "{Ä‘")),
        ("Ã´i", "ôi"),
        *((text, None) for text in ("lÃ»", "bÃ– ", "Ã “a”")),  # signs that close a word
        *((f"Há»{sign}", None) for sign in "”»"),
        ("trá»‹ ", "trị "),
    ],
)
def test_two_signs_are_a_letter_only_inside_a_word_of_small_letters(
    text: str, meant: str | None
) -> None:
    assert mended(text) == (meant or text)


def test_what_was_mended_is_said_in_the_order_it_was_done() -> None:
    text, done = letters.mended("quyáº¿t\u200b Ðịnh\u00a0số")
    assert text == "quyết Định số"
    assert done == [
        "đọc lại chữ UTF-8 bị đọc nhầm bảng mã",
        "bỏ ký tự không nhìn thấy",
        "thay chữ giống chữ Việt bằng chữ Việt",
        "thay dấu cách lạ bằng dấu cách thường",
    ]
    assert letters.mended("quyết định") == ("quyết định", [])


# Spaces


@pytest.mark.parametrize("space", "\u00a0\u1680\u2002\u2009\u202f\u205f\u3000", ids=unseen.code)
def test_other_spaces_are_read_as_plain_ones_with_a_reminder(space: str) -> None:
    (fault,) = letters.faults(f"một{space}hai")
    assert (fault.rule, fault.level) == ("dau-cach-la", "nhắc")
    assert letters.plain_spaces(f"một{space}hai") == mended(f"một{space}hai") == "một hai"


def test_letters_that_show_nothing_are_taken_out_but_for_old_encodings() -> None:
    assert mended("Tr\u00adường\u200b ta\ufeff, \u2060ta") == "Trường ta, ta"
    old = "Tr­êng chÝnh trÞ, ®µo t¹o c¸n bé"
    assert mended(old) == old


# What shows nothing

NOTHING = [
    *("", " ", "\u00a0", "\u200b", "\u0301", "&nbsp;", "&#8203; &nbsp;", "<br>", "<BR/> <br />"),
    *("**  **", "****", "__ __", "``", "~~ ~~", "> ", "## ", "<sub></sub>", "<mark> </mark>"),
    *("[](van-ban/x)", "[ ](x)", "[a]: https://x.vn", "\u3164", "\u2800", "\\"),
]


@pytest.mark.parametrize("text", NOTHING, ids=ascii)
def test_a_value_of_nothing_to_see_is_a_blank_one(text: str) -> None:
    assert unseen.shows_nothing(text)


@pytest.mark.parametrize("text", ["a", "…", "-", "0", "«»", "![](tep/a.png)", "&amp;", "😀", "<5%"])
def test_a_value_that_shows_anything_is_none(text: str) -> None:
    assert not unseen.shows_nothing(text)


# Anything at all

ANY = st.text(alphabet=st.characters() | st.sampled_from("aeoưđ \n&#;xáºÃ»\u0301\u0306\u0335"))


@given(ANY)
def test_any_text_is_judged_and_mending_twice_changes_nothing(text: str) -> None:
    text = nfc(text)
    for fault in letters.faults(text, [(1, text)]):
        assert 1 <= fault.line <= 2 * text.count("\n") + 1
        assert fault.text.isprintable()
        assert fault.remedy
    once = mended(text)
    assert mended(once) == once


@given(st.text(alphabet="aàáảãạăâđêôơưứVNQĐ «»“”…,.-/09\n", max_size=200))
def test_everyday_letters_are_never_accused(text: str) -> None:
    text = nfc(text)
    assert not [rule for _, rule in told(text) if rule != "ma-hong"]


def test_a_large_text_of_odd_letters_is_judged_soon() -> None:
    row = "Trường «chính trị» m² Ω λ Ломоносов đẹp quá»… XÃ Å Äß ─ " * 20 + "\n"
    text = nfc(row * (2 * 1024 * 1024 // len(row.encode())))
    begun = process_time()
    list(letters.faults(text))
    assert process_time() - begun < 10


def test_no_letter_of_unicode_breaks_the_judgement() -> None:
    for places in (range(0x3400), range(0x3400, sys.maxunicode + 1, 97)):
        text = " ".join(map(chr, places))
        assert all(fault.text.isprintable() for fault in letters.faults(text))


def test_a_foreign_letter_alone_is_no_abbreviation() -> None:
    assert list(lookalikes.find("Ð")) == []
    assert [one.meant for one in lookalikes.find("QÐ")] == ["QĐ"]
