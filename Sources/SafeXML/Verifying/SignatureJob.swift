/// A signature whose structure stands: what is left is to compute the digests and the signature value.
///
/// It cannot be made otherwise. Whoever holds one has the elements of his own tree, and asks somebody else for the rest.
public struct SignatureJob: Sendable {
    /// The signature.
    public let signature: XMLSignature
    /// What it was held against.
    public let policy: SignaturePolicy
    /// What it had to reference.
    public let expected: [ExpectedReference]
    /// The key that its maker has validated.
    public let key: VerificationKey
    /// What is covered once the rest is right, in the order of the references.
    let covered: [VerifiedSignature.Covered]

    /// Checks all that can be checked on the tree alone.
    init(
        _ signature: XMLSignature,
        policy: SignaturePolicy,
        expecting expected: [ExpectedReference],
        key: VerificationKey
    ) throws(XMLSignatureError) {
        covered = try signature.coverage(policy, expecting: expected)
        (self.signature, self.policy, self.expected, self.key) = (signature, policy, expected, key)
    }

    /// Computes the rest in this process, on the tree that was checked.
    func compute() throws(XMLSignatureError) -> VerifiedSignature {
        try SignatureContext.verify(signature, policy: policy, covered: covered.map(\.element), key: key)
        return verified
    }

    /// What is answered where the rest is right.
    var verified: VerifiedSignature { VerifiedSignature(covered: covered, algorithm: signature.algorithm) }
}
