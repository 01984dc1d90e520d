"""A start that cannot be: refused at once, in a sentence that says where and what to do."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo import Demo
from real import RealHierarchy
from served import Served
from serving import Server, binary_under_test
from test_operators_file import cards
from waiting import wait_for


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


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])


def test_a_demonstration_names_a_port_that_is_taken(binary: Path, tmp_path: Path, taken: int) -> None:
    """It ends by itself: nobody waits for a door that will not open."""
    done = subprocess.run(
        [str(binary), "demo", "--data", str(tmp_path / "demo"), "--port", str(taken - 1), "--no-browser"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 69, done
    assert f"something else listens on 127.0.0.1:{taken}: set services.port" in done.stderr


def test_a_service_names_each_port_that_is_taken(served: Served, taken: int) -> None:
    """Before any door opens, with the key."""
    served.start(services_port=taken, operations_port=taken)
    said = served.last_words()
    assert served.process is not None and served.process.returncode == 78
    assert "services.port and operations.port are both" in said, said
    served.start(services_port=taken)
    said = served.last_words()
    assert served.process.returncode == 69
    assert f"something else listens on 127.0.0.1:{taken}: set services.port" in said, said
    assert "portal.port" not in said and "doorOpened" not in (served.folder / "events.jsonl").read_text()


def refused(served: Served, code: int, **more: object) -> str:
    """What a start says that ends by itself with a code."""
    served.start(**more)
    said = served.last_words()
    assert served.process is not None and served.process.returncode == code, said
    assert said.startswith("Error: ") and said.count("\n") == 1, "one sentence"
    return said


def test_a_file_that_a_key_names_is_named(served: Served, tmp_path: Path) -> None:
    """The key, the file, and what to do."""
    bad = tmp_path / "bad"
    bad.write_text("nothing of the kind")
    bad.chmod(0o600)
    assert f"trust.authorities {bad}: it is no" in refused(served, 78, trust_authorities=str(bad))
    assert str(bad) in refused(served, 78, tls_key=str(bad))
    assert "/nonexistent" in refused(served, 66, tls_key="/nonexistent")
    assert "trace.origin" in refused(served, 78, trace_origin="a b")
    for folder in (str(bad), str(bad / "below"), "/proc/nothing", ""):
        assert "data.folder" in refused(served, 73, data_folder=folder)
    assert "log.file" in refused(served, 73, log_file=str(bad / "below"))


def test_each_start_says_what_is_not_kept_apart(served: Served) -> None:
    """One trust domain, and the keys in a file beside what they open: in the log, naming nobody."""
    for starts in (1, 2):
        served.start()
        served.health()
        served.stop()
        lines = [json.loads(each) for each in (served.folder / "events.jsonl").read_text().splitlines()]
        said = [each for each in lines if each["event"] == "oneTrustDomain"]
        assert len(said) == starts
        assert {key: said[-1][key] for key in said[-1] if key != "time"} == {
            "level": "notice",
            "event": "oneTrustDomain",
            "reason": "keysBesideData",
        }


def test_a_folder_that_is_not_as_it_was_is_named(served: Served) -> None:
    """Whoever reads it knows which file to put back."""
    served.start()
    served.health()
    first = served.process
    assert "another server" in refused(served, 75)
    assert first is not None
    first.terminate()
    assert first.wait(30) == 0
    custody, host = served.folder / "data/custody", served.folder / "data/host"
    keys = (custody / "keystore.json").read_bytes()
    (custody / "keystore.json").write_bytes(keys[:100])
    assert f"{custody}/keystore.json: it is no key store" in refused(served, 66)
    (custody / "keystore.json").write_bytes(keys)
    served.passphrase = "une autre phrase d’essai"
    assert "DMP_CUSTODY_PASSPHRASE" in refused(served, 77)
    served.passphrase = Served.passphrase
    for folder, code in ((host, 65), (custody, 74)):
        database = folder / f"{folder.name}.sqlite"
        whole = database.read_bytes()
        database.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
        said = refused(served, code)
        assert str(folder) in said and "damaged" in said
        database.write_bytes(whole)
        for trace in folder.glob("*.sqlite-*"):
            trace.unlink()
    served.start()
    served.health()


@pytest.mark.parametrize(
    "words",
    [
        ["check", "/nonexistent/set.json"],
        ["check", "."],
        ["effect", "era2019", "mes2026", "--record", "/nonexistent/record.json"],
        ["replay", "/nonexistent/history.json"],
        ["show", "era2040"],
    ],
)
def test_what_a_command_cannot_read_is_named(binary: Path, words: list[str]) -> None:
    """A sentence, and no line of usage that has nothing to do with it."""
    done = subprocess.run([str(binary), "policy", *words], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode in (64, 65, 66), done
    assert words[-1] in done.stderr and done.stderr.count("\n") == 1 and "Usage" not in done.stderr


def test_all_that_is_wrong_is_told_at_once(served: Served) -> None:
    """Whoever mends one does not learn of the next at the next start."""
    served.start(
        domain="production",
        deposit_unsignedLots="accepted",
        deposit_contentCheck="lenient",
        regulation_centres="15",
        care_origin="ftp:/",
        messages_emails="smtp",
        messages_letters="spool",
        tls_key="/nonexistent",
    )
    said = served.last_words()
    assert served.process is not None and served.process.returncode == 78, said
    for key in (
        "deposit.unsignedLots", "deposit.contentCheck", "regulation.centres", "care.origin is ftp:/", "smtp.sender",
        "messages.folder", "/nonexistent", "trust.revocationFolder", "directory.file", "trust.authorities",
    ):  # fmt: skip
        assert key in said, said
    assert "portal.origin" not in said and not (served.folder / "data").exists()


@pytest.mark.parametrize(("text", "place"), [('// a\n{\n  "domain": "rehearsal",,\n}', "line 3"), ("[]", "one JSON object")])
def test_a_configuration_that_is_no_json_is_named(binary: Path, tmp_path: Path, text: str, place: str) -> None:
    """The file and the line, comments counted."""
    file = tmp_path / "dmp.json"
    file.write_text(text)
    done = subprocess.run(
        [str(binary), "serve", "--config", str(file)], env={}, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 78 and str(file) in done.stderr and place in done.stderr, done


def test_production_takes_no_operator_with_a_test_card(demo: Demo, served: Served, tmp_path: Path) -> None:
    """Said at the start, by the card's file, instead of a door that opens to nobody."""
    file = tmp_path / "operators.json"
    card = str(cards(demo)["support"])
    file.write_text(json.dumps({"operators": [{"certificate": card, "role": "support"}]}))
    served.start(domain="production", operators_file=str(file))
    assert f"{card} is a test card, which production refuses" in served.last_words()


