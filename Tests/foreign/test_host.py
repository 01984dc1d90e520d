"""The host holds sealed bytes only, and logs hold nobody: canaries are planted, then every byte is searched."""

from __future__ import annotations

import base64
import json
import shutil
from pathlib import Path

import pytest
import requests

import names
import samples
from bytesearch import SHORTEST, files, search, spellings
from cda import CONSULTATION, LETTER, SUMMARY
from demo import Demo
from ebrim import Entry
from lps import Client, client
from people import Cast
from serving import Server


@pytest.fixture(scope="module")
def canaries(demo: Demo, author: Client, roles: Cast) -> dict[str, str]:
    """What must not be found, after an ordinary day's work with it; short names are left out, chance holds them."""
    word = samples.mark()
    first = samples.summary(roles.patient, roles.author, word)
    author.deposit(first, samples.consultation(roles.patient, roles.author, word))
    found = author.get(roles.patient, first.unique_id)
    assert found is not None
    author.mask(roles.patient, found)
    author.retrieve(roles.patient, first.unique_id)
    author.deposit(Entry(samples.letter(roles.patient, roles.author, word), masked=True))
    nurse = client(demo, roles.nurse)
    nurse.authorize(roles.patient)
    nurse.find(roles.patient)
    told = {
        "title and text": word,
        "text": "Hypertension essentielle",
        "type code": SUMMARY.code,
        "other type code": CONSULTATION.code,
        "letter type code": LETTER.code,
        "type label": SUMMARY.label,
        "format code": SUMMARY.format_code,
        "document identifier": first.unique_id,
        "root of identifiers": names.OUR_OID + ".7.",
        "secret code": roles.patient.secret_code or word,
        "mask": "MASQUE_PS",
    }
    for number, each in enumerate(author.find(roles.patient).documents):
        if len(each.title) >= 10:
            told[f"title {number}"] = each.title
    for number, patient in enumerate(demo.patients):
        told[f"INS {number}"] = patient.ins
        told[f"first digits of INS {number}"] = patient.ins[:13]
        if len(patient.family) >= 6:
            told[f"patient's name {number}"] = patient.family
        for kind, value in (("e-mail", patient.email), ("telephone", patient.phone)):
            if value:
                told[f"{kind} {number}"] = value
    for number, person in enumerate(demo.professionals):
        told[f"professional {number}"] = person.national_id
        if len(person.family) >= 6:
            told[f"professional's name {number}"] = person.family
    return told


@pytest.fixture(scope="module")
def given(demo: Demo) -> dict[str, str]:
    """The given names of everybody; those of fewer letters are left out, chance holds them."""
    told = {f"patient's given name {number}": each.given for number, each in enumerate(demo.patients)}
    told |= {f"professional's given name {number}": each.given for number, each in enumerate(demo.professionals)}
    long = {kind: name for kind, name in told.items() if len(name) >= SHORTEST}
    assert len(long) > len(told) / 2
    return long


def test_a_short_name_is_found_as_it_is_written(tmp_path: Path) -> None:
    """Of five letters in every spelling and at every alignment; in other letters it is no find, and four letters are none."""
    told = {"given name": "Amina"}
    for name, octets in spellings("Amina", SHORTEST).items():
        (tmp_path / "file").write_bytes(b"\x07..." + octets + b"...")
        assert name in [each.spelling for each in search([tmp_path / "file"], {}, tmp_path, told)], name
    for shift in range(3):
        (tmp_path / "file").write_bytes(base64.b64encode(b"x" * shift + b"Amina" + b"yz"))
        assert search([tmp_path / "file"], {}, tmp_path, told), f"base64 after {shift} bytes"
    (tmp_path / "file").write_bytes(b"amina AMINA Amin")
    assert search([tmp_path / "file"], {}, tmp_path, told) == []
    (tmp_path / "Amina.bin").write_bytes(b"")
    assert [each.spelling for each in search([tmp_path / "Amina.bin"], {}, tmp_path, told)] == ["file name"]


def test_the_search_finds_what_is_planted(tmp_path: Path) -> None:
    """A search that finds nothing proves nothing until it has found something."""
    word = "Zéphyrine0123456789"
    for name, octets in spellings(word).items():
        (tmp_path / "file").write_bytes(b"\x07..." + octets + b"...")
        assert [each.spelling for each in search([tmp_path / "file"], {"word": word}, tmp_path)], name
    for shift in range(3):
        (tmp_path / "file").write_bytes(base64.b64encode(b"x" * shift + word.encode() + b"yz"))
        assert search([tmp_path / "file"], {"word": word}, tmp_path), f"base64 after {shift} bytes"


def test_the_host_holds_nothing_that_can_be_read(
    demo: Demo, canaries: dict[str, str], given: dict[str, str], tmp_path: Path
) -> None:
    """Access and life cycle § 6."""
    host = demo.folder / "host"
    assert host.is_dir()
    # A copy first, as a thief would: the files change under a server that runs.
    stolen = tmp_path / "host"
    shutil.copytree(host, stolen)
    everything = list(files(stolen))
    assert sum(each.stat().st_size for each in everything) > 10_000
    assert search(everything, canaries, stolen, given) == []


def test_logs_hold_neither_names_nor_identifiers(
    server: Server | None, demo: Demo, canaries: dict[str, str], given: dict[str, str]
) -> None:
    logs = [each for each in files(demo.folder) if each.suffix in (".log", ".jsonl", ".txt")]
    if server is not None:
        logs.append(server.log)
    if not logs:
        pytest.skip("this demonstration keeps no log")
    assert search(logs, canaries, demo.folder, given) == []


def operations(demo: Demo) -> str:
    """Where whoever watches the service asks: the log tells the port."""
    events = [json.loads(each) for each in (demo.folder / "application/events.jsonl").read_text().splitlines()]
    opened = [each for each in events if each["event"] == "doorOpened" and each["door"] == "operations"]
    return f"http://127.0.0.1:{opened[-1]['port']}"


def test_whoever_watches_the_service_reads_of_nobody(
    demo: Demo, canaries: dict[str, str], given: dict[str, str], tmp_path: Path
) -> None:
    """Numbers and states are for those who run the service: no name, no matricule, nothing of a document."""
    there = operations(demo)
    for page, word in (("metrics", "http_requests_total"), ("health", "components")):
        answer = requests.get(f"{there}/{page}", timeout=10)
        assert answer.status_code == 200 and word in answer.text
        (tmp_path / page).write_bytes(answer.content)
    assert search([tmp_path / "metrics", tmp_path / "health"], canaries, tmp_path, given) == []
