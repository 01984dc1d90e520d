internal import SwiftASN1
internal import X509

/// The two branches under the roots of health certificates (IGC-Santé).
public enum TrustBranch: String, Hashable, Sendable, CaseIterable {
    /// Authorities of cards and certificates of persons.
    case persons
    /// Authorities of certificates of organisations and servers.
    case organisations
}

/// Why a set of anchors was refused at start.
public enum TrustAnchorsError: Error, Hashable, Sendable {
    /// A file is not PEM or holds something else than certificates.
    case unreadable
    /// A certificate is not one of an authority.
    case notAnAuthority
    /// A key is weaker than the profile asks.
    case weakKey
    /// An intermediate's name says neither `PERSONNES` nor `ORGANISATIONS`.
    case unknownBranch
    /// There is no root, or no intermediate.
    case empty
}

/// The authorities that this deployment believes: roots, and intermediates with their branch.
///
/// Nothing that a peer sends is added to them.
public struct TrustAnchors: Sendable {
    let roots: [Certificate]
    let intermediates: [Certificate]
    let branches: [DistinguishedName: TrustBranch]

    /// Sorts the authorities of PEM texts: self-issued ones are roots, the others go to the branch their name says.
    public init(pem texts: [String]) throws(TrustAnchorsError) {
        var certificates: [Certificate] = []
        for text in texts {
            guard let documents = try? PEMDocument.parseMultiple(pemString: text), !documents.isEmpty else {
                throw .unreadable
            }
            for document in documents {
                guard let certificate = try? Certificate(pemDocument: document) else { throw .unreadable }
                certificates.append(certificate)
            }
        }
        try self.init(certificates)
    }

    init(_ certificates: [Certificate]) throws(TrustAnchorsError) {
        var roots: [Certificate] = []
        var intermediates: [Certificate] = []
        var branches: [DistinguishedName: TrustBranch] = [:]
        for certificate in certificates {
            guard (try? certificate.extensions.basicConstraints)?.isAuthority == true else { throw .notAnAuthority }
            guard CareCertificate.isStrong(certificate.publicKey) else { throw .weakKey }
            if certificate.issuer == certificate.subject {
                roots.append(certificate)
            } else {
                guard let branch = Self.branch(certificate.subject) else { throw .unknownBranch }
                intermediates.append(certificate)
                branches[certificate.subject] = branch
            }
        }
        guard !roots.isEmpty, !intermediates.isEmpty else { throw .empty }
        self.roots = roots
        self.intermediates = intermediates
        self.branches = branches
    }

    /// Every authority: what a TLS server names as acceptable.
    public var pem: [String] {
        (roots + intermediates).compactMap { try? $0.serializeAsPEM().pemString }
    }

    /// The authorities of persons in DER: what a server of people with cards names, so that browsers offer nothing else.
    public var personsDER: [[UInt8]] {
        (roots + intermediates.filter { branches[$0.subject] == .persons }).compactMap { certificate in
            var serializer = DER.Serializer()
            guard (try? serializer.serialize(certificate)) != nil else { return nil }
            return serializer.serializedBytes
        }
    }

    /// The authorities of that name.
    func authorities(named name: DistinguishedName) -> [Certificate] {
        (intermediates + roots).filter { $0.subject == name }
    }

    private static func branch(_ name: DistinguishedName) -> TrustBranch? {
        let words = name.flatMap { $0 }.filter { "\($0.type)" == AttributeType.commonName }
            .compactMap { String($0.value) }.flatMap { $0.uppercased().split(separator: " ") }
        let found = [TrustBranch.persons: "PERSONNES", .organisations: "ORGANISATIONS"].filter {
            words.contains(Substring($0.value))
        }
        return found.count == 1 ? found.keys.first : nil
    }
}
