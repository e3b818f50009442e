// A definition file needs one import: the values that attributes are made of come with the language.
@_exported public import Entities
