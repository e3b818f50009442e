"""The item of the page as a model of PynamoDB's."""

from pynamodb.attributes import (
    BooleanAttribute, ListAttribute, MapAttribute, NumberAttribute, UnicodeAttribute, UnicodeSetAttribute,
)
from pynamodb.models import Model


class Dimensions(MapAttribute):
    height = NumberAttribute()
    unit = UnicodeAttribute()
    width = NumberAttribute()


class Product(Model):
    class Meta:
        table_name = "catalogue"

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    entity = UnicodeAttribute(attr_name="_entity")
    description = UnicodeAttribute()
    dimensions = Dimensions()
    discontinued = BooleanAttribute()
    image = UnicodeAttribute(null=True)
    number = NumberAttribute()
    owner = UnicodeAttribute()
    price = NumberAttribute()
    related = ListAttribute(of=UnicodeAttribute)
    seller = UnicodeAttribute()
    stock = NumberAttribute()
    tags = UnicodeSetAttribute()
    title = UnicodeAttribute()
