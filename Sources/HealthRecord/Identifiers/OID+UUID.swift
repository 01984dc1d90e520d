extension OID {
    /// The OID that a UUID is (ITU-T X.667 § 7): `2.25` and the number in base ten.
    public init(uuid: UniqueID) {
        let number = uuid.bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        self = OID("2.25.\(number)") ?? OID(literal: "2.25.0")
    }
}
