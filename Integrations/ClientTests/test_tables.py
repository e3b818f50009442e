"""Tables and their settings."""

import pytest
from botocore.exceptions import ClientError

from conftest import create_table, wait_for


def test_a_table_from_its_creation_to_its_end(client, name):
    create_table(client, name)
    description = client.describe_table(TableName=name)["Table"]
    assert description["TableStatus"] == "ACTIVE"
    assert description["TableArn"].endswith(f":table/{name}")
    assert description["GlobalSecondaryIndexes"][0]["IndexStatus"] == "ACTIVE"
    with pytest.raises(client.exceptions.ResourceInUseException):
        create_table(client, name)
    client.delete_table(TableName=name)
    wait_for(client, "table_not_exists", name)
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.describe_table(TableName=name)


def test_names_come_in_pages(client):
    names = [f"listed-{number}" for number in range(7)]
    for name in names:
        create_table(client, name)
    pages = list(client.get_paginator("list_tables").paginate(PaginationConfig={"PageSize": 3}))
    found = [name for page in pages for name in page["TableNames"]]
    assert found == sorted(found)
    assert set(names) <= set(found)
    assert all(len(page["TableNames"]) <= 3 for page in pages)


def test_update_table(client, table_name):
    client.update_table(TableName=table_name, DeletionProtectionEnabled=True)
    with pytest.raises(ClientError, match="protected against deletion"):
        client.delete_table(TableName=table_name)
    client.update_table(TableName=table_name, DeletionProtectionEnabled=False)
    client.put_item(TableName=table_name, Item={"pk": {"S": "p"}, "sk": {"N": "1"}, "x": {"S": "here"}})
    client.update_table(
        TableName=table_name, AttributeDefinitions=[{"AttributeName": "x", "AttributeType": "S"}],
        GlobalSecondaryIndexUpdates=[
            {
                "Create": {
                    "IndexName": "late", "KeySchema": [{"AttributeName": "x", "KeyType": "HASH"}],
                    "Projection": {"ProjectionType": "KEYS_ONLY"}}}])
    wait_for(client, "table_exists", table_name)
    for _ in range(100):
        indexes = client.describe_table(TableName=table_name)["Table"]["GlobalSecondaryIndexes"]
        if {index["IndexName"]: index["IndexStatus"] for index in indexes} == {"index": "ACTIVE", "late": "ACTIVE"}:
            break
    found = client.query(
        TableName=table_name, IndexName="late", KeyConditionExpression="x = :x",
        ExpressionAttributeValues={":x": {"S": "here"}})
    assert found["Count"] == 1


def test_time_to_live(client, table_name):
    assert client.describe_time_to_live(TableName=table_name)["TimeToLiveDescription"] == {
        "TimeToLiveStatus": "DISABLED"}
    specification = {"AttributeName": "expires", "Enabled": True}
    answer = client.update_time_to_live(TableName=table_name, TimeToLiveSpecification=specification)
    assert answer["TimeToLiveSpecification"] == specification
    described = client.describe_time_to_live(TableName=table_name)["TimeToLiveDescription"]
    assert described["AttributeName"] == "expires"
    assert described["TimeToLiveStatus"] in ("ENABLING", "ENABLED")


def test_backups(client, table_name):
    client.update_continuous_backups(
        TableName=table_name, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True})
    described = client.describe_continuous_backups(TableName=table_name)["ContinuousBackupsDescription"]
    assert described["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"


def test_tags(client, table_name):
    arn = client.describe_table(TableName=table_name)["Table"]["TableArn"]
    client.tag_resource(ResourceArn=arn, Tags=[{"Key": str(number), "Value": "v"} for number in range(15)])
    client.untag_resource(ResourceArn=arn, TagKeys=["0"])
    pages = client.get_paginator("list_tags_of_resource").paginate(ResourceArn=arn)
    assert {tag["Key"] for page in pages for tag in page["Tags"]} == {str(number) for number in range(1, 15)}


def test_limits_and_endpoints(client):
    assert client.describe_limits()["TableMaxReadCapacityUnits"] > 0
    assert client.describe_endpoints()["Endpoints"][0]["CachePeriodInMinutes"] > 0