def test_keys_that_lie_open_are_refused(served: Served, tmp_path: Path) -> None:
    """As ssh does: the mode that is wanted is named."""
    key = tmp_path / "server.key"
    key.write_bytes((served.pki / "server.key").read_bytes())
    for mode in (0o644, 0o640, 0o604, 0o666):
        key.chmod(mode)
        said = refused(served, 77, tls_key=str(key))
        assert f"{key} holds a key that others can read (mode {mode:o}): chmod 600" in said
    key.chmod(0o600)
    served.start(tls_key=str(key))
    served.health()
    served.stop()
    data = served.folder / "data"
    (data / "custody/keystore.json").chmod(0o644)
    assert "keystore.json holds a key that others can read" in refused(served, 77)
    (data / "custody/keystore.json").chmod(0o600)
    for folder in (data, data / "host", data / "custody"):
        folder.chmod(0o777)
        assert f"anybody may write into {folder} (mode 777): chmod 700" in refused(served, 77)
        folder.chmod(0o700)
    served.start()
    served.health()


def test_a_configuration_with_secrets_that_lies_open_is_refused(served: Served) -> None:
    """What it holds is named, never what that says; without secrets it may be read by anybody."""
    served.mode = 0o644
    said = refused(served, 77, custody_passphrase="une phrase", sms_token="jeton")
    assert "dmp.json holds custody.passphrase, sms.token and others can read it (mode 644)" in said, said
    assert "une phrase" not in said and "jeton" not in said
    served.start()
    served.health()
    served.stop()
    served.mode = 0o600
    served.start(sms_token="jeton")
    served.health()


