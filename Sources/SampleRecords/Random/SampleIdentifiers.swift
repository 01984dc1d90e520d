internal import HealthRecord

/// Identifiers of the sample world.
enum SampleIdentifiers {
    /// An object identifier under 2.25, the arc that any UUID may name (ITU-T X.667 § 7).
    static func oid(_ random: inout SplitMix64) -> OID {
        let id = UniqueID(random: (random.next(), random.next()))
        let number = id.bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        return OID("2.25.\(number)") ?? OID(literal: "2.25.0")
    }

    /// An RPPS of a test person: 999, six digits of our own, a rank, and the check digit.
    static func rpps(_ rank: Int) -> RPPS? {
        let padded = "\(rank)"
        let body = "99970" + String(repeating: "0", count: max(0, 5 - padded.count)) + padded
        return (0...9).lazy.compactMap { RPPS(body + "\($0)") }.first
    }
}
