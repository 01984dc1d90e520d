public import HealthRecord

/// Who ordered an act of the service, on which paper: what the holder reads beside it.
public enum OperatorText {
    /// The remark of an event that an operator ordered; nil for any other.
    public static func remark(_ event: TraceEvent) -> Phrase? {
        guard let name = event.details["operator"] else { return nil }
        let role = role(event.details["operatorRole"] ?? "")
        let paper = event.details["paper"] ?? ""
        var who = Phrase("\(name), \(role.french)", "\(name), \(role.english)")
        if let first = event.details["firstOperator"] {
            let firstRole = self.role(event.details["firstOperatorRole"] ?? "")
            who = Phrase(
                "\(first), \(firstRole.french), et \(who.french)",
                "\(first), \(firstRole.english), and \(who.english)"
            )
        }
        if event.act == .openRecord {
            return Phrase(
                "Invitation envoyée par \(who.french). Pièce : « \(paper) ».",
                "Invitation sent by \(who.english). Paper: “\(paper)”."
            )
        }
        return Phrase("Par \(who.french). Pièce : « \(paper) ».", "By \(who.english). Paper: “\(paper)”.")
    }

    private static func role(_ code: String) -> Phrase {
        switch code {
        case "registrar": Phrase("service des identités", "identity service")
        case "support": Phrase("assistance", "support")
        case "insurer": Phrase("assurance maladie", "health insurance")
        case "officer": Phrase("dépositaire des clés", "key custodian")
        case "dataProtection": Phrase("protection des données", "data protection")
        case "hostPhysician": Phrase("médecin de l'hébergeur", "physician of the host")
        default: Phrase("opérateur", "operator")
        }
    }
}
