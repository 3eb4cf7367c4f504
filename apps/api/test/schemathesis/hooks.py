"""
What schemathesis cannot know: ids that exist, versions that are current, and words with a meaning.

Schemathesis invents the request (operation, arguments, selection). Most of those that are meant to be right are then filled here with values
that fit, under the name `filled`; the rest goes out as it was invented, under the name `schemathesis`.
"""

import json
import os
import random as seedable

import graphql
import requests
import schemathesis
from graphql.utilities import ast_from_value
from hypothesis import strategies as st
from schemathesis.graphql import nodes
from schemathesis.specs.graphql._helpers import replace_node
from values import FIELDS, KEPT, KINDS, OPERATIONS

FILLED_SHARE = 0.85
KEEP_OPTIONAL = 0.35

# Hypothesis sets the seed of the shared generator before each of its examples: it would choose the same every time.
random = seedable.Random(os.environ["ROLLCALL_SEED"])

API = os.environ["ROLLCALL_API"]
COOKIE = os.environ["ROLLCALL_COOKIE"]
with open(os.environ["ROLLCALL_SEEDS"], encoding="utf-8") as file:
    SEEDS = json.load(file)
with open(os.environ["ROLLCALL_SCHEMA"], encoding="utf-8") as file:
    SCHEMA = graphql.build_schema(file.read())
FAULTS = (None, "INTERNAL_SERVER_ERROR", "MODEL_INTEGRITY")
LISTS = os.environ["ROLLCALL_LISTS"]

schemathesis.graphql.scalar("LocalDate", st.dates().map(str).map(nodes.String))
schemathesis.graphql.scalar("JSONObject", st.just(nodes.Object([])))


def read_lists():
    """What is there now. Read anew for each request: versions change with each of them."""
    headers = {"cookie": COOKIE}
    answer = requests.post(f"{API}/graphql", json={"query": LISTS}, headers=headers, timeout=60).json()
    if "errors" in answer:
        raise RuntimeError(answer["errors"])
    lists = {}
    for name, value in answer["data"].items():
        lists[name] = value.get("nodes", [value]) if isinstance(value, dict) else value
    lists["spareSites"] = lists["sites"][2:]
    lists["archivedSites"] = [one for one in lists["allSites"] if one["isArchived"]]
    lists["spareShifts"] = lists["shifts"][2:]
    lists["others"] = [one for one in lists["users"] if not {"OWNER", "HR_ADMIN"} & set(one["roles"])]
    lists["merged"] = [one for one in lists["gone"] if one["mergedInto"] is not None]
    lists["former"] = [one for one in lists["gone"] if one["mergedInto"] is None]
    lists["staying"] = [one for one in lists["employees"] if one["id"] in SEEDS["employeeIds"]]
    going = sorted((one for one in lists["newest"] if one["id"] not in SEEDS["employeeIds"]), key=lambda one: one["id"])
    lists["doubles"], lists["leavers"] = going[:2], going[2:]
    # The rules by which the prepared days were judged stay.
    lists["sparePolicies"] = [one for one in lists["policies"] if one["id"] != SEEDS["policyId"]]
    lists["readers"] = [one for one in lists["users"] if not one["deactivatedAt"]]
    # What one operation decides is not left for the other.
    for name in ("leaves", "corrections"):
        lists[f"{name}ToKeep"], lists[name] = lists[name][::2], lists[name][1::2]
    lists["signOffs"] = [one for one in lists["signOffs"] if one["withdrawnAt"] is None]
    lists["invitations"] = [one for one in lists["invitations"] if not one["acceptedAt"] and not one["revokedAt"]]
    # The first one is ours.
    lists["sessions"] = sorted(lists["sessions"], key=lambda one: one["createdAt"])[1:]
    lists["assignments"] = [row for name, rows in lists.items() if name.startswith("assignments") for row in rows]
    lists["uploadedMarks"] = [{"id": SEEDS["uploads"]["marks"]}]
    lists["uploadedEmployees"] = [{"id": SEEDS["uploads"]["employees"]}]
    return lists


