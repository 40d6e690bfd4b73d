"""Checks every promise on one history, and says for each subject whether it was kept. Pure.

It knows no service's read model: what must be true is worked out from what clients were told and what the topics hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from chaos.fold import Folded, Paper, fold, recomputed_score
from chaos.history import Ack, Heard, History, Spot
from chaos.offsets import check_samples
from services.announcement.model import Announcement
from services.common.events import Declared, Judged, PaperRead, PaperRejected, Scored, Uploaded, Withdrawn
from services.common.topics import catalogue, dead_letter_topic

WHY = "__connect.errors."
ALL_GROUPS_BURY = ("garbage", "unknown-schema", "truncated", "trailing", "tampered-seal")
"""Kinds of poison that nobody can decode; a record under another's key is only a copy, and passes without effect."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One subject on which one promise was checked."""

    promise: str
    """Column of the table."""
    subject: str
    """Document, applicant, record or sample."""
    began: float
    """Unix time from which it was under way."""
    ended: float
    """Until then."""
    broken: str = ""
    """What is wrong; empty where the promise was kept."""


@dataclass(frozen=True)
class Case:
    """A history with what follows from it."""

    history: History
    """What happened."""
    announcement: Announcement
    """What was applied to."""

    @cached_property
    def genuine(self) -> tuple[Heard, ...]:
        """Events without those that chaos itself put there."""
        ours = {one.spot for one in self.history.injected}
        return tuple(one for one in self.history.heard if one.raw.spot not in ours)

    @cached_property
    def folded(self) -> Folded:
        """The topics, folded."""
        return fold(one.event for one in self.history.heard)

    @cached_property
    def uploads(self) -> tuple[Ack, ...]:
        """Every upload that the server took the responsibility for, repeats too."""
        return tuple(ack for ack in self.history.acks if ack.accepted and ack.act in ("upload", "repeat"))

    @cached_property
    def end(self) -> float:
        """When it had come to rest."""
        ends = [sample.at for sample in self.history.samples] + [ack.answered_at for ack in self.history.acks]
        return max(ends, default=0.0)

    @cached_property
    def began(self) -> float:
        """When the first request came."""
        return min((ack.asked_at for ack in self.history.acks), default=0.0)


def examine(history: History, announcement: Announcement) -> tuple[Checked, ...]:
    """Every promise on every subject."""
    case = Case(history, announcement)
    return tuple(checked for check in CHECKS for checked in check(case))


def settled(case: Case) -> Iterable[Checked]:
    """Requests are answered, queues run dry, outboxes empty."""
    for ack in case.history.acks:
        broken = "" if ack.status else f"{ack.act} never got an answer in {ack.tries} tries"
        yield Checked("settles", f"{ack.applicant_id} {ack.act}", ack.asked_at, ack.answered_at, broken)
    for what, left in (("outbox of", case.history.unsent), ("group", case.history.behind)):
        for name, count in left.items():
            yield Checked("settles", f"{what} {name}", case.began, case.end, f"{count} wait" if count else "")


def nothing_lost(case: Case) -> Iterable[Checked]:
    """Each accepted upload is one document, announced, and has exactly one verdict on the newest declaration."""
    for ack in case.uploads:
        yield Checked("not lost", ack.document_id, ack.asked_at, case.end, _lost(case, ack))


def _lost(case: Case, ack: Ack) -> str:
    paper = case.folded.papers.get(ack.document_id)
    if paper is None:
        return "the receipt's document was never announced on its topic"
    files = [file.sha256 for file in paper.uploaded.files]
    if files != [ack.sha256]:
        return f"announced with other bytes than were sent: {files}"
    if not case.history.documents.get(ack.document_id):
        return "the portal does not know the document of its own receipt"
    newest = case.folded.newest(ack.applicant_id)
    if paper.end or paper.rejections:
        return ""
    if not paper.readings:
        return "never read"
    if newest is None:
        return ""
    reading = max(paper.readings.values(), key=lambda one: one.occurred_at)
    current = {
        one.event_id
        for one in paper.verdicts.values()
        if one.declaration_id == newest.event_id and one.reading_id == reading.event_id
    }
    if not current:
        return f"no verdict on declaration version {newest.version}"
    return "" if len(current) == 1 else f"{len(current)} verdicts on one declaration and one reading"


