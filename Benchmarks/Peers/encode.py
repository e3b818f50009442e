"""Python writes the items of the page one after the other: python encode.py PAGE."""

import itertools
import json
import pathlib
import sys

from worker import serve, versions

wire = json.loads(pathlib.Path(sys.argv[1]).read_bytes())["Items"]
for item in wire:
    # As our records, which leave out what is absent.
    item.pop("image", None)
work, missing = {}, {}

try:
    from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

    deserializer, serializer = TypeDeserializer(), TypeSerializer()
    products = [{name: deserializer.deserialize(value) for name, value in item.items()} for item in wire]
    product_cycle = itertools.cycle(products)
    work["boto3"] = lambda: json.dumps({
        "TableName": "catalogue",
        "Item": {name: serializer.serialize(value) for name, value in next(product_cycle).items()},
    }).encode()
except ImportError as error:
    missing["boto3"] = str(error)

try:
    import orjson

    ready = [{"TableName": "catalogue", "Item": item} for item in wire]
    ready_cycle = itertools.cycle(ready)
    work["orjson"] = lambda: orjson.dumps(next(ready_cycle))
except ImportError as error:
    missing["orjson"] = str(error)

try:
    from product import Product

    models = [Product.from_raw_data(item) for item in wire]
    model_cycle = itertools.cycle(models)
    work["pynamodb"] = lambda: json.dumps({"TableName": "catalogue", "Item": next(model_cycle).serialize()}).encode()
except ImportError as error:
    missing["pynamodb"] = str(error)

serve(work, missing, versions("orjson", "boto3", "pynamodb"))
