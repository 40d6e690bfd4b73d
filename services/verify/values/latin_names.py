"""Whether Latin words have the form of a Korean's name: a family name, and a given name of romanised syllables."""

from __future__ import annotations

import re

from services.verify.values.names import parse_latin_name

# fmt: off
_FAMILY = frozenset((
    "KIM", "GIM", "LEE", "YI", "RHEE", "RI", "PARK", "BAK", "PAK", "CHOI", "CHOE", "CHEY", "JUNG", "JEONG",
    "CHUNG", "CHONG", "KANG", "GANG", "CHO", "JO", "YOON", "YUN", "YOUN", "JANG", "CHANG", "LIM", "IM", "RIM",
    "YIM", "HAN", "OH", "SHIN", "SIN", "SEO", "SUH", "SO", "KWON", "GWON", "HWANG", "AHN", "AN", "SONG", "YU",
    "YOO", "RYU", "RYOO", "JEON", "JUN", "CHUN", "HONG", "KO", "GO", "KOH", "MOON", "MUN", "YANG", "SON", "SOHN",
    "BAE", "PAE", "BAEK", "PAEK", "BAIK", "HEO", "HUH", "HUR", "HER", "NAM", "SIM", "SHIM", "NOH", "NO", "RO",
    "ROH", "HA", "KWAK", "GWAK", "SUNG", "SEONG", "CHA", "JOO", "JU", "CHU", "WOO", "WU", "KOO", "GU", "KU", "NA",
    "RA", "MIN", "JIN", "CHIN", "UM", "EOM", "EUM", "BANG", "PANG", "CHAE", "WON", "KONG", "GONG", "HYUN",
    "HYEON", "HAM", "BYUN", "BYEON", "YEOM", "CHOO", "DO", "SEOK", "SUK", "SEOL", "MA", "GIL", "KIL", "PYO",
    "MYUNG", "MYEONG", "KI", "BAN", "WANG", "KEUM", "GEUM", "OK", "IN", "MAENG", "MO", "TAK", "KUK", "EUN",
    "PYEON", "YONG", "YE", "KYUNG", "BONG", "SA", "BU", "NAMKUNG", "NAMGUNG", "HWANGBO", "SEONU", "SUNWOO",
    "DOKGO", "DOKKO", "SEONWOO", "JEGAL", "CHEGAL", "JAEGAL", "SAGONG", "SAKONG", "SEOMUN", "SEOMOON", "DONGBANG",
    "JI", "SEON", "GYEON",
))
# fmt: on
_SYLLABLE = (
    "(?:kk|gg|tt|dd|pp|bb|ss|jj|sh|ch|[gkndtrlmbpsjchwyz])?"
    "(?:yeo|yae|yoo|you|woo|wae|weo|aeo|eo|eu|ae|oe|oo|ou|oh|ah|uh|ee|ya|ye|yo|yu|wa|wo|we|wi|ui|[aeiou])"
    "(?:ng|ck|[nmlkgtpbrh])?"
)
_GIVEN = re.compile(rf"(?:{_SYLLABLE}){{1,3}}", re.I)
_FEWEST, _MOST = 2, 4
_FEWEST_LETTERS = 5


def may_be_korean_name(text: str) -> bool:
    """Whether `text`, whose words are capitalised, is a family name before or behind a given one in Latin letters."""
    words = re.findall(r"[A-Za-z]+(?:[-'][A-Za-z]+)*", text)
    name = parse_latin_name(text)
    if name is None or not _FEWEST <= len(words) <= _MOST or not all(word[0].isupper() for word in words):
        return False
    parts = name.split()
    return sum(map(len, parts)) >= _FEWEST_LETTERS and any(
        family in _FAMILY and all(_GIVEN.fullmatch(part) for part in given)
        for family, given in ((parts[0], parts[1:]), (parts[-1], parts[:-1]))
    )
