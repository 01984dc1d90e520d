"""Masking a document and showing it again until the server dies, and how its versions may stand afterwards."""

from __future__ import annotations

import threading

import requests

from demo import Patient
from lps import Client
from registry import quoted


class Masker:
    """A thread that masks the latest of some versions and shows it again, until told to stop or until the server is gone."""

    def __init__(self, client: Client, patient: Patient, unique_id: str) -> None:
        self.acknowledged: list[bool] = []
        """Whether it was masked, change by change."""
        self.cut_off: bool | None = None
        """What was asked for when no answer came."""
        self.unexpected: list[BaseException] = []
        self._client, self._patient, self._unique_id = client, patient, unique_id
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._change, daemon=True)

    def start(self) -> None:
        """Lets it run."""
        self._thread.start()

    def finish(self) -> None:
        """Stops it."""
        self._stop.set()
        self._thread.join(90)

    def may_stand(self, before: bool) -> set[bool]:
        """Whether the document may be masked now, from how it stood at first."""
        last = self.acknowledged[-1] if self.acknowledged else before
        return {last} if self.cut_off is None else {last, self.cut_off}

    def _change(self) -> None:
        while not self._stop.is_set():
            wanted = None
            try:
                found = self._client.get(self._patient, self._unique_id)
                assert found is not None
                wanted = "MASQUE_PS" not in found.confidentiality
                self._client.mask(self._patient, found, wanted)
            except (requests.exceptions.RequestException, AssertionError):
                self.cut_off = wanted
                return
            except BaseException as error:
                self.cut_off = wanted
                self.unexpected.append(error)
                return
            self.acknowledged.append(wanted)


def masked(reader: Client, patient: Patient, versions: list[str]) -> bool:
    """Whether a document is masked, which all its versions have to agree on."""
    answer = reader.query(patient, "GetDocuments", {"$XDSDocumentEntryUniqueId": quoted(*versions)})
    standing = {each.unique_id: "MASQUE_PS" in each.confidentiality for each in answer.documents}
    assert standing.keys() == set(versions)
    assert len(set(standing.values())) == 1, "versions stand together, or none of them has changed"
    return standing[versions[-1]]
