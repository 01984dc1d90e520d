/// A job as bytes: how long its two parts are, the part that decides, then the very bytes of the document.
///
/// Big-endian throughout. Nothing of it has another length than its own count says, and whatever is left over refuses it.
public enum SignatureFrame {
    /// Bytes of the opening: a mark, the job's number, the lengths of the head and of the document.
    public static let openingBytes = 20
    /// Longest head; a certificate and its few references have some kilobytes.
    public static let maximumHead = 64 << 10
    /// Largest document, that of the largest message that is signed.
    public static let maximumDocument = XMLLimits.soapEnvelope.bytes

    static let mark: UInt32 = 0x444D_5031

    /// The opening and the head of a job; the document follows, of which no copy is made.
    public static func head(of job: SignatureJob, number: UInt64) throws(SignatureFrameError) -> [UInt8] {
        guard let source = job.signature.element.document.source else { throw .noSource }
        guard source.bytes.count <= maximumDocument else { throw .tooLarge }
        var head = FrameWriter()
        try head.write(source.limits)
        try head.write(job.policy)
        try head.write(ElementPosition(of: job.signature.element))
        try head.write(job.expected, in: job.signature.element.document)
        try head.write(job.key)
        guard head.bytes.count <= maximumHead else { throw .tooLarge }
        var frame = FrameWriter()
        frame.word(mark)
        frame.long(number)
        try frame.count(head.bytes.count)
        try frame.count(source.bytes.count)
        return frame.bytes + head.bytes
    }

    /// The bytes that follow the head.
    public static func document(of job: SignatureJob) throws(SignatureFrameError) -> [UInt8] {
        guard let source = job.signature.element.document.source else { throw .noSource }
        return source.bytes
    }

    /// What an opening announces.
    public struct Opening: Sendable, Equatable {
        /// The job's number.
        public let number: UInt64
        /// Bytes of the head.
        public let head: Int
        /// Bytes of the document.
        public let document: Int

        /// Reads an opening.
        public init(_ bytes: [UInt8]) throws(SignatureFrameError) {
            var reader = FrameReader(bytes)
            guard try reader.word() == mark else { throw .unreadable }
            number = try reader.long()
            head = Int(try reader.word())
            document = Int(try reader.word())
            try reader.finish()
            guard head <= maximumHead, document <= maximumDocument else { throw .tooLarge }
        }
    }

    /// Does the whole of a job on a tree of its own: parses, checks the structure, computes.
    ///
    /// Whatever does not stand here too is not verifiable: whoever asked has read another structure, or nothing.
    public static func verdict(head: [UInt8], document: [UInt8]) -> SignatureVerdict {
        guard let job = try? job(head: head, document: document) else { return .notVerifiable(reason: 0) }
        return SignatureVerdict(computing: job)
    }

    private static func job(head: [UInt8], document: [UInt8]) throws -> SignatureJob {
        var reader = FrameReader(head)
        let limits = try reader.limits()
        let policy = try reader.policy()
        let place = try reader.position()
        let wanted = try reader.expectations()
        let key = try reader.key()
        try reader.finish()
        let tree = try XMLDocument(parsing: document, limits: limits)
        guard let element = place.element(in: tree) else { throw SignatureFrameError.unreadable }
        let expected = try wanted.map { each in
            guard let element = each.position.element(in: tree) else { throw SignatureFrameError.unreadable }
            return ExpectedReference(element, types: each.types, presence: each.presence)
        }
        return try SignatureJob(XMLSignature(element), policy: policy, expecting: expected, key: key)
    }
}

/// Why a job cannot be given to somebody else, or what came is none.
public enum SignatureFrameError: Error, Equatable, Sendable {
    /// The document does not know the bytes that it was read from.
    case noSource
    /// More bytes than a frame may have.
    case tooLarge
    /// The bytes are no frame.
    case unreadable
}
