/// Seals a content piece by piece, holding at most one chunk.
public struct ContentSealer: Sendable {
    private var cipher: ChunkCipher
    private var header: [UInt8]
    private var pending: [UInt8] = []
    private var isFinished = false

    /// Starts a content; key and salt together must never have sealed another.
    public init(key: DocumentKey, salt: ContentSalt, context: ContentContext) {
        cipher = ChunkCipher(key: key, salt: salt.bytes, context: context)
        header = salt.bytes + cipher.commitment
    }

    /// Takes plaintext and gives what sealed bytes are ready.
    public mutating func update(_ bytes: [UInt8]) throws(SealingError) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(header.count + SealedContent.sealedLength(of: pending.count + bytes.count))
        try update(bytes, into: &out)
        return out
    }

    /// Takes plaintext and appends what sealed bytes are ready.
    public mutating func update(_ bytes: [UInt8], into out: inout [UInt8]) throws(SealingError) {
        guard !isFinished else { throw .finished(.content) }
        flushHeader(into: &out)
        var rest = bytes[...]
        if !pending.isEmpty {
            let taken = rest.prefix(ChunkCipher.chunkLength - pending.count)
            pending.append(contentsOf: taken)
            rest = rest.dropFirst(taken.count)
            guard pending.count == ChunkCipher.chunkLength else { return }
            try cipher.seal(pending[...], into: &out)
            pending.removeAll(keepingCapacity: true)
        }
        while rest.count >= ChunkCipher.chunkLength {
            try cipher.seal(rest.prefix(ChunkCipher.chunkLength), into: &out)
            rest = rest.dropFirst(ChunkCipher.chunkLength)
        }
        pending.append(contentsOf: rest)
    }

    /// Gives the last, short chunk, without which the content does not open.
    public mutating func finish() throws(SealingError) -> [UInt8] {
        var out: [UInt8] = []
        try finish(into: &out)
        return out
    }

    /// Appends the last, short chunk, without which the content does not open.
    public mutating func finish(into out: inout [UInt8]) throws(SealingError) {
        guard !isFinished else { throw .finished(.content) }
        flushHeader(into: &out)
        isFinished = true
        try cipher.seal(pending[...], into: &out)
        pending = []
    }

    private mutating func flushHeader(into out: inout [UInt8]) {
        out.append(contentsOf: header)
        header = []
    }
}
