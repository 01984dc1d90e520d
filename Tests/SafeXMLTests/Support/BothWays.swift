import Testing

@testable import SafeXML

/// Whoever is asked by bytes alone, as a worker process is: the job is written, read again and done on a tree of its own.
struct SignaturesByBytes: SignatureVerifying {
    func verdict(on job: SignatureJob) async -> SignatureVerdict { Self.verdict(on: job) }

    static func verdict(on job: SignatureJob) -> SignatureVerdict {
        guard let frame = try? SignatureFrame.head(of: job, number: 7),
            let document = try? SignatureFrame.document(of: job),
            let opening = try? SignatureFrame.Opening(Array(frame.prefix(SignatureFrame.openingBytes)))
        else { return .unanswered(.noWorker) }
        let head = Array(frame.dropFirst(SignatureFrame.openingBytes))
        #expect(opening.number == 7 && opening.head == head.count && opening.document == document.count)
        let answer = SignatureAnswer.encode(SignatureFrame.verdict(head: head, document: document), number: 7)
        return SignatureAnswer.decode(answer, number: 7) ?? .unanswered(.ended)
    }
}

extension XMLSignature {
    /// Verifies on its own tree and by bytes, and holds the one against the other (X18).
    func verifyBothWays(
        _ policy: SignaturePolicy,
        expecting expected: [ExpectedReference],
        key: VerificationKey
    ) throws(XMLSignatureError) -> VerifiedSignature {
        let here = Result { () throws(XMLSignatureError) in
            try verify(policy, expecting: expected, key: key)
        }
        let there = Result { () throws(XMLSignatureError) in
            let job = try SignatureJob(self, policy: policy, expecting: expected, key: key)
            try SignaturesByBytes.verdict(on: job).check(job)
            return job.verified
        }
        switch (here, there) {
        case (.success(let one), .success(let other)):
            #expect(one.covered.map(\.element) == other.covered.map(\.element))
        case (.failure(let one), .failure(let other)): #expect(one == other)
        default: Issue.record("one way says yes and the other no")
        }
        return try here.get()
    }
}
