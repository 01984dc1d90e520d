import Crypto

extension BlindIndexKey {
    /// The tag of a national identity; the OID is an input, so that a test identity never meets a real one.
    ///
    /// The INS has been checked by the caller: fifteen characters, upper case, no spaces.
    public func tag(ins: String, oid: String) throws(SealingError) -> BlindTag {
        try tag("dmp/v1/ins", [oid, ins])
    }

    /// The tag of a document's unique id or entry UUID.
    public func tag(uniqueID: String) throws(SealingError) -> BlindTag {
        try tag("dmp/v1/uid", [uniqueID])
    }

    /// The tag of a submission set's unique id, in one record: the same id in another record has another tag.
    public func tag(set uniqueID: String, record: RecordID) throws(SealingError) -> BlindTag {
        try tag("dmp/v1/set", [record.hex, uniqueID])
    }

    /// The tag of a sign-in name.
    public func tag(login: String) throws(SealingError) -> BlindTag {
        try tag("dmp/v1/login", [login])
    }

    private func tag(_ label: String, _ fields: [String]) throws(SealingError) -> BlindTag {
        var input = framed(label)
        for field in fields { try LengthPrefixed.append(Array(field.utf8), to: &input) }
        return BlindTag(code: HMAC<SHA256>.authenticationCode(for: input, using: material))
    }
}
