import Crypto

extension PendingDeposit {
    /// Holds the message against its limits and its parts against each other.
    func check() throws(HostStoreError) {
        guard (1...HostLimits.documentsPerDeposit).contains(documents.count) else { throw .invalid(.deposit) }
        guard sets.count <= HostLimits.documentsPerDeposit else { throw .invalid(.submissionSet) }
        guard sets.allSatisfy({ $0.ciphertext.count <= HostLimits.sealedRow }) else { throw .invalid(.submissionSet) }
        for document in documents { try document.check() }
    }

    var weight: Int {
        let inline = documents.reduce(0) { $0 + $1.rowCiphertext.count + $1.inlineLength }
        return sets.reduce(inline) { $0 + $1.ciphertext.count }
    }
}

extension PendingDocument {
    var inlineLength: Int {
        if case .inline(let bytes) = content { bytes.count } else { 0 }
    }

    var objectKey: ObjectKey? {
        if case .file(let key) = content { key } else { nil }
    }

    fileprivate func check() throws(HostStoreError) {
        guard rowCiphertext.count <= HostLimits.sealedRow, wrappedKey.count <= HostLimits.sealedRow else {
            throw .invalid(.document)
        }
        switch content {
        case .inline(let bytes):
            guard bytes.count <= HostLimits.inlineContent else { throw .invalid(.content) }
            guard bytes.count == ciphertextLength, Array(SHA256.hash(data: bytes)) == ciphertextSHA256.bytes else {
                throw .objectMismatch
            }
        case .file:
            guard ciphertextLength > HostLimits.inlineContent, ciphertextLength <= HostLimits.object else {
                throw .invalid(.content)
            }
        }
    }
}
