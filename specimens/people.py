"""Invented people: names with the frequencies of real Korean family names, now and then with a rare syllable."""

from __future__ import annotations

from random import Random

from specimens import dates

_FAMILIES = (
    ("김", "KIM", 215), ("이", "LEE", 147), ("박", "PARK", 84), ("최", "CHOI", 47), ("정", "JUNG", 43),
    ("강", "KANG", 24), ("조", "CHO", 21), ("윤", "YOON", 21), ("장", "JANG", 20), ("임", "LIM", 17),
    ("한", "HAN", 15), ("오", "OH", 15), ("서", "SEO", 15), ("신", "SHIN", 15), ("권", "KWON", 14),
    ("황", "HWANG", 14), ("안", "AHN", 14), ("송", "SONG", 14), ("전", "JEON", 11), ("홍", "HONG", 11),
    ("유", "YOO", 10), ("고", "KO", 9), ("문", "MOON", 9), ("양", "YANG", 9), ("손", "SON", 9),
    ("배", "BAE", 8), ("백", "BAEK", 8), ("허", "HEO", 7), ("남", "NAM", 6), ("심", "SHIM", 5),
    ("노", "NOH", 5), ("하", "HA", 5), ("곽", "KWAK", 4), ("성", "SUNG", 4), ("차", "CHA", 4), ("주", "JOO", 4),
    ("우", "WOO", 4), ("구", "KOO", 4), ("민", "MIN", 3), ("류", "RYU", 3), ("나", "NA", 3), ("진", "JIN", 3),
    ("엄", "EOM", 3), ("천", "CHEON", 2), ("방", "BANG", 2), ("공", "KONG", 2), ("현", "HYUN", 2),
    ("함", "HAM", 2), ("변", "BYUN", 2), ("염", "YEOM", 2), ("여", "YEO", 1), ("추", "CHOO", 1),
    ("도", "DO", 1), ("소", "SO", 1), ("석", "SEOK", 1), ("선", "SEON", 1), ("설", "SEOL", 1), ("마", "MA", 1),
    ("길", "GIL", 1), ("표", "PYO", 1), ("명", "MYUNG", 1), ("기", "KI", 1), ("반", "BAN", 1),
    ("왕", "WANG", 1), ("금", "KEUM", 1), ("옥", "OK", 1), ("육", "YOOK", 1), ("인", "IN", 1),
    ("맹", "MAENG", 1), ("제", "JE", 1), ("모", "MO", 1), ("남궁", "NAMGUNG", 1), ("탁", "TAK", 1),
    ("국", "KOOK", 1), ("황보", "HWANGBO", 1), ("제갈", "JEGAL", 1), ("선우", "SUNWOO", 1),
)  # fmt: skip
_FIRST = "민지서현수준영정은성재도예하유태경혜윤동상승시우주진미소연원희보건규나다가인세채아라찬창형홍효종철병기광한해"
_SECOND = (
    "준연우현민은영희수진호아원서윤훈석경정혁빈린율인미주환용철식균규한성기란선숙자옥섭욱택범일찬후솔별온담결늘람슬봄"
)
_RARE = (
    "쁑이",
    "슬옹",
    "휘멉",
    "꽃님",
    "뜨란",
    "겨레",
    "샛별",
    "댕기",
    "갑돌",
    "봄뫼",
    "늘품",
    "햇살",
    "윰",
    "묵",
    "훤",
    "찬솔빛",
)
_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_MEDIALS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "oo", "wo", "we", "wi", "yu",
    "eu", "ui", "i",
)  # fmt: skip
_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t",
    "ng", "t", "t", "k", "t", "p", "t",
)  # fmt: skip


def name(rng: Random) -> str:
    """A Korean name; about one in forty holds a rare syllable, one in thirty has a given name of one syllable."""
    family = rng.choices(_FAMILIES, weights=[weight for _, _, weight in _FAMILIES])[0][0]
    dice = rng.random()
    if dice < 0.025:
        return family + rng.choice(_RARE)
    if dice < 0.06:
        return family + rng.choice(_SECOND)
    return family + rng.choice(_FIRST) + rng.choice(_SECOND)


def latin(korean: str) -> str:
    """The name as a passport might print it: `HONG GILDONG`."""
    known = {family: roman for family, roman, _ in _FAMILIES}
    cut = 2 if korean[:2] in known and len(korean) > 2 else 1
    family = known.get(korean[:cut]) or romanise(korean[:cut])
    return f"{family} {romanise(korean[cut:])}".strip().upper()


def romanise(korean: str) -> str:
    """Syllable by syllable, without the sound changes between them, in capitals."""
    parts = []
    for sign in korean:
        number = ord(sign) - 0xAC00
        if not 0 <= number < 11172:
            parts.append(sign)
            continue
        parts.append(_INITIALS[number // 588] + _MEDIALS[number % 588 // 28] + _FINALS[number % 28])
    return "".join(parts).upper()


def birth(rng: Random, first: str = "1968-01-01", last: str = "1997-12-31") -> str:
    """A birth date of somebody who applies for a post."""
    return dates.between(rng, first, last)


def resident_tail(rng: Random, birth_date: str, *, hidden: bool, sex: str = "") -> str:
    """What follows the six digits of the birth date in a resident number: `-1******`, or whole, `-1234567`.

    The check digit of a whole one is never right, so that it is nobody's. `sex` is 남, 여 or left to chance.
    """
    signs = "12" if birth_date < "2000" else "34"
    sign = signs["남여".index(sex)] if sex else rng.choice(signs)
    if hidden:
        return f"-{sign}******"
    six = birth_date.replace("-", "")[2:]
    middle = f"{sign}{rng.randrange(10**5):05d}"
    weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
    right = (11 - sum(int(digit) * weight for digit, weight in zip(six + middle, weights, strict=True)) % 11) % 10
    return f"-{middle}{(right + rng.randint(1, 9)) % 10}"


def phone(rng: Random) -> str:
    """An office telephone number."""
    area = rng.choice(("02", "02", "031", "032", "042", "051", "053", "061", "062", "063"))
    return f"{area}-{rng.randint(200, 999 if area != '02' else 9999)}-{rng.randint(0, 9999):04d}"
