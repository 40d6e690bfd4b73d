"""Delivery: what is killed loses nothing and repeats nothing that can be seen."""

from __future__ import annotations

from collections import Counter

from services.common.avro import decode_envelope
from tests.e2e.papers import applying
from tests.e2e.system import System, kill_tree, wait_for

SECONDS = 120.0


def test_ten_uploads_get_ten_verdicts_each_once_though_the_reader_is_killed_among_them(system: System) -> None:
    people = [applying(f"killed-{number}", "김서준", "KIM SEOJUN", 300 + 5 * number, 350) for number in range(10)]
    reports = [person.report("jpeg") for person in people]
    for person in people:
        person.declare(system.portal)
    documents = [person.upload(system.portal, report) for person, report in zip(people, reports, strict=True)]

    def judged() -> int:
        return sum(system.portal.document(document)["status"] not in ("RECEIVED", "READ") for document in documents)

    assert wait_for(judged, SECONDS)
    restarts = system.restarts("reading")
    kill_tree(system.pid("reading"))
    assert judged() < len(documents), "the reader was through before it could be killed"
    assert wait_for(lambda: system.restarts("reading") > restarts, 15.0)

    answers = [system.portal.judged(document, 1, SECONDS) for document in documents]
    assert [answer["status"] for answer in answers] == ["MATCH"] * len(documents)
    assert [[entry["event"] for entry in answer["history"]].count("MATCH") for answer in answers] == [1] * len(
        documents
    )
    verdicts = [decode_envelope(record.value)[1] for record in system.records("verify.verdicts") if record.value]
    times = Counter(verdict["document_id"] for verdict in verdicts if verdict["document_id"] in documents)
    assert times == dict.fromkeys(documents, 1)
