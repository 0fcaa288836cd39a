"""Files to be offered beside the pages, made in the test that needs them: ordinary and hostile.

In: the parts that matter. Out: the bytes of a .zip, .docx, .xlsx, .pptx, .odt, .ods, .doc, .xls or
.pdf around them. Nothing hostile is kept on a disk.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise

Parts = Mapping[str, str | bytes]
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = f'xmlns:r="{_RELATION}"'
_MAIN = {
    "docx": ("word/document.xml", "wordprocessingml.document", f"<w:document {_W}/>"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet", "<workbook/>"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation", "<presentation/>"),
}


def pack(parts: Parts, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", compression) as bundle:
        for name, told in parts.items():
            bundle.writestr(entry(name), told, compression)
    return made.getvalue()


def entry(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    """A name as it stands, which Python would mend on its way: `a\\b`, and a kind of file."""
    one = zipfile.ZipInfo(name)
    one.filename = name
    one.external_attr = mode << 16
    return one


def office(
    kind: str, parts: Parts | None = None, types: str = "", without: tuple[str, ...] = ()
) -> bytes:
    """A small office file of today; `types` is added to its list of content types."""
    main, content_type, body = _MAIN[kind]
    whole = "application/vnd.openxmlformats-officedocument." + content_type + ".main+xml"
    everything: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/{main}" ContentType="{whole}"/>'
        f"{types}</Types>",
        "_rels/.rels": relations(f'Type="{_RELATION}/officeDocument" Target="{main}"'),
        main: body,
        **(parts or {}),
    }
    return pack({name: told for name, told in everything.items() if name not in without})


def relations(*told: str) -> str:
    rows = "".join(f'<Relationship Id="r{place}" {one}/>' for place, one in enumerate(told))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def related(kind: str, target: str, *, external: bool = True) -> str:
    mode = ' TargetMode="External"' if external else ""
    return relations(f'Type="{_RELATION}/{kind}" Target="{target}"{mode}')


def word(runs: str) -> str:
    """A part of a Word file with these runs in one paragraph."""
    return f"<w:document {_W} {_R}><w:body><w:p>{runs}</w:p></w:body></w:document>"


def field(*codes: str) -> str:
    """A field whose code is cut into several runs."""
    written = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in codes)
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")
    )
    return f"{begin}{written}{middle}<w:r><w:t>1</w:t></w:r>{end}"


def slide(click: str) -> str:
    return f'<p:sld xmlns:p="p" xmlns:a="a" {_R}><a:rPr>{click}</a:rPr></p:sld>'


def open_document(
    kind: str, body: str = "", parts: Parts | None = None, mime: str | None = None
) -> bytes:
    spaces = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"'
        for one in ("office", "text", "table", "draw", "script", "form", "meta")
    )
    named = {"odt": "text", "ods": "spreadsheet"}[kind]
    return pack(
        {
            "mimetype": mime or f"application/vnd.oasis.opendocument.{named}",
            "content.xml": f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/'
            f'xlink">{body}</office:document-content>',
            "META-INF/manifest.xml": "<manifest/>",
            **(parts or {}),
        }
    )


# OLE2 ([MS-CFB]): every stream is made long enough to stand in sectors of its own.

_SECTOR, _FREE, _END, _FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A file of streams; a path with strokes stands in storages: `ObjectPool/_1/\\x01Ole`."""
    data, chains, place, places = b"", [], 0, {}
    for path, told in streams.items():
        padded = told.ljust(4096, b"\0")
        padded += bytes(-len(padded) % _SECTOR)
        count = len(padded) // _SECTOR
        places[path] = (place, len(padded))
        chains += [*range(place + 1, place + count), _END]
        place += count
        data += padded
    rows = _rows(places)
    directory = b"".join(rows)
    directory += bytes(-len(directory) % _SECTOR)
    count = len(directory) // _SECTOR
    chains += [*range(place + 1, place + count), _END]
    table = place + count
    fats = (len(chains) + 128) // 128 + 1
    chains += [_FAT] * fats
    chains += [_FREE] * (fats * 128 - len(chains))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIII", 62, 3, 0xFFFE, 9, 6, 0, fats, place, 0, 4096, _END, 0, _END, 0
    )
    listed = [*range(table, table + fats), *([_FREE] * (109 - fats))]
    header += struct.pack("<109I", *listed)
    return header + data + directory + struct.pack(f"<{len(chains)}I", *chains)


