"""The JSON Schema of a pack's files, for an editor that completes and underlines while one writes.

One schema takes both kinds of file: `scenario.yaml`, which has an `id`, and parts, which have none.
"""

from __future__ import annotations

import json
from typing import Any, TypeAlias

from game_server.scenario.files import MAIN, MAX_PARTS, PART_KEYS
from game_server.scenario.model import Scenario

Schema: TypeAlias = dict[str, Any]


def file_schema() -> Schema:
    """Draft 2020-12. It knows shapes only; `crisistafel scenario check` knows more."""
    schema: Schema = _plain(Scenario.model_json_schema(by_alias=True))
    schema["$defs"]["Condition"] |= {"minProperties": 1, "maxProperties": 1}
    header = [name for name in schema.pop("required") if name not in PART_KEYS]
    schema["properties"]["parts"] = {
        "type": "array",
        "items": {"type": "string", "pattern": r"^[A-Za-z0-9][A-Za-z0-9_.-]*\.ya?ml$"},
        "maxItems": MAX_PARTS,
        "description": f"files beside {MAIN} that are joined to it in this order",
    }
    described = {"title": "A Crisistafel pack", "description": f"{MAIN} of a pack, or one of its parts"}
    kinds = {
        "if": {"required": ["id"]},
        "then": {"required": header},
        "else": {"propertyNames": {"enum": list(PART_KEYS)}},
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema | described | kinds


def schema_text() -> str:
    """As it stands in `scenarios/scenario.schema.json`."""
    return json.dumps(file_schema(), indent=2, ensure_ascii=False) + "\n"


def _plain(part: Any, names_fields: bool = False) -> Any:
    """Without pydantic's titles, and without `null`: a field that is not given is left out."""
    if isinstance(part, list):
        return [_plain(item) for item in part]
    if not isinstance(part, dict):
        return part
    if not names_fields:
        part = {key: value for key, value in part.items() if not _is_noise(key, value)}
        choices = [choice for choice in part.get("anyOf", ()) if choice != {"type": "null"}]
        if len(choices) == 1:
            del part["anyOf"]
            part = choices[0] | part
    return {key: _plain(value, names_fields=key in ("properties", "$defs")) for key, value in part.items()}


def _is_noise(key: str, value: Any) -> bool:
    return key == "title" or (key == "default" and value in (None, [], {}))
