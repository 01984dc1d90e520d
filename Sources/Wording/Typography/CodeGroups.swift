/// Codes cut into groups that a reader can keep in mind while typing.
public enum CodeGroups {
    /// `ABCDEFGHJKM` as `ABCD EFGH JKM`: groups of at most four, as even as can be, longer ones first.
    ///
    /// Whatever is neither an ASCII letter nor a digit was a separator and goes.
    public static func grouped(_ code: String) -> String {
        let characters = code.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let groups = (characters.count + 3) / 4
        guard groups > 0 else { return "" }
        let longer = characters.count % groups
        var rest = characters[...]
        var parts: [Substring] = []
        for index in 0..<groups {
            let length = characters.count / groups + (index < longer ? 1 : 0)
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: " ")
    }
}
