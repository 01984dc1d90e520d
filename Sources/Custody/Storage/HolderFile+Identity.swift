public import HealthRecord

extension HolderFile {
    /// The matricules with their days, the present one first.
    public var matricules: [HeldMatricule] {
        identifiers.map { ins in days.first { $0.ins == ins } ?? HeldMatricule(ins: ins) }
    }

    /// The matricules as they are carried to others: none of an identity that is not qualified (RNIV).
    public var carriedIdentifiers: [INS] { identity.carriesMatricule ? identifiers : [] }
}
