/// Namespaces and names of ebXML RegRep 3.0 and of XDS.b (ITI TF-3 § 4.2, ITI TF-2 § 3.41).
public enum EbXML {
    /// Registry objects.
    public static let rim = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"
    /// Responses and their errors.
    public static let rs = "urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0"
    /// Submissions.
    public static let lcm = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0"
    /// Queries.
    public static let query = "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0"
    /// XDS.b messages.
    public static let xds = "urn:ihe:iti:xds-b:2007"
    /// Attachments by reference.
    public static let xop = "http://www.w3.org/2004/08/xop/include"

    static let referenceIDListSlot = "urn:ihe:iti:xds:2013:referenceIdList"
    static let associationObjectType =
        "urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:Association"
    static let packageObjectType =
        "urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:RegistryPackage"
}
