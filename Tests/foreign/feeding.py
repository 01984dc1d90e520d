"""Feeding from several threads until the server dies, and what each lot may look like afterwards."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import requests

import samples
from demo import Patient
from lot import Lot
from lps import Client


@dataclass
class Ledger:
    """What was sent: acknowledged, or cut off before an answer came."""

    acknowledged: list[Lot] = field(default_factory=list)
    cut_off: list[Lot] = field(default_factory=list)
    unexpected: list[BaseException] = field(default_factory=list)

    def bytes_of(self, lots: list[Lot]) -> dict[str, bytes]:
        """The documents of some lots, by identifier."""
        return {each.document.unique_id: each.document.xml for lot in lots for each in lot.entries}


class Feeders:
    """Threads that feed two-document lots until told to stop or until the server is gone."""

    def __init__(self, clients: list[Client], patient: Patient) -> None:
        self.ledger = Ledger()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._feed, args=(each, patient), daemon=True) for each in clients]

    def start(self) -> None:
        """Lets them run."""
        for each in self._threads:
            each.start()

    def finish(self) -> Ledger:
        """Stops them and returns what was sent."""
        self._stop.set()
        for each in self._threads:
            each.join(90)
        return self.ledger

    def _feed(self, client: Client, patient: Patient) -> None:
        while not self._stop.is_set():
            word = samples.mark()
            lot = client.lot(
                samples.summary(patient, client.person, word), samples.letter(patient, client.person, word)
            )
            # The same bytes again, if it has to be sent once more.
            lot = lot.changed(signature_octets=lot.signature_document)
            try:
                client.provide(lot)
            except (requests.exceptions.RequestException, AssertionError):
                with self._lock:
                    self.ledger.cut_off.append(lot)
                return
            except BaseException as error:
                with self._lock:
                    self.ledger.cut_off.append(lot)
                    self.ledger.unexpected.append(error)
                return
            with self._lock:
                self.ledger.acknowledged.append(lot)
