internal import Foundation

/// Words of a header in any script (RFC 2047).
enum EncodedWords {
    /// Encoded words of at most 75 characters each, folded (RFC 2047 § 2); whole characters in each.
    static func text(_ text: String) -> String {
        var words: [String] = []
        var piece: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // 45 bytes make 60 characters, and the frame 12 more.
            if piece.count + bytes.count > 45 {
                words.append(word(piece))
                piece = []
            }
            piece += bytes
        }
        words.append(word(piece))
        return words.joined(separator: "\r\n ")
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }
}
