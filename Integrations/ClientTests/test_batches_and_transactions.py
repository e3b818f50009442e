"""Many items in one request."""

import pytest


def key(number):
    return {"pk": {"S": "p"}, "sk": {"N": str(number)}}


def test_batches(client, table_name):
    requests = [{"PutRequest": {"Item": {**key(number), "v": {"S": "v"}}}} for number in range(25)]
    assert client.batch_write_item(RequestItems={table_name: requests})["UnprocessedItems"] == {}
    found = client.batch_get_item(
        RequestItems={table_name: {"Keys": [key(number) for number in range(0, 50, 2)], "ProjectionExpression": "sk"}})
    assert sorted(int(item["sk"]["N"]) for item in found["Responses"][table_name]) == list(range(0, 25, 2))
    assert found["UnprocessedKeys"] == {}
    deletes = [{"DeleteRequest": {"Key": key(number)}} for number in range(25)]
    client.batch_write_item(RequestItems={table_name: deletes})
    assert client.scan(TableName=table_name)["Count"] == 0


def test_batch_writer_takes_any_number(table):
    with table.batch_writer(overwrite_by_pkeys=["pk", "sk"]) as batch:
        for number in range(120):
            batch.put_item(Item={"pk": "p", "sk": number % 100})
        batch.delete_item(Key={"pk": "p", "sk": 0})
    assert table.scan()["Count"] == 99


def test_a_transaction_is_all_or_nothing(client, table_name):
    actions = [
        {"Put": {"TableName": table_name, "Item": {**key(1), "n": {"N": "1"}}}},
        {
            "Update": {
                "TableName": table_name, "Key": key(2), "UpdateExpression": "SET n = :n",
                "ExpressionAttributeValues": {":n": {"N": "2"}}}},
        {
            "ConditionCheck": {
                "TableName": table_name, "Key": key(3), "ConditionExpression": "attribute_not_exists(pk)"}},
    ]
    client.transact_write_items(TransactItems=actions, ClientRequestToken="once")
    client.transact_write_items(TransactItems=actions, ClientRequestToken="once")
    found = client.transact_get_items(
        TransactItems=[{"Get": {"TableName": table_name, "Key": key(number)}} for number in (1, 2, 3)])
    assert [answer.get("Item", {}).get("n", {}).get("N") for answer in found["Responses"]] == ["1", "2", None]
    with pytest.raises(client.exceptions.TransactionCanceledException) as canceled:
        client.transact_write_items(
            TransactItems=[
                {"Delete": {"TableName": table_name, "Key": key(1)}},
                {
                    "ConditionCheck": {
                        "TableName": table_name, "Key": key(2), "ConditionExpression": "attribute_not_exists(pk)"}},
            ])
    assert [reason["Code"] for reason in canceled.value.response["CancellationReasons"]] == [
        "None", "ConditionalCheckFailed"]
    assert "Item" in client.get_item(TableName=table_name, Key=key(1))
