internal import X509

/// What a key may do, by its key usages (IGC-Santé profiles): each certificate has one use only.
public enum CertificateUse: String, Hashable, Sendable, CaseIterable {
    /// A person's card opens a connection.
    case personAuthentication
    /// A person's card signs assertions and lots.
    case personSignature
    /// A structure opens a connection, *ORG AUTH_CLI*.
    case structureAuthentication
    /// A structure signs, *ORG SIGN*.
    case structureSeal
    /// A server is reached, *SERV SSL*.
    case server

    /// The branch of authorities that issues such certificates.
    public var branch: TrustBranch {
        switch self {
        case .personAuthentication, .personSignature: .persons
        case .structureAuthentication, .structureSeal, .server: .organisations
        }
    }

    static func read(
        _ extensions: Certificate.Extensions,
        isPerson: Bool
    ) throws(CareCertificateError) -> CertificateUse {
        guard let usage = try? extensions.keyUsage else { throw .unknownUse }
        let purposes: Set<ExtendedKeyUsage.Usage>
        do { purposes = Set(try extensions.extendedKeyUsage ?? ExtendedKeyUsage()) } catch { throw .unknownUse }
        guard !usage.keyCertSign, !usage.cRLSign else { throw .authority }
        if isPerson {
            if usage == KeyUsage(digitalSignature: true), purposes.contains(.clientAuth) {
                return .personAuthentication
            }
            if usage == KeyUsage(nonRepudiation: true), purposes.isSubset(of: [.emailProtection]) {
                return .personSignature
            }
            throw .unknownUse
        }
        if usage == KeyUsage(digitalSignature: true, nonRepudiation: true), purposes.isSubset(of: [.emailProtection]) {
            return .structureSeal
        }
        if purposes.contains(.serverAuth), usage.digitalSignature, !usage.nonRepudiation { return .server }
        if usage == KeyUsage(digitalSignature: true), purposes.contains(.clientAuth) { return .structureAuthentication }
        throw .unknownUse
    }
}
