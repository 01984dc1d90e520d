import Credentials
import Foundation

extension DemoCards {
    /// Writes every certificate and key as PEM: `ca.pem`, `server.pem`, and two pairs for each holder.
    func write(to folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        for (name, text) in pki.pemFiles { try write(text, folder + "/authorities/" + name) }
        try write(pki.anchorsPEM.joined(separator: "\n"), folder + "/ca.pem")
        try write(server, folder + "/server")
        for (key, pair) in professionals { try write(pair, folder + "/professionals/" + key) }
        for (key, pair) in structures { try write(pair, folder + "/structures/" + key) }
    }

    private func write(_ pair: SamplePair, _ path: String) throws {
        try write(pair.authentication, path + "-authentication")
        try write(pair.signature, path + "-signature")
    }

    private func write(_ credential: SampleCredential, _ path: String) throws {
        try write(credential.certificatePEM, path + ".pem")
        try write(credential.privateKeyPEM, path + ".key")
    }

    private func write(_ text: String, _ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        guard
            FileManager.default.createFile(
                atPath: path,
                contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o600]
            )
        else { throw StartFailure.unreadable(path) }
    }

    /// Reads back what a demonstration wrote at its first start.
    static func read(
        from folder: String,
        professionals: [String],
        structures: [String]
    ) throws -> (
        server: SampleCredential, anchors: TrustAnchors, professionals: [String: SamplePair]
    ) {
        func text(_ path: String) throws -> String {
            String(decoding: try DeploymentSettings.read(folder + "/" + path), as: UTF8.self)
        }
        func credential(_ path: String) throws -> SampleCredential {
            guard
                let found = SampleCredential(
                    certificatePEM: try text(path + ".pem"),
                    privateKeyPEM: try text(path + ".key")
                )
            else { throw StartFailure.unreadable(folder + "/" + path) }
            return found
        }
        var pairs: [String: SamplePair] = [:]
        for key in professionals {
            let path = "professionals/" + key
            pairs[key] = SamplePair(
                authentication: try credential(path + "-authentication"),
                signature: try credential(path + "-signature")
            )
        }
        return (try credential("server"), try TrustAnchors(pem: [try text("ca.pem")]), pairs)
    }
}
