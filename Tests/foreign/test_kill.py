"""`kill -9` at random moments: what was acknowledged is there, whole, once and traced; nothing is there by half.

DMP_KILL_CYCLES says how often (15 by default); DMP_KILL_SEED repeats an earlier run.
"""

from __future__ import annotations

import datetime
import os
import random
import time
from collections import Counter
from collections.abc import Iterator

import pytest

import names
import samples
from cda import Document
from demo import Demo, Patient
from ebrim import Entry, utc
from feeding import Feeders, Ledger
from lot import Lot
from lps import Client, client
from masking import Masker, masked
from people import cast
from registry import quoted
from scriptless import Visitor
from serving import Server, binary_under_test

RECORDS = 8
BATCH = 20
"""Documents asked for at once (interop §2.9)."""
VERSIONS = 6
"""Versions of the document that is masked and shown again."""
CYCLES = int(os.environ.get("DMP_KILL_CYCLES", "15"))
SEED = int(os.environ.get("DMP_KILL_SEED", str(random.randrange(1 << 30))))


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own, on a folder of its own."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set: a server that somebody else started is not killed")
    server = Server(binary, tmp_path_factory.mktemp("kill") / "data")
    yield server
    server.kill()


def whoever_reads(demo: Demo) -> list[Patient]:
    """The records to feed, by turns: few enough to be looked through whole at the end."""
    return [each for each in demo.patients if each.state == "active" and each.secret_code and each.is_adult][:RECORDS]


def listed(reader: Client, patient: Patient, since: datetime.datetime) -> Counter[str]:
    """How often each document created since a moment is listed."""
    found = reader.find(patient, more={"$XDSDocumentEntryCreationTimeFrom": utc(since)})
    return Counter(each.unique_id for each in found.documents)


def holds(reader: Client, patient: Patient, expected: dict[str, bytes]) -> None:
    """Every document is current and reads back byte for byte."""
    names_left = list(expected)
    while names_left:
        batch, names_left = names_left[:BATCH], names_left[BATCH:]
        answer = reader.query(patient, "GetDocuments", {"$XDSDocumentEntryUniqueId": quoted(*batch)})
        assert {each.unique_id: each.status for each in answer.documents} == dict.fromkeys(batch, names.APPROVED)
        assert reader.retrieve(patient, *batch) == {each: expected[each] for each in batch}


def check(reader: Client, patient: Patient, ledger: Ledger, since: datetime.datetime) -> list[Lot]:
    """Holds one cycle's lots against what the record holds; the lots cut off that were kept all the same."""
    counts = listed(reader, patient, since)
    for unique_id in ledger.bytes_of(ledger.acknowledged):
        assert counts[unique_id] == 1, "an acknowledged document is listed exactly once"
    kept = []
    for lot in ledger.cut_off:
        present = [counts[each.document.unique_id] for each in lot.entries]
        assert present in ([0] * len(present), [1] * len(present)), "a lot is kept whole or not at all"
        if all(present):
            kept.append(lot)
    holds(reader, patient, ledger.bytes_of(ledger.acknowledged + kept))
    return kept


def resend(sender: Client, patient: Patient, ledger: Ledger, since: datetime.datetime) -> None:
    """A client that got no answer sends the same lot again: it ends up there once."""
    for lot in ledger.cut_off:
        sender.provide(lot)
    counts = listed(sender, patient, since)
    for unique_id in ledger.bytes_of(ledger.cut_off):
        assert counts[unique_id] == 1


