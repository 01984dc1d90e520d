"""A start that cannot be: refused at once, in a sentence that says where and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from serving import Server, binary_under_test


@pytest.fixture
def binary() -> Path:
    """The program."""
    found = binary_under_test()
    if found is None:
        pytest.skip("DMP_BINARY is not set")
    return found


def test_a_lost_host_is_not_taken_for_a_new_one(binary: Path, tmp_path: Path) -> None:
    """The custodian knows of records: a host without any is refused, and taken again once it is back."""
    running = Server(binary, tmp_path / "data")
    running.start()
    assert running.stop() == 0
    host = tmp_path / "data" / "host"
    aside = tmp_path / "aside"
    aside.mkdir()
    for path in host.glob("host.sqlite*"):
        path.rename(aside / path.name)
    with pytest.raises(RuntimeError, match="the binary ended with"):
        running.start()
    running.process = None
    assert str(host) in running.tail() and "from a copy" in running.tail()
    for path in host.glob("host.sqlite*"):
        path.unlink()
    for path in aside.iterdir():
        path.rename(host / path.name)
    try:
        running.start()
    finally:
        running.stop()
