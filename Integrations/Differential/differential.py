"""Runs the same random requests on dynabox and on moto's server, and compares the answers.

    differential.py --dynabox PATH [--seed N] [--requests N]

A difference passes only if `explained.py` says why moto is wrong, by AWS's documentation. After each write that the two took
differently, moto's table is brought back in step, so that one difference is counted once.
"""

import argparse
import collections
import json
import logging
import random
import subprocess
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, ParamValidationError
from moto.server import ThreadedMotoServer

import explained
from requests_at_random import Requests, TABLES


def client(endpoint):
    return boto3.client(
        "dynamodb", endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="any",
        aws_secret_access_key="any",
        config=Config(retries={"max_attempts": 0}, parameter_validation=False))


def call(client, operation, parameters):
    """The answer, or the error, in a form that can be compared."""
    method = "".join("_" + c.lower() if c.isupper() else c for c in operation)[1:]
    try:
        answer = getattr(client, method)(**parameters)
    except ClientError as error:
        reasons = error.response.get("CancellationReasons", [])
        return {
            "error": error.response["Error"]["Code"],
            "message": error.response["Error"].get("Message", ""),
            "reasons": [reason.get("Code") for reason in reasons],
        }
    answer.pop("ResponseMetadata")
    return normal(answer)


def normal(value, name=None):
    """Sets, and lists whose order means nothing, in one order."""
    if isinstance(value, dict):
        return {key: normal(child, key) for key, child in sorted(value.items())}
    if isinstance(value, list):
        children = [normal(child) for child in value]
        return sorted(children, key=repr) if name in ("SS", "NS", "BS") else children
    return value


def without_order(answer):
    """A page of Scan, or the items of a batch: in which order they come is not said."""
    answer = dict(answer)
    if "Items" in answer:
        answer["Items"] = sorted(answer["Items"], key=repr)
    if "Responses" in answer and isinstance(answer["Responses"], dict):
        answer["Responses"] = {name: sorted(items, key=repr) for name, items in answer["Responses"].items()}
    return answer


def comparable(operation, answer):
    answer = {key: value for key, value in answer.items() if key not in ("ConsumedCapacity", "ItemCollectionMetrics")}
    answer.pop("message", None)
    return without_order(answer) if operation in ("Scan", "BatchGetItem") else answer


def contents(client, table):
    items = []
    for page in client.get_paginator("scan").paginate(TableName=table):
        items += [normal(item) for item in page["Items"]]
    return sorted(items, key=repr)


def bring_in_step(ours, theirs, table):
    """Makes moto's table what ours is."""
    theirs.delete_table(TableName=table["TableName"])
    theirs.create_table(**table)
    for item in contents(ours, table["TableName"]):
        theirs.put_item(TableName=table["TableName"], Item=item)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dynabox", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--requests", type=int, default=3000)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = subprocess.Popen([arguments.dynabox, "--port", "0"], stdout=subprocess.PIPE, text=True)
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    try:
        ours = client(server.stdout.readline().split()[-1])
        host, port = moto.get_host_and_port()
        theirs = client(f"http://{host}:{port}")
        return run(ours, theirs, arguments)
    finally:
        moto.stop()
        server.terminate()
        server.wait()


def run(ours, theirs, arguments):
    for table in TABLES:
        ours.create_table(**table)
        theirs.create_table(**table)
    requests = Requests(random.Random(arguments.seed))
    same, refused, unexplained = 0, 0, []
    reasons = collections.Counter()
    for number in range(arguments.requests):
        operation, parameters = requests.next()
        mine, other = call(ours, operation, parameters), call(theirs, operation, parameters)
        refused += "error" in mine
        if comparable(operation, mine) == comparable(operation, other):
            same += 1
        else:
            reason = explained.reason(operation, parameters, mine, other)
            if reason:
                reasons[reason] += 1
            else:
                unexplained.append((number, operation, parameters, mine, other))
        if operation in Requests.WRITES:
            for table in TABLES:
                if contents(ours, table["TableName"]) != contents(theirs, table["TableName"]):
                    if "error" not in mine and "error" not in other and not explained.reason(
                            operation, parameters, mine, other):
                        unexplained.append((number, operation, parameters, "stored", "something else"))
                    bring_in_step(ours, theirs, table)

    print(f"seed {arguments.seed}: {arguments.requests} requests, {same} answered alike, {refused} refused by dynabox")
    for reason, count in reasons.most_common():
        print(f"{count:6} explained: {reason}")
    for number, operation, parameters, mine, other in unexplained[: 40 if arguments.verbose else 10]:
        print(f"\nUNEXPLAINED, request {number}: {operation} {json.dumps(parameters, default=str)}")
        print(f"  dynabox: {json.dumps(mine, default=str)[:1500]}")
        print(f"  moto:    {json.dumps(other, default=str)[:1500]}")
    print(f"{len(unexplained)} unexplained")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
