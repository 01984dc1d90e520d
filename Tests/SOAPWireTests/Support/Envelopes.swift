/// Envelopes put together from parts, for the tables of cases.
enum Envelopes {
    static let version12 = "http://www.w3.org/2003/05/soap-envelope"
    static let version11 = "http://schemas.xmlsoap.org/soap/envelope/"
    static let action = "<a:Action e:mustUnderstand=\"true\">urn:ihe:iti:2007:RegistryStoredQuery</a:Action>"
    static let messageID = "<a:MessageID>urn:uuid:0f6b6c1e-2f0a-4b46-9d2b-3d7f7f3f1a01</a:MessageID>"

    static func request(
        headers: String = action + messageID,
        body: String = "<q xmlns=\"urn:test\"/>",
        namespace: String = version12,
        extra: String = ""
    ) -> [UInt8] {
        let text = """
            <e:Envelope xmlns:e="\(namespace)" xmlns:a="http://www.w3.org/2005/08/addressing" \
            xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">\
            <e:Header>\(headers)</e:Header><e:Body>\(body)</e:Body>\(extra)</e:Envelope>
            """
        return Array(text.utf8)
    }
}
