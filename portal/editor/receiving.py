"""The addresses at which files are handed in: Word and PDF to be imported, pictures for a text.

Comes in: requests, as `routes` decodes them. Goes out: answers.
"""

from __future__ import annotations

from portal.editor import pictures
from portal.editor.answers import Answer, Asked, Route, data, page, to
from portal.editor.arrivals import Arrivals
from portal.editor.desk import Desk
from portal.editor.opened import Refused
from portal.editor.screens import Screens


class Receiving:
    def __init__(self, desk: Desk, screens: Screens) -> None:
        self.desk, self.screens, self.arrivals = desk, screens, Arrivals(desk)
        self.routes: tuple[Route, ...] = (
            ("GET", r"/nhap-tep", self.choose),
            ("POST", r"/nhap-tep", self.arrived),
            ("GET", r"/nhap-tep/([0-9]{1,6})", self.read),
            ("POST", r"/nhap-tep/([0-9]{1,6})", self.write),
            ("POST", r"/anh", self.picture),
            ("POST", r"/dinh-kem", self.attached),
        )

    def choose(self, asked: Asked) -> Answer:
        return page(self.screens.choose_file())

    def arrived(self, asked: Asked) -> Answer:
        try:
            number = self.arrivals.arrive(asked.query.get("ten", ""), asked.raw)
        except Refused as fault:
            return data({"loi": str(fault)}, 409)
        return data({"toi": f"/nhap-tep/{number}"})

    def picture(self, asked: Asked) -> Answer:
        try:
            name, words = asked.query.get("ten", ""), asked.query.get("loi", "")
            return data({"chu": pictures.put(self.desk, name, asked.raw, words)})
        except Refused as fault:
            return data({"loi": str(fault)}, 409)

    def attached(self, asked: Asked) -> Answer:
        try:
            return data({"o": pictures.attach(self.desk, asked.query.get("ten", ""), asked.raw)})
        except Refused as fault:
            return data({"loi": str(fault)}, 409)

    def read(self, asked: Asked, number: str) -> Answer:
        return page(self.screens.arrival(self.arrivals.read(int(number))))

    def write(self, asked: Asked, number: str) -> Answer:
        accept = dict(asked.pairs).get("thay-doi") != "bo"
        return to(f"/muc/{self.arrivals.write(int(number), accept=accept)}?da=vao")
