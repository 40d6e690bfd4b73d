"""An account as one HTML page that needs nothing else: pictures, styles and script are in it."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from PIL import Image

from services.verify.evidence import Box
from services.verify.explain.account import Account, Place

_MARGIN = 0.45
"""Of a line's height, shown around it in its crop."""
_TALLEST_CROP = 120
"""Pixels; taller crops (tables, photos) are reduced."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    number: int
    width: int
    height: int
    picture: str
    places: tuple[Place, ...]


def explain_page(account: Account, pictures: Sequence[bytes], *, title: str) -> str:
    """The page; `pictures` are the page pictures in order, in whose pixels the boxes of `account` are.

    Whatever stands on the paper or in the declaration is escaped. The page holds personal values, like its sources.
    """
    sheets: list[_Sheet] = []
    crops: dict[int, str] = {}
    for number, data in enumerate(pictures, start=1):
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
            here = tuple(place for place in account.places if place.page == number)
            sheets.append(_Sheet(number, picture.width, picture.height, _data_uri(data), here))
            crops |= {place.number: _crop(picture, place.box) for place in here}
    return _template().render(account=account, sheets=sheets, crops=crops, title=title)


def _crop(picture: Image.Image, box: Box) -> str:
    margin = round(_MARGIN * (box[3] - box[1])) + 4
    left, right = (min(max(0, side), picture.width) for side in (box[0] - 2 * margin, box[2] + 2 * margin))
    top, bottom = (min(max(0, side), picture.height) for side in (box[1] - margin, box[3] + margin))
    if right <= left or bottom <= top:
        return ""
    part = picture.crop((left, top, right, bottom))
    if part.height > _TALLEST_CROP:
        part = part.resize((max(1, round(part.width * _TALLEST_CROP / part.height)), _TALLEST_CROP))
    file = io.BytesIO()
    part.convert("RGB").save(file, "JPEG", quality=90)
    return _data_uri(file.getvalue())


def _data_uri(data: bytes) -> str:
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


@cache
def _template() -> Template:
    folder = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html")
