import Custody
import Foundation
import HealthRecord
import Hummingbird
import ServerKit

/// What verifiers are given of the log: the newest shard where it always was, and each year's under an address of its own.
struct LogAddresses: Sendable {
    let custodian: Custodian

    /// Adds the routes.
    func add(to router: some RouterMethods<DoorRequestContext>) {
        router.get("/log-key") { _, _ in try custodian.checkpoint().verifierKey + "\n" }
        router.get("/checkpoint") { _, _ in try custodian.checkpoint().note }
        router.get("/promise-keys") { request, _ in
            try json(custodian.promiseDelegations(since: day(in: request)))
        }
        router.get("/log-keys") { _, _ in try keys() }
        router.get("/logs") { _, _ in try list() }
        router.get("/logs/{year}/log-key") { _, context in try key(of: shard(context)) + "\n" }
        router.get("/logs/{year}/checkpoint") { _, context in try shard(context).head() }
        router.get("/logs/{year}/promise-keys") { request, context in
            try json(shard(context).promiseKeys(UInt64(max(0, day(in: request).milliseconds)) / 1000))
        }
    }

    /// The keys of all shards, a line each, the oldest first; before the first event that of the shard that it would begin.
    private func keys() throws -> String {
        let keys = try custodian.publishedLog().shards().map { try key(of: $0) }
        return try (keys.isEmpty ? [custodian.checkpoint().verifierKey] : keys).map { $0 + "\n" }.joined()
    }

    /// One shard, as the list names it.
    private struct Line: Encodable {
        let year: Int
        let name: String
        let key: String
        /// How many entries of the whole log lie before it.
        let first: UInt64
        let address: String
    }

    private func list() throws -> String {
        try json(
            custodian.publishedLog().shards().map { shard in
                Line(
                    year: shard.year,
                    name: shard.origin,
                    key: try key(of: shard),
                    first: shard.first,
                    address: "/logs/\(shard.year)"
                )
            }
        )
    }

    private func shard(_ context: DoorRequestContext) throws -> PublishedShard {
        let year = context.parameters.get("year")
        guard let shard = try custodian.publishedLog().shards().first(where: { String($0.year) == year }) else {
            throw HTTPError(.notFound)
        }
        return shard
    }

    private func key(of shard: PublishedShard) throws -> String {
        try custodian.publishedLog().keyText(of: shard.origin)
    }

    /// Where `since` begins: at a day, `2026-03-01`; at the first of all where it names none.
    private func day(in request: Request) -> Instant {
        let day = request.uri.queryParameters["since"].flatMap { CalendarDate(String($0)) }
        return (day ?? CalendarDate(daysSinceEpoch: 0)).midnight
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
