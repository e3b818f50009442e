"""Query and Scan, with their paginators."""

import pytest
from boto3.dynamodb.conditions import Attr, Key


@pytest.fixture
def filled(table):
    with table.batch_writer() as batch:
        for number in range(60):
            batch.put_item(Item={"pk": f"p{number % 2}", "sk": number, "by": f"b{number % 3}", "x": "x" * 100})
    return table


def test_query(filled):
    found = filled.query(
        KeyConditionExpression=Key("pk").eq("p0") & Key("sk").between(10, 20), ScanIndexForward=False)
    assert [int(item["sk"]) for item in found["Items"]] == [20, 18, 16, 14, 12, 10]
    assert found["Count"] == found["ScannedCount"] == 6


def test_filter_and_count(filled):
    found = filled.query(
        KeyConditionExpression=Key("pk").eq("p1"), FilterExpression=Attr("by").is_in(["b0"]), Select="COUNT")
    assert (found["Count"], found["ScannedCount"]) == (10, 30)


def test_index(filled):
    found = filled.query(IndexName="index", KeyConditionExpression=Key("by").eq("b1"))
    assert sorted(int(item["sk"]) for item in found["Items"]) == list(range(1, 60, 3))


def test_pages_of_a_query(client, filled):
    pages = list(
        client.get_paginator("query").paginate(
            TableName=filled.name, KeyConditionExpression="pk = :p", ExpressionAttributeValues={":p": {"S": "p0"}},
            PaginationConfig={"PageSize": 7}))
    sizes = [page["Count"] for page in pages]
    assert sum(sizes) == 30 and max(sizes) == 7
    assert [int(item["sk"]["N"]) for page in pages for item in page["Items"]] == list(range(0, 60, 2))


def test_pages_of_a_scan(client, filled):
    pages = client.get_paginator("scan").paginate(TableName=filled.name, PaginationConfig={"PageSize": 11})
    assert sorted(int(item["sk"]["N"]) for page in pages for item in page["Items"]) == list(range(60))


def test_segments_of_a_scan(filled):
    found = [
        int(item["sk"]) for segment in range(4) for item in filled.scan(Segment=segment, TotalSegments=4)["Items"]]
    assert sorted(found) == list(range(60))


def test_a_page_ends_at_a_megabyte(client, table):
    for number in range(5):
        table.put_item(Item={"pk": "p", "sk": number, "x": "x" * 300_000})
    pages = client.get_paginator("query").paginate(
        TableName=table.name, KeyConditionExpression="pk = :p", ExpressionAttributeValues={":p": {"S": "p"}})
    counts = [page["Count"] for page in pages]
    assert sum(counts) == 5 and len(counts) == 2
