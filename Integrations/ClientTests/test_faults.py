"""What clients see when the server is told to fail."""

import json

import pytest
from botocore.exceptions import ClientError, ConnectionClosedError
from conftest import Dynabox, create_table


def dynabox_with(tmp_path, *rules):
    path = tmp_path / "faults.json"
    path.write_text(json.dumps({"seed": 1, "rules": rules}))
    return Dynabox("--faults", str(path))


def test_by_rule(tmp_path):
    rules = [
        {"fault": "throttle", "operations": ["PutItem"], "request": 1},
        {"fault": "connectionLost", "carriedOut": False, "operations": ["PutItem"], "request": 2},
        {"fault": "connectionLost", "carriedOut": True, "operations": ["PutItem"], "request": 3},
        {"fault": "transactionConflict", "operations": ["TransactWriteItems"], "request": 1},
        {"fault": "cutBatch", "share": 0.5, "operations": ["BatchWriteItem"], "request": 1},
    ]
    with dynabox_with(tmp_path, *rules) as server:
        client = server.client()
        create_table(client, "things")

        def put(number):
            client.put_item(TableName="things", Item={"pk": {"S": "p"}, "sk": {"N": str(number)}})

        def stored():
            return {item["sk"]["N"] for item in client.scan(TableName="things")["Items"]}

        with pytest.raises(client.exceptions.ProvisionedThroughputExceededException) as throttled:
            put(1)
        assert throttled.value.response["ThrottlingReasons"]
        with pytest.raises(ConnectionClosedError):
            put(2)
        assert stored() == set()
        with pytest.raises(ConnectionClosedError):
            put(3)
        assert stored() == {"3"}
        action = {"Put": {"TableName": "things", "Item": {"pk": {"S": "p"}, "sk": {"N": "4"}}}}
        with pytest.raises(client.exceptions.TransactionCanceledException) as conflict:
            client.transact_write_items(TransactItems=[action])
        assert [reason["Code"] for reason in conflict.value.response["CancellationReasons"]] == ["TransactionConflict"]
        writes = [{"PutRequest": {"Item": {"pk": {"S": "p"}, "sk": {"N": str(number)}}}} for number in range(10, 14)]
        rest = client.batch_write_item(RequestItems={"things": writes})["UnprocessedItems"]["things"]
        assert len(rest) == 2
        assert len(stored()) == 3
        put(5)
        assert "5" in stored()


def test_a_file_that_is_wrong_is_named(tmp_path):
    with pytest.raises(RuntimeError, match="faults.json.*rule 1"):
        dynabox_with(tmp_path, {"fault": "meteorite"})


def test_faults_are_the_same_for_a_seed(tmp_path):
    def outcomes():
        found = []
        with dynabox_with(tmp_path, {"fault": "internalServerError", "operations": ["ListTables"], "probability": 0.5}) as server:
            client = server.client()
            for _ in range(40):
                try:
                    client.list_tables()
                    found.append(True)
                except ClientError as error:
                    assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 500
                    found.append(False)
        return found

    first = outcomes()
    assert first == outcomes()
    assert 5 < sum(first) < 35
