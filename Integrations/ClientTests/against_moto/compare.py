"""Runs the same random requests on two servers and compares the answers.

A difference passes only if `explained.py` says why moto is wrong, by AWS's documentation. After a write that the two have taken
differently, the second server's tables are brought back in step, so that one difference is counted once.
"""

import collections
import json
import random

from botocore.exceptions import ClientError

from . import explained
from .requests_at_random import Requests, TABLES


def call(client, operation, parameters):
    """The answer, or the error, in a form that can be compared."""
    method = "".join("_" + c.lower() if c.isupper() else c for c in operation)[1:]
    try:
        answer = getattr(client, method)(**parameters)
    except ClientError as error:
        return {
            "error": error.response["Error"]["Code"],
            "message": error.response["Error"].get("Message", ""),
            "reasons": [reason.get("Code") for reason in error.response.get("CancellationReasons", [])],
        }
    answer.pop("ResponseMetadata")
    # moto reports these unasked.
    answer.pop("ConsumedCapacity", None)
    answer.pop("ItemCollectionMetrics", None)
    return normal(answer)


def normal(value, name=None):
    """Sets in one order."""
    if isinstance(value, dict):
        return {key: normal(child, key) for key, child in sorted(value.items())}
    if isinstance(value, list):
        children = [normal(child) for child in value]
        return sorted(children, key=repr) if name in ("SS", "NS", "BS") else children
    return value


def comparable(operation, answer):
    """Texts of errors are not compared, nor the order of what has none: a page of Scan, the items of a batch."""
    answer = {key: value for key, value in answer.items() if key != "message"}
    if operation == "Scan" and "Items" in answer:
        answer["Items"] = sorted(answer["Items"], key=repr)
    if operation == "BatchGetItem" and "Responses" in answer:
        answer["Responses"] = {name: sorted(items, key=repr) for name, items in answer["Responses"].items()}
    return answer


def contents(client, table):
    items = []
    for page in client.get_paginator("scan").paginate(TableName=table):
        items += [normal(item) for item in page["Items"]]
    return sorted(items, key=repr)


def bring_in_step(ours, theirs, table):
    """Makes the second server's table what the first one's is."""
    theirs.delete_table(TableName=table["TableName"])
    theirs.create_table(**table)
    for item in contents(ours, table["TableName"]):
        theirs.put_item(TableName=table["TableName"], Item=item)


class Comparison:
    """What came of a run."""

    def __init__(self):
        self.requests = self.same = self.refused = 0
        self.explained = collections.Counter()
        self.unexplained = []

    def __str__(self):
        lines = [f"{self.requests} requests, {self.same} answered alike, {self.refused} refused by dynabox"]
        lines += [f"{count:6} explained: {reason}" for reason, count in self.explained.most_common()]
        for number, operation, parameters, mine, other in self.unexplained[:20]:
            lines.append(f"\nUNEXPLAINED, request {number}: {operation} {json.dumps(parameters, default=str)}")
            lines.append(f"  dynabox: {json.dumps(mine, default=str)[:1500]}")
            lines.append(f"  moto:    {json.dumps(other, default=str)[:1500]}")
        return "\n".join(lines)


def compare(ours, theirs, seed, count):
    """Sends requests to both. Both begin without tables."""
    for table in TABLES:
        ours.create_table(**table)
        theirs.create_table(**table)
    requests, result = Requests(random.Random(seed)), Comparison()
    for number in range(count):
        operation, parameters = requests.next()
        mine, other = call(ours, operation, parameters), call(theirs, operation, parameters)
        result.requests += 1
        result.refused += "error" in mine
        reason = None
        if comparable(operation, mine) == comparable(operation, other):
            result.same += 1
        else:
            reason = explained.reason(operation, parameters, mine, other)
            if reason:
                result.explained[reason] += 1
            else:
                result.unexplained.append((number, operation, parameters, mine, other))
        if operation in Requests.WRITES:
            step(ours, theirs, number, operation, parameters, reason, mine, other, result)
    return result


def step(ours, theirs, number, operation, parameters, reason, mine, other, result):
    """Compares what is stored after a write."""
    for table in TABLES:
        stored, theirs_stored = contents(ours, table["TableName"]), contents(theirs, table["TableName"])
        if stored == theirs_stored:
            continue
        if reason is None and "error" not in mine and "error" not in other:
            missing = [item for item in stored if item not in theirs_stored]
            extra = [item for item in theirs_stored if item not in stored]
            reason = explained.reason_for_storage(operation, parameters, missing, extra)
            if reason:
                result.explained[reason] += 1
            else:
                result.unexplained.append((number, operation, parameters, missing, extra))
        bring_in_step(ours, theirs, table)