@pytest.mark.timeout(300 + 60 * CYCLES)
def test_nothing_acknowledged_is_lost_and_nothing_is_kept_by_half(victim: Server) -> None:
    chance = random.Random(SEED)
    print(f"DMP_KILL_SEED={SEED}")
    demo = victim.start()
    author = cast(demo).author
    everything: dict[str, list[Lot]] = {}
    fruitful = 0
    for cycle in range(CYCLES):
        patients = whoever_reads(demo)
        patient = patients[cycle % len(patients)]
        sender = client(demo, author)
        sender.authorize(patient)
        since = datetime.datetime.now(datetime.UTC)
        feeders = Feeders([client(demo, author) for _ in range(3)], patient)
        feeders.start()
        # The moment of the blow is the point of the test; it is no wait for anything.
        time.sleep(chance.uniform(0.05, 1.5))
        victim.kill()
        ledger = feeders.finish()
        assert ledger.unexpected == [], f"cycle {cycle}"
        demo = victim.start()
        reader = client(demo, author)
        fruitful += bool(ledger.acknowledged)
        kept = check(reader, patient, ledger, since)
        resend(reader, patient, ledger, since)
        everything.setdefault(patient.ins, []).extend(ledger.acknowledged + ledger.cut_off)
        print(
            f"cycle {cycle}: {len(ledger.acknowledged)} lots acknowledged, {len(ledger.cut_off)} cut off, "
            f"{len(kept)} of these kept"
        )
    assert fruitful * 5 >= CYCLES, "blows that fall before anything was acknowledged show nothing"
    for patient in whoever_reads(demo):
        if lots := everything.get(patient.ins):
            print(f"closing check: {len(lots)} lots of one record", flush=True)
            final_look(demo, client(demo, author), patient, lots)


def final_look(demo: Demo, reader: Client, patient: Patient, lots: list[Lot]) -> None:
    """After the last start: everything of every cycle reads back, and the patient's history tells of each document."""
    holds(reader, patient, Ledger().bytes_of(lots))
    visitor = Visitor(demo)
    visitor.sign_in(patient, patient.secret_code or "")
    table = visitor.save(visitor.get("/historique"), "Télécharger l'historique (tableau CSV)").decode("utf-8-sig")
    # Searched once as a whole: a record of thousands of documents has a history of megabytes.
    told = set(samples.MARKED.findall(table))
    filed = {found for lot in lots for each in lot.entries for found in samples.MARKED.findall(each.document.title)}
    assert len(filed) == sum(len(lot.entries) for lot in lots), "every title has a mark of its own"
    assert filed <= told, "the history tells of every document that was filed"


def versions_of_a_document(author: Client, patient: Patient) -> list[Document]:
    """A document that was replaced again and again; the latest version last."""
    versions = [samples.summary(patient, author.person)]
    author.deposit(versions[0])
    while len(versions) < VERSIONS:
        old = author.get(patient, versions[-1].unique_id)
        assert old is not None
        versions.append(versions[-1].next_version(title=f"Synthèse {samples.mark()}"))
        author.deposit(Entry(versions[-1], replaces_entry=old.entry_uuid))
    return versions


@pytest.mark.timeout(300 + 60 * CYCLES)
def test_a_mask_goes_over_all_versions_or_over_none(victim: Server) -> None:
    chance = random.Random(SEED)
    print(f"DMP_KILL_SEED={SEED}")
    victim.kill()
    demo = victim.start()
    person = cast(demo).author
    patient = [each for each in demo.patients if each.state == "active" and each.secret_code and each.is_adult][-1]
    author = client(demo, person)
    author.authorize(patient)
    versions = versions_of_a_document(author, patient)
    names_of = [each.unique_id for each in versions]
    acknowledged = 0
    for cycle in range(max(3, CYCLES // 3)):
        author = client(demo, person)
        before = masked(author, patient, names_of)
        masker = Masker(client(demo, person), patient, names_of[-1])
        masker.start()
        time.sleep(chance.uniform(0.05, 1.5))
        victim.kill()
        masker.finish()
        assert masker.unexpected == [], f"cycle {cycle}"
        demo = victim.start()
        assert masked(client(demo, person), patient, names_of) in masker.may_stand(before)
        acknowledged += len(masker.acknowledged)
        print(f"cycle {cycle}: {len(masker.acknowledged)} changes acknowledged, cut off: {masker.cut_off}")
    assert acknowledged, "blows that fall before anything was acknowledged show nothing"
    visitor = Visitor(demo)
    visitor.sign_in(patient, patient.secret_code or "")
    table = visitor.save(visitor.get("/historique"), "Télécharger l'historique (tableau CSV)").decode("utf-8-sig")
    told = Counter(samples.MARKED.findall(table))
    lines = {told[samples.MARKED.findall(each.title)[0]] for each in versions[:-1]}
    assert len(lines) == 1, "each change has a trace for each version that was replaced, and for none twice"
    assert lines.pop() >= acknowledged
