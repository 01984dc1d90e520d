"""What each key of a configuration decides under `dmp serve`, and what is said of a value that cannot be."""

from __future__ import annotations

import copy
import datetime
import json
import socket
import time
from pathlib import Path
from typing import Any

import pytest

import codes
import directories
import messages
import names
from administration import Refused
from demo import Demo
from lps import client, through_structure
from people import Cast, nobody
from scriptless import Visitor
from served import Served, elsewhere, free_port
from soap import Fault
from test_care import plain
from test_operator_rules import house
from test_operators_file import cards
from test_production import refusal
from test_web_entry import REINFORCED, ask, press


def answers(host: str, port: int) -> bool:
    """Whether somebody listens there."""
    try:
        socket.create_connection((host, port), timeout=5).close()
    except ConnectionRefusedError:
        return False
    return True


def operators_file(demo: Demo, tmp_path: Path) -> str:
    """A list of one operator."""
    file = tmp_path / "operators.json"
    file.write_text(json.dumps({"operators": [{"certificate": str(cards(demo)["support"]), "role": "support"}]}))
    return str(file)


def test_each_door_listens_on_its_own_host_and_port(demo: Demo, served: Served, tmp_path: Path) -> None:
    """Five addresses, each of one door; /health stays on the loopback interface."""
    care, operators = free_port(), free_port()
    served.start(
        singleBox_accepted=True,
        portal_host="127.0.0.2",
        services_host="127.0.0.3",
        care_host="127.0.0.4",
        care_port=care,
        care_origin=f"https://localhost:{care}",
        operators_host="127.0.0.5",
        operators_port=operators,
        operators_file=operators_file(demo, tmp_path),
    )
    served.health()
    ports = [served.ports[0], served.ports[1], care, operators, served.ports[2]]
    hosts = ["127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5", "127.0.0.1"]
    for number, port in enumerate(ports):
        # A door may open a moment after /health answers.
        deadline = time.monotonic() + 20
        while not answers(hosts[number], port) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert [host for host in hosts if answers(host, port)] == [hosts[number]]


@pytest.mark.parametrize("door", ["portal", "services", "care", "operators"])
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_no_door_is_reachable_by_accident(
    demo: Demo, served: Served, tmp_path: Path, door: str, host: str
) -> None:
    """Host, custodian and application in one process: each door that others reach asks for the switch."""
    keys: dict[str, Any] = {f"{door}_host": host}
    if door == "care":
        keys["care_origin"] = "https://pro.essai.example"
    if door == "operators":
        keys["operators_file"] = operators_file(demo, tmp_path)
    said = refusal(served, **keys)
    assert f"{door}.host is {host}, reachable from elsewhere" in said and "set singleBox.accepted" in said


def test_an_address_of_another_machine_is_refused(served: Served) -> None:
    """With the switch as well: the key that has to change is named."""
    served.start(services_host="192.0.2.1", singleBox_accepted=True)
    said = served.last_words()
    assert served.process is not None and served.process.returncode == 69
    assert f"192.0.2.1:{served.ports[1]} is no address of this machine: set services.host" in said


