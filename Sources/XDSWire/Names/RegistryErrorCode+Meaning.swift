extension RegistryErrorCode {
    /// What it means, for logs and for developers of client software.
    public var meaning: String {
        switch self {
        case .missingDocument:
            "An entry describes a document that is not in the message."
        case .missingDocumentMetadata:
            "A document in the message has no entry."
        case .registryMetadataError:
            "Metadata that the registry needs are absent or malformed."
        case .repositoryMetadataError:
            "Metadata that the repository checks, such as hash and size, are absent, malformed or wrong."
        case .registryDuplicateUniqueIDInMessage:
            "The same uniqueId appears twice in one message."
        case .repositoryDuplicateUniqueIDInMessage:
            "The repository met the same uniqueId twice in one message."
        case .duplicateUniqueIDInRegistry:
            "The uniqueId is already registered for another object."
        case .nonIdenticalHash:
            "A document of that uniqueId is stored with another content."
        case .patientIDDoesNotMatch:
            "Objects of one message, or objects related to each other, name different patients."
        case .unknownPatientID:
            "The patient is unknown here, or the identifier is not one."
        case .registryDeprecatedDocumentError:
            "The document to replace is no longer the current one."
        case .extraMetadataNotSaved:
            "Attributes outside the profile were received and not kept; a warning."
        case .unresolvedReference:
            "A reference points to an object that is neither in the message nor in the registry."
        case .invalidDocumentContent:
            "The document does not agree with its metadata or its format."
        case .unknownStoredQuery:
            "The stored query is not known or not answered here."
        case .storedQueryMissingParameter:
            "A parameter that the query requires is absent or empty."
        case .storedQueryParameterNumber:
            "A parameter has more values than it may have, or two exclusive parameters were given."
        case .tooManyResults:
            "The query finds more than may be answered; narrow it."
        case .resultNotSinglePatient:
            "The objects asked for belong to several patients."
        case .documentUniqueIDError:
            "The document is not there, or its identifier is malformed."
        case .unknownRepositoryID:
            "The repository named is not this one."
        case .missingHomeCommunityID:
            "The community of the document was not named."
        case .unknownCommunity:
            "The community named is not known."
        case .metadataUpdateError:
            "The update cannot be read or applied."
        case .metadataUpdateOperationError:
            "The message asks for no operation that is known, or for an ambiguous one."
        case .metadataVersionError:
            "The version the update starts from is absent, malformed or not the latest."
        case .patientIDReconciliationError:
            "The update would move an object to another patient."
        case .metadataIdentifierError:
            "The identifiers of the update do not agree with those of the object updated."
        case .unmodifiableMetadataError:
            "The update changes an attribute that never changes."
        case .metadataAnnotationError:
            "An annotation is refused."
        case .localPolicyRestrictionError:
            "A local rule forbids the operation."
        case .objectTypeError:
            "The object is not of a type that the operation accepts."
        case .referencesExist:
            "The object is still referred to."
        case .unreferencedObject:
            "The removal would leave an object without reference."
        case .removeDocumentsError:
            "Documents could not be removed."
        case .registryNotAvailable:
            "The repository could not reach its registry."
        case .registryBusy:
            "The registry has too much to do; try later."
        case .repositoryBusy:
            "The repository has too much to do; try later."
        case .registryOutOfResources:
            "The registry lacks resources."
        case .repositoryOutOfResources:
            "The repository lacks resources."
        case .registryError:
            "The registry failed in a way no other code names."
        case .repositoryError:
            "The repository failed in a way no other code names."
        case .accessDeniedByRightsService:
            "The rights of the caller do not allow it (DMP)."
        }
    }

    /// Whether the operation succeeds all the same.
    public var isWarning: Bool { self == .extraMetadataNotSaved }
}
