"""For whom an assertion is: what restricts its audience must name this service (SAML 2.0 core § 2.5.1.4)."""

from __future__ import annotations

import codes
from demo import Demo, Patient
from lps import Client, client
from people import Cast
from served import Served, elsewhere
from soap import Fault

ELSEWHERE = "https://ailleurs.example"


def is_taken(software: Client, patient: Patient, *audiences: tuple[str, ...]) -> bool:
    """Whether an assertion with such restrictions is listened to."""
    try:
        software.standing(patient, audiences=audiences)
    except Fault as fault:
        assert fault.subcode == codes.INVALID_VIHF
        return False
    return True


def test_without_a_key_the_service_is_where_it_listens(demo: Demo, roles: Cast, served: Served) -> None:
    """Nothing restricts, or every restriction names the address."""
    served.start()
    served.health()
    software = client(elsewhere(demo, served), roles.author)
    own = f"https://127.0.0.1:{served.ports[1]}"
    assert is_taken(software, roles.unknown_patient)
    assert is_taken(software, roles.unknown_patient, (own,))
    assert is_taken(software, roles.unknown_patient, (ELSEWHERE, own))
    assert not is_taken(software, roles.unknown_patient, (ELSEWHERE,))
    assert not is_taken(software, roles.unknown_patient, (own,), (ELSEWHERE,))
    assert not is_taken(software, roles.unknown_patient, (own + "0",))


def test_with_a_key_its_names_alone_count(demo: Demo, roles: Cast, served: Served) -> None:
    """The names of the file replace the address, which a proxy may hide."""
    names = ["https://dmp.essai.example", "urn:dmp:essai"]
    served.start(services_audiences=names)
    served.health()
    software = client(elsewhere(demo, served), roles.author)
    assert is_taken(software, roles.unknown_patient)
    for name in names:
        assert is_taken(software, roles.unknown_patient, (name,))
    assert is_taken(software, roles.unknown_patient, (names[0],), (names[1],))
    for other in (f"https://127.0.0.1:{served.ports[1]}", ELSEWHERE, names[0].upper()):
        assert not is_taken(software, roles.unknown_patient, (other,))
