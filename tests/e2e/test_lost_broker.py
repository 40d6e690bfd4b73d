"""Delivery: an upload is safe before Kafka knows of it."""

from __future__ import annotations

from tests.e2e.papers import applying
from tests.e2e.system import System, kill_tree, listens, wait_for


def test_an_upload_while_the_broker_is_away_is_accepted_and_judged_after_it_comes(system: System) -> None:
    person = applying("no-broker", "이도현", "LEE DOHYUN")
    report = person.report()
    kill_tree(system.pid("broker"))
    assert wait_for(lambda: not listens(system.port("kafka_port")), 5.0)
    person.declare(system.portal)
    document = person.upload(system.portal, report)
    assert not listens(system.port("kafka_port")), (
        "the broker was back before the upload was answered: this proves nothing"
    )
    assert system.portal.document(document)["status"] == "RECEIVED"
    answer = system.portal.judged(document, 1, 90.0)
    assert (answer["status"], answer["outcome"]) == ("MATCH", "PASS")
