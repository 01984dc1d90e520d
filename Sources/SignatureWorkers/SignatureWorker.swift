public import ConfinedWorkers
package import SafeXML

/// A process that does nothing but compute signatures, and can do nothing else.
public enum SignatureWorker {
    /// Confines this process, then answers the jobs of its standard input until that ends.
    public static func run() -> Never {
        run { head, document in SignatureFrame.verdict(head: head, document: document) }
    }

    /// The same with another way of answering, for tests of what becomes of a worker that goes astray.
    package static func run(answering answer: ([UInt8], [UInt8]) -> SignatureVerdict) -> Never {
        ConfinedWorker.run(.signatures, warmUp: { WarmUp.succeeds }) { wire in
            guard let bytes = wire.hear(SignatureFrame.openingBytes),
                let opening = try? SignatureFrame.Opening(bytes), let head = wire.hear(opening.head),
                let document = wire.hear(opening.document)
            else { return false }
            wire.say(SignatureAnswer.encode(answer(head, document), number: opening.number))
            return true
        }
    }
}

extension WorkerLimits {
    /// What a worker for signatures may have.
    public static let signatures = WorkerLimits(
        memoryBytes: 256 << 20,
        processorSeconds: 2,
        patience: .seconds(30),
        jobs: 1000
    )
}
