/// Opens a content piece by piece.
///
/// Every byte given is authentic, but only ``finish()`` says the content is whole.
///
/// A reader of a whole document uses ``SealedContent/open(_:key:context:)``, which gives nothing before that.
public struct ContentOpener: Sendable {
    private enum State: Sendable { case header, chunks(ChunkCipher), closed }

    private let key: DocumentKey
    private let context: ContentContext
    private var state = State.header
    private var pending: [UInt8] = []

    /// Starts a content.
    public init(key: DocumentKey, context: ContentContext) {
        self.key = key
        self.context = context
    }

    /// Takes sealed bytes and gives the plaintext of the chunks that are complete and verified.
    public mutating func update(_ bytes: [UInt8]) throws(SealingError) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(pending.count + bytes.count)
        try update(bytes, into: &out)
        return out
    }

    /// Takes sealed bytes and appends the plaintext of the chunks that are complete and verified.
    public mutating func update(_ bytes: [UInt8], into out: inout [UInt8]) throws(SealingError) {
        var rest = bytes[...]
        if case .closed = state { throw .finished(.content) }
        if case .header = state {
            guard fill(to: ChunkCipher.headerLength, from: &rest) else { return }
            try readHeader()
        }
        guard case .chunks(var cipher) = state else { throw .finished(.content) }
        // Closed until every chunk of this piece has verified: a failure cannot be read past.
        state = .closed
        if !pending.isEmpty, fill(to: ChunkCipher.sealedChunkLength, from: &rest) {
            try cipher.open(pending[...], into: &out)
            pending.removeAll(keepingCapacity: true)
        }
        while rest.count >= ChunkCipher.sealedChunkLength {
            try cipher.open(rest.prefix(ChunkCipher.sealedChunkLength), into: &out)
            rest = rest.dropFirst(ChunkCipher.sealedChunkLength)
        }
        pending.append(contentsOf: rest)
        state = .chunks(cipher)
    }

    /// Verifies the final short chunk and gives its plaintext; fails when the content was cut.
    public mutating func finish() throws(SealingError) -> [UInt8] {
        var out: [UInt8] = []
        try finish(into: &out)
        return out
    }

    /// Verifies the final short chunk and appends its plaintext; fails when the content was cut.
    public mutating func finish(into out: inout [UInt8]) throws(SealingError) {
        let last = state
        state = .closed
        switch last {
        case .header: throw .malformed(.content)
        case .closed: throw .finished(.content)
        case .chunks(var cipher):
            try cipher.open(pending[...], into: &out)
            pending = []
        }
    }

    private mutating func readHeader() throws(SealingError) {
        state = .closed
        let cipher = ChunkCipher(key: key, salt: Array(pending.prefix(ChunkCipher.saltLength)), context: context)
        guard cipher.isCommitted(to: Array(pending.dropFirst(ChunkCipher.saltLength))) else {
            throw .notAuthentic(.content)
        }
        pending.removeAll(keepingCapacity: true)
        state = .chunks(cipher)
    }

    /// Moves bytes to the pending ones; whether there are now `count` of them.
    private mutating func fill(to count: Int, from rest: inout ArraySlice<UInt8>) -> Bool {
        let taken = rest.prefix(count - pending.count)
        pending.append(contentsOf: taken)
        rest = rest.dropFirst(taken.count)
        return pending.count == count
    }
}
