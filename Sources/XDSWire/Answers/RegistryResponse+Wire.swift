public import SafeXML

extension RegistryResponse {
    /// Writes a `RegistryResponse` with its own namespace declaration.
    public func write(into writer: inout XMLWriter) {
        writer.start("rs:RegistryResponse")
        writer.declare("rs", EbXML.rs)
        writer.attribute("status", status.rawValue)
        RegistryProblem.write(problems, into: &writer)
        writer.end()
    }

    /// Reads a `RegistryResponse`.
    public init(_ element: XMLElement) throws(XDSWireError) {
        guard element.isNamed("RegistryResponse", in: EbXML.rs) else {
            throw .notTheMessage(expected: "RegistryResponse")
        }
        self.init(try ResponseStatus(of: element), problems: try RegistryProblem.read(in: element))
    }
}

extension ResponseStatus {
    init(of element: XMLElement) throws(XDSWireError) {
        guard let status = ResponseStatus(rawValue: element.attribute("status") ?? "") else { throw .unknownStatus }
        self = status
    }
}

extension RegistryProblem {
    /// Writes a `RegistryErrorList`, nothing when there is no problem; the prefix `rs` must be declared.
    static func write(_ problems: [RegistryProblem], into writer: inout XMLWriter) {
        guard !problems.isEmpty else { return }
        let highest: FindingSeverity = problems.contains { $0.severity == .error } ? .error : .warning
        writer.start("rs:RegistryErrorList")
        writer.attribute("highestSeverity", highest.rawValue)
        for problem in problems {
            writer.start("rs:RegistryError")
            writer.attribute("errorCode", problem.errorCode)
            writer.attribute("codeContext", problem.context)
            if let location = problem.location { writer.attribute("location", location) }
            writer.attribute("severity", problem.severity.rawValue)
            writer.end()
        }
        writer.end()
    }

    static func read(in response: XMLElement) throws(XDSWireError) -> [RegistryProblem] {
        guard let list = response.child("RegistryErrorList", in: EbXML.rs) else { return [] }
        var problems: [RegistryProblem] = []
        for error in list.children("RegistryError", in: EbXML.rs) {
            guard problems.count < WireLimits.objects else { throw .tooManyObjects(limit: WireLimits.objects) }
            problems.append(
                RegistryProblem(
                    errorCode: error.attribute("errorCode") ?? "",
                    context: error.attribute("codeContext") ?? "",
                    location: error.attribute("location"),
                    severity: error.attribute("severity").flatMap(FindingSeverity.init(rawValue:)) ?? .error
                )
            )
        }
        return problems
    }
}