def originals_kept(case: Case) -> Iterable[Checked]:
    """The bytes of every accepted upload come back identical."""
    for ack in case.uploads:
        found = case.history.originals.get(ack.document_id, "nothing")
        told = case.history.documents.get(ack.document_id, {}).get("sha256")
        broken = "" if found == ack.sha256 else f"the blob store gives back {found}"
        if not broken and told != ack.sha256:
            broken = f"the portal tells another digest: {told}"
        yield Checked("original bytes", ack.document_id, ack.asked_at, case.end, broken)


def verdicts_right(case: Case) -> Iterable[Checked]:
    """A paper that contradicts its declaration never passes, a right one never fails, an empty page does neither."""
    said = {ack.document_id: ack for ack in case.history.acks if ack.act == "upload" and ack.accepted}
    for document_id, ack in said.items():
        declared = [
            one
            for one in case.history.acks
            if one.applicant_id == ack.applicant_id and one.act == "declare" and one.accepted
        ]
        status = str(case.history.documents.get(document_id, {}).get("status"))
        if not declared or status in ("SUPERSEDED", "WITHDRAWN"):
            continue
        right = max(declared, key=lambda one: (one.version, one.answered_at)).what == "right"
        never = {"MATCH", "MISMATCH"} if ack.what == "blank" else {"MISMATCH"} if right else {"MATCH"}
        broken = f"{ack.what}, declared {'right' if right else 'wrong'}: {status}" if status in never else ""
        yield Checked("verdict right", document_id, ack.asked_at, case.end, broken)


def declarations_kept(case: Case) -> Iterable[Checked]:
    """Every accepted declaration is on its topic; versions are 1, 2, 3 …, as told; the newest is shown."""
    for applicant_id in sorted({ack.applicant_id for ack in case.history.acks}):
        accepted = [
            one
            for one in case.history.acks
            if one.applicant_id == applicant_id and one.act == "declare" and one.accepted
        ]
        versions = sorted(case.folded.declared.get(applicant_id, {}))
        told = {ack.version for ack in accepted}
        shown = case.history.applicants.get(applicant_id, {}).get("declaration_version")
        broken = ""
        if versions != list(range(1, len(versions) + 1)):
            broken = f"versions on the topic: {versions}"
        elif not told <= set(versions):
            broken = f"told {sorted(told)}, on the topic {versions}"
        elif (
            versions
            and versions[-1] != max(told, default=0)
            and all(ack.status for ack in case.history.acks if ack.applicant_id == applicant_id)
        ):
            broken = f"version {versions[-1]} that no client was told of"
        elif versions and shown != versions[-1]:
            broken = f"the portal shows version {shown}, the topic has {versions[-1]}"
        if accepted:
            yield Checked("declarations", applicant_id, accepted[0].asked_at, case.end, broken)


def refused_nowhere(case: Case) -> Iterable[Checked]:
    """What was refused is on no topic and in no store."""
    announced = {file.sha256 for paper in case.folded.papers.values() for file in paper.uploaded.files}
    accepted = {ack.sha256 for ack in case.uploads}
    for ack in case.history.acks:
        if ack.act in ("refused", "conflict", "refused-declaration"):
            broken = ""
            if ack.accepted:
                broken = f"{ack.act} {ack.what} was accepted"
            elif ack.sha256 and ack.sha256 not in accepted and ack.sha256 in announced:
                broken = "its bytes are announced on a topic"
            elif ack.sha256 and ack.sha256 not in accepted and ack.sha256 in case.history.blobs:
                broken = "its bytes are in the blob store"
            yield Checked("refused nowhere", f"{ack.applicant_id} {ack.act} {ack.what}", ack.asked_at, case.end, broken)
    acked = {ack.document_id for ack in case.uploads}
    unanswered = {ack.applicant_id for ack in case.history.acks if not ack.status}
    for document_id, paper in case.folded.papers.items():
        known = document_id in acked or paper.uploaded.applicant_id in unanswered
        yield Checked(
            "refused nowhere",
            document_id,
            case.began,
            case.end,
            "" if known else "announced, and no client was told of it",
        )


