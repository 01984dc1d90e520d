"""Homes: each visitor comes from an address of his own, as people who live apart do.

The portal meters what one network may guess, so visitors who shared an address would take from each other's share.
"""

from __future__ import annotations

import itertools
import socket
import threading

_NUMBERS = itertools.count(1)


def new_home() -> str:
    """An address of this machine in a network that no visitor had before: the first 24 bits are what is metered."""
    number = next(_NUMBERS)
    return f"127.{1 + number // 250}.{number % 250}.1"


class FrontDoor:
    """A relay that a browser takes for its proxy: whatever passes leaves from one home.

    A browser chooses no address to leave from; it does choose its proxy.
    """

    def __init__(self, home: str) -> None:
        self._home = home
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Takes nobody in any more; who is inside goes on."""
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                inside, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._lead, args=(inside,), daemon=True).start()

    def _lead(self, inside: socket.socket) -> None:
        """Reads `CONNECT host:port` and joins both sides (RFC 9110 § 9.3.6)."""
        with inside:
            asked = _head(inside).split(b" ")
            if len(asked) < 2 or asked[0] != b"CONNECT":
                inside.sendall(b"HTTP/1.1 405 Method Not Allowed\r\n\r\n")
                return
            port = int(asked[1].rpartition(b":")[2])
            try:
                outside = socket.create_connection(("127.0.0.1", port), timeout=10, source_address=(self._home, 0))
            except OSError:
                inside.sendall(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")
                return
            with outside:
                outside.settimeout(None)
                inside.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                back = threading.Thread(target=_pour, args=(outside, inside), daemon=True)
                back.start()
                _pour(inside, outside)
                back.join()


def _head(side: socket.socket) -> bytes:
    """What comes before the empty line."""
    read = b""
    while b"\r\n\r\n" not in read and len(read) < 65_536:
        some = side.recv(4_096)
        if not some:
            break
        read += some
    return read


def _pour(source: socket.socket, sink: socket.socket) -> None:
    """Everything from one side to the other; the end as well."""
    try:
        while some := source.recv(65_536):
            sink.sendall(some)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        for each in (source, sink):
            _hang_up(each)


def _hang_up(side: socket.socket) -> None:
    try:
        side.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
