"""The processes that a server starts and confines, seen through /proc."""

from __future__ import annotations

import os
from pathlib import Path


def children(server: int, place: int, word: str) -> set[int]:
    """Those that a server has started with that word in that place of their command."""
    found = set()
    for each in Path("/proc").iterdir():
        if not each.name.isdigit():
            continue
        try:
            status = (each / "status").read_text()
            command = (each / "cmdline").read_bytes()
        except OSError:
            continue
        if f"\nPPid:\t{server}\n" in status and command.split(b"\0")[place : place + 1] == [word.encode()]:
            found.add(int(each.name))
    return found


def field(process: int, name: str) -> str:
    """What the kernel says of a process."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(line.split(":", 1)[1].strip() for line in lines if line.startswith(f"{name}:"))


def runs(process: int) -> bool:
    """Whether it still does anything: one that nobody has buried does not."""
    try:
        return not field(process, "State").startswith("Z")
    except OSError:
        return False


def confined(process: int, memory: int, secret: str) -> list[str]:
    """One thread behind a filter, two ends of one socket, no file to write, no environment; answers its limits."""
    assert [field(process, name) for name in ("Seccomp", "NoNewPrivs", "Threads")] == ["2", "1", "1"]
    limits = [" ".join(line.split()) for line in Path(f"/proc/{process}/limits").read_text().splitlines()]
    assert "Max file size 0 0 bytes" in limits and "Max core file size 0 0 bytes" in limits
    assert f"Max data size {memory} {memory} bytes" in limits
    ends = {one.name: os.readlink(one) for one in Path(f"/proc/{process}/fd").iterdir()}
    assert set(ends) == {"0", "1", "2"} and ends["2"] == "/dev/null"
    assert ends["0"] == ends["1"] and ends["0"].startswith("socket:")
    told = Path(f"/proc/{process}/environ").read_bytes()
    assert b"DMP_" not in told and secret.encode() not in told
    return limits
