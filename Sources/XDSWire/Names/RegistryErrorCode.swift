/// What a registry or repository says when it refuses or remarks (ITI TF-3 § 4.2.4.1), and the one code of the DMP.
public enum RegistryErrorCode: String, Error, Hashable, Sendable, CaseIterable {
    /// An entry describes a document that is not in the message.
    case missingDocument = "XDSMissingDocument"
    /// A document in the message has no entry.
    case missingDocumentMetadata = "XDSMissingDocumentMetadata"
    /// Metadata that the registry needs are absent or malformed.
    case registryMetadataError = "XDSRegistryMetadataError"
    /// Metadata that the repository checks, such as hash and size, are absent, malformed or wrong.
    case repositoryMetadataError = "XDSRepositoryMetadataError"
    /// The same uniqueId appears twice in one message.
    case registryDuplicateUniqueIDInMessage = "XDSRegistryDuplicateUniqueIdInMessage"
    /// The repository met the same uniqueId twice in one message.
    case repositoryDuplicateUniqueIDInMessage = "XDSRepositoryDuplicateUniqueIdInMessage"
    /// The uniqueId is already registered for another object.
    case duplicateUniqueIDInRegistry = "XDSDuplicateUniqueIdInRegistry"
    /// A document of that uniqueId is stored with another content.
    case nonIdenticalHash = "XDSNonIdenticalHash"
    /// Objects of one message, or objects related to each other, name different patients.
    case patientIDDoesNotMatch = "XDSPatientIdDoesNotMatch"
    /// The patient is unknown here, or the identifier is not one.
    case unknownPatientID = "XDSUnknownPatientId"
    /// The document to replace is no longer the current one.
    case registryDeprecatedDocumentError = "XDSRegistryDeprecatedDocumentError"
    /// Attributes outside the profile were received and not kept; a warning.
    case extraMetadataNotSaved = "XDSExtraMetadataNotSaved"
    /// A reference points to an object that is neither in the message nor in the registry.
    case unresolvedReference = "UnresolvedReferenceException"
    /// The document does not agree with its metadata or its format.
    case invalidDocumentContent = "InvalidDocumentContent"
    /// The stored query is not known or not answered here.
    case unknownStoredQuery = "XDSUnknownStoredQuery"
    /// A parameter that the query requires is absent or empty.
    case storedQueryMissingParameter = "XDSStoredQueryMissingParam"
    /// A parameter has more values than it may have, or two exclusive parameters were given.
    case storedQueryParameterNumber = "XDSStoredQueryParamNumber"
    /// The query finds more than may be answered; narrow it.
    case tooManyResults = "XDSTooManyResults"
    /// The objects asked for belong to several patients.
    case resultNotSinglePatient = "XDSResultNotSinglePatient"
    /// The document is not there, or its identifier is malformed.
    case documentUniqueIDError = "XDSDocumentUniqueIdError"
    /// The repository named is not this one.
    case unknownRepositoryID = "XDSUnknownRepositoryId"
    /// The community of the document was not named.
    case missingHomeCommunityID = "XDSMissingHomeCommunityId"
    /// The community named is not known.
    case unknownCommunity = "XDSUnknownCommunity"
    /// The update cannot be read or applied.
    case metadataUpdateError = "XDSMetadataUpdateError"
    /// The message asks for no operation that is known, or for an ambiguous one.
    case metadataUpdateOperationError = "XDSMetadataUpdateOperationError"
    /// The version the update starts from is absent, malformed or not the latest.
    case metadataVersionError = "XDSMetadataVersionError"
    /// The update would move an object to another patient.
    case patientIDReconciliationError = "XDSPatientIDReconciliationError"
    /// The identifiers of the update do not agree with those of the object updated.
    case metadataIdentifierError = "XDSMetadataIdentifierError"
    /// The update changes an attribute that never changes.
    case unmodifiableMetadataError = "UnmodifiableMetadataError"
    /// An annotation is refused.
    case metadataAnnotationError = "XDSMetadataAnnotationError"
    /// A local rule forbids the operation.
    case localPolicyRestrictionError = "LocalPolicyRestrictionError"
    /// The object is not of a type that the operation accepts.
    case objectTypeError = "XDSObjectTypeError"
    /// The object is still referred to.
    case referencesExist = "ReferencesExistException"
    /// The removal would leave an object without reference.
    case unreferencedObject = "XDSUnreferencedObjectException"
    /// Documents could not be removed.
    case removeDocumentsError = "XDSRemoveDocumentsError"
    /// The repository could not reach its registry.
    case registryNotAvailable = "XDSRegistryNotAvailable"
    /// The registry has too much to do; try later.
    case registryBusy = "XDSRegistryBusy"
    /// The repository has too much to do; try later.
    case repositoryBusy = "XDSRepositoryBusy"
    /// The registry lacks resources.
    case registryOutOfResources = "XDSRegistryOutOfResources"
    /// The repository lacks resources.
    case repositoryOutOfResources = "XDSRepositoryOutOfResources"
    /// The registry failed in a way no other code names.
    case registryError = "XDSRegistryError"
    /// The repository failed in a way no other code names.
    case repositoryError = "XDSRepositoryError"
    /// The rights of the caller do not allow it (DMP).
    case accessDeniedByRightsService = "DMPAccessDeniedByRightsService"
}
