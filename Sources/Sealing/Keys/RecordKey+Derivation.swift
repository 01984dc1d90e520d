import Crypto

// HKDF-Expand alone: the record key is uniformly random, so the extract step adds nothing (RFC 5869 § 3.3).
extension RecordKey {
    /// The key of the metadata rows of one class: a reader gets those he may see, and no other.
    public func metadataKey(record: RecordID, confidentiality: ConfidentialityClass) -> MetadataKey {
        let label = "dmp/v1/meta/" + Hexadecimal.encode([confidentiality.rawValue])
        return MetadataKey(derived: expanded(material, label: label, record: record))
    }

    /// The key that wraps the record's document keys.
    public func documentWrappingKey(record: RecordID) -> DocumentWrappingKey {
        DocumentWrappingKey(derived: expanded(material, label: "dmp/v1/dekwrap", record: record))
    }

    /// The key of the identity traits.
    public func identityKey(record: RecordID) -> IdentityKey {
        IdentityKey(derived: expanded(material, label: "dmp/v1/ident", record: record))
    }
}

extension TraceKey {
    /// The key of the policy row: it lives as long as the traces, which must stay explainable.
    public func policyKey(record: RecordID) -> PolicyKey {
        PolicyKey(derived: expanded(material, label: "dmp/v1/policy", record: record))
    }
}

private func expanded(_ key: SymmetricKey, label: String, record: RecordID) -> SymmetricKey {
    HKDF<SHA256>.expand(pseudoRandomKey: key, info: framed(label, record), outputByteCount: 32)
}
