/// Somebody who computes signatures whose structure stands.
public protocol SignatureVerifying: Sendable {
    /// The verdict on one; whoever cannot reach one says so, and never that it is valid.
    func verdict(on job: SignatureJob) async -> SignatureVerdict
}

/// Computes in this process, on the very tree that was read: for programs that read what they have made themselves, and tests.
public struct SignaturesInProcess: SignatureVerifying {
    /// Needs nothing.
    public init() {}

    /// The verdict of this process.
    public func verdict(on job: SignatureJob) async -> SignatureVerdict { SignatureVerdict(computing: job) }
}

extension XMLSignature {
    /// Verifies the signature: the structure on the tree it was read from, the rest by whoever is asked.
    ///
    /// What is covered are elements of this tree (X7), whoever computed.
    ///
    /// - Parameters:
    ///   - policy: the algorithms and transforms accepted.
    ///   - expected: the exact list of what SignedInfo must reference, as the elements that the caller reads.
    ///   - key: the key that the caller has validated. KeyInfo is not looked at.
    ///   - verifier: who computes.
    /// - Returns: the elements covered.
    public func verify(
        _ policy: SignaturePolicy,
        expecting expected: [ExpectedReference],
        key: VerificationKey,
        by verifier: any SignatureVerifying
    ) async throws(XMLSignatureError) -> VerifiedSignature {
        let job = try SignatureJob(self, policy: policy, expecting: expected, key: key)
        try await verifier.verdict(on: job).check(job)
        return job.verified
    }
}
