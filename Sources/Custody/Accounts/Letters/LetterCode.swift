import Sealing

/// A code sent by post: ten letters and digits that cannot be mistaken for one another, and one that checks them.
///
/// Crockford's base 32: fifty bits, read back whatever the case, with `O` for `0` and `I` or `L` for `1`.
enum LetterCode {
    static let length = 11
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// A fresh code, in groups as printed: `ABCD-EFGH-JKM`.
    static func make(random: RandomBytes) -> String {
        let values = random(10).map { Int($0 & 31) }
        let characters = (values + [check(values)]).map { alphabet[$0] }
        return String(characters[0..<4]) + "-" + String(characters[4..<8]) + "-" + String(characters[8...])
    }

    /// The code as compared: eleven characters; nil when a character or the check is wrong.
    static func normalized(_ text: String) -> String? {
        var values: [Int] = []
        for character in text.uppercased() where !character.isWhitespace && character != "-" {
            let read: Character =
                switch character {
                case "O": "0"
                case "I", "L": "1"
                default: character
                }
            guard let value = alphabet.firstIndex(of: read), values.count < length else { return nil }
            values.append(value)
        }
        guard values.count == length, let last = values.last, check(values.dropLast()) == last else { return nil }
        return String(values.map { alphabet[$0] })
    }

    /// Weighted so that one wrong character always shows, and two exchanged mostly do.
    private static func check(_ values: some Sequence<Int>) -> Int {
        values.enumerated().reduce(0) { $0 + ($1.offset * 2 + 1) * $1.element } % 32
    }
}
