"""Places that hold two scripts: a name (`HONG GILDONG (홍길동)`) is one place for each; a Hangul value is read without
the translation behind it (`정보처리기사 Engineer Information Processing`), of which readers of Hangul make noise.
"""

from __future__ import annotations

import re
from dataclasses import replace

from services.verify.reading.layout.neighbours import around
from services.verify.reading.layout.places import Spot
from services.verify.reading.papers.paper import Script
from services.verify.reading.readers import Parser, Wanted
from services.verify.reading.unlabelled_name import in_one_script
from services.verify.values.names import parse_latin_name
from services.verify.values.text import has_hangul

_TRANSLATED = ("title", "issuer")
_TRANSLATION = re.compile(r"[가-힣0-9)급]\s*[(/|]?\s*[A-Z][A-Za-z]+(?:[\s,&(-]+[A-Za-z]+)+[^가-힣]*$")


def by_script(place: Wanted) -> list[Wanted]:
    """The places to read instead of `place`: one for each script of a name, else the Hangul alone."""
    if place.spot.field == "name" and place.spot.lines:
        return _by_name(place)
    if place.spot.field in _TRANSLATED and _TRANSLATION.search(place.spot.text):
        return [_without_translation(place)]
    return [place]


def _without_translation(place: Wanted) -> Wanted:
    """`place` without the Latin words behind its Hangul, where the values are the same without them."""
    hangul = _in_script(place.spot, hangul=True)
    same = all(parse(hangul.text) == parse(place.spot.text) for parse in place.outputs.values())
    return replace(place, spot=hangul) if same else place


def _by_name(place: Wanted) -> list[Wanted]:
    """A place under `Name` may hold the Hangul name, the Latin one, or both."""
    text = place.spot.text
    if not any("a" <= char <= "z" for char in text.lower()) or len(parse_latin_name(latin_part(text)) or "") < 4:
        return [place]
    parse = place.outputs["name"]
    latin = Wanted(
        _in_script(place.spot, hangul=False),
        {"name_latin": lambda seen: parse_latin_name(latin_part(seen))},
        Script.LATIN,
    )
    if not has_hangul(text) or not has_hangul(parse(text) or ""):
        return [latin]
    hangul = replace(place, spot=_in_script(place.spot, hangul=True), outputs={"name": _hangul_name(parse)})
    return [hangul, latin]


def _in_script(spot: Spot, *, hangul: bool) -> Spot:
    """The part in one script of a place that holds a name in both: alone it is read better."""
    lines = [part for line in spot.lines if (part := in_one_script(line, hangul=hangul)) is not None]
    if not lines or has_hangul(" ".join(line.text for line in lines)) != hangul:
        return spot
    return replace(spot, lines=tuple(lines), box=around([line.box for line in lines]))


def _hangul_name(parse: Parser) -> Parser:
    """`parse` of a place that holds a name in both scripts: a reader without Hangul sees only the Latin one there."""
    return lambda text: name if has_hangul(name := parse(text) or "") else None


def latin_part(text: str) -> str:
    """The words of `text` in Latin letters, without brackets."""
    return " ".join("".join(char if char.isascii() and char not in "()[]" else " " for char in text).split())
