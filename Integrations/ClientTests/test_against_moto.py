"""What another implementation answers to the same plain requests. Where they differ, neither is right by being first: see the service."""

import boto3
import pytest
from conftest import REGION, create_table
from moto.server import ThreadedMotoServer


@pytest.fixture(scope="module")
def moto():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield boto3.client(
        "dynamodb", endpoint_url=f"http://{host}:{port}", region_name=REGION, aws_access_key_id="a",
        aws_secret_access_key="b")
    server.stop()


def key(number):
    return {"pk": {"S": "p"}, "sk": {"N": str(number)}}


def session(name):
    """Requests whose answers are the same everywhere."""
    table = {"TableName": name}
    values = {":p": {"S": "p"}, ":low": {"N": "2"}}
    for number in range(5):
        item = {**key(number), "by": {"S": f"b{number % 2}"}, "tags": {"L": [{"S": "x"}, {"NULL": True}]}}
        yield "put_item", {**table, "Item": item}
    yield "get_item", {**table, "Key": key(3)}
    yield "get_item", {**table, "Key": key(9)}
    yield "update_item", {
        **table, "Key": key(3), "UpdateExpression": "SET n = :low, #t[0] = :p REMOVE #t[1]", "ReturnValues": "ALL_NEW",
        "ExpressionAttributeNames": {"#t": "tags"}, "ExpressionAttributeValues": values}
    yield "query", {
        **table, "KeyConditionExpression": "pk = :p AND sk >= :low", "ExpressionAttributeValues": values,
        "ScanIndexForward": False, "Limit": 2}
    yield "query", {
        **table, "IndexName": "index", "KeyConditionExpression": "#b = :b", "ExpressionAttributeNames": {"#b": "by"},
        "ExpressionAttributeValues": {":b": {"S": "b1"}}, "Select": "COUNT"}
    yield "delete_item", {**table, "Key": key(3), "ReturnValues": "ALL_OLD"}
    yield "scan", {**table, "FilterExpression": "sk < :n", "ExpressionAttributeValues": {":n": {"N": "2"}}}


def test_the_same_answers(client, moto, name):
    for one in (client, moto):
        create_table(one, name)
    for operation, parameters in session(name):
        answers = [getattr(one, operation)(**parameters) for one in (client, moto)]
        for answer in answers:
            answer.pop("ResponseMetadata")
            # Reported by moto unasked.
            answer.pop("ConsumedCapacity", None)
        assert answers[0] == answers[1], operation
