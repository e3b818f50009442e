"""Streams of changes."""

from conftest import create_table


def test_changes_are_read_in_their_order(client, streams, name):
    create_table(
        client, name, StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"})
    key = {"pk": {"S": "p"}, "sk": {"N": "1"}}
    client.put_item(TableName=name, Item={**key, "v": {"S": "1"}})
    client.put_item(TableName=name, Item={**key, "v": {"S": "2"}})
    client.delete_item(TableName=name, Key=key)

    arn = client.describe_table(TableName=name)["Table"]["LatestStreamArn"]
    assert [stream["StreamArn"] for stream in streams.list_streams(TableName=name)["Streams"]] == [arn]
    description = streams.describe_stream(StreamArn=arn)["StreamDescription"]
    assert description["StreamViewType"] == "NEW_AND_OLD_IMAGES"
    records = []
    for shard in description["Shards"]:
        iterator = streams.get_shard_iterator(
            StreamArn=arn, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
        records += streams.get_records(ShardIterator=iterator)["Records"]
    assert [record["eventName"] for record in records] == ["INSERT", "MODIFY", "REMOVE"]
    assert records[1]["dynamodb"]["OldImage"]["v"] == {"S": "1"}
    assert records[1]["dynamodb"]["NewImage"]["v"] == {"S": "2"}
    assert records[2]["dynamodb"]["Keys"] == key