def scores_right(case: Case) -> Iterable[Checked]:
    """The newest score on the topic, and the one that the portal shows, are what the events make."""
    last: dict[str, Scored] = {}
    for one in case.genuine:
        if isinstance(one.event, Scored):
            last[one.event.applicant_id] = one.event
    for applicant_id in case.folded.declared:
        wanted = recomputed_score(case.folded, applicant_id, case.announcement)
        published = last.get(applicant_id)
        shown = case.history.applicants.get(applicant_id, {}).get("score")
        broken = ""
        if published is None:
            broken = "no score was published"
        elif published.personal["score"] != wanted:
            broken = f"published {_short(published.personal['score'])}, the events make {_short(wanted)}"
        elif not isinstance(shown, Mapping) or any(shown.get(name) != value for name, value in (wanted or {}).items()):
            broken = f"the portal shows {_short(shown)}, the events make {_short(wanted)}"
        asked = [ack.asked_at for ack in case.history.acks if ack.applicant_id == applicant_id]
        yield Checked("scores", applicant_id, min(asked, default=case.began), case.end, broken)


def _short(score: object) -> str:
    if not isinstance(score, Mapping):
        return str(score)
    return f"{score.get('state')}/{score.get('basis')}/{score.get('total')}"


def nothing_doubled(case: Case) -> Iterable[Checked]:
    """One effect of the same causes, however often it was attempted: one id, and from an outbox the same bytes."""
    ids: dict[tuple[object, ...], set[str]] = defaultdict(set)
    contents: dict[str, set[bytes | None]] = defaultdict(set)
    when: dict[tuple[object, ...], float] = {}
    for one in case.genuine:
        cause = _cause(one)
        ids[cause].add(one.event.event_id)
        when.setdefault(cause, one.raw.timestamp)
        if not isinstance(one.event, (PaperRead, PaperRejected)):  # made anew at each attempt, with that attempt's time
            contents[one.event.event_id].add(one.raw.value)
    for cause, found in ids.items():
        bodies = max((len(contents[event_id]) for event_id in found), default=0)
        broken = f"{len(found)} ids: {sorted(found)}" if len(found) > 1 else f"{bodies} contents" if bodies > 1 else ""
        yield Checked("not doubled", " ".join(map(str, cause)), when[cause], case.end, broken)
    for document_id, paper in case.folded.papers.items():
        yield Checked(
            "not doubled", f"history of {document_id}", case.began, case.end, _told_twice(case, document_id, paper)
        )


def _cause(one: Heard) -> tuple[object, ...]:
    event = one.event
    match event:
        case Declared():
            return "declared", event.subject, event.version
        case Uploaded():
            return "uploaded", event.subject, event.claim_id, event.paper, *(file.sha256 for file in event.files)
        case Withdrawn():
            return "withdrawn", event.document_id
        case PaperRead():
            return "read", event.upload_id, event.unread == "READER_FAILED", event.engine
        case PaperRejected():
            return "rejected", event.upload_id
        case Judged():
            return "judged", event.declaration_id, event.reading_id
        case Scored():
            return "scored", event.subject, event.declaration_version, *event.inputs
        case _:
            return "event", event.event_id


def _told_twice(case: Case, document_id: str, paper: Paper) -> str:
    """The history that a portal is shown has a line for each event, and no more."""
    answer = case.history.documents.get(document_id, {})
    lines = [str(line["event"]) for line in answer.get("history", ())]
    most = {
        "RECEIVED": 1,
        "READ": len(paper.readings),
        "REJECTED": len(paper.rejections),
        "SUPERSEDED": 1,
        "WITHDRAWN": 1,
    }
    for status in ("MATCH", "MISMATCH", "UNREADABLE"):
        most[status] = sum(one.status.value == status for one in paper.verdicts.values())
    wrong = [f"{lines.count(name)} × {name}" for name, limit in most.items() if lines.count(name) > limit]
    return ", ".join(wrong)


