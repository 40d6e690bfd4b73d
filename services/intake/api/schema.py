"""JSON schemas that stand whole where OpenAPI wants them, without references."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel


def inlined(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of `model` with every definition in its place; the model must not contain itself."""
    schema = model.model_json_schema(by_alias=True)
    definitions = schema.pop("$defs", {})

    def resolved(value: Any) -> Any:
        if isinstance(value, list):
            return [resolved(item) for item in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            rest = {key: item for key, item in value.items() if key != "$ref"}
            return resolved(definitions[value["$ref"].rpartition("/")[2]] | rest)
        return {key: resolved(item) for key, item in value.items() if key != "discriminator"}

    whole: dict[str, Any] = resolved(schema)
    return whole
