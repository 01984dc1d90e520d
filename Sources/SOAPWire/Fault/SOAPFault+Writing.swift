internal import SafeXML

extension SOAPFault {
    /// The whole sentence: reason, code and correlation, since many clients keep nothing else (interop sheet § 9).
    public var sentence: String {
        let marks = [subcode?.name, correlation].compactMap { $0 }
        return marks.isEmpty ? reason : reason + " [" + marks.joined(separator: " ; ") + "]"
    }

    /// Writes the `Fault` element, in an envelope whose prefix is `e`.
    func write(_ writer: inout XMLWriter, version: SOAPVersion) {
        writer.start("e:Fault")
        switch version {
        case .v12: writeVersion12(&writer)
        case .v11: writeVersion11(&writer)
        }
        writer.end()
    }

    private func writeVersion12(_ writer: inout XMLWriter) {
        writer.start("e:Code")
        writer.element("e:Value", text: "e:" + code.rawValue)
        if let subcode {
            writer.start("e:Subcode")
            writer.start("e:Value")
            if !subcode.namespace.isEmpty { writer.declare("s", subcode.namespace) }
            writer.text(subcode.namespace.isEmpty ? subcode.name : "s:" + subcode.name)
            writer.end()
            writer.end()
        }
        writer.end()
        writer.start("e:Reason")
        writer.element("e:Text", ["xml:lang": "fr"], text: sentence)
        writer.end()
        guard hasDetail else { return }
        writer.start("e:Detail")
        writeDetail(&writer)
        writer.end()
    }

    /// SOAP 1.1 § 4.4: unqualified children, the codes `Client` and `Server`.
    private func writeVersion11(_ writer: inout XMLWriter) {
        let name =
            switch code {
            case .sender, .dataEncodingUnknown: "Client"
            case .receiver: "Server"
            case .mustUnderstand, .versionMismatch: code.rawValue
            }
        writer.element("faultcode", text: "e:" + name)
        writer.element("faultstring", ["xml:lang": "fr"], text: sentence)
        guard hasDetail || subcode != nil else { return }
        writer.start("detail")
        if let subcode {
            writer.start("d:code", ["namespace": subcode.namespace])
            writer.declare("d", SOAPNamespace.dmpFault)
            writer.text(subcode.name)
            writer.end()
        }
        writeDetail(&writer)
        writer.end()
    }

    private var hasDetail: Bool { element != nil || correlation != nil }

    private func writeDetail(_ writer: inout XMLWriter) {
        for (name, value) in [("element", element), ("correlation", correlation)] {
            guard let value else { continue }
            writer.start("d:" + name)
            writer.declare("d", SOAPNamespace.dmpFault)
            writer.text(value)
            writer.end()
        }
    }
}
