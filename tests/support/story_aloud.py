"""The sandbox's story, told by the program itself and read aloud: every text of every page, every JSON, every letter (HZ-21).

A program of its own: ``python -m support.story_aloud`` does what ``eyecamp sandbox --headless --story`` does, and writes beside
the pictures what it heard. After the story it signs grades on three more scales, and goes through all pages once more.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from support.pdfs import plain, text_on_pages
from support.schemewalk import Rule, bare_in, hear

from resources.grading.schemes import CDR, NHS, Grade
from resources.store import letters, opinions, referrals, staff, studies
from resources.store.opinions import Said, Stamp
from resources.store.rows import PatientRow
from resources.terms import Laterality, Origin
from sync.fhirmap import Edition, opinion, referral
from workstation.cli import main as eyecamp
from workstation.gui.letters.sheet import Pictures, paper_of
from workstation.gui.letters.text import text_of
from workstation.gui.paper import pdf_of
from workstation.gui.words import LANGUAGES, Words
from workstation.sandbox import run
from workstation.sandbox.story import Story

RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT
READER = "Anjali Kumari"
STRANGER = Grade("urn:x", "", (("result", "2"),))
HEARD = "aloud.json"
SUBJECT = {"reference": "Patient/p"}


class Aloud(Story):
    """The story; what it says of grades is in ``said``, by page, document or paper."""

    said: dict[str, dict[str, Any]] = {}  # noqa: RUF012  # of all tellings of this program

    @property
    def rule(self) -> Rule:
        return Rule(self.desktop.look.words.language, (STRANGER.scheme,))

    def tell(self) -> None:
        super().tell()
        self._sign_in()
        self._grade_on_other_scales()
        self._every_page()
        self._every_surface()
        self._every_letter()

    def again(self) -> None:
        super().again()
        self._sign_in()
        self._every_page()
        (self.out / HEARD).write_text(json.dumps(self.said, ensure_ascii=False, indent=1))

    def _grab(self, name: str) -> None:
        super()._grab(name)
        self._walk(f"{self.prefix}{name}")

    def _walk(self, name: str) -> None:
        if name in self.said:
            return
        heard, rule = hear(self.desktop.window), self.rule
        schemes = sum(rule.names_a_scheme(text) for _, text, _ in heard.texts)
        self.said[name] = {"texts": len(heard.texts), "schemes": schemes, "bare": heard.bare(rule)}

    def _sign_in(self) -> None:
        with self.station.store.read() as unit:
            reader = next(one for one in staff.listed(unit) if one.name == READER)
        self.desktop.session.enter(reader)
        self.until(lambda: not self.desktop.window.is_covered, "the window is open")

    def _grade_on_other_scales(self) -> None:
        """The second person on the English scale today and on cup-disc ratios yesterday; the third by a scale nobody knows."""
        _, second, third = self.people[:3]
        nhs = NHS.blank().saying("retinopathy", "R3A").saying("maculopathy", "M1")
        cdr = CDR.blank().saying("cup-disc-ratio", "0.80").saying("rim-notch", "1").saying("disc-haemorrhage", "0")
        self._sign(second, self._today, [Said(eye, nhs, self._picture(second, eye)) for eye in (RIGHT, LEFT)])
        day = self._today - timedelta(days=1)
        self._sign(second, day, [Said(eye, cdr, self._picture(second, eye)) for eye in (RIGHT, LEFT)])
        with self.station.store.write(Origin.HQ, "Dr. Meera Rao (HQ)") as unit:
            stamp = Stamp(uuid4(), self.station.store.clock())
            opinions.sign(unit, third.uuid, self._today, [Said(RIGHT, STRANGER)], stamp=stamp)
        self._sign(third, self._today, [Said(LEFT, nhs, self._picture(third, LEFT))])

    def _sign(self, person: PatientRow, day: date, said: list[Said]) -> None:
        with self.station.store.write(Origin.PERSON, READER) as unit:
            opinions.sign(unit, person.uuid, day, said)

    @property
    def _today(self) -> date:
        store = self.station.store
        return store.clock().astimezone(store.zone).date()

    def _picture(self, person: PatientRow, eye: Laterality) -> str:
        with self.station.store.read() as unit:
            rows = [row for study in studies.of_patient(unit, person.uuid) for row in study.instances]
        return next(row.instance_uid for row in rows if row.laterality is eye)

    # --- where a grade can stand

    def _every_page(self) -> None:
        """Each page of the window, and the pages of a person for each of the three."""
        for key in self.desktop.window._pages:
            if key in ("opening", "alone"):
                continue
            self.desktop.window.show_page(key)
            self.settle()
            self._walk(f"{self.prefix}after {key}")
        for place, person in enumerate(self.people[:3]):
            self.desktop.open_patient(person.uuid)
            self.settle()
            self._walk(f"{self.prefix}patient {place}")
            for day in (self._today, self._today - timedelta(days=1)):
                self.desktop.read(person.uuid, day)
                self.settle()
                self._walk(f"{self.prefix}read {place} {(self._today - day).days}")

    def _every_surface(self) -> None:
        for name, document in self.off_screen(lambda: list(self._documents())):
            self.said[name] = {"texts": len(json.dumps(document)), "bare": bare_in(document, self.rule)}
        sent = list(self._sent())
        schemes = sum(self.rule.names_a_scheme(json.dumps(one)) for one in sent)
        self.said["what is sent"] = {"texts": len(sent), "schemes": schemes, "bare": bare_in(sent, self.rule)}

    def _documents(self) -> Iterator[tuple[str, Any]]:
        """As any client gets them."""
        ready = self.station.ready()
        headers = {"Authorization": f"Bearer {ready['token']}"}
        fhir = "/organizations/default/fhir/3"
        with httpx.Client(base_url=ready["rest_url"], headers=headers, trust_env=False, timeout=60) as web:
            studies = web.get("/dicom-web/studies").raise_for_status().json()
            paths = [
                "/api/status",
                "/api/patients",
                "/api/ImagingStudy",
                "/openapi.json",
                "/tscharts/v1/image/",
                "/tscharts/v1/image/?newest=true",
            ]
            paths += [f"{fhir}/metadata", f"{fhir}/Patient", f"{fhir}/ImagingStudy"]
            paths += ["/dicom-web/studies", "/dicom-web/series", "/dicom-web/instances", "/dicom-web/workitems"]
            first = web.get(f"{fhir}/Patient").raise_for_status().json()["entry"][0]["resource"]["id"]
            paths += [f"{fhir}/Patient/{first}", f"{fhir}/ImagingStudy?patient={first}"]
            paths += [f"/dicom-web/studies/{one['0020000D']['Value'][0]}/metadata" for one in studies]
            for path in paths:
                own = {"Authorization": f"Token {ready['token']}"} if path.startswith("/tscharts") else {}
                answer = web.get(path, headers=own)
                self.need(answer.status_code in (200, 204), f"{path} answers 200 ({answer.status_code})")
                if answer.status_code == 200:
                    yield path, answer.json()
        yield "status --json", self._by_command("status", "--json")

    def _by_command(self, *words: str) -> Any:
        play = self.play
        command = [sys.executable, "-m", "workstation", *words, "--data-dir", str(play.settings.data_dir)]
        command += ["--key-file", str(play.folder / "key")]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=240, env=os.environ)
        return json.loads(done.stdout)

    def _sent(self) -> Iterator[Any]:
        """Grades and referrals as they go to headquarters and on a stick."""
        with self.station.store.read() as unit:
            rows = [row for one in self.people[:3] for row in opinions.of_patient(unit, one.uuid)]
            waiting = referrals.open_ones(unit)
        for edition in Edition:
            for row in rows:
                yield from (opinion(row, type_, edition, SUBJECT) for type_ in ("Observation", "DiagnosticReport"))
            yield from (referral(one, edition, SUBJECT) for one in waiting)

    def _every_letter(self) -> None:
        """Of each of the three, in every language, as it is printed."""
        for place, person in enumerate(self.people[:3]):
            with self.station.store.read() as unit:
                facts = letters.facts(unit, person.uuid, self._today)
            for language in LANGUAGES:
                text = text_of(facts, READER, Words(language), self.station.store.zone)
                lines = [line for eye in text.eyes for line in (eye.heading, *eye.lines, eye.empty)]
                lines += [text.heading.text, text.sentence, *text.blanks, *text.small]
                pages = text_on_pages(pdf_of(paper_of(text, Pictures(None, None, None))))
                rule = Rule(language, (STRANGER.scheme,))
                bare = [line for line in lines if rule.bare(line)]
                schemes = sum(rule.names_a_scheme(plain(page)) for page in pages)
                self.said[f"letter {place} {language}"] = {"texts": len(lines), "schemes": schemes, "bare": bare}


def main() -> int:
    run.Story = Aloud  # type: ignore[misc]  # the same story, told by one who reads aloud
    return eyecamp(["sandbox", "--headless", "--story"])


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    raise SystemExit(main())
