internal import HealthRecord

/// Certificates verified a moment ago, by fingerprint; bounded in number and in age.
struct VerificationCache {
    /// Most entries kept.
    static let capacity = 4096

    private var entries: [[UInt8]: VerifiedCertificate] = [:]
    private let lifetime: Int64
    private let capacity: Int

    init(lifetime: Int64, capacity: Int = Self.capacity) {
        self.lifetime = lifetime
        self.capacity = capacity
    }

    var count: Int { entries.count }

    /// The entry, unless it has aged, lies in the future, or its certificate has ended meanwhile.
    func entry(_ fingerprint: [UInt8], at now: Instant) -> VerifiedCertificate? {
        guard let entry = entries[fingerprint], isFresh(entry, at: now), now <= entry.certificate.notAfter else {
            return nil
        }
        return entry
    }

    mutating func insert(_ entry: VerifiedCertificate, at now: Instant) {
        if entries.count >= capacity {
            entries = entries.filter { isFresh($0.value, at: now) }
            if entries.count >= capacity { entries.removeAll(keepingCapacity: true) }
        }
        entries[entry.certificate.fingerprint] = entry
    }

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    private func isFresh(_ entry: VerifiedCertificate, at now: Instant) -> Bool {
        (0..<lifetime).contains(now.seconds(since: entry.verifiedAt))
    }
}
