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
from demo import Demo
from ebrim import utc
from feeding import Feeders, Ledger
from lot import Lot
from lps import Client, client
from people import Cast, cast
from scriptless import Visitor
from serving import Server, binary_under_test

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


def listed(reader: Client, parts: Cast, since: datetime.datetime) -> Counter[str]:
    """How often each document created since a moment is listed."""
    found = reader.find(parts.patient, more={"$XDSDocumentEntryCreationTimeFrom": utc(since)})
    return Counter(each.unique_id for each in found.documents)


def check(reader: Client, parts: Cast, ledger: Ledger, since: datetime.datetime) -> list[Lot]:
    """Holds one cycle's lots against what the record holds; the lots cut off that were kept all the same."""
    counts = listed(reader, parts, since)
    for unique_id, octets in ledger.bytes_of(ledger.acknowledged).items():
        assert counts[unique_id] == 1, "an acknowledged document is listed exactly once"
        assert reader.retrieve(parts.patient, unique_id)[unique_id] == octets, "and reads back byte for byte"
    kept = []
    for lot in ledger.cut_off:
        present = [counts[each.document.unique_id] for each in lot.entries]
        assert present in ([0] * len(present), [1] * len(present)), "a lot is kept whole or not at all"
        if all(present):
            kept.append(lot)
            for unique_id, octets in ledger.bytes_of([lot]).items():
                assert reader.retrieve(parts.patient, unique_id)[unique_id] == octets
    return kept


def resend(sender: Client, parts: Cast, ledger: Ledger, since: datetime.datetime) -> None:
    """A client that got no answer sends the same lot again: it ends up there once."""
    for lot in ledger.cut_off:
        sender.provide(lot)
    counts = listed(sender, parts, since)
    for unique_id in ledger.bytes_of(ledger.cut_off):
        assert counts[unique_id] == 1


def test_nothing_acknowledged_is_lost_and_nothing_is_kept_by_half(victim: Server) -> None:
    chance = random.Random(SEED)
    print(f"DMP_KILL_SEED={SEED}")
    demo = victim.start()
    parts = cast(demo)
    client(demo, parts.author).authorize(parts.patient)
    everything = Ledger()
    for cycle in range(CYCLES):
        since = datetime.datetime.now(datetime.UTC)
        feeders = Feeders(lambda demo=demo: client(demo, parts.author), parts.patient)  # type: ignore[misc]
        feeders.start()
        # The moment of the blow is the point of the test; it is no wait for anything.
        time.sleep(chance.uniform(0.05, 2.5))
        victim.kill()
        ledger = feeders.finish()
        assert ledger.unexpected == [], f"cycle {cycle}"
        demo = victim.start()
        reader = client(demo, parts.author)
        kept = check(reader, parts, ledger, since)
        resend(reader, parts, ledger, since)
        everything.acknowledged += ledger.acknowledged + ledger.cut_off
        print(f"cycle {cycle}: {len(ledger.acknowledged)} lots acknowledged, {len(ledger.cut_off)} cut off, "
              f"{len(kept)} of these kept")  # fmt: skip
    final_look(demo, parts, everything)


def final_look(demo: Demo, parts: Cast, everything: Ledger) -> None:
    """After the last start: every document of every cycle reads back, and the patient's history tells of each."""
    assert everything.acknowledged, "something was fed"
    reader = client(demo, parts.author)
    for unique_id, octets in everything.bytes_of(everything.acknowledged).items():
        found = reader.get(parts.patient, unique_id)
        assert found is not None and found.status == names.APPROVED
        assert reader.retrieve(parts.patient, unique_id)[unique_id] == octets
    assert parts.patient.secret_code
    visitor = Visitor(demo)
    visitor.sign_in(parts.patient, parts.patient.secret_code)
    told = visitor.save(visitor.get("/historique"), "Télécharger l'historique (tableau CSV)").decode("utf-8-sig")
    for lot in everything.acknowledged:
        for entry in lot.entries:
            assert entry.document.title in told, "the history tells of every document that was filed"
