internal import Foundation

/// What the benchmark reads of `demo.json`; paths are relative to its folder.
struct BenchmarkManifest: Decodable {
    struct Patient: Decodable {
        let ins: String
        let insOID: String
        let state: String
        /// Of those who sign in themselves.
        let secretCode: String?
    }

    struct Professional: Decodable {
        let nationalId: String
        let authenticationCertificate: String
        let authenticationKey: String
        let signatureCertificate: String
        let signatureKey: String
    }

    let services: String
    /// The portal, the professionals' site and the folder of messages; only silence is measured there.
    let portal: String?
    let care: String?
    let outbox: String?
    let ca: String
    let patients: [Patient]
    let professionals: [Professional]

    static func read(_ path: String) throws(BenchmarkError) -> BenchmarkManifest {
        guard let data = FileManager.default.contents(atPath: path),
            let manifest = try? JSONDecoder().decode(BenchmarkManifest.self, from: data)
        else { throw .unreadable(file: "demo.json") }
        return manifest
    }

    /// The text of a file beside the manifest.
    static func text(_ file: String, beside manifest: String) throws(BenchmarkError) -> String {
        let path = URL(fileURLWithPath: file, relativeTo: URL(fileURLWithPath: manifest)).path
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(file: file) }
        return String(decoding: data, as: UTF8.self)
    }
}