@pytest.mark.parametrize("door", ["portal", "services", "operations"])
def test_a_port_that_is_taken_is_refused(served: Served, door: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = int(taken.getsockname()[1])
        served.start(**{f"{door}_port": port})
        said = served.last_words()
    assert served.process is not None and served.process.returncode == 69
    assert f"something else listens on 127.0.0.1:{port}: set {door}.port" in said


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"portal_missesPerTenMinutes": 9}, "portal.missesPerTenMinutes: give a whole number from 10 to 100000"),
        ({"portal_missesPerTenMinutes": 100_001}, "portal.missesPerTenMinutes: give a whole number from 10 to 100000"),
        ({"services_clockTolerance": 29}, "services.clockTolerance: give a whole number from 30 to 900"),
        ({"services_clockTolerance": 901}, "services.clockTolerance: give a whole number from 30 to 900"),
        ({"care_entrySeconds": 9}, "care.entrySeconds: give a whole number from 10 to 600"),
        ({"care_entrySeconds": 601}, "care.entrySeconds: give a whole number from 10 to 600"),
        ({"care_port": 65_536}, "care.port: give a whole number from 0 to 65535"),
        ({"care_host": 7}, "care.host: give a host or address"),
        ({"portal_host": 7}, "portal.host: give a host or address"),
        ({"services_host": 7}, "services.host: give a host or address"),
        ({"care_origin": "http://pro.essai.example"}, "care.origin is http://pro.essai.example: write it as https://"),
        ({"care_origin": "https://pro.essai.example/"}, "care.origin is https://pro.essai.example/: write it as"),
        ({"portal_origin": "https://DMP.example"}, "portal.origin is https://DMP.example: write it as https://"),
        ({"directory_file": "/nowhere.json"}, "cannot read /nowhere.json"),
        ({"regulation_centres": "15"}, "regulation.centres names 15: write identifiers of structures"),
        ({"hosting_host": "chez nous"}, "hosting.host is no name: write up to 255 characters"),
        ({"regulation_centres": "10B0057881, rue"}, "regulation.centres names rue: write identifiers of structures"),
        ({"trust_revocationFolder": "/nowhere"}, "cannot read /nowhere"),
        (
            {"messages_emails": "smtp", "smtp_user": "nous", "smtp_security": "plainOnLoopback"},
            "smtp.security cannot be (credentialsWithoutTLS): a password asks for startTLS or implicitTLS",
        ),
        ({"messages_emails": "smtp", "smtp_user": "nous\r\n"}, "smtp.user cannot be (credentials)"),
        (
            {"messages_emails": "smtp", "smtp_user": "nous", "smtp_password": "mot\n"},
            "smtp.user cannot be (credentials): write user and password without line breaks",
        ),
    ],
)
def test_a_value_that_cannot_be_is_named_by_its_key(served: Served, keys: dict[str, Any], words: str) -> None:
    """The key and what to write instead, before anything is made."""
    assert words in refusal(served, **keys)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"secureMail_port": 0}, "secureMail.port: give a whole number from 1 to 65535"),
        ({"secureMail_port": 65_536}, "secureMail.port: give a whole number from 1 to 65535"),
        ({"secureMail_security": "none"}, "secureMail.security: give one of startTLS, implicitTLS, plainOnLoopback"),
        ({"secureMail_security": "plainOnLoopback"}, "secureMail.host cannot be (host)"),
        (
            {"secureMail_security": "plainOnLoopback", "secureMail_host": "localhost", "secureMail_user": "nous"},
            "secureMail.security cannot be (credentialsWithoutTLS)",
        ),
        (
            {
                "secureMail_security": "plainOnLoopback",
                "secureMail_host": "localhost",
                "secureMail_certificate": "/dev/null",
                "secureMail_key": "/dev/null",
            },
            "secureMail.security cannot be (identityWithoutTLS)",
        ),
        ({"secureMail_user": "nous\n"}, "secureMail.user cannot be (credentials)"),
        ({"secureMail_user": "nous", "secureMail_password": "mot\r"}, "secureMail.user cannot be (credentials)"),
        ({"secureMail_certificate": "/dev/null"}, "secureMail.key is empty beside secureMail.certificate"),
        ({"secureMail_certificate": "/nowhere.pem"}, "cannot read /nowhere.pem"),
        ({"secureMail_key": "/nowhere.key"}, "cannot read /nowhere.key"),
    ],
)
def test_secured_messaging_that_cannot_be_is_named_by_its_key(
    served: Served, keys: dict[str, Any], words: str
) -> None:
    """The same of the relay's keys."""
    relay = {
        "messages_secureMail": "smtp",
        "secureMail_host": "relais.example",
        "secureMail_sender": "dmp@operateur.mssante.fr",
    }
    assert words in refusal(served, **(relay | keys))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[]", "is no directory: write it as docs/operations.md shows"),
        ('{"structures": {"1": {"name": "A"}}, "professionals": {}}', "names 1: write identifiers"),
        ('{"structures": {}, "professionals": {"moi": {"structures": []}}}', "names moi: write identifiers"),
    ],
)
def test_a_directory_that_is_none_is_named(served: Served, tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "directory.json"
    file.write_text(text)
    assert f"directory.file {file} {words}" in refusal(served, directory_file=str(file))


def test_a_revocation_list_that_is_none_is_named(served: Served, tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "a.crl").write_text("rien")
    said = refusal(served, trust_revocationFolder=str(tmp_path / "lists"))
    assert "trust.revocationFolder holds" in said and "a.crl, which is no revocation list" in said


@pytest.mark.parametrize("kind", ["known", "unknown", "none"])
def test_the_directory_says_who_comes_in_and_where(
    demo: Demo, roles: Cast, served: Served, tmp_path: Path, kind: str
) -> None:
    """The professionals' site names the place as the file does; whom it does not know gets no further than his card."""
    port = free_port()
    keys: dict[str, Any] = {"care_origin": f"https://localhost:{port}", "care_port": port}
    person = roles.author
    if kind != "none":
        listed = [person] if kind == "known" else [roles.nurse]
        named = {person.structure.national_id: "Maison du fichier"}
        keys["directory_file"] = directories.write(tmp_path / "directory.json", demo, listed, named)
    served.start(**keys)
    served.health()
    page = plain(demo, person.authentication).get(f"https://localhost:{port}/", timeout=30)
    assert page.status_code == (200 if kind == "known" else 403)
    assert ("Maison du fichier" in page.text) == (kind == "known")


def test_without_an_origin_there_is_no_site(served: Served) -> None:
    """The port alone opens nothing."""
    port = free_port()
    served.start(care_port=port)
    served.health()
    assert not answers("127.0.0.1", port)


@pytest.mark.parametrize(
    ("tolerance", "near", "far"), [(None, 270, 330), (60, 40, 80), (900, 860, 940)], ids=["usual", "less", "more"]
)
def test_the_clock_s_tolerance_is_that_of_the_file(
    demo: Demo, roles: Cast, served: Served, tolerance: int | None, near: int, far: int
) -> None:
    """An assertion made so many seconds before or after is taken, and no other."""
    served.start(**({} if tolerance is None else {"services_clockTolerance": tolerance}))
    served.health()
    software = client(elsewhere(demo, served), roles.author)

    def made(seconds: int) -> datetime.datetime:
        return datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=seconds)

    for seconds in (near, -near):
        software.standing(roles.unknown_patient, issued=made(seconds))
    for seconds in (far, -far):
        with pytest.raises(Fault) as refused:
            software.standing(roles.unknown_patient, issued=made(seconds))
        assert refused.value.subcode == codes.INVALID_VIHF


