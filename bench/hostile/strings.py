"""Strings that would do harm where something is not escaped, or would vanish where it is cut.

In: nothing. Out: them by name. Each that would run something calls `alert` or sets `MARK`, so that
a browser can tell; none leads to a host or a place that exists.
"""

from __future__ import annotations

MARK = "hoiDoc"
"""The property of the window that a payload sets."""
RUN = f"window.{MARK}=1;alert(1)"

STRINGS: dict[str, str] = {
    # Tags
    "script": f"<script>{RUN}</script>",
    "script-cased": f"<ScRiPt\n>{RUN}</sCrIpT >",
    "script-nested": f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    "img": f"<img src=x onerror={RUN}>",
    "svg": f"<svg/onload={RUN}>",
    "svg-animate": f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    "iframe": f'<iframe srcdoc="<script>parent.{MARK}=1</script>">',
    "details": f"<details open ontoggle={RUN}>Chữ",
    "style": "<style>*{display:none}</style>",
    "base": "<base href=//xau.invalid/>",
    "refresh": "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "form": "<form action=//xau.invalid><input name=q><button>Gửi",
    "mutation": f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    "math": f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    "comment": "<!-- chú thích --> sau chú thích",
    "comment-open": "trước <!-- mở mà không đóng",
    "comment-odd": f"--!><img src=x onerror={RUN}>",
    "cdata": f"<![CDATA[ chữ ]]> sau ]]><script>{RUN}</script>",
    "doctype": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "processing": "<?xml version='1.0'?><?php system('id') ?>",
    # Out of an attribute, a script, a style, a title
    "double-quote": f'" onmouseover="{RUN}" autofocus onfocus="{RUN}',
    "single-quote": f"' onfocus='{RUN}' tabindex='0' x='",
    "back-quote": f"` onfocus={RUN} autofocus `",
    "close-tag": f'"></a></p></title></textarea></select><img src=x onerror={RUN}>',
    "close-script": f"</script><script>{RUN}</script>",
    "comment-script": f"<!--<script>{RUN}//--></script>",
    "json": f'","x":"</script><img src=x onerror={RUN}>\\u003c',
    "js-string": f"';{RUN};//\\';{RUN};//\u2028{RUN}\u2029",
    "css": "};*{background:url(//xau.invalid/a)}/* \\3c \\22 \";content:'",
    "css-expression": "expression(alert(1)) url(javascript:alert(1)) @import '//xau.invalid'",
    # Addresses
    "javascript": f"javascript:{RUN}",
    "javascript-tab": "java\tscript:alert(1)//https://xau.invalid/",
    "javascript-entity": "&#106;avascript&colon;alert(1)",
    "data-link": "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "markdown-link": f"[bấm]( javascript:{RUN} ) [bấm](<javascript:{RUN}>)",
    "markdown-reference": "[bấm][x]\n\n[x]: javascript:alert(1)",
    "markdown-image": "![ảnh](https://xau.invalid/a.png) ![x](x){onerror=alert(1)}",
    "autolink": "<javascript:alert(1)> <https://xau.invalid/?a=1&b=2>",
    "address-quote": 'https://xau.invalid/"onmouseover="alert(1)',
    "address-at": "https://hcma.vn@xau.invalid/%0d%0aSet-Cookie:x=1",
    "protocol-relative": "//xau.invalid/a.js",
    # Templates, shells, spreadsheets, paths
    "template": "{{ 7*7 }} {% raw %}{{ cycler.__init__.__globals__ }}{% endraw %} {# x #}",
    "template-js": "${alert(1)} #{alert(1)} <%= 7*7 %> {{constructor.constructor('alert(1)')()}}",
    "format": "%s %n %x {0} {0.__class__} %(x)s $x",
    "formula": "=cmd|'/C calc'!A0",
    "formula-plus": "+1+1 -1 @SUM(1)",
    "shell": "; rm -rf x `id` $(id) | cat & \n id",
    "traversal": "../../p-evil",
    "traversal-windows": "..\\..\\p-evil",
    "traversal-encoded": "%2e%2e/%2e%2e/p-evil",
    "dots": "..",
    "device": "con",
    "address-signs": "a/b?c=d#e&f=%00",
    "prototype": "__proto__ constructor toString hasOwnProperty",
    # Entities
    "entity-script": "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt;",
    "entity-bidi": "trước &#x202e;sau&#8238; &#0; &#x1; &nbsp;&shy;&zwnj;",
    # Letters
    "nul": "Trước\x00sau",
    "control": "Thực hiện\x01 một\x07 hai\x1b[31m ba\x7f",
    "control-c1": "Thực hiện\x85 một\x9b hai",
    "bidi": "trước \u202esau ngược\u202c \u2066cô lập\u2069",
    "zero-width": "Hội\u200b nghị\u200d tổng\u2060 kết\ufeff",
    "only-unseen": "\u200b\u2060\u3164",
    "tags": "Chữ \U000e0041\U000e0042 ẩn",
    "surrogate": "chữ \ud83d lẻ",
    "noncharacter": "chữ \uffff \ufdd0 lạ",
    "private": "chữ \ue000 riêng",
    "look-alike": "Tr\u01a3ờng đ\u01a3ợc c\u03bf quan",
    "mojibake": "Há»™i nghá»‹ tá»•ng káº¿t",
    "decomposed": "Ho\u0302\u0323i nghi\u0323",
    "stacked": "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e a",
    "emoji": "🏫 👩\u200d👩\u200d👧 🇻🇳",
    "spaces": "Một\u00a0hai\u3000ba\u2003bốn\u2028năm",
    "right-to-left": "مرحبا שלום chữ",
    "long-word": "dài" * 180,
    "many-signs": "*_`[](){}<>#+-.!|~^=:\\" * 8,
    "yaml": "a: b # c\n- d\n--- !!python/object:x {e: [f, *g, &h]}",
    "fence": "```\nmã không đóng",
    "heading": "# Tiêu đề trong giá trị\n\n=====",
    "table": "| a | b |\n|---|---|\n| 1 | 2 | 3 |",
    "footnote": "chữ[^x] và[^y]\n\n[^x]: chú thích <b>",
    "definition": "*[ABC]: nghĩa\n\n[ABC]: /x",
}
"""What a value may be, by what it tries."""
