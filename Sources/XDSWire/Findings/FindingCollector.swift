/// Collects findings up to the limit.
struct FindingCollector {
    private(set) var findings: [RegistryFinding] = []

    mutating func add(
        _ code: RegistryErrorCode,
        _ element: String,
        _ reason: FindingReason,
        severity: FindingSeverity? = nil
    ) {
        guard findings.count < WireLimits.findings else { return }
        findings.append(RegistryFinding(code, element, reason, severity: severity))
    }

    /// How an object is named in findings: its kind and its id, cut and freed of anything but plain characters.
    static func name(_ kind: String, _ id: String) -> String {
        let plain = id.utf8.prefix(64).map { byte in
            byte.isDigit || byte.isLetter || ":-_.".utf8.contains(byte) ? byte : UInt8(ascii: "?")
        }
        return "\(kind)[\(String(decoding: plain, as: UTF8.self))]"
    }
}
