/// The sets that documents and their metadata are held against; the raw value names the resource.
public enum ValueSetName: String, Hashable, Sendable, CaseIterable {
    /// JDV_J57, `classCode`.
    case classCode = "classcode-dmp-jdv-j57"
    /// JDV_J58, `confidentialityCode` of metadata, visibility included.
    case confidentiality = "confidentialitycode-dmp-jdv-j58"
    /// JDV_J59, `contentTypeCode` of a submission set.
    case contentType = "contenttypecode-dmp-jdv-j59"
    /// JDV_J60, `formatCode`.
    case format = "formatcode-dmp-jdv-j60"
    /// JDV_J61, `healthcareFacilityTypeCode`.
    case facility = "healthcarefacilitytypecode-dmp-jdv-j61"
    /// JDV_J62, `practiceSettingCode`.
    case practice = "practicesettingcode-dmp-jdv-j62"
    /// JDV_J66, `typeCode`.
    case type = "typecode-dmp-jdv-j66"
    /// JDV_J01, specialty of an author.
    case authorSpecialty = "authorspecialty-cisis-jdv-j01"
    /// JDV_J47, role of an author.
    case authorRole = "authorrole-functioncode-cisis-jdv-j47"
    /// JDV_J231, kinds of reference identifiers.
    case referenceIDType = "referenceid-types-dmp-jdv-j231"
    /// Confidentiality as a CDA header may state it.
    case cdaConfidentiality = "cda-confidentialitycode-hl7"
    /// JDV_J07, type as a CDA header may state it.
    case cdaType = "typecode-cisis-jdv-j07"
    /// Kind of encounter.
    case encounter = "encounter-code-cisis"
    /// Imaging modality, for `eventCodeList`.
    case modality = "eventcode-modality"
    /// Anatomic region, for `eventCodeList`.
    case anatomicRegion = "eventcode-anatomic-region"
}
