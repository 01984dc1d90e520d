internal import HealthRecord
internal import SafeXML

extension HL7MessageHeader {
    /// Reads the head of a message of that name.
    init(_ message: XMLElement, interaction: String) throws(HL7V3Error) {
        guard message.isNamed(interaction, in: GDP.namespace) else { throw .unexpectedMessage(message.path) }
        let stated = try message.one("interactionId")
        // Official samples agree on the name; a stranger's name means another message under this root.
        guard stated.attribute("root") == GDP.interactionRoot, stated.attribute("extension") == interaction else {
            throw .unexpectedMessage(stated.path)
        }
        id = try message.one("id").instanceID()
        creationTime = try message.one("creationTime").time()
        processing = try message.one("processingCode").code()
        receiver = try Self.device(try message.one("receiver"))
        sender = try Self.device(try message.one("sender"))
    }

    private static func device(_ party: XMLElement) throws(HL7V3Error) -> HL7Device {
        let device = try party.one("device")
        // Several identifiers are allowed by HL7; the first is the system's own.
        guard let element = device.child("id") else {
            throw .structure(.missingElement(name: "id", parent: device.path))
        }
        guard case .oid(let id) = try element.instanceID().root else { throw .malformed(element.path) }
        return HL7Device(id: id, softwareName: device.child("softwareName")?.shortText)
    }

    /// Opens the message and writes its head; `acknowledgement` is `AL` in requests and `NE` in answers.
    func write(_ writer: inout XMLWriter, interaction: String, acknowledgement: String) {
        writer.start(interaction, ["ITSVersion": "XML_1.0"])
        writer.declare("", GDP.namespace)
        writer.declare("xsi", GDP.schemaInstance)
        writer.id("id", id)
        writer.element("creationTime", ["value": creationTime.hl7])
        writer.element("interactionId", ["root": GDP.interactionRoot, "extension": interaction])
        writer.element("processingCode", ["code": processing.rawValue])
        writer.element("processingModeCode", ["code": "T"])
        writer.element("acceptAckCode", ["code": acknowledgement])
        write(receiver, in: "receiver", typeCode: "RCV", &writer)
        write(sender, in: "sender", typeCode: "SND", &writer)
    }

    private func write(_ device: HL7Device, in name: String, typeCode: String, _ writer: inout XMLWriter) {
        writer.start(name, ["typeCode": typeCode])
        writer.start("device", ["classCode": "DEV", "determinerCode": "INSTANCE"])
        writer.id("id", InstanceID(device.id))
        if let softwareName = device.softwareName { writer.element("softwareName", text: softwareName) }
        writer.end()
        writer.end()
    }
}
