"""Names, addresses and codes that the profile fixes: namespaces, actions, OIDs, UUIDs (interop §1, §2.2, §4, §5)."""

from __future__ import annotations

SOAP12 = "http://www.w3.org/2003/05/soap-envelope"
SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/"
WSA = "http://www.w3.org/2005/08/addressing"
WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
SAML = "urn:oasis:names:tc:SAML:2.0:assertion"
HL7 = "urn:hl7-org:v3"
DS = "http://www.w3.org/2000/09/xmldsig#"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XADES = "http://uri.etsi.org/01903/v1.3.2#"
OLD_XADES = "http://uri.etsi.org/01903/v1.1.1#"
RIM = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"
RS = "urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0"
LCM = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0"
QUERY = "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0"
XDSB = "urn:ihe:iti:xds-b:2007"
XOP = "http://www.w3.org/2004/08/xop/include"
HABILITATIONS = "urn:si-dmp-habilitations"
PATIENTS = "urn:si-dmp-patients"
GDP = "asip:ci-sis:gdp:2010"

NAMESPACES = {
    "s": SOAP12,
    "a": WSA,
    "hl7": HL7,
    "ds": DS,
    "saml2": SAML,
    "rim": RIM,
    "rs": RS,
    "query": QUERY,
    "xds": XDSB,
    "xop": XOP,
}

ACTION_PATIENT = "urn:hl7-org:v3:PRPA_IN201307UV02"
ACTION_SEARCH = "urn:hl7-org:v3:PRPA_IN201305UV02"
ACTION_CREATE = "urn:hl7-org:v3:PRPA_IN201311UV02"
ACTION_CHANGE = "urn:hl7-org:v3:PRPA_IN201314UV02"
ACTION_PATIENT_LIST = "urn:si-dmp-patients:PatientSpecificEndPoint:patientList"
ACTION_CREATE_ACCESS = "urn:si-dmp-patients:PatientSpecificEndPoint:createPatientAccess"
ACTION_CHANGE_CHANNEL = "urn:si-dmp-patients:PatientSpecificEndPoint:patientOTPUpdate"
ACTION_RENEW_ACCESS = "urn:si-dmp-patients:PatientSpecificEndPoint:updatePatientAccess"
ACTION_SET_AUTHORIZATION = "urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization"
ACTION_LIST_AUTHORIZATIONS = "urn:si-dmp-habilitations:HabilitationsEndPoint:listAuthorizationByPatient"
ACTION_OPEN_WEB_ACCESS = "urn:si-dmp-habilitations:HabilitationsEndPoint:openWebAccess"
ACTION_PROVIDE = "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b"
ACTION_QUERY = "urn:ihe:iti:2007:RegistryStoredQuery"
ACTION_RETRIEVE = "urn:ihe:iti:2007:RetrieveDocumentSet"
ACTION_UPDATE = "urn:ihe:iti:2010:UpdateDocumentSet"

PERSONS = "1.2.250.1.71.4.2.1"
STRUCTURES = "1.2.250.1.71.4.2.2"
PROFESSIONS = "1.2.250.1.71.1.2.7"
SPECIALTIES = "1.2.250.1.71.4.2.5"
PHARMACY_SECTIONS = "1.2.250.1.71.4.2.6"
NON_PROFESSIONS = "1.2.250.1.213.1.1.4.6"
SECTORS = "1.2.250.1.71.4.2.4"
CARE_ACTIVITIES = "1.2.250.1.213.2.2"
AUTHOR_SPECIALTIES = "1.2.250.1.213.1.1.4.5"
PRACTICE_SETTINGS = "1.2.250.1.213.1.1.4.9"
LOINC = "2.16.840.1.113883.6.1"
CLASSES = "1.2.250.1.213.1.1.4.1"
FRENCH_CONFIDENTIALITY = "1.2.250.1.213.1.1.4.13"
HL7_CONFIDENTIALITY = "2.16.840.1.113883.5.25"
REPOSITORY = "1.2.250.1.213.4.1.1.1.2"
"""`repositoryUniqueId` of the DMP (interop §4.3)."""
OUR_OID = "1.2.250.1.999.1.1"
"""The sending software, under an arc kept for tests."""

