"""`dmp policy` as an operator types it: list, show, diff, check with refused sets, effect (issue 3, part 1)."""

from __future__ import annotations

import copy
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from serving import binary_under_test

SHIPPED = Path(__file__).resolve().parents[2] / "Sources/AccessRules/Resources"
SETS = ["era2007", "era2011", "era2016", "era2019", "mes2022", "mes2026"]


def policy(*words: str) -> subprocess.CompletedProcess[str]:
    """One command."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    return subprocess.run(
        [str(binary), "policy", *words], capture_output=True, text=True, timeout=120, check=False
    )


def said(*words: str) -> str:
    """What a command prints that succeeds."""
    done = policy(*words)
    assert done.returncode == 0, done
    return done.stdout


def shipped(name: str) -> dict[str, Any]:
    """A set as it ships."""
    return json.loads((SHIPPED / f"policies/{name}.json").read_text())  # type: ignore[no-any-return]


def house(**changes: Any) -> dict[str, Any]:
    """The set of 2026 under another name, with other values."""
    rules = copy.deepcopy(shipped("mes2026"))
    rules["id"] = "house"
    for key, value in changes.items():
        rules["keys"][key]["value"] = value
    return rules


def keys(text: str) -> list[str]:
    """The keys that lines begin with: sources are set in."""
    return [line.split()[0] for line in text.splitlines() if line and not line.startswith(" ")]


def test_list_names_the_sets_in_order() -> None:
    """Six dated sets, the earliest first."""
    lines = said("list").splitlines()
    assert [line.split("@")[0] for line in lines] == SETS
    days = [line.split("from ")[1][:10] for line in lines]
    assert days == sorted(days) == [shipped(name)["validFrom"] for name in SETS]


@pytest.mark.parametrize("name", SETS)
def test_show_prints_every_key_with_its_source(name: str) -> None:
    """Each key of the file, once, with provenance and day, and what stands beyond any set (§10).

    Access and life cycle § 10.
    """
    text = said("show", name)
    body, beyond = text.split("\nBeyond any set:\n")
    rules = shipped(name)["keys"]
    assert sorted(keys(body)[1:]) == sorted(rules)
    lines = body.splitlines()
    for key, entry in rules.items():
        place = next(i for i, line in enumerate(lines) if line.split(" ")[0] == key)
        assert entry["date"] in lines[place + 1] and entry["provenance"] in lines[place + 1], key
    assert beyond.strip()
    held = {word for word in text.split() if word[0] == "C" and word[1:].isdigit()}
    assert held == {f"C{number}" for number in range(1, 21)}


def test_show_takes_a_version_and_refuses_a_name_of_nobody() -> None:
    """A reference as traces have it; anything else is told where to look."""
    assert said("show", f"mes2026@{shipped('mes2026')['version']}") == said("show", "mes2026")
    none = policy("show", "era2040")
    assert none.returncode == 64 and "era2040" in none.stderr and "dmp policy list" in none.stderr


@pytest.mark.parametrize(("former", "latter"), [("era2007", "era2011"), ("era2019", "mes2022"), ("mes2022", "mes2026")])
def test_diff_prints_the_keys_whose_values_differ(former: str, latter: str) -> None:
    """The files themselves, compared by a program that knows nothing of ours (access and life cycle § 10)."""
    before, after = shipped(former)["keys"], shipped(latter)["keys"]
    differ = [key for key in before if before[key]["value"] != after[key]["value"]]
    assert sorted(keys(said("diff", former, latter))) == sorted(differ)


def test_diff_of_a_set_with_itself_says_so() -> None:
    """Nothing is said, in words."""
    assert said("diff", "mes2026", "mes2026") == "no key differs\n"


def test_check_takes_a_whole_set_which_then_can_be_compared(tmp_path: Path) -> None:
    """An operator's own set, beside those that ship."""
    file = tmp_path / "house.json"
    file.write_text(json.dumps(house(**{"representatives.maximum": 1})))
    assert "house@" in said("check", str(file)) and "is whole" in said("check", str(file))
    assert keys(said("diff", "mes2026", "house", "--add", str(file))) == ["representatives.maximum"]
    assert "house@" in said("list", "--add", str(file))


