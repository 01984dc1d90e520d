/// Reads what decides a job, strictly: no count beyond what is there, no value that nobody wrote, nothing left over.
struct FrameReader {
    /// The most of anything that is counted: expected references, their types, steps of a position.
    static let maximumCount = 256

    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func byte() throws(SignatureFrameError) -> UInt8 {
        guard at < bytes.count else { throw .unreadable }
        defer { at += 1 }
        return bytes[at]
    }

    mutating func word() throws(SignatureFrameError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 { value = value << 8 | UInt32(try byte()) }
        return value
    }

    mutating func long() throws(SignatureFrameError) -> UInt64 {
        UInt64(try word()) << 32 | UInt64(try word())
    }

    mutating func finish() throws(SignatureFrameError) {
        guard at == bytes.count else { throw .unreadable }
    }

    mutating func limits() throws(SignatureFrameError) -> XMLLimits {
        XMLLimits(
            bytes: Int(try word()),
            depth: Int(try word()),
            nodes: Int(try word()),
            attributesPerElement: Int(try word()),
            textBytes: Int(try word()),
            namespacesInScope: Int(try word()),
            encoding: try flag() ? .utf8OrLatin1 : .utf8Only,
            processingInstructions: try flag() ? .stylesheetIgnored : .refused
        )
    }

    mutating func policy() throws(SignatureFrameError) -> SignaturePolicy {
        SignaturePolicy(
            algorithms: try members(),
            digests: try members(),
            canonicalizations: try members(),
            acceptsEnveloped: try flag(),
            legacy: try flag() ? .sha1Tolerated : .refused,
            comments: try flag() ? .allowed : .refused,
            identifiers: try flag() ? .uniqueWhereReferenced : .uniqueInDocument
        )
    }

    mutating func position() throws(SignatureFrameError) -> ElementPosition {
        var steps: [Int] = []
        for _ in 0..<(try count()) { steps.append(Int(try word())) }
        return ElementPosition(steps: steps)
    }

    /// One reference that is expected, before its element is looked for.
    struct Expectation {
        let position: ElementPosition
        let presence: ExpectedReference.Presence
        let types: [String]
    }

    mutating func expectations() throws(SignatureFrameError) -> [Expectation] {
        var found: [Expectation] = []
        for _ in 0..<(try count()) {
            let position = try position()
            let presence: ExpectedReference.Presence = try flag() ? .optional : .required
            var types: [String] = []
            for _ in 0..<(try count()) {
                guard let type = String(validating: try block(), as: UTF8.self) else { throw .unreadable }
                types.append(type)
            }
            found.append(Expectation(position: position, presence: presence, types: types))
        }
        return found
    }

    mutating func key() throws(SignatureFrameError) -> VerificationKey {
        try flag() ? .subjectPublicKeyInfo(try block()) : .certificate(try block())
    }

    private mutating func flag() throws(SignatureFrameError) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw .unreadable
        }
    }

    private mutating func count() throws(SignatureFrameError) -> Int {
        let count = Int(try word())
        guard count <= Self.maximumCount else { throw .unreadable }
        return count
    }

    private mutating func block() throws(SignatureFrameError) -> [UInt8] {
        let length = Int(try word())
        guard length <= bytes.count - at else { throw .unreadable }
        defer { at += length }
        return Array(bytes[at..<at + length])
    }

    private mutating func members<Member: CaseIterable & Hashable>() throws(SignatureFrameError) -> Set<Member> {
        let mask = try word()
        let all = Array(Member.allCases)
        guard mask >> UInt32(all.count) == 0 else { throw .unreadable }
        return Set(all.enumerated().filter { mask & 1 << UInt32($0.offset) != 0 }.map(\.element))
    }
}
