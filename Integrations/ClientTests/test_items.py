"""Single items, by the client with typed attributes and by the resource with Python's own values."""

from decimal import Decimal

import pytest
from boto3.dynamodb.conditions import Attr
from boto3.dynamodb.types import Binary
from botocore.exceptions import ClientError

EVERYTHING = {
    "S": {"S": "téxt 🙂"},
    "N": {"N": "-12345678901234567890123456789012345678"},
    "B": {"B": b"\x00\xff"},
    "BOOL": {"BOOL": True},
    "NULL": {"NULL": True},
    "SS": {"SS": ["a", "b"]},
    "NS": {"NS": ["1", "2.5"]},
    "BS": {"BS": [b"\x00", b"\x01"]},
    "L": {"L": [{"S": "x"}, {"L": []}]},
    "M": {"M": {"a b": {"M": {}}}},
}


def test_every_type_comes_back_as_it_was(client, table_name):
    item = {"pk": {"S": "p"}, "sk": {"N": "1"}, **EVERYTHING}
    client.put_item(TableName=table_name, Item=item)
    found = client.get_item(TableName=table_name, Key={"pk": item["pk"], "sk": item["sk"]})["Item"]
    for attribute in ("SS", "NS", "BS"):
        assert sorted(found[attribute][attribute]) == item[attribute][attribute]
        found[attribute] = item[attribute]
    assert found == item


def test_values_of_python(table):
    item = {
        "pk": "p", "sk": Decimal("1"), "decimal": Decimal("-0.000012345"), "binary": Binary(b"\x00"), "flag": False, "nothing": None,
        "texts": {"a", "b"}, "numbers": {1, Decimal("2.5")}, "binaries": {Binary(b"x")}, "list": [1, "x", {"y": []}],
    }
    table.put_item(Item=item)
    assert table.get_item(Key={"pk": "p", "sk": 1}, ConsistentRead=True)["Item"] == item
    assert "Item" not in table.get_item(Key={"pk": "p", "sk": 2})


def test_projection(table):
    table.put_item(Item={"pk": "p", "sk": 1, "size": 3, "parts": [1, {"a": 2}]})
    found = table.get_item(
        Key={"pk": "p", "sk": 1}, ProjectionExpression="#s, parts[1].a", ExpressionAttributeNames={"#s": "size"},
        ReturnConsumedCapacity="TOTAL")
    assert found["Item"] == {"size": 3, "parts": [{"a": 2}]}
    assert found["ConsumedCapacity"]["CapacityUnits"] == 0.5


def test_update(table):
    key = {"pk": "p", "sk": 1}
    updated = table.update_item(
        Key=key, UpdateExpression="SET a = :one, l = list_append(if_not_exists(l, :empty), :list) ADD n :one, tags :tags",
        ExpressionAttributeValues={":one": 1, ":empty": [], ":list": ["x"], ":tags": {"t"}}, ReturnValues="ALL_NEW")
    assert updated["Attributes"] == {**key, "a": 1, "l": ["x"], "n": 1, "tags": {"t"}}
    updated = table.update_item(
        Key=key, UpdateExpression="REMOVE a SET n = n + :two DELETE tags :tags",
        ExpressionAttributeValues={":two": 2, ":tags": {"t"}}, ReturnValues="UPDATED_NEW")
    assert updated["Attributes"] == {"n": 3}


def test_conditions(table):
    item = {"pk": "p", "sk": 1, "n": 5}
    table.put_item(Item=item, ConditionExpression=Attr("pk").not_exists())
    with pytest.raises(table.meta.client.exceptions.ConditionalCheckFailedException) as refused:
        table.put_item(
            Item=item, ConditionExpression=Attr("pk").not_exists(), ReturnValuesOnConditionCheckFailure="ALL_OLD")
    assert refused.value.response["Error"]["Message"] == "The conditional request failed"
    assert refused.value.response["Item"] == {"pk": {"S": "p"}, "sk": {"N": "1"}, "n": {"N": "5"}}
    condition = (Attr("n").between(1, 5) & Attr("pk").begins_with("p")) | Attr("x").contains("y")
    old = table.delete_item(Key={"pk": "p", "sk": 1}, ConditionExpression=condition, ReturnValues="ALL_OLD")
    assert old["Attributes"] == item


def test_errors_have_their_types(client, table_name):
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.get_item(TableName="nobody", Key={"pk": {"S": "p"}})
    with pytest.raises(ClientError, match="ValidationException.*The provided key element does not match the schema"):
        client.get_item(TableName=table_name, Key={"pk": {"S": "p"}})
    with pytest.raises(ClientError, match="Item size has exceeded the maximum allowed size"):
        client.put_item(
            TableName=table_name, Item={"pk": {"S": "p"}, "sk": {"N": "1"}, "x": {"S": "x" * 410_000}})
