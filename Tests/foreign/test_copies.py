"""A copy made while the service runs, put back elsewhere: what was acknowledged before it is there, and reads back."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import samples
from demo import Demo
from feeding import Feeders
from lps import client
from people import cast
from serving import Server, binary_under_test


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Server]:
    """A demonstration of its own."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    server = Server(binary, tmp_path / "data")
    yield server
    server.stop()


def copy(server: Server, target: Path) -> subprocess.CompletedProcess[str]:
    """`dmp backup`."""
    return subprocess.run(
        [str(server.binary), "backup", "--data", str(server.data), "--to", str(target)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def restored(server: Server, copied: Path, place: Path) -> Server:
    """The copy in a place of its own, with the key store from where it was kept."""
    shutil.copytree(copied, place)
    assert not (place / "custody/keystore.json").exists(), "the keys do not lie with what they open"
    shutil.copy(server.data / "custody/keystore.json", place / "custody/keystore.json")
    # What makes it a demonstration.
    shutil.copytree(server.data / "pki", place / "pki")
    (place / "outbox").mkdir()
    return Server(server.binary, place)


def test_a_copy_made_while_documents_come_in_starts_elsewhere(running: Server, tmp_path: Path) -> None:
    """Each copy holds all that was acknowledged before it was asked for, and every record on it is whole."""
    demo: Demo = running.start()
    roles = cast(demo)
    author = client(demo, roles.author)
    author.authorize(roles.patient)
    feeders = Feeders([author, client(demo, roles.author)], roles.patient)
    feeders.start()
    known: list[int] = []
    for number in range(3):
        known.append(len(feeders.ledger.acknowledged))
        done = copy(running, tmp_path / f"copy{number}")
        assert done.returncode == 0, done
    again = copy(running, tmp_path / "copy0")
    assert again.returncode == 73 and "exists already" in again.stderr
    ledger = feeders.finish()
    assert running.stop() == 0
    assert len(ledger.acknowledged) > known[-1] and not ledger.cut_off, ledger.unexpected
    for number in range(3):
        other = restored(running, tmp_path / f"copy{number}", tmp_path / f"elsewhere{number}")
        try:
            elsewhere = other.start()
            reader = client(elsewhere, roles.author)
            listed = {each.unique_id for each in reader.find(roles.patient).documents}
            assert ledger.bytes_of(ledger.acknowledged[: known[number]]).keys() <= listed
            for start in range(0, len(listed), 20):
                some = sorted(listed)[start : start + 20]
                assert reader.retrieve(roles.patient, *some).keys() == set(some)
            reader.deposit(samples.letter(roles.patient, roles.author))
        finally:
            other.stop()


def test_without_a_server_nothing_is_made(running: Server, tmp_path: Path) -> None:
    """A folder that nobody holds is copied as any other: it says so."""
    running.start()
    running.stop()
    done = copy(running, tmp_path / "copy")
    assert done.returncode == 69 and "no server works on" in done.stderr and not (tmp_path / "copy").exists()
    nowhere = subprocess.run(
        [str(running.binary), "backup", "--data", str(tmp_path / "nowhere"), "--to", str(tmp_path / "copy")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert nowhere.returncode == 69
