"""TD0.10: software opens a record on the professionals' site for somebody without a card (interop §2.1, §2.12)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
import requests
from lxml import html

import codes
import messages
import names
from demo import Demo, Patient
from lps import Client, through_structure
from people import Cast
from soap import Fault
from test_care import plain

REINFORCED = {"mode": "INDIRECTE_RENFORCEE", "declaration": "CONF_EXI_PGSSIS"}


@pytest.fixture
def inside(demo: Demo, roles: Cast) -> Client:
    """The hospital's software, whose user has signed in there."""
    return through_structure(demo, roles.hospital, roles.employee)


def ask(client: Client, patient: Patient, **changes: str) -> str:
    """The address that the software is given."""
    body = f'<h:openWebAccess xmlns:h="{names.HABILITATIONS}"/>'
    answer = client.call("habilitations", names.ACTION_OPEN_WEB_ACCESS, body, patient, **(REINFORCED | changes)).body
    status, context = messages.output(answer)
    assert status == "DMPOk", context
    return "".join(answer.xpath(".//*[local-name()='address']/text()"))


def press(session: requests.Session, demo: Demo, address: str) -> requests.Response:
    """Opens the address and presses its one button."""
    page = session.get(address, timeout=30)
    assert page.status_code == 200
    form = next(each for each in html.fromstring(page.content).forms if each.get("action") == urlsplit(address).path)
    return session.post(address, data=dict(form.form_values()), headers={"Origin": demo.care}, timeout=30)


def settled(page: requests.Response) -> str:
    """What a page says, without what differs from form to form."""
    text = re.sub(r'value="[^"]*"', "", page.text)
    return re.sub(r"/AccesDirect/Entree/[A-Za-z0-9_-]+", "", text)


def test_a_record_opens_once_without_a_card(demo: Demo, inside: Client, roles: Cast) -> None:
    body = messages.set_authorization("AJOUT")
    inside.call("habilitations", names.ACTION_SET_AUTHORIZATION, body, roles.patient, **REINFORCED)
    address = ask(inside, roles.patient)
    assert address.startswith(demo.care + "/AccesDirect/Entree/") and roles.patient.ins not in address
    browser = plain(demo, None)
    page = press(browser, demo, address + "/Documents")
    assert page.status_code == 200 and "/dossiers/" in page.url and page.url.endswith("/documents")
    assert all(roles.patient.ins not in each.url for each in [*page.history, page])
    # The register and other patients are not in the assertion.
    assert browser.get(demo.care + "/patients", timeout=30).status_code == 403
    # Used and wrong are one, and whoever has neither has no session.
    refused = []
    for other in (address, demo.care + "/AccesDirect/Entree/" + "A" * 43):
        stranger = plain(demo, None)
        answer = press(stranger, demo, other)
        assert answer.status_code == 410
        assert "__Host-dmp-pro" not in stranger.cookies
        refused.append(settled(answer))
    assert refused[0] == refused[1]
    # What one browser has entered is nothing to another one.
    assert plain(demo, None).get(page.url, timeout=30).status_code == 401


def test_an_address_is_for_the_reinforced_mode(inside: Client, roles: Cast) -> None:
    """Whoever has a card opens the address of TD0.9; a structure alone reads nothing."""
    body = f'<h:openWebAccess xmlns:h="{names.HABILITATIONS}"/>'
    with pytest.raises(Fault) as refusal:
        inside.call("habilitations", names.ACTION_OPEN_WEB_ACCESS, body, roles.patient)
    assert refusal.value.subcode == codes.INVALID_VIHF


def test_nobody_has_no_address(inside: Client, roles: Cast) -> None:
    body = f'<h:openWebAccess xmlns:h="{names.HABILITATIONS}"/>'
    patient = roles.unknown_patient
    answer = inside.call("habilitations", names.ACTION_OPEN_WEB_ACCESS, body, patient, **REINFORCED).body
    assert messages.output(answer)[0] == "DMPUnknownPatient"
    assert not answer.xpath(".//*[local-name()='address']")
