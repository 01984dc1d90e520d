"""Fixtures: a demonstration that runs (given by DMP_DEMO, or started from DMP_BINARY), and who plays in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo import Demo
from lps import Client, client
from people import Cast, cast
from served import Served
from serving import Server, binary_under_test


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The host is stolen last: after whatever all others did to the demonstration that they share.

    Before that it is asked which pages nobody looked at.
    """
    last = ["test_inspected.py", "test_host.py"]
    items.sort(key=lambda each: last.index(each.path.name) if each.path.name in last else -1)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server | None]:
    """The binary on a fresh folder, when no running demonstration was given."""
    if os.environ.get("DMP_DEMO"):
        yield None
        return
    binary = binary_under_test()
    if binary is None:
        pytest.skip("neither DMP_DEMO nor DMP_BINARY is set")
    running = Server(binary, tmp_path_factory.mktemp("demo") / "data")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def demo(server: Server | None) -> Demo:
    """The demonstration that all tests of a session share."""
    if server is None:
        return Demo(Path(os.environ["DMP_DEMO"]).resolve())
    return server.start()


@pytest.fixture(scope="session")
def roles(demo: Demo) -> Cast:
    """Who plays which part."""
    return cast(demo)


@pytest.fixture(scope="session")
def author(demo: Demo, roles: Cast) -> Client:
    """The author of what the tests feed, authorised on the patient's record."""
    chosen = client(demo, roles.author)
    chosen.authorize(roles.patient)
    return chosen


@pytest.fixture(scope="session")
def colleague(demo: Demo, roles: Cast) -> Client:
    """Another authorised physician."""
    chosen = client(demo, roles.colleague)
    chosen.authorize(roles.patient)
    return chosen


@pytest.fixture(scope="session")
def stranger(demo: Demo, roles: Cast) -> Client:
    """A physician whom nobody authorised on the patient's record."""
    chosen = client(demo, roles.stranger)
    if chosen.standing(roles.patient).authorization == "VALIDE":
        chosen.authorize(roles.patient, "SUPPRESSION")
    return chosen


@pytest.fixture
def served(demo: Demo, tmp_path: Path) -> Iterator[Served]:
    """A service of its own that has not started yet, with the demonstration's certificates."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    one = Served(binary, tmp_path / "serve", Path(demo.ca).parent)
    yield one
    one.stop()
