/// The verdict on a job as bytes: a mark, the job's number, the kind of verdict, one number more.
///
/// What comes from a worker is judged like a stranger's word: what is not exactly one of the verdicts is none.
public enum SignatureAnswer {
    /// Bytes of an answer.
    public static let bytes = 17

    private static let mark: UInt32 = 0x444D_5032

    /// A verdict as bytes.
    public static func encode(_ verdict: SignatureVerdict, number: UInt64) -> [UInt8] {
        var writer = FrameWriter()
        writer.word(mark)
        writer.long(number)
        let (kind, detail): (Kind, Int) =
            switch verdict {
            case .valid: (.valid, 0)
            case .referenceAltered(let position): (.referenceAltered, position)
            case .signatureInvalid: (.signatureInvalid, 0)
            case .keyUnusable: (.keyUnusable, 0)
            case .keyTooWeak: (.keyTooWeak, 0)
            case .notVerifiable(let reason): (.notVerifiable, reason)
            case .unanswered: (.notVerifiable, 0)
            }
        writer.byte(kind.rawValue)
        writer.word(UInt32(clamping: detail))
        return writer.bytes
    }

    /// The verdict on the job of that number; nil for whatever is no such answer.
    public static func decode(_ bytes: [UInt8], number: UInt64) -> SignatureVerdict? {
        var reader = FrameReader(bytes)
        guard let found = try? reader.word(), found == mark, let answered = try? reader.long(), answered == number,
            let kind = (try? reader.byte()).flatMap(Kind.init), let detail = try? reader.word(),
            (try? reader.finish()) != nil
        else { return nil }
        switch (kind, Int(detail)) {
        case (.valid, 0): return .valid
        case (.referenceAltered, let position): return .referenceAltered(position: position)
        case (.signatureInvalid, 0): return .signatureInvalid
        case (.keyUnusable, 0): return .keyUnusable
        case (.keyTooWeak, 0): return .keyTooWeak
        case (.notVerifiable, let reason): return .notVerifiable(reason: reason)
        default: return nil
        }
    }

    /// Far from one another: a flipped bit makes no other of one.
    private enum Kind: UInt8 {
        case valid = 0xA5
        case referenceAltered = 0x11
        case signatureInvalid = 0x22
        case keyUnusable = 0x44
        case keyTooWeak = 0x78
        case notVerifiable = 0x0F
    }
}
