"""What fuzzing is made of: texts as papers and people write them, JSON bodies a few changes away from good ones."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from tests.hostile.specimen import mutated
from tests.unit.intake.desk import CAREER, CERTIFICATE, LANGUAGE, STATUS, declaration

PIECES = (
    *("2018", "２０１８", "18", "'18", "1899", "2101", "13", "31", "30", "02", "2", "0", "00", "29", "9" * 30, "-1"),
    *("년", "월", "일", ".", "-", "/", "~", " ", "  ", "\t", "\n", "\u3000", "\u00a0", "\u200b", "\u202e", "\0", "，"),
    *("May", "MAY", "Sept", "january", "1st", "of", "현재", "재직중", "부터", "까지", "以上", "年", "月", "日", "만료"),
    *("홍길동", "김", "남궁", "뷁", "HONG", "Gil-Dong", "GILDONG", "O'Neil", "de la", "洪吉童", "\u1112\u1169\u11bc"),
    *(
        "토목기사",
        "산업기사",
        "1급",
        "2+급",
        "2-급",
        "IM2",
        "4급",
        "B1",
        "845",
        "990",
        "19.00",
        "0.5",
        "1e999",
        "NaN",
        "∞",
    ),
    *("18201234567A", "0O1Il8B", "2019-01-001", "02-123-4567", "(주)", "㈜", "주식회사", "대한건설", "900101-1234567"),
    *("성명", "성 명", "Name", "생년월일", "자격번호", "Date of Birth", ":", "：", "|", "(", ")", "[", "]", "*", "%"),
    *("😀", "\U0010ffff", "\ud800", "\ufeff", "e\u0301" * 20, "٣", "Ⅳ", "½", "①", "ﬁ", "ß", "İ", "〇", "壹"),
)
FIELDS = (
    *("name", "name_latin", "birth_date", "title", "grade", "number", "registration_no", "acquired_on", "issued_on"),
    *("valid_until", "issuer", "test", "score", "level", "test_date", "announced_on", "sections.listening", "company"),
    *("joined_on", "left_on", "confirmation.hr.phone", "confirmation.hr.person", "records[0].from", "rate"),
    *("records[0].project", "confirmation.business.issue_no"),
)

texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.text(max_size=40),
)
"""A text such as a reader may have seen, or any at all."""
fields = st.sampled_from(FIELDS)
"""The name of a field."""
numbers = st.integers(0, 2**63)
"""Which mutation."""

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(10**20, 10**30),
    st.floats(allow_nan=False, allow_infinity=False),
    texts.filter(lambda text: not any(0xD800 <= ord(char) < 0xE000 for char in text)),
)
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)
"""Any JSON value."""


@st.composite
def bodies(draw: Callable[..., Any]) -> dict[str, Any]:
    """A good declaration of which a few values were replaced, left out, doubled or put elsewhere."""
    body = copy.deepcopy(declaration(claims=copy.deepcopy([CERTIFICATE, LANGUAGE, CAREER, STATUS])))
    body["facts"] = {"schools": [{"level": "대학교", "state": "졸업"}], "residence": [{"area": "면"}]}
    for _ in range(draw(st.integers(0, 4))):
        place = random.Random(draw(numbers))
        holder, key = _somewhere(body, place)
        match draw(st.integers(0, 4)):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, list):
                holder.append(holder[key])
            case 2 if isinstance(holder, dict):
                holder[draw(st.sampled_from((*FIELDS, "from", "sections", "facts", "id", "kind")))] = holder[key]
            case _:
                holder[key] = draw(anything)
    return body


def _somewhere(body: Any, place: random.Random) -> tuple[Any, Any]:
    """A random key of a random object or list within `body`."""
    holders = [body]
    for holder in holders:
        inner = holder.values() if isinstance(holder, dict) else holder
        holders += [value for value in inner if isinstance(value, (dict, list)) and value]
    holder = place.choice([one for one in holders if one] or [{"x": 1}])
    keys = list(holder) if isinstance(holder, dict) else range(len(holder))
    return holder, place.choice(list(keys))


@st.composite
def json_bytes(draw: Callable[..., Any]) -> bytes:
    """A body as bytes: JSON, or JSON with some bytes changed."""
    whole = json.dumps(draw(bodies()), ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    return mutated(whole, draw(numbers), draw(st.integers(1, 4))) if draw(st.integers(0, 3)) == 0 else whole