class Filler:
    """Fills one request."""

    def __init__(self, operation):
        self.operation = operation
        self.lists = read_lists()

    def chosen(self, field):
        kind = KINDS.get(f"{self.operation}.{field}") or KINDS.get(field)
        rows = self.lists.get(kind) or []
        return random.choice(rows) if rows else None

    def value(self, type_, node, field, path):
        inner = graphql.get_nullable_type(type_)
        if graphql.is_list_type(inner):
            if self.known(field) is not None and isinstance(self.known(field)[0], list):
                return ast_from_value(random.choice(self.known(field)), inner)
            if not isinstance(node, graphql.ListValueNode):
                node = graphql.ListValueNode(values=())
            count = max(1, min(2, len(node.values)))
            items = [*node.values, *[None] * count][:count]
            return graphql.ListValueNode(values=tuple(self.value(inner.of_type, one, field, path) for one in items))
        if graphql.is_input_object_type(inner):
            return self.object(inner, node, path)
        chosen = self.chosen(field)
        if graphql.get_named_type(inner).name == "ID" and chosen is not None:
            return graphql.StringValueNode(value=chosen["id"])
        known = self.known(field)
        if known is not None:
            value = random.choice(known)
            if isinstance(value, str):
                value = value.replace("{n}", str(random.randrange(10**9)))
            return ast_from_value(value, inner)
        return node if node is not None else self.plain(inner)

    def known(self, field):
        if field == "base64":
            return SEEDS["photos"]
        if field == "token":
            return SEEDS["tokens"]
        return OPERATIONS.get(f"{self.operation}.{field}") or FIELDS.get(field)

    def plain(self, inner):
        if graphql.is_enum_type(inner):
            return graphql.EnumValueNode(value=random.choice(list(inner.values)))
        sample = {"Int": 1, "Float": 1.0, "Boolean": True, "LocalDate": "2026-06-01", "DateTime": "2026-06-01T08:00:00Z"}
        return ast_from_value(sample.get(inner.name, "x"), SCHEMA.get_type({"LocalDate": "String", "DateTime": "String"}.get(inner.name, inner.name)))

    def fields(self, definitions, given, path):
        """The id and the version of one thing belong together."""
        given = {one.name.value: one.value for one in given}
        out = {}
        for name, definition in definitions.items():
            here = f"{path}.{name}"
            is_required = graphql.is_non_null_type(definition.type)
            if not is_required and here not in KEPT and (name not in given or random.random() > KEEP_OPTIONAL):
                continue
            node = given.get(name)
            if isinstance(node, graphql.NullValueNode):
                node = None
            out[name] = self.value(definition.type, node, name, here)
        for name in [one for one in out if one.lower().endswith("version")]:
            owner = "id" if name == "version" else name.replace("Version", "Id")
            owner = next((one for one in (owner, "id", "assignmentId", "dayId", "employeeId", "mergedId") if one in out), None)
            rows = [row for rows in self.lists.values() for row in rows if owner and row.get("id") == out[owner].value and "version" in row]
            if rows:
                out[name] = graphql.IntValueNode(value=str(rows[0]["version"]))
        return self.planned(out) if path == "MoveShiftInput" else out

    def planned(self, out):
        """A shift that the assignment plans, on its first date."""
        rows = [row for row in self.lists["assignments"] if row["id"] == out["assignmentId"].value and row["shiftId"]]
        for row in rows[:1]:
            out["date"] = graphql.StringValueNode(value=row["from"])
            out["shiftId"] = graphql.StringValueNode(value=row["shiftId"])
        return out

    def object(self, type_, node, path):
        given = node.fields if isinstance(node, graphql.ObjectValueNode) else ()
        out = self.fields(type_.fields, given, type_.name)
        return graphql.ObjectValueNode(
            fields=tuple(graphql.ObjectFieldNode(name=graphql.NameNode(value=k), value=v) for k, v in out.items())
        )


def preview_of(node):
    """The token without which nobody writes what a preview showed."""
    query = f"mutation {{ previewRecompute(input: {graphql.print_ast(node)}) {{ token }} }}"
    answer = requests.post(f"{API}/graphql", json={"query": query}, headers={"cookie": COOKIE}, timeout=60).json()
    return ((answer.get("data") or {}).get("previewRecompute") or {"token": "none"})["token"]


def filled(text):
    document = graphql.parse(text)
    definition = document.definitions[0]
    root = SCHEMA.mutation_type if definition.operation == graphql.OperationType.MUTATION else SCHEMA.query_type
    selections = tuple(filled_field(field, root) for field in definition.selection_set.selections)
    definition = replace_node(definition, selection_set=replace_node(definition.selection_set, selections=selections))
    return graphql.print_ast(replace_node(document, definitions=(definition, *document.definitions[1:])))


def filled_field(field, root):
    known = root.fields.get(getattr(getattr(field, "name", None), "value", None))
    if known is None:
        return field
    out = Filler(field.name.value).fields(known.args, field.arguments or (), field.name.value)
    if field.name.value == "applyRecompute":
        out["token"] = graphql.StringValueNode(value=preview_of(out["input"]))
    arguments = [graphql.ArgumentNode(name=graphql.NameNode(value=name), value=value) for name, value in out.items()]
    return replace_node(field, arguments=tuple(arguments))


@schemathesis.hook
def before_call(context, case, kwargs):
    case.headers = {**(case.headers or {}), "cookie": COOKIE}
    is_meant_right = case.meta is None or case.meta.generation.mode.is_positive
    if is_meant_right and isinstance(case.body, str) and random.random() < FILLED_SHARE:
        case.body = filled(case.body)
        case.headers["x-made-by"] = "filled"


@schemathesis.check
def no_fault(context, response, case):
    """An error that is named is an answer. Schemathesis itself calls each of them a server error."""
    if response.status_code >= 500:
        raise AssertionError(f"HTTP {response.status_code}: {response.text[:500]}")
    for error in response.json().get("errors", []):
        code = error.get("extensions", {}).get("code")
        if code in FAULTS:
            raise AssertionError(f"{code}: {response.text[:500]}")
