/// Namespaces and fixed addresses around a message.
public enum SOAPNamespace {
    /// WS-Addressing 1.0.
    public static let addressing = "http://www.w3.org/2005/08/addressing"
    /// The address that means "on the same connection".
    public static let anonymous = "http://www.w3.org/2005/08/addressing/anonymous"
    /// The action of an answer that carries a fault (WS-Addressing 1.0, SOAP Binding § 6).
    public static let faultAction = "http://www.w3.org/2005/08/addressing/soap/fault"
    /// WS-Security 1.0 extensions: `Security` and the codes of its faults.
    public static let security =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
    /// XOP: `Include`.
    public static let xop = "http://www.w3.org/2004/08/xop/include"
    /// The codes of DMP faults and the details that this service adds to them.
    public static let dmpFault = "urn:dmp:fault"
}