def refused(tmp_path: Path, rules: dict[str, Any] | str) -> str:
    """What is said of a set that is not taken."""
    file = tmp_path / "house.json"
    file.write_text(rules if isinstance(rules, str) else json.dumps(rules))
    done = policy("check", str(file))
    assert done.returncode == 64 and not done.stdout, done
    assert "house.json" in done.stderr
    return done.stderr


def test_check_refuses_an_unknown_key(tmp_path: Path) -> None:
    """Unknown key → refused with the reason."""
    rules = house()
    rules["keys"]["patient.flies"] = rules["keys"]["patient.canFile"]
    assert "unknown: patient.flies" in refused(tmp_path, rules)


def test_check_refuses_a_missing_key(tmp_path: Path) -> None:
    """Missing key → refused with the reason."""
    rules = house()
    del rules["keys"]["representatives.maximum"]
    assert "missing: representatives.maximum" in refused(tmp_path, rules)


def test_check_refuses_values_that_cannot_both_hold(tmp_path: Path) -> None:
    """Contradiction → refused with the reason."""
    assert "contradiction" in refused(tmp_path, house(**{"patient.canFile": False}))


def test_check_refuses_a_name_that_ships(tmp_path: Path) -> None:
    """Sets are immutable: nobody takes the place of one."""
    assert "mes2026" in refused(tmp_path, house() | {"id": "mes2026"})


@pytest.mark.parametrize("value", ["many", -1, None, [1]])
def test_check_refuses_a_value_of_another_kind(tmp_path: Path, value: Any) -> None:
    """A number that is none."""
    assert "representatives.maximum" in refused(tmp_path, house(**{"representatives.maximum": value}))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}"])
def test_check_refuses_what_is_no_set(tmp_path: Path, text: str) -> None:
    """A file that is none."""
    refused(tmp_path, text)


def test_check_of_a_file_that_is_not_there_fails() -> None:
    """Said, not crashed."""
    done = policy("check", "/nonexistent/house.json")
    assert done.returncode not in (0, -4, -5, -6, -11) and done.stderr


def test_effect_of_two_sets_is_a_table_by_profession() -> None:
    """What changes when a record passes from one set to another: each line a gain or a loss, with both rules."""
    text = said("effect", "era2019", "mes2026")
    lines = [line for line in text.splitlines() if " gains " in line or " loses " in line]
    assert lines and all(" -> " in line for line in lines)
    count, _, whole = text.splitlines()[-1].partition(" of ")
    assert int(count) == len(lines) and int(whole.split()[0]) > len(lines)
    assert any(line.startswith("occupational physician") and " gains search" in line for line in lines)
    assert said("effect", "mes2026", "mes2026").splitlines()[-1].startswith("0 of ")


def facts(visibility: int) -> dict[str, Any]:
    """A report of care, masked or not."""
    return {
        "typeCode": {"value": "11488-4", "system": "2.16.840.1.113883.6.1"},
        "classCode": {"value": "10", "system": "1.2.250.1.213.1.1.4.1"},
        "visibility": visibility,
        "status": "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved",
        "relation": "none",
        "origin": "care",
    }


@pytest.fixture
def record(tmp_path: Path) -> str:
    """A record with a treating physician, a plain document and a masked one, both open in emergencies."""
    file = tmp_path / "record.json"
    policy = {
        "version": 1,
        "policySet": "era2019",
        "state": {"open": {"internet": "active"}},
        "authorisations": [],
        "blocks": [],
        "treatingPhysicians": ["899900063480"],
        "emergency": {"refusesBreakGlass": False, "refusesRegulation": False, "opensMaskedDocuments": True},
        "defaultVisibility": 0,
        "birthDate": {"year": 1980, "month": 1, "day": 1},
    }
    file.write_text(json.dumps({"policy": policy, "documents": [facts(0), facts(1)]}))
    return str(file)


