"""Addresses of the web: what is one, what a site is published at, what is said of the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import url
from portal.url import BadAddress, public, reason


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("https://hoc-vien.vn", "https://hoc-vien.vn/"),
        ("https://hoc-vien.vn/duong/dan", "https://hoc-vien.vn/duong/dan/"),
        ("HTTPS://Hoc-Vien.VN/Duong", "https://hoc-vien.vn/Duong/"),
        ("https://ten.github.io/kho//", "https://ten.github.io/kho/"),
        ("https://trường.vn/chuẩn/", "https://xn--trng-rib8295b.vn/chu%E1%BA%A9n/"),
        ("https://tru\u031bo\u031b\u0300ng.vn/", "https://xn--trng-rib8295b.vn/"),
        ("https://xn--trng-rib8295b.vn/", "https://xn--trng-rib8295b.vn/"),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("http://noi-bo/", "http://noi-bo/"),
        ("https://x.vn:/", "https://x.vn/"),
        ("https://x.vn./", "https://x.vn/"),
        ("https://x.vn/~an/%20b/", "https://x.vn/~an/%20b/"),
    ],
)
def test_an_address_to_publish_at_has_one_form(typed: str, written: str) -> None:
    assert public(typed) == written
    assert public(written) == written


NEVER = [
    *('https://x.vn/"><script>alert(1)</script>', "https://x.vn/'onload='x", "https://x.vn/<b>"),
    *("https://x.vn/a b", "https://x.vn/a\tb", "https://x.vn/\n", "https://x.vn/\x00", " "),
    *("https://x.vn/\u202ea", "https://x\u200b.vn/", "https://x.vn/\u00ad", "https://x.vn/\ufeff"),
    *("https://x.vn\\@evil.vn/", "https://x.vn/a\\b", "https://x.vn/`", "https://x.vn/{a}"),
    *("ftp://x.vn/", "javascript:alert(1)", "data:text/html,x", "mailto:a@b.vn", "//x.vn", "x.vn"),
    *("", "/", "https:", "https://", "https:///a", "https:x.vn", "https:/x.vn", "http//x.vn"),
    *("https://an:mat-khau@x.vn/", "https://x.vn@evil.vn/", "https://@x.vn/"),
    *("https://x.vn/?q", "https://x.vn/?", "https://x.vn/#a", "https://x.vn/#"),
    *("https://x.vn:70000/", "https://x.vn:0/", "https://x.vn:-1/", "https://x.vn:a/"),
    *(
        "https://a..b/",
        "https://.vn/",
        "https://-a.vn/",
        "https://a-.vn/",
        f"https://{'a' * 64}.vn",
    ),
    *("https://1.2.3/", "https://999.1.1.1/", "https://0x7f.1/", "https://[::1/", "https://[g]/"),
    *("https://[fe80::1%25eth0]/", "https://ｘ.vn/", "https://x。vn/", "https://straße.de/"),
    *("https://xn--zzzzzz99999.vn/", f"https://{'a.' * 130}vn/", f"https://{'a' * 64}.vn"),
    *("https://x.vn/../a", "https://x.vn/a/..", "https://x.vn/./a", "https://x.vn/a//b"),
    *("https://x.vn/%2e%2e/a", "https://x.vn/%2E/", "https://x.vn/%2fa/", "https://x.vn/%5c/"),
    *("https://x.vn/%00/", "https://x.vn/%0a/", "https://x.vn/%22/", "https://x.vn/%3Cb/"),
    *("https://x.vn/%zz/", "https://x.vn/%", "https://x.vn/%ff/", "https://x.vn/%E2%80%AE/"),
    *("https://x.vn/%20/", "https://x.vn/a/%2e/"),
    *("https://x.vn/a&b", "https://x.vn/a;b", "https://x.vn/a|b", "https://x.vn/(a)"),
    *("https://x.vn/index.html", "https://x.vn/cong/INDEX.HTM", "https://x.vn/index.php"),
]


@pytest.mark.parametrize("typed", NEVER)
def test_any_other_address_is_refused_with_a_reason_and_an_example(typed: str) -> None:
    with pytest.raises(BadAddress, match=r"^[a-zđ].*\. Ví dụ: https?://[!-~]+/$"):
        public(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hoc-vien.vn", "https://hoc-vien.vn/"),
        ("hoc-vien.vn/duong/dan", "https://hoc-vien.vn/duong/dan/"),
        ("//hoc-vien.vn/", "https://hoc-vien.vn/"),
        ("htps://hoc-vien.vn", "https://hoc-vien.vn/"),
        ("localhost:8000", "http://localhost:8000/"),
        ("127.0.0.1:8000/a", "http://127.0.0.1:8000/a/"),
        ("http://hoc-vien.vn/?q=1", "http://hoc-vien.vn/"),
        (" https://hoc-vien.vn ", "https://hoc-vien.vn/"),
        ("https://hoc-vien.vn/cong/index.html", "https://hoc-vien.vn/cong/"),
    ],
)
def test_where_it_is_clear_what_was_meant_that_is_the_example(typed: str, meant: str) -> None:
    with pytest.raises(BadAddress, match=f"Ví dụ: {meant}$"):
        public(typed)


@given(st.text(max_size=40) | st.text('htps:/.@?#[]%"<>\\ax1-_ \u202e', max_size=40))
def test_nothing_that_can_be_typed_breaks_it_and_what_passes_is_plain(text: str) -> None:
    for typed in (text, f"https://x.vn/{text}", f"https://{text}"):
        try:
            written = public(typed)
        except BadAddress:
            continue
        assert public(written) == written
        assert written.isascii()
        assert written.endswith("/")
        assert not set(written) & set("\"'<>&\\ ?#{}|^`")


@pytest.mark.parametrize(
    "text",
    [
        "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=1&Keyword=a#dieu-5",
        "https://vi.wikipedia.org/wiki/Côte_d'Ivoire_(nước)",
        "http://hcma.vn./bai.htm",
        "https://x.vn/a|b;c",
        "https://trường.vn/chuẩn?tìm=gì",
    ],
)
def test_an_address_in_content_may_have_what_pages_have(text: str) -> None:
    assert reason(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        *("https://hcma.vn@evil.vn/", "https://a:b@hcma.vn/", "https://hcma.vn\\evil/"),
        *("https://hcma.vn:99999/", "https://hcma..vn/", "https://1.2.3/", "https:/hcma.vn"),
        *("javascript:alert(1)", "https://hcma.vn/\u202egpj.exe", "https://hc\u200bma.vn/"),
    ],
)
def test_an_address_in_content_has_a_host_that_can_be_asked(text: str) -> None:
    assert reason(text)


def test_no_scheme_is_the_first_thing_said() -> None:
    assert reason("meo chấm vn") == url.NO_SCHEME
