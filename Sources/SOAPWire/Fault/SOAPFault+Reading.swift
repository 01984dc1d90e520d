internal import SafeXML

extension SOAPFault {
    /// Reads a `Fault` of either version; codes that are not known read as the receiver's fault.
    init(_ fault: XMLElement, version: SOAPVersion) throws(SOAPError) {
        switch version {
        case .v12: try self.init(version12: fault)
        case .v11: try self.init(version11: fault)
        }
    }

    private init(version12 fault: XMLElement) throws(SOAPError) {
        guard let value = fault.first("Code", "Value") else {
            throw .missingElement(name: "Value", parent: fault.path + "/Code")
        }
        let code = Self.qualifiedName(value)
        // Subcodes nest from the general to the particular; DMP uses one level.
        let subcode = fault.first("Code", "Subcode", "Value").map(Self.qualifiedName)
        let texts = fault.child("Reason").map { Array($0.children("Text")) } ?? []
        let french = texts.first { $0.attribute("lang", in: Self.xml)?.hasPrefix("fr") == true } ?? texts.first
        self.init(
            Code(rawValue: code.name) ?? .receiver,
            subcode,
            sentence: french?.trimmedText ?? "",
            detail: fault.child("Detail")
        )
    }

    private init(version11 fault: XMLElement) throws(SOAPError) {
        guard let value = fault.child("faultcode", in: "") else {
            throw .missingElement(name: "faultcode", parent: fault.path)
        }
        // Subcodes may follow a dot (SOAP 1.1 § 4.4.1).
        let name = Self.qualifiedName(value).name.prefix { $0 != "." }
        let code: Code =
            switch name {
            case "Client": .sender
            case "Server": .receiver
            default: Code(rawValue: String(name)) ?? .receiver
            }
        let detail = fault.child("detail", in: "")
        let subcode = detail?.child("code", in: SOAPNamespace.dmpFault).map {
            Subcode($0.trimmedText, in: $0.attribute("namespace") ?? "")
        }
        self.init(code, subcode, sentence: fault.child("faultstring", in: "")?.trimmedText ?? "", detail: detail)
    }

    private init(_ code: Code, _ subcode: Subcode?, sentence: String, detail: XMLElement?) {
        let correlation = detail?.child("correlation", in: SOAPNamespace.dmpFault)?.trimmedText
        let bare = SOAPFault(code, subcode, reason: "", correlation: correlation).sentence
        // Our own sentences end with the marks; they are taken off so that reading undoes writing.
        let reason = bare.isEmpty || !sentence.hasSuffix(bare) ? sentence : String(sentence.dropLast(bare.count))
        self.init(
            code,
            subcode,
            reason: reason,
            element: detail?.child("element", in: SOAPNamespace.dmpFault)?.trimmedText,
            correlation: correlation
        )
    }

    private static let xml = "http://www.w3.org/XML/1998/namespace"

    private static func qualifiedName(_ element: XMLElement) -> Subcode {
        let text = element.trimmedText
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last else { return Subcode(text, in: "") }
        let prefix = parts.count == 2 ? String(first) : ""
        return Subcode(String(last), in: element.namespace(forPrefix: prefix) ?? "")
    }
}
