internal import SafeXML

/// Two signatures made once, by keys that nobody has any more, and one that was altered: computing them loads what the libraries
/// load late, and shows that they tell right from wrong.
enum WarmUp {
    /// True where each is told for what it is.
    static var succeeds: Bool {
        samples.allSatisfy { verdict($0.message, $0.key) == .valid }
            && samples.allSatisfy { verdict($0.message.replacing("</w>", with: "!</w>"), $0.key) != .valid }
    }

    private struct Sample {
        let algorithm: SignatureAlgorithm
        let value: String
        let key: String

        /// An element that holds nothing but the signature over itself.
        var message: String {
            """
            <w ID="w"><ds:Signature xmlns:ds="\(XMLSignature.namespace)"><ds:SignedInfo>\
            <ds:CanonicalizationMethod Algorithm="\(CanonicalizationMethod.exclusive.rawValue)"/>\
            <ds:SignatureMethod Algorithm="\(algorithm.rawValue)"/><ds:Reference URI="#w"><ds:Transforms>\
            <ds:Transform Algorithm="\(SignatureTransform.envelopedURI)"/>\
            <ds:Transform Algorithm="\(CanonicalizationMethod.exclusive.rawValue)"/></ds:Transforms>\
            <ds:DigestMethod Algorithm="\(DigestAlgorithm.sha256.rawValue)"/>\
            <ds:DigestValue>QqftHh/CZ5xseSuXdDSSwKI29V4RHLHJYXtA0bN7fyc=</ds:DigestValue></ds:Reference></ds:SignedInfo>\
            <ds:SignatureValue>\(value)</ds:SignatureValue></ds:Signature></w>
            """
        }
    }

    /// As a message of the wire is verified; with KeyInfo left out, the key is ours.
    private static func verdict(_ message: String, _ key: String) -> SignatureVerdict {
        guard let spki = Base64.decode(key),
            let document = try? XMLDocument(parsing: Array(message.utf8), limits: .xmlFragment),
            let signature = try? XMLSignature(onlyIn: document, childOf: document.root)
        else { return .notVerifiable(reason: 0) }
        let isValid =
            (try? signature.verify(
                .samlAssertion(legacy: .refused),
                expecting: [ExpectedReference(document.root)],
                key: .subjectPublicKeyInfo(spki)
            )) != nil
        return isValid ? .valid : .signatureInvalid
    }

    private static let samples = [
        Sample(
            algorithm: .rsaSHA256,
            value: """
                nJETr4XGNfjYcIm32YNXBBg4kHj/z2izLfMueMVwDZOV6DgW5pQ2WEKaIKGdMj2HM6fMT1LsIG0kSK2LGn181UkVYg8uEXhFdiTtPW6Kve1t\
                bBvW+H5DKxF5nYQnFoPS2HSY+hhA2VG/RD61CLCsMJS4XsuQxjK3iRvlSJ00GrbdYjTwhI8vM1D3eFnewZwyLluQJCHhBEej7HFUg++E1In8\
                1ysz41JWmPz9PlzmPoApFEO14fyEztD8HFG6OgiPoRPu0Xb+pcoSF6u5YfF6n8vLURWBldlrZKL/Uz/cAC3l09XuQl36UYPPPBGkFUFYQ3bz\
                UmydHsTUPQo0P21Niw==
                """,
            key: """
                MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsNePPllXWWCluMxWime0JzIx6yjQUU5ibx32W5SMpjvQD64eoTkkXS+DVlIIZeIh\
                z5Iha4pCUpsYIyXK8z6PmfRjLuSk4OWQyFfVHlUyFlgXsMjq4CmwkSCIqmHp94/kNxJwYJ+360GwQ8rpUu4LSfO4+1Js4Cx/0C3z04LzF4WX\
                P/ZMJOCDTZFKwZ+hU50MI0dG1YqxFQWGJu07LyDODibn32VMOF+B+n/mW0l4alcdR3Eex2O/3ckADjI9rIvLNlT3KH0x78UlN/GZ2J9c7pwM\
                GFBLH3tELwL38tVr/LePoqmOe8EG6BSzfYQgIQb06MLaOEeXKxvQSPlx1JYiAwIDAQAB
                """
        ),
        Sample(
            algorithm: .ecdsaSHA256,
            value: """
                4Z7x9zxYmdvIlTNt8ZJefZS/pUu17/WNAo9tD7j/5N3YmrpoYt1Vbm5YwO9aVchta/JUm7DIlfwSuFsF8B8Wcg==
                """,
            key: """
                MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEApu6aiyXgxep8OvzqOo7AYuxRtJznw03z13qNeReJI6VWOa/lAwp7izAJxcwOp4LvHsODa+a\
                +xsYm0NCbFd1tg==
                """
        ),
    ]
}
