extension OID {
    /// The OID that a UUID is (ITU-T X.667 § 7): `2.25` and the number in base ten.
    public init(uuid: UniqueID) {
        self = OID("2.25.\(uuid.number)") ?? OID(literal: "2.25.0")
    }
}

extension UniqueID {
    /// Whether the number has 39 digits, the most that there are, as that of seven in ten has.
    ///
    /// The OIDs made of these alone are of one length: what holds one tells nothing by its size.
    public var isOfMostDigits: Bool { number >= 100_000_000_000_000_000_000_000_000_000_000_000_000 }

    fileprivate var number: UInt128 { bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) } }
}
