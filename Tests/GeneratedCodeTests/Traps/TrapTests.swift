import Entities
import GeneratedModel
import TestExecutors
import Testing

/// The defects of ElectroDB 3.9.3 that its users run into (electrodb.md 4.1), one after the other, and what happens here instead.
///
/// What does not compile here is in `MisuseTests`. Each row is shown in our own key format and, where that makes a difference, in
/// ElectroDB's.
@Suite("ElectroDB's traps")
struct TrapTests {}