def _rows(places: Mapping[str, tuple[int, int]]) -> list[bytes]:
    tree: dict[str, list[str]] = {"": []}
    for path in places:
        parts = path.split("/")
        for depth in range(len(parts)):
            parent, here = "/".join(parts[:depth]), "/".join(parts[: depth + 1])
            children = tree.setdefault(parent, [])
            if here not in children:
                children.append(here)
    order = [""]
    for one in order:
        order += tree.get(one, [])
    number = {path: at for at, path in enumerate(order)}
    after = {one: number[other] for children in tree.values() for one, other in pairwise(children)}
    rows = []
    for path in order:
        name = (path.rpartition("/")[2] or "Root Entry").encode("utf-16-le") + b"\0\0"
        kind = 5 if not path else 2 if path in places else 1
        child = number[tree[path][0]] if tree.get(path) else _FREE
        start, size = places.get(path, (_END if not path else 0, 0))
        rows.append(
            name.ljust(64, b"\0")
            + struct.pack(
                "<HBBIII36xIQ",
                len(name),
                kind,
                1,
                _FREE,
                after.get(path, _FREE),
                child,
                start,
                size,
            )
        )
    return rows


def doc(text: str, more: Mapping[str, bytes] | None = None, flags: int = 0x0200) -> bytes:
    """A .doc whose text lies in two pieces, the second before the first."""
    half = len(text) // 2
    first, second = text[:half].encode("cp1252", "replace"), text[half:].encode("utf-16-le")
    at = 1024
    stream = bytearray(at)
    struct.pack_into("<HH", stream, 0, 0xA5EC, 0x00C1)
    struct.pack_into("<H", stream, 10, flags)
    stream += second + first
    ends = struct.pack("<III", 0, half, len(text))
    pieces = struct.pack("<HIH", 0, 0x40000000 | (at + len(second)) * 2, 0)
    pieces += struct.pack("<HIH", 0, at, 0)
    clx = b"\2" + struct.pack("<I", len(ends + pieces)) + ends + pieces
    struct.pack_into("<II", stream, 0x01A2, 0, len(clx))
    return ole({"WordDocument": bytes(stream), "1Table": clx, **(more or {})})


def record(kind: int, told: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(told)) + told


def xls(*records: bytes, more: Mapping[str, bytes] | None = None) -> bytes:
    stream = record(0x0809, struct.pack("<HH", 0x0600, 5)) + b"".join(records) + record(0x000A)
    return ole({"Workbook": stream, **(more or {})})


# PDF


def pdf(*bodies: str | bytes, trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1, with a table of contents."""
    made = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        told = body.encode() if isinstance(body, str) else body
        made += b"%d 0 obj\n%s\nendobj\n" % (number, told)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(bodies) + 1,
        trailer.encode(),
        start,
    )


CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
PAGES = ("<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>")


def catalog(told: str, *more: str | bytes) -> bytes:
    """A whole PDF of one page, with this in its catalog and these objects from 4 on."""
    return pdf(CATALOG.replace(">>", f"{told}>>"), *PAGES, *more)


def stream(data: bytes, told: str) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (told.encode(), len(data), data)


def packed(*bodies: str, told: str = "/Type/ObjStm", flate: bool = True) -> bytes:
    """Objects from 90 on, compressed into a stream."""
    listed, at = "", 0
    for number, body in enumerate(bodies, 90):
        listed += f"{number} {at} "
        at += len(body.encode()) + 1
    data = (listed + "\n".join(bodies)).encode()
    told += f"/N {len(bodies)}/First {len(listed)}" + ("/Filter/FlateDecode" if flate else "")
    return stream(zlib.compress(data) if flate else data, told)
