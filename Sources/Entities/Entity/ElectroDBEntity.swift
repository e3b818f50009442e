/// An entity whose keys are in ElectroDB's format. Made by the generator.
public protocol ElectroDBEntity: Entity {}

/// A collection whose members' keys are in ElectroDB's format. Made by the generator.
public protocol ElectroDBCollection: EntityCollection {}
