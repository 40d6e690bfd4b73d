"""Names without a label: in the middle of an award, or a second time in the other script.

Which words are the name is told by what stands around them (the birth date right below, 귀하 behind), or by the sound:
홍길동 and HONG GILDONG spell one another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from services.verify.reading.layout.neighbours import around, shared
from services.verify.reading.layout.places import Spot
from services.verify.reading.sheets import Sheet, Text
from services.verify.reading.unlabelled import free_lines, has_left_neighbour, spot_of, taken, whole
from services.verify.values.dates import looks_like_date
from services.verify.values.family_names import may_be_name
from services.verify.values.names import parse_latin_name
from services.verify.values.romanised import sounds_like
from services.verify.values.text import has_hangul

_HANGUL_NAME = re.compile(r"^[가-힣]{2,4}$")
_NOT_NAME = re.compile(r"(?:귀하|님|씨|\(인\)|[\s·:.,()\[\]/])+")
_FEWEST_LETTERS, _MOST_WORDS = 5, 4
_ADDRESSED = re.compile(r"(?:귀하|님|씨)\s*[.,]?$")
_ADDRESSED_APART = re.compile(r"^[가-힣]{2}\s+(?:귀하|님)\W*$")
"""A name of two syllables is one only where the form of address stands apart from it."""
_BORN = re.compile(r"(?:생|출생|born)\W*$|^\W*(?:생년월일|출생|birth|born)", re.I)
_BIRTH_BELOW, _LARGE = 2.5, 1.25
"""Line heights down to the birth date under a name; how much larger than other lines a name on an award is."""
_PERSON_ABOVE = re.compile(r"^\W*위(?:의)?사람|^\W*상기(?:인|자)")
NO_NAMES = frozenset(
    (
        *("성적표", "인증서", "확인서", "증명서", "자격증", "상장", "합격증", "수료증", "면허증"),
        *("임명장", "표창장", "사본", "원본", "성명", "이름", "안내문", "주의사항", "기관장", "이사장"),
        *("구청장", "도지사", "고객", "소장", "서장", "국장", "차장", "부장", "원장", "교장", "선생", "지사", "위원장"),
        *("소비자", "이용자", "신청자", "신청인", "소지자", "차주", "어머", "형제"),
    )
)
"""Words of headings and forms of address that have the form of a name."""


def find_name_by_sound(sheets: Sequence[Sheet], known: Sequence[Spot]) -> list[Spot]:
    """The place of the Hangul name beside a Latin one in `known`, or of the Latin beside a Hangul one; or nothing.

    Nothing too where both are known, or where words that differ sound alike.
    """
    names = [spot for spot in known if spot.field in ("name", "name_latin") and spot.lines]
    hangul = next((name for spot in names if (name := hangul_alone(spot.text))), None)
    latin = next((name for spot in names if (name := latin_alone(spot.text))), None)
    if (hangul is None) == (latin is None):
        return []
    field = "name" if hangul is None else "name_latin"
    used = taken(known)
    found: dict[str, Spot] = {}
    for page, sheet in enumerate(sheets):
        for text in sheet.texts:
            place = in_one_script(text, hangul=hangul is None)
            if place is None or (id(text.seen) in used and place is text):
                continue
            name = hangul_alone(place.text) if hangul is None else latin_alone(place.text)
            if name and (hangul is not None or may_be_name(name)) and sounds_like(hangul or name, latin or name):
                found.setdefault(name, Spot(field, page, (place,), place.box))
    return list(found.values()) if len(found) == 1 else []


def find_name_by_place(sheets: Sequence[Sheet], known: Sequence[Spot]) -> list[Spot]:
    """The Hangul name that stands alone in a line of an award, where no label announces one; or nothing.

    It stands over the birth date, is addressed (귀하), or is larger than the lines around it on a paper that speaks of
    위 사람. Nothing where two lines might be it.
    """
    if is_named(known):
        return []
    found: dict[str, Spot] = {}
    for page, sheet in enumerate(sheets):
        heights = sorted(text.piece.height for text in sheet.texts if text.text)
        below = [text.box[1] for text in sheet.texts if _PERSON_ABOVE.search(text.text.replace(" ", ""))]
        for line in free_lines(sheet, known):
            printed = whole(line)
            name = hangul_alone(printed)
            if name is None or name in NO_NAMES or has_left_neighbour(sheet, line[0]):
                continue
            over_birth = _over_birth(sheet, line)
            plain = over_birth or _ADDRESSED_APART.search(printed) is not None
            if not may_be_name(name) and not (plain and may_be_name(name + name[-1])):
                continue
            large = line[0].piece.height >= _LARGE * heights[len(heights) // 2]
            above = bool(below) and line[0].box[3] <= max(below)
            if _ADDRESSED.search(printed) or over_birth or (above and large):
                found.setdefault(name, spot_of("name", page, line))
    return list(found.values()) if len(found) == 1 else []


def is_named(known: Sequence[Spot]) -> bool:
    """Whether a name of the holder is among the `known` values."""
    return any(
        spot.field in ("name", "name_latin") and (hangul_alone(spot.text) or latin_alone(spot.text)) for spot in known
    )


def _over_birth(sheet: Sheet, line: Sequence[Text]) -> bool:
    """Whether the birth date stands right below `line`, or right behind it."""
    left, top, right, bottom = around([text.box for text in line])
    for text in sheet.texts:
        if not (looks_like_date(text.text) and _BORN.search(text.text)):
            continue
        below = text.box[1] - bottom
        if 0 <= below <= _BIRTH_BELOW * (bottom - top) and shared(left, right, text.box[0], text.box[2]) > 0:
            return True
        if text.box[0] >= right and shared(top, bottom, text.box[1], text.box[3]) > 0:
            return True
    return False


def hangul_alone(text: str) -> str | None:
    """The Hangul name that a line is, without 귀하 and signs; None where it is anything else."""
    letters = _NOT_NAME.sub("", text)
    return letters if _HANGUL_NAME.match(letters) else None


def latin_alone(text: str) -> str | None:
    """The Latin name that a line may be, long enough to be told from other words; None where it is anything else."""
    if has_hangul(text):
        return None
    name = parse_latin_name(text)
    enough = name is not None and len(name.replace(" ", "")) >= _FEWEST_LETTERS and len(name.split()) <= _MOST_WORDS
    return name if enough else None


def in_one_script(text: Text, *, hangul: bool) -> Text | None:
    """The words of `text` that are in Hangul, or those that are in Latin letters; None where there are none."""
    words = [word for word in text.seen.words if any(char.isalpha() for char in word.text)]
    own = [word for word in words if has_hangul(word.text) == hangul]
    if not own or len(own) == len(words):
        return text if own else None
    left, right = min(word.left for word in own), max(word.right for word in own)
    if any(left < (word.left + word.right) / 2 < right for word in words if word not in own):
        return None
    glyphs = tuple(glyph for glyph in text.piece.glyphs if left <= (glyph[0] + glyph[1]) / 2 <= right)
    if not glyphs:
        return None
    box = (glyphs[0][0], text.box[1], glyphs[-1][1], text.box[3])
    return replace(text, piece=replace(text.piece, box=box, glyphs=glyphs), seen=replace(text.seen, words=tuple(own)))