@pytest.mark.parametrize("length", [1, 14, 15])
def test_production_makes_no_key_store_under_a_short_passphrase(served: Served, tmp_path: Path, length: int) -> None:
    """One of fifteen characters is taken."""
    (tmp_path / "directory.json").write_text('{"structures": {}, "professionals": {}}')
    served.passphrase = "x" * length
    served.start(**RealHierarchy(tmp_path / "real").keys, directory_file=str(tmp_path / "directory.json"))
    if length == 15:
        served.health()
        return
    said = served.last_words()
    assert "DMP_CUSTODY_PASSPHRASE is short" in said and "15 characters" in said
    assert not (served.folder / "data/custody").exists()


def test_every_program_says_which_version_it_is(binary: Path, served: Served) -> None:
    """By itself, and where operators look."""
    said = [
        subprocess.run([str(program), "--version"], capture_output=True, text=True, timeout=60, check=True).stdout
        for program in (binary, binary.with_name("dmp-verify"))
    ]
    assert said[0] == said[1] and re.fullmatch(r"\d+\.\d+\.\d+\n", said[0]), said
    served.start()
    assert served.health()["components"]["program"] == {"status": "ok", "detail": f"dmp {said[0].strip()}"}


def test_a_log_that_cannot_be_written_is_told(served: Served) -> None:
    """The service goes on, and says that lines are lost."""
    served.start(log_file="/dev/full")
    assert served.health()["components"]["log"]["status"] == "degraded"


def test_a_demonstration_writes_into_no_folder_of_somebody_else(binary: Path, tmp_path: Path) -> None:
    """An empty one will do; one in which something lies is left as it is."""
    (tmp_path / "demo.json").write_text("mine")
    done = subprocess.run(
        [str(binary), "demo", "--data", str(tmp_path), "--port", "0", "--no-browser"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 73 and str(tmp_path) in done.stderr and "--data" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["demo.json"] and (tmp_path / "demo.json").read_text() == "mine"


def running(words: str) -> list[int]:
    """The processes whose command line says so."""
    found = []
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            said = each.read_bytes()
        except OSError:
            continue
        if words.encode() in said:
            found.append(int(each.parent.name))
    return found


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_measurement_that_is_ended_leaves_nothing(binary: Path, tmp_path: Path, how: signal.Signals) -> None:
    """Its demonstration is a process of its own, which would go on, and has a folder below the temporary one."""
    measuring = subprocess.Popen(
        [str(binary), "bench", "--only", "silence", "--without-bare-pipe"],
        env={"PATH": os.environ["PATH"], "TMPDIR": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    folder = f"{tmp_path}/dmp-bench-{measuring.pid}"
    try:
        wait_for(lambda: Path(folder, "demo.json").exists(), 120, "its demonstration to be ready")
        assert running(folder)
        measuring.send_signal(how)
        assert measuring.wait(30) == 128 + how
        assert not running(folder) and not Path(folder).exists()
    finally:
        for each in running(folder):
            os.kill(each, signal.SIGKILL)
        measuring.kill()


def test_a_passphrase_is_changed_beside_a_server_that_is_stopped(served: Served) -> None:
    """The key store and its copies open under the new one alone."""
    data, new = served.folder / "data", "une toute autre phrase d’essai"

    def change(former: str, to: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(served.binary), "keys", "passphrase", "--data", str(data)],
            env={"PATH": os.environ["PATH"], "DMP_CUSTODY_PASSPHRASE": former},
            input=to + "\n",
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    served.start()
    served.health()
    assert change(Served.passphrase, new).returncode == 75
    served.stop()
    before = (data / "custody/keystore.json").read_bytes()
    assert change(Served.passphrase, "courte").returncode == 64
    assert change("une phrase qui n’est pas la bonne", new).returncode == 77
    assert (data / "custody/keystore.json").read_bytes() == before
    done = change(Served.passphrase, new)
    assert done.returncode == 0 and new not in done.stdout + done.stderr, done
    files = [(data / "custody" / f"keystore.json{end}").read_bytes() for end in ("", ".1", ".2")]
    assert len(set(files)) == 1 and files[0] != before
    assert "DMP_CUSTODY_PASSPHRASE" in refused(served, 77)
    served.passphrase = new
    served.start()
    served.health()
