internal import ConfinedWorkers
internal import SafeXML

/// Signatures as a worker is asked about them.
enum SignatureTrade: WorkerTrade {
    static func parts(of job: SignatureJob, number: UInt64) -> [[UInt8]]? {
        try? [SignatureFrame.head(of: job, number: number), SignatureFrame.document(of: job)]
    }

    static var openingBytes: Int { SignatureAnswer.bytes }

    /// An answer is its opening.
    static func bytes(after opening: [UInt8], number: UInt64) -> Int? { 0 }

    static func answer(opening: [UInt8], rest: [UInt8], number: UInt64) -> SignatureVerdict? {
        SignatureAnswer.decode(opening, number: number)
    }
}
