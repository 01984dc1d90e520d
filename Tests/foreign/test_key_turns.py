"""Epochs of keys turn while documents come in and the server is killed; old copies of the tables open no more, and nothing is lost.

Security design §2.3, §2.11.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo import Demo, Patient
from feeding import Feeders, Ledger
from lps import Client, client
from operators import Desk
from people import cast
from serving import Server, binary_under_test
from waiting import wait_for

BATCH = 20
"""Documents asked for at once (interop §2.9)."""


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Server]:
    """A demonstration of its own."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    server = Server(binary, tmp_path / "data")
    yield server
    server.kill()


def renew(demo: Demo, binary: Path) -> None:
    """Two people begin a new epoch."""
    first = Desk(demo, binary, "officer").keys("renew")
    assert first.code == 10, first
    second = Desk(demo, binary, "dpo").keys("renew", "--order", first.order)
    assert second.code == 0, second


def settled(demo: Demo, binary: Path, epoch: int, held: str) -> None:
    """Everything stands under an epoch, and these root keys alone are held."""

    def look() -> bool:
        said = Desk(demo, binary, "auditor").keys("status", paper=None)
        assert said.code == 0, said
        left = re.findall(r"^left ", said.out, re.MULTILINE)
        return f"epoch   {epoch} since" in said.out and f"held    the root keys of {held}\n" in said.out and not left

    wait_for(look, 60, f"everything to stand under epoch {epoch}")


def await_some(feeders: Feeders) -> None:
    """Documents are coming in."""
    wait_for(lambda: len(feeders.ledger.acknowledged) > 2, 60, "documents to come in")


def holds(reader: Client, patient: Patient, ledger: Ledger) -> None:
    """Every acknowledged document reads back."""
    names = sorted(ledger.bytes_of(ledger.acknowledged))
    assert names
    for start in range(0, len(names), BATCH):
        some = names[start : start + BATCH]
        assert reader.retrieve(patient, *some).keys() == set(some)


def key_files(server: Server) -> list[bytes]:
    """The key store and its two copies."""
    return [(server.data / "custody" / f"keystore.json{end}").read_bytes() for end in ("", ".1", ".2")]


def test_keys_turn_under_deposits_and_kills(running: Server, tmp_path: Path) -> None:
    demo = running.start()
    roles = cast(demo)
    client(demo, roles.author).authorize(roles.patient)
    copied = subprocess.run(
        [str(running.binary), "backup", "--data", str(running.data), "--to", str(tmp_path / "copy")],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert copied.returncode == 0, copied
    for epoch in (1, 2):
        feeders = Feeders([client(demo, roles.author) for _ in range(2)], roles.patient)
        feeders.start()
        await_some(feeders)
        renew(demo, running.binary)
        running.kill()
        ledger = feeders.finish()
        assert ledger.unexpected == []
        demo = running.start()
        settled(demo, running.binary, epoch, "0, 1" if epoch == 1 else "1, 2")
        holds(client(demo, roles.author), roles.patient, ledger)
        assert len(set(key_files(running))) == 1
    assert running.stop() == 0
    # The copy stands under the root key that was destroyed: the store of today does not open it.
    place = tmp_path / "elsewhere"
    shutil.copytree(tmp_path / "copy", place)
    shutil.copy(running.data / "custody/keystore.json", place / "custody/keystore.json")
    shutil.copytree(running.data / "pki", place / "pki")
    (place / "outbox").mkdir()
    other = Server(running.binary, place)
    with pytest.raises(RuntimeError, match="(?s)ended with 65.*root key was destroyed"):
        other.start()


def test_a_lost_copy_of_the_key_store_comes_back(running: Server) -> None:
    running.start()
    before = key_files(running)
    assert len(set(before)) == 1
    assert running.stop() == 0
    (running.data / "custody/keystore.json.1").unlink()
    (running.data / "custody/keystore.json.2").write_bytes(b"{}")
    running.start()
    assert key_files(running) == before
