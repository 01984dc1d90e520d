"""Waiting for something to become true, without ever sleeping longer than the truth takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def wait_for(look: Callable[[], T | None], timeout: float, what: str) -> T:
    """The first value that is neither None nor False; an error naming what was awaited after the time is over."""
    deadline = time.monotonic() + timeout
    pause = 0.02
    while True:
        found = look()
        if found is not None and found is not False:
            return found
        if time.monotonic() >= deadline:
            raise TimeoutError(f"waited {timeout:g} s in vain for {what}")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.25)
