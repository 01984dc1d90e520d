/// What whoever computed a signature says of it.
public enum SignatureVerdict: Sendable, Equatable {
    /// Every reference and the signature value are right.
    case valid
    /// What the reference at that position covers is not what was signed.
    case referenceAltered(position: Int)
    /// The signature value does not match the key.
    case signatureInvalid
    /// The key cannot be read or does not fit the algorithm.
    case keyUnusable
    /// The key is weaker than what is accepted.
    case keyTooWeak
    /// No verdict could be reached; `reason` is xmlsec's number, 0 where it gave none.
    case notVerifiable(reason: Int)
    /// Nobody answered.
    case unanswered(SignatureSilence)
}

/// Why nobody answered.
public enum SignatureSilence: String, Sendable, CaseIterable {
    /// The worker ended over it.
    case ended
    /// It took longer than its time.
    case overdue
    /// No worker is there.
    case noWorker
}

extension SignatureVerdict {
    /// The verdict of this process.
    public init(computing job: SignatureJob) {
        do throws(XMLSignatureError) {
            _ = try job.compute()
            self = .valid
        } catch {
            self.init(error, on: job)
        }
    }

    private init(_ error: XMLSignatureError, on job: SignatureJob) {
        switch error {
        case .referenceAltered(let path):
            let position = job.signature.references.firstIndex { $0.element.path == path }
            self = position.map { .referenceAltered(position: $0) } ?? .notVerifiable(reason: 0)
        case .signatureInvalid: self = .signatureInvalid
        case .keyUnusable: self = .keyUnusable
        case .keyTooWeak: self = .keyTooWeak
        case .notVerifiable(let reason): self = .notVerifiable(reason: reason)
        default: self = .notVerifiable(reason: 0)
        }
    }

    /// Passes where the signature is right; the paths of an error are those of the asker's own tree.
    func check(_ job: SignatureJob) throws(XMLSignatureError) {
        switch self {
        case .valid: return
        case .referenceAltered(let position):
            guard job.signature.references.indices.contains(position) else { throw .notVerifiable(reason: 0) }
            throw .referenceAltered(element: job.signature.references[position].element.path)
        case .signatureInvalid: throw .signatureInvalid
        case .keyUnusable: throw .keyUnusable
        case .keyTooWeak: throw .keyTooWeak
        case .notVerifiable(let reason): throw .notVerifiable(reason: reason)
        case .unanswered(let silence): throw .unanswered(silence)
        }
    }
}