def projections_equal(case: Case) -> Iterable[Checked]:
    """The portal's answer and the staff console say of every document what the topics say."""
    for document_id, paper in case.folded.papers.items():
        answer = case.history.documents.get(document_id, {})
        status, verdict = paper.status(), paper.verdict()
        broken = ""
        if answer.get("status") != status:
            broken = f"the portal says {answer.get('status')}, the topics {status}"
        elif verdict is not None and answer.get("declaration_version") != verdict.declaration_version:
            told = answer.get("declaration_version")
            broken = f"the portal's verdict is on version {told}, not {verdict.declaration_version}"
        elif not paper.readings and not paper.rejections and not paper.verdicts and not paper.end:
            broken = ""
        elif (row := case.history.review.get(document_id)) is None:
            broken = "the staff console does not have it"
        elif verdict is not None and row[0] != verdict.event_id:
            broken = f"the staff console has verdict {row[0]}, the topics {verdict.event_id}"
        elif row[2] != paper.end:
            broken = f"the staff console has it as {row[2]}, the topics as {paper.end}"
        yield Checked("projections", document_id, case.began, case.end, broken)
    for event in case.folded.orphans:
        yield Checked(
            "projections", event.event_id, case.began, case.end, f"a {event.schema} about no uploaded document"
        )


def dead_letters_right(case: Case) -> Iterable[Checked]:
    """Every poisoned record lies with each of its groups, untouched and with the reason; nothing else lies there."""
    records = {raw.spot: raw for raw in (*case.history.undecodable, *(one.raw for one in case.history.heard))}
    poison = {one.spot: one for one in case.history.injected if one.kind != "duplicate"}
    failed = {
        event.upload_id
        for one in case.history.heard
        if isinstance(event := one.event, PaperRead) and event.unread == "READER_FAILED"
    }
    uploads = {one.raw.spot: one.event.event_id for one in case.history.heard if isinstance(one.event, Uploaded)}
    buried: set[tuple[Spot, str]] = set()
    for letter in case.history.letters:
        told = {name.removeprefix(WHY): value.decode() for name, value in letter.headers if name.startswith(WHY)}
        spot = (told.get("topic", ""), int(told.get("partition", -1)), int(told.get("offset", -1)))
        group, source = told.get("class.name", ""), records.get(spot)
        buried.add((spot, group))
        broken = ""
        if letter.topic != dead_letter_topic(spot[0], group):
            broken = f"it lies on {letter.topic}, and says {spot[0]} of {group}"
        elif source is None:
            broken = f"it names {spot}, where nothing is"
        elif (source.key, source.value) != (letter.key, letter.value):
            broken = "its bytes are not those of the record"
        elif not told.get("exception.class.name") or not told.get("exception.message"):
            broken = "it does not say why"
        elif (
            spot not in poison
            and not _chaos_header(source)
            and not (group == "docintake.reading" and uploads.get(spot) in failed)
        ):
            broken = f"no poison: {told['exception.class.name']}: {told['exception.message']}"
        yield Checked(
            "dead letters",
            f"{letter.topic}/{letter.partition}/{letter.offset}",
            letter.timestamp,
            letter.timestamp,
            broken,
        )
    for spot, one in poison.items():
        if one.kind in ALL_GROUPS_BURY:
            for group in catalogue()[spot[0]].consumers:
                broken = "" if (spot, group) in buried else f"{group} has no dead letter of this {one.kind}"
                yield Checked("dead letters", f"{spot} {group}", one.at, case.end, broken)


def _chaos_header(raw: object) -> bool:
    """Poison of an attempt that nobody knew to have succeeded."""
    return any(name == "chaos-poison" for name, _ in getattr(raw, "headers", ()))


def offsets_behind_work(case: Case) -> Iterable[Checked]:
    """No look ever found a committed offset above a record whose effect was not durable yet."""
    yield from (Checked("offsets", *found) for found in check_samples(case.history))


CHECKS: tuple[Callable[[Case], Iterable[Checked]], ...] = (
    settled,
    nothing_lost,
    originals_kept,
    verdicts_right,
    declarations_kept,
    refused_nowhere,
    scores_right,
    nothing_doubled,
    offsets_behind_work,
    dead_letters_right,
    projections_equal,
)
PROMISES = (
    "not lost",
    "original bytes",
    "verdict right",
    "declarations",
    "refused nowhere",
    "scores",
    "not doubled",
    "offsets",
    "dead letters",
    "projections",
    "settles",
)
