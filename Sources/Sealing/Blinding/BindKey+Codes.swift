import Crypto

extension BindKey {
    /// Binds a record to the tag of its patient: a token for one patient opens no other's record.
    public func code(record: RecordID, tag: BlindTag) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Self.input(record, tag), using: material))
    }

    /// Whether the code binds the record to the tag; compares in constant time.
    public func isValid(_ code: [UInt8], record: RecordID, tag: BlindTag) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.input(record, tag), using: material)
    }

    private static func input(_ record: RecordID, _ tag: BlindTag) -> [UInt8] {
        framed("dmp/v1/bind", record, tag)
    }
}

extension PseudonymKey {
    /// The pseudonym of a professional in a policy row or an index.
    public func pseudonym(professional identifier: String) throws(SealingError) -> [UInt8] {
        var input = framed("dmp/v1/ps")
        try LengthPrefixed.append(Array(identifier.utf8), to: &input)
        return Array(HMAC<SHA256>.authenticationCode(for: input, using: material))
    }
}
