import EntityMacrosLite

/// The services that the definitions are of.
var services: [any ServiceDefinition] {
    [
        PressRoom(),
        BazaarEu(),
        Tenancy(),
        Console(),
        Parley(),
        SensorNet(),
        StayWell(),
        Depot9(),
    ]
}
