import Foundation

/// Certificates out of a PEM file.
enum PEMFile {
    /// The DER bytes of each certificate, in the order of the file.
    static func certificates(_ bytes: [UInt8]) -> [[UInt8]] {
        let text = String(decoding: bytes, as: UTF8.self)
        let blocks = text.components(separatedBy: "-----BEGIN CERTIFICATE-----").dropFirst()
        return blocks.compactMap { block in
            let body = block.components(separatedBy: "-----END CERTIFICATE-----")[0]
            return Data(base64Encoded: body.filter { !$0.isWhitespace }).map { [UInt8]($0) }
        }
    }
}
