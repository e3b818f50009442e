import Entities
import MarketplaceModel

/// Somebody who acts in a region: as a buyer, a seller, a courier, or for the marketplace.
struct Actor {
    let population: Population
    var numbers: SeededNumbers
    var tally = Tally()
    /// Listings that this actor has offered, besides those that were there.
    var offered: [Listing] = []

    init(population: Population, numbers: SeededNumbers) {
        self.population = population
        self.numbers = numbers
    }

    /// Does something once. What is refused is counted, as is what the database failed to do for so long that it was given up.
    mutating func perform(_ activity: Activity, in market: Market) async throws {
        let start = ContinuousClock.now
        var count = Tally.Count()
        do {
            try await act(activity, in: market)
            count.done = 1
        } catch let refusal as Refusal {
            count.refused = 1
            tally.refusals[refusal, default: 0] += 1
        } catch let error as DynamoDBError {
            count.failed = 1
            if !error.isRetryable { tally.surprises.append("\(activity): \(error)") }
        }
        count.duration = start.duration(to: .now)
        var sum = Tally()
        sum.counts[activity] = count
        tally += sum
    }

    private mutating func act(_ activity: Activity, in market: Market) async throws {
        switch activity {
        case .open: try await openAccount(in: market)
        case .changeEmail: try await changeEmail(in: market)
        case .deposit: try await deposit(in: market)
        case .statement: try await readStatement(in: market)
        case .browse: try await browse(in: market)
        case .newest: try await lookAtNewest(in: market)
        case .cart: try await fillCart(in: market)
        case .buy: try await buy(in: market)
        case .follow: try await followOrder(in: market)
        case .cancel: try await cancel(in: market)
        case .receive: try await receive(in: market)
        case .search: try await search(in: market)
        case .offer: try await offer(in: market)
        case .reprice: try await reprice(in: market)
        case .withdraw: try await withdraw(in: market)
        case .restock: try await restock(in: market)
        case .desk: try await lookAtDesk(in: market)
        case .pack: try await pack(in: market)
        case .write: try await write(in: market)
        case .read: try await read(in: market)
        case .deliver: try await deliver(in: market)
        case .sweep: try await sweep(in: market)
        case .oversee: try await oversee(in: market)
        }
    }

    /// Counts what has come to be, or may have.
    mutating func creating<Created>(
        _ kind: Kind, _ body: () async throws -> Created
    ) async throws -> Created {
        do {
            let created = try await body()
            tally.created[kind, default: 0] += 1
            return created
        } catch let error as DynamoDBError where error.isOutcomeUnknown {
            tally.unknown[kind, default: 0] += 1
            throw error
        }
    }

    mutating func buyer() -> Account? { numbers.popular(of: population.buyers) }
    mutating func seller() -> Account? { numbers.popular(of: population.sellers) }

    /// What everybody wants.
    mutating func listing() -> Listing? {
        numbers.chance(20)
            ? offered.randomElement(using: &numbers) ?? numbers.popular(of: population.listings)
            : numbers.popular(of: population.listings)
    }
}
