/// Writes what decides a job; whatever is longer than its count can say is refused.
struct FrameWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func word(_ value: UInt32) { withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) } }

    mutating func long(_ value: UInt64) { withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) } }

    mutating func count(_ value: Int) throws(SignatureFrameError) {
        guard let value = UInt32(exactly: value) else { throw .tooLarge }
        word(value)
    }

    mutating func write(_ block: [UInt8]) throws(SignatureFrameError) {
        try count(block.count)
        bytes += block
    }

    mutating func write(_ limits: XMLLimits) throws(SignatureFrameError) {
        for value in [
            limits.bytes, limits.depth, limits.nodes, limits.attributesPerElement, limits.textBytes,
            limits.namespacesInScope,
        ] { try count(value) }
        byte(limits.encoding == .utf8OrLatin1 ? 1 : 0)
        byte(limits.processingInstructions == .stylesheetIgnored ? 1 : 0)
    }

    mutating func write(_ policy: SignaturePolicy) throws(SignatureFrameError) {
        word(policy.algorithms.mask)
        word(policy.digests.mask)
        word(policy.canonicalizations.mask)
        byte(policy.acceptsEnveloped ? 1 : 0)
        byte(policy.legacy == .sha1Tolerated ? 1 : 0)
        byte(policy.comments == .allowed ? 1 : 0)
        byte(policy.identifiers == .uniqueWhereReferenced ? 1 : 0)
    }

    mutating func write(_ position: ElementPosition) throws(SignatureFrameError) {
        try count(position.steps.count)
        for step in position.steps { try count(step) }
    }

    /// What must be referenced, all of it in that one document.
    mutating func write(_ expected: [ExpectedReference], in document: XMLDocument) throws(SignatureFrameError) {
        try count(expected.count)
        for each in expected {
            guard each.element.document === document else { throw .noSource }
            try write(ElementPosition(of: each.element))
            byte(each.presence == .optional ? 1 : 0)
            try count(each.types.count)
            for type in each.types { try write(Array(type.utf8)) }
        }
    }

    mutating func write(_ key: VerificationKey) throws(SignatureFrameError) {
        switch key {
        case .certificate(let der):
            byte(0)
            try write(der)
        case .subjectPublicKeyInfo(let der):
            byte(1)
            try write(der)
        }
    }
}

extension Set where Element: CaseIterable {
    /// One bit for each of the known that is in it.
    fileprivate var mask: UInt32 {
        Element.allCases.enumerated().reduce(0) { mask, each in
            contains(each.element) ? mask | 1 << UInt32(each.offset) : mask
        }
    }
}