def test_effect_for_a_record_tells_who_gains_which_document(record: str) -> None:
    """What changes for a given record: masked documents in emergencies, carers, the treating physician of 2007.

    Access and life cycle § 10.
    """
    lines = said("effect", "era2019", "mes2026", "--record", record).split("\n\n")[-1].splitlines()
    told = {line[:40].strip(): line[40:].strip() for line in lines}
    assert told["carer"] == "gains #1 #2"
    assert told["regulation centre"] == "gains #2" and told["G15_10 breaking the glass"] == "gains #2"
    former = said("effect", "mes2026", "era2007", "--record", record)
    assert "treating physician 899900063480          loses #1 #2" in former
    assert said("effect", "mes2026", "mes2026", "--record", record).endswith("nobody gains or loses a document\n")


def test_effect_for_a_record_says_what_its_respite_holds_back(tmp_path: Path, record: str) -> None:
    """What the new set would show the patient at once is announced first, and the answer names the day.

    Access and life cycle § 10, CSP R1111-53.
    """
    told = json.loads(Path(record).read_text())
    long_hidden, lately_hidden = facts(2), facts(2)
    long_hidden["hiddenSince"] = {"milliseconds": 1_767_258_000_000}  # 2026-01-01
    lately_hidden["hiddenSince"] = {"milliseconds": 1_779_181_200_000}  # 2026-05-19
    told["documents"] = [facts(0), long_hidden, lately_hidden]
    told["now"] = {"milliseconds": 1_779_267_600_000}  # 2026-05-20
    file = tmp_path / "waiting.json"
    file.write_text(json.dumps(told))
    lines = said("effect", "era2019", "mes2026", "--record", str(file)).splitlines()
    assert lines[-1] == "#2 wait to be announced, and show themselves to the patient from 2026-06-03"
    assert not any(line.startswith("holder") for line in lines)
    # Between two sets of the same term nothing new is held back: what the term has brought was there before.
    assert "wait to be announced" not in said("effect", "mes2022", "mes2026", "--record", str(file))


def test_effect_for_a_record_that_is_none_fails(tmp_path: Path) -> None:
    """A file of something else."""
    file = tmp_path / "record.json"
    file.write_text("{}")
    done = policy("effect", "era2019", "mes2026", "--record", str(file))
    assert done.returncode not in (0, -4, -5, -6, -11) and done.stderr


def test_the_cost_of_deciding_is_printed_for_several_readers_and_acts() -> None:
    """`dmp bench --decisions`: every line of the measure, and what each reader is let do; a hundredth is enough to see it."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    done = subprocess.run(
        [str(binary), "bench", "--decisions", "--brief"], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done
    lines = done.stdout.splitlines()
    assert [line for line in lines if re.fullmatch(r"10000 decisions, in lists of 1,000: [0-9]+\.[0-9]{2} ms", line)]
    assert [line for line in lines if re.fullmatch(r"10000 decisions, each prepared for itself: [0-9]+\.[0-9]{2} ms", line)]
    assert [line for line in lines if re.fullmatch(r"a list of 1,000 documents, of [0-9]+: median [0-9]+\.[0-9]{2} ms, worst [0-9]+\.[0-9]{2} ms", line)]
    permitted = {
        (who, act): int(count)
        for who, act, count in re.findall(r"^(.+), (\w+): (\d+) permitted of a thousand$", done.stdout, re.MULTILINE)
    }
    assert len({who for who, _ in permitted}) == 4 and len({act for _, act in permitted}) == 4
    # They are not all answered alike: the measure is of decisions that differ.
    assert len(set(permitted.values())) > 3
    assert 0 < permitted["nurse", "read"] < permitted["treating physician", "read"] <= 1000