@pytest.mark.parametrize("is_listed", [True, False])
def test_a_regulation_centre_is_one_of_the_file(
    demo: Demo, roles: Cast, served: Served, tmp_path: Path, is_listed: bool
) -> None:
    """The mode is the listed structure's alone, whatever the assertion says."""
    listed = roles.regulator.structure.national_id
    other = roles.author.structure.national_id
    assert listed != other
    served.start(
        directory_file=directories.write(tmp_path / "directory.json", demo, [roles.regulator, roles.author]),
        regulation_centres=f"{other}, {listed}" if is_listed else other,
    )
    served.health()
    regulator = client(elsewhere(demo, served), roles.regulator)
    if is_listed:
        assert regulator.search("XYLOPHONE", given="Aucun", birth="19010101") == []
    else:
        with pytest.raises((Refused, Fault)):
            regulator.search("XYLOPHONE", given="Aucun", birth="19010101")


def test_a_network_has_as_many_misses_as_the_file_says(demo: Demo, served: Served) -> None:
    """The eleventh wrong try waits; somebody at home elsewhere does not."""
    served.start(portal_missesPerTenMinutes=10)
    served.health()
    there = copy.copy(demo)
    there.portal = f"https://localhost:{served.ports[0]}"
    visitor = Visitor(there)
    page = visitor.get("/connexion")
    for _ in range(10):
        assert visitor.submit(page, "Continuer", {}).status == 422
    assert visitor.submit(page, "Continuer", {}).status == 429
    other = Visitor(there)
    assert other.submit(other.get("/connexion"), "Continuer", {}).status == 422


def test_an_address_for_one_record_is_good_for_the_seconds_of_the_file(
    demo: Demo, roles: Cast, served: Served, tmp_path: Path
) -> None:
    """TD0.10: at once it opens the record, after its time nothing; the demonstration's is good for two minutes."""
    port = free_port()
    # Professionals open records as in 2019, and structures answer for their people as today.
    rules = tmp_path / "house.json"
    rules.write_text(json.dumps(house(**{"pro.auth": ["DIRECTE", "INDIRECTE", "INDIRECTE_RENFORCEE"]})))
    served.start(
        policy_sets=str(rules),
        policy_default="house",
        care_origin=f"https://localhost:{port}",
        care_port=port,
        care_entrySeconds=10,
    )
    served.health()
    there = elsewhere(demo, served)
    there.care = f"https://localhost:{port}"
    newcomer = nobody(roles.patient.root, 906, family="ADRESSE", given="Camille")
    client(there, roles.author).create(newcomer)
    inside = through_structure(there, roles.hospital, roles.employee)
    body = messages.set_authorization("AJOUT")
    inside.call("habilitations", names.ACTION_SET_AUTHORIZATION, body, newcomer, **REINFORCED)
    address = ask(inside, newcomer)
    late = ask(inside, newcomer)
    assert press(plain(demo, None), there, address).status_code == 200
    time.sleep(11)
    assert press(plain(demo, None), there, late).status_code == 410
