internal import HealthRecord
internal import SafeXML

extension PatientFile {
    func writeAttentionLines(_ writer: inout XMLWriter) {
        if let authorisation {
            writer.start("attentionLine")
            writer.element("keyWordText", ["code": "AUTORISATION", "codeSystem": GDP.authorisationKeySystem])
            writer.element(
                "value",
                ["xsi:type": "CV", "code": authorisation.rawValue, "codeSystem": GDP.authorisationSystem]
            )
            writer.end()
        }
        if let isTreatingPhysician {
            writer.start("attentionLine")
            writer.element("keyWordText", ["code": "STATUT_MT", "codeSystem": GDP.treatingPhysicianKeySystem])
            writer.element("value", ["xsi:type": "BL", "value": isTreatingPhysician ? "true" : "false"])
            writer.end()
        }
    }

    func write(_ writer: inout XMLWriter, custodian: HL7Device) {
        writer.start("subject", ["typeCode": "SUBJ"])
        writer.start("registrationEvent", ["classCode": "REG", "moodCode": "EVN"])
        writer.element("statusCode", ["code": "active"])
        writer.start("subject1", ["typeCode": "SBJ"])
        writePatient(&writer)
        writer.end()
        custodian.writeCustodian(&writer)
        writer.end()
        writer.end()
        writeReason(&writer)
    }

    /// Why a record is closed, in the control act.
    func writeReason(_ writer: inout XMLWriter) {
        if case .terminated(let closure) = status, closure.reasonCode != nil || closure.text != nil {
            writer.start("reasonOf", ["typeCode": "RSON"])
            writer.start("detectedIssueEvent", ["classCode": "ALRT", "moodCode": "EVN"])
            if let code = closure.reasonCode {
                writer.element("code", ["code": code, "codeSystem": GDP.closureSystem])
            }
            if let text = closure.text { writer.element("text", text: text) }
            writer.end()
            writer.end()
        }
    }

    /// The patient, with more yes-or-no observations than the file has, and what else a message hangs below.
    func writePatient(
        _ writer: inout XMLWriter,
        observations: [(code: String, value: Bool?)] = [],
        more: (inout XMLWriter) -> Void = { _ in }
    ) {
        writer.start("patient", ["classCode": "PAT"])
        for ins in identifiers {
            writer.element("id", ["root": ins.root.rawValue, "extension": ins.matricule.text])
        }
        for insC in calculatedIdentifiers {
            writer.element("id", ["root": INSC.root.text, "extension": insC.text])
        }
        switch status {
        case .active: writer.element("statusCode", ["code": "active"])
        case .terminated(let closure):
            writer.element("statusCode", ["code": "terminated"])
            if let moment = closure.at {
                writer.start("effectiveTime")
                writer.element("high", ["value": moment.hl7])
                writer.end()
            }
        }
        writePerson(&writer)
        observation("COMPTE_INTERNET_OUVERT", GDP.internetAccountSystem, hasInternetAccount, &writer)
        observation("RATTACHEMENT_ENS", GDP.observationSystem, isAttachedToENS, &writer)
        observation("OPPOSITION_BRIS_DE_GLACE", GDP.observationSystem, refusesBreakGlass, &writer)
        observation("OPPOSITION_ACCES_URGENCE", GDP.observationSystem, refusesRegulation, &writer)
        for (code, value) in observations { observation(code, GDP.observationSystem, value, &writer) }
        more(&writer)
        writer.end()
    }

    private func observation(_ code: String, _ system: String, _ value: Bool?, _ writer: inout XMLWriter) {
        guard let value else { return }
        writer.start("subjectOf", ["typeCode": "SBJ"])
        writer.start("administrativeObservation", ["classCode": "OBS", "moodCode": "EVN"])
        writer.element("code", ["code": code, "codeSystem": system])
        writer.element("value", ["xsi:type": "BL", "value": value ? "true" : "false"])
        writer.end()
        writer.end()
    }
}

extension HL7Device {
    /// Who keeps the record.
    func writeCustodian(_ writer: inout XMLWriter) {
        writer.start("custodian", ["typeCode": "CST"])
        writer.start("assignedEntity", ["classCode": "ASSIGNED"])
        writer.id("id", InstanceID(id))
        writer.end()
        writer.end()
    }
}
