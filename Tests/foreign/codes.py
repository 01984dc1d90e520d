"""The error codes a client programs against, each with where it is written.

Interop §2.13 and §5.7 name the published codes. The exhaustive list of SOAP subcodes is not public (interop §2.13), so
those marked "ours" belong to the catalogue of this system.
"""

from __future__ import annotations

# SOAP fault subcodes.
INVALID_CERTIFICATE = "DMPInvalidCertificate"  # interop §1.3, §2.13
INVALID_SIGNATURE = "DMPInvalidSignature"  # ours
INVALID_VIHF = "DMPInvalidVIHF"  # ours
INVALID_STRUCTURE = "DMPInvalidStructure"  # ours
INVALID_MESSAGE = "DMPInvalidMessage"  # ours

# HL7 V3 and home-made layers.
ACCESS_DENIED = "DMPAccessDeniedByRightsService"  # interop §2.13
OTHER_PATIENT = "DMPPatientIdDoesNotMatch"  # ours
UNKNOWN_PATIENT_STATUS = "DMPUnknownPatient"  # ours

FOUND = "DMPFound"  # interop §2.13
CLOSED = "DMPClosed"  # interop §2.13
ACCESS_EXISTS = "DMPPatientAccessAlreadyExists"  # interop §2.13
TOO_MANY_PATIENTS = "DMPTooManyPatients"  # ours
OTHER_AUTHOR = "DMPAuthorDoesNotMatch"  # ours
INVALID_REASON = "DMPInvalidReason"  # ours

# XDS: interop §5.7, with the toolkit's expectations of §6.
XDS_ACCESS_DENIED = "DMPAccessDeniedByRightsService"
XDS_OTHER_PATIENT = "XDSPatientIdDoesNotMatch"
XDS_UNKNOWN_PATIENT = "XDSUnknownPatientId"
XDS_REPOSITORY_ERROR = "XDSRepositoryError"
XDS_REPOSITORY_METADATA = "XDSRepositoryMetadataError"
XDS_REGISTRY_METADATA = "XDSRegistryMetadataError"
XDS_MISSING_DOCUMENT = "XDSMissingDocument"
XDS_MISSING_METADATA = "XDSMissingDocumentMetadata"
XDS_OTHER_HASH = "XDSNonIdenticalHash"
XDS_DUPLICATE = "XDSDuplicateUniqueIdInRegistry"
XDS_DUPLICATE_IN_MESSAGE = "XDSRegistryDuplicateUniqueIdInMessage"
XDS_DEPRECATED = "XDSRegistryDeprecatedDocumentError"
XDS_UNRESOLVED = "UnresolvedReferenceException"
XDS_CONTENT = "InvalidDocumentContent"
XDS_UNKNOWN_QUERY = "XDSUnknownStoredQuery"
XDS_MISSING_PARAMETER = "XDSStoredQueryMissingParam"
XDS_UNKNOWN_DOCUMENT = "XDSDocumentUniqueIdError"
XDS_UNKNOWN_REPOSITORY = "XDSUnknownRepositoryId"
XDS_UPDATE_OPERATION = "XDSMetadataUpdateOperationError"
XDS_UPDATE = "XDSMetadataUpdateError"
XDS_UNMODIFIABLE = "UnmodifiableMetadataError"
XDS_VERSION = "XDSMetadataVersionError"