APPROVED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved"
DEPRECATED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated"
ARCHIVED = "urn:asip:ci-sis:2010:StatusType:Archived"
DELETED = "urn:asip:ci-sis:2010:StatusType:Deleted"

SUCCESS = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"
FAILURE = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure"

HAS_MEMBER = "urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember"
REPLACES = "urn:ihe:iti:2007:AssociationType:RPLC"
SIGNS = "urn:ihe:iti:2007:AssociationType:signs"
UPDATE_STATUS = "urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus"
ASSOCIATION_TYPE = "urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:Association"

ENTRY_TYPE = "urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1"
ENTRY_AUTHOR = "urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d"
ENTRY_CLASS = "urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a"
ENTRY_CONFIDENTIALITY = "urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f"
ENTRY_EVENT = "urn:uuid:2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4"
ENTRY_FORMAT = "urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d"
ENTRY_FACILITY = "urn:uuid:f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1"
ENTRY_PRACTICE = "urn:uuid:cccf5598-8b07-4b77-a05e-ae952c785ead"
ENTRY_KIND = "urn:uuid:f0306f51-975f-434e-a61c-c59651d33983"
ENTRY_PATIENT = "urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427"
ENTRY_UNIQUE = "urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab"
SET_NODE = "urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd"
SET_AUTHOR = "urn:uuid:a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d"
SET_CONTENT = "urn:uuid:aa543740-bdda-424e-8c96-df4873be8500"
SET_PATIENT = "urn:uuid:6b5aea1a-874d-4603-a4bc-96a0a7b38446"
SET_SOURCE = "urn:uuid:554ac39e-e3fe-47fe-b233-965d2a147832"
FOLDER_NODE = "urn:uuid:d9d542f3-6cc4-48b6-8870-ea235fbc94c2"
FOLDER_CODES = "urn:uuid:1ba97051-7806-41a8-a48b-8fce7af683c5"
FOLDER_PATIENT = "urn:uuid:f64ffdf0-4b97-4e06-b79f-a52b38ec2f8a"
FOLDER_UNIQUE = "urn:uuid:75df8f67-9973-4fbe-a900-df66cefecc5a"
SET_UNIQUE = "urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8"

QUERIES = {
    "FindDocuments": "urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d",
    "FindDocumentsByReferenceId": "urn:uuid:12941a89-e02e-4be5-967c-ce4bfc8fe492",
    "FindSubmissionSets": "urn:uuid:f26abbcb-ac74-4422-8a30-edb644bbc1a9",
    "FindFolders": "urn:uuid:958f3006-baad-4929-a4de-ff1114824431",
    "GetAll": "urn:uuid:10b545ea-725c-446d-9b95-8aeb444eddf3",
    "GetDocuments": "urn:uuid:5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4",
    "GetAssociations": "urn:uuid:a7ae438b-4bc2-4642-93e9-be891f7bb155",
    "GetDocumentsAndAssociations": "urn:uuid:bab9529a-4a10-40b3-a01f-f68a615d247a",
    "GetSubmissionSets": "urn:uuid:51224314-5390-4169-9b91-b1980040715a",
    "GetSubmissionSetAndContents": "urn:uuid:e8e3cb2c-e39c-46b9-99e4-c12f57260b83",
    "GetFolders": "urn:uuid:5737b14c-8a1a-4539-b659-e03a34a5e1e4",
    "GetFolderAndContents": "urn:uuid:b909a503-523d-4517-8acf-8e5834dfc4c7",
    "GetFoldersForDocument": "urn:uuid:10cae35a-c7f9-4cf5-b61e-fc3278ffb578",
    "GetRelatedDocuments": "urn:uuid:d90e5407-b356-4d91-a89f-873917b4b0e6",
}
