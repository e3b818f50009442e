"""Python reads the page: python decode.py PAGE SHUFFLED."""

import json
import pathlib
import sys

from worker import serve, versions

page, shuffled = (pathlib.Path(path).read_bytes() for path in sys.argv[1:])
work, missing = {}, {}

try:
    import simdjson

    parser = simdjson.Parser()
    # To the tape and no further: no object of Python's is made but the document's.
    work["simdjson"] = lambda: parser.parse(page)
    work["simdjson, shuffled"] = lambda: parser.parse(shuffled)
except ImportError as error:
    missing["simdjson"] = missing["simdjson, shuffled"] = str(error)

try:
    import orjson

    work["orjson"] = lambda: orjson.loads(page)
except ImportError as error:
    missing["orjson"] = str(error)

try:
    from boto3.dynamodb.types import TypeDeserializer

    deserializer = TypeDeserializer()
    work["boto3"] = lambda: [
        {name: deserializer.deserialize(value) for name, value in item.items()} for item in json.loads(page)["Items"]
    ]
except ImportError as error:
    missing["boto3"] = str(error)

try:
    from product import Product

    work["pynamodb"] = lambda: [Product.from_raw_data(item) for item in json.loads(page)["Items"]]
except ImportError as error:
    missing["pynamodb"] = str(error)

serve(work, missing, versions("pysimdjson", "orjson", "boto3", "pynamodb"))
