public import DMPWire
public import HealthRecord
public import SafeXML
internal import X509

extension SampleCredential {
    /// Signs an assertion, its issuer set to this certificate's subject.
    public func sign(_ vihf: VIHF) throws(XMLSignatureError) -> [UInt8] {
        var vihf = vihf
        vihf.issuer = subjectText
        let signer = try signing.signer()
        return try vihf.signed(by: signer, certificate: der, algorithm: isRSA ? .rsaSHA256 : .ecdsaSHA256)
    }

    /// Signs a lot over the exact bytes of its documents; the legacy profile needs an RSA key.
    public func signLot(
        _ documents: [(uniqueID: OID, bytes: [UInt8])],
        submissionSet: OID,
        at now: Instant,
        profile: LotSignatureBuilder.Profile = .modern
    ) throws(XMLSignatureError) -> [UInt8] {
        let builder = LotSignatureBuilder(
            profile: profile,
            submissionSet: submissionSet,
            documents: documents.map { document in
                LotReference(
                    uniqueID: document.uniqueID,
                    algorithm: profile.digest,
                    digest: LotDigest.compute(profile.digest, over: document.bytes)
                )
            },
            signingTime: now,
            certificate: der,
            certificateDigest: LotDigest.compute(profile.digest, over: der),
            issuer: ("\(certificate.issuer)", Self.decimal(serialNumber))
        )
        let signer = try signing.signer()
        return try builder.signed(by: signer, algorithm: isRSA ? nil : .ecdsaSHA256)
    }

    /// XAdES writes serial numbers in base ten.
    static func decimal(_ bytes: [UInt8]) -> String {
        var digits: [UInt8] = [0]
        for byte in bytes {
            var carry = Int(byte)
            for index in digits.indices.reversed() {
                carry += Int(digits[index]) * 256
                digits[index] = UInt8(carry % 10)
                carry /= 10
            }
            while carry > 0 {
                digits.insert(UInt8(carry % 10), at: 0)
                carry /= 10
            }
        }
        return String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }
}
