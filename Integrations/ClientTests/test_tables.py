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


def test_time_to_live(client, table_name):
    assert client.describe_time_to_live(TableName=table_name)["TimeToLiveDescription"] == {
        "TimeToLiveStatus": "DISABLED"}
    specification = {"AttributeName": "expires", "Enabled": True}
    answer = client.update_time_to_live(TableName=table_name, TimeToLiveSpecification=specification)
    assert answer["TimeToLiveSpecification"] == specification
    described = client.describe_time_to_live(TableName=table_name)["TimeToLiveDescription"]
    assert described["AttributeName"] == "expires"
    assert described["TimeToLiveStatus"] in ("ENABLING", "ENABLED")
