"""dynabox and moto's server answer thousands of random requests; `against_moto/explained.py` says why moto differs where it does."""

import boto3
import pytest
from against_moto.compare import compare
from botocore.config import Config
from conftest import REGION, Dynabox
from moto.server import ThreadedMotoServer


def client(url):
    return boto3.client(
        "dynamodb", endpoint_url=url, region_name=REGION, aws_access_key_id="a", aws_secret_access_key="b",
        config=Config(retries={"total_max_attempts": 1}, parameter_validation=False))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_difference_is_explained(seed):
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    try:
        host, port = moto.get_host_and_port()
        theirs = client(f"http://{host}:{port}")
        # All of moto's servers in a process share their tables.
        for name in theirs.list_tables()["TableNames"]:
            theirs.delete_table(TableName=name)
        with Dynabox() as dynabox:
            result = compare(client(dynabox.url), theirs, seed, 1200)
    finally:
        moto.stop()
    print(result)
    assert not result.unexplained, str(result)
    # Most is answered alike, and enough is refused and enough accepted for the rest to mean something.
    assert result.same > result.requests * 0.7
    assert result.requests * 0.1 < result.refused < result.requests * 0.7
