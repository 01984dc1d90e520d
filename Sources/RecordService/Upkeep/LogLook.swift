import HostStore
import TraceTree

/// What one look at the log finds, shard by shard.
struct LogLook {
    /// What became of promises.
    var held = HeldPromises()
    /// The heads that are new and believed, by the names of their shards.
    var heads: [String: String] = [:]
    /// Promises that no head reaches yet.
    var waiting: [OpenPromise] = []
    /// Why a head is not believed, the gravest of what was found.
    private(set) var fault: LogStanding.HeadFault?
    private var open: [String: [OpenPromise]] = [:]

    /// Sorts the promises by the shards that they name; what is none is broken.
    init(_ promises: [OpenPromise]) {
        for promise in promises {
            if let origin = try? Promise(decoding: promise.bytes).origin {
                open[origin, default: []].append(promise)
            } else {
                held.broken[promise.place] = PromiseCheck.Fault.unreadable.rawValue
            }
        }
    }

    /// The promises of a shard.
    mutating func take(_ origin: String) -> [OpenPromise] { open.removeValue(forKey: origin) ?? [] }

    /// Notes that a head is not believed.
    mutating func note(_ found: LogStanding.HeadFault) {
        let grave: [LogStanding.HeadFault] = [.forked, .unsigned, .unreadable]
        fault = grave.first { $0 == fault || $0 == found }
    }

    /// What is left once every shard was looked at.
    ///
    /// Promises of a shard that is there no more stay open, as those of any head that is not believed; so do all where no log
    /// has begun. Those that name another log are broken.
    mutating func end(without gone: Set<String>, hasLog: Bool) {
        if !gone.isEmpty { note(.forked) }
        for (origin, promises) in open where !gone.contains(origin) {
            if hasLog {
                for promise in promises { held.broken[promise.place] = PromiseCheck.Fault.otherLog.rawValue }
            } else {
                waiting += promises
            }
        }
        open = [:]
    }
}

extension HeldPromises {
    /// Whether nothing became of any.
    var isEmpty: Bool { kept.isEmpty && broken.isEmpty }
}
