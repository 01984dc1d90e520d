internal import HealthRecord
internal import SafeXML

extension CDAServiceEvent {
    /// All acts; the first must say when, by whom and in what framework.
    static func all(in root: XMLElement) throws(CDAError) -> [CDAServiceEvent] {
        var events: [CDAServiceEvent] = []
        for (index, documentation) in try root.atLeastOne("documentationOf").enumerated() {
            let event = try documentation.theOne("serviceEvent")
            events.append(try CDAServiceEvent(event, isMain: index == 0))
        }
        return events
    }

    private init(_ event: XMLElement, isMain: Bool) throws(CDAError) {
        code = event.child("code", in: CDA.namespace)?.optionalCode
        let time = isMain ? try event.theOne("effectiveTime") : try event.atMostOne("effectiveTime")
        let interval = try time.flatMap { time throws(CDAError) in try time.interval() }
        start = interval?.start
        stop = interval?.stop
        localStart = time?.child("low", in: CDA.namespace)?.attribute("value") ?? time?.attribute("value")
        if isMain, start == nil, let time { throw CDAError(time.path + "/low", .missing) }
        guard let performer = event.child("performer", in: CDA.namespace) else {
            if isMain { throw CDAError(event.path + "/performer", .missing) }
            self.performer = nil
            practice = nil
            return
        }
        let entity = try performer.theOne("assignedEntity")
        self.performer = try Author(assigned: entity, function: nil, isNamed: false)
        let organization = entity.child("representedOrganization", in: CDA.namespace)
        guard isMain else {
            practice = organization?.child("standardIndustryClassCode", in: CDA.namespace)?.optionalCode
            return
        }
        guard let organization else { throw CDAError(entity.path + "/representedOrganization", .missing) }
        practice = try organization.theOne("standardIndustryClassCode").code()
    }
}

extension CDAEncounter {
    init(_ componentOf: XMLElement) throws(CDAError) {
        let encounter = try componentOf.theOne("encompassingEncounter")
        code = encounter.child("code", in: CDA.namespace)?.optionalCode
        let time = encounter.child("effectiveTime", in: CDA.namespace)
        let interval = try time.flatMap { time throws(CDAError) in time.isNull ? nil : try time.interval() }
        start = interval?.start
        stop = interval?.stop
        facility = try encounter.theOne("location").theOne("healthCareFacility").theOne("code").code()
    }
}

extension CDAReplacement {
    init(_ related: XMLElement) throws(CDAError) {
        guard related.attribute("typeCode") == "RPLC" else {
            throw CDAError(related.path + "/@typeCode", .mustBe("RPLC"))
        }
        let parent = try related.theOne("parentDocument")
        id = try parent.theOne("id").identifier()
        setID = try parent.atMostOne("setId").map { setID throws(CDAError) in try setID.identifier() }
        version = try parent.atMostOne("versionNumber").map { number throws(CDAError) in try number.positiveNumber() }
    }
}

extension CDABody {
    init(_ root: XMLElement) throws(CDAError) {
        let component = try root.theOne("component")
        let nonXML = try component.atMostOne("nonXMLBody")
        let structured = try component.atMostOne("structuredBody")
        switch (nonXML, structured) {
        case (let body?, nil):
            let text = try body.theOne("text")
            let representation = text.attribute("representation")
            guard representation == "B64" else { throw CDAError(text.path + "/@representation", .mustBe("B64")) }
            self = .nonXML(mediaType: try text.must("mediaType").lowercased())
        case (nil, let body?):
            guard try !body.atLeastOne("component").isEmpty else { throw CDAError(body.path, .missing) }
            self = .structured
        case (nil, nil): throw CDAError(component.path + "/structuredBody", .missing)
        default: throw CDAError(component.path + "/structuredBody", .repeated)
        }
    }
}
