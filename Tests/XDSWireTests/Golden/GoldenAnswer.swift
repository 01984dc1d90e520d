/// Whole messages.
enum GoldenAnswer {
    static let refusal = #"""
        <rs:RegistryResponse xmlns:rs="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0" status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure">
        <rs:RegistryErrorList highestSeverity="urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error">
        <rs:RegistryError errorCode="XDSMissingDocument" codeContext="DocumentEntry[d1] : document absent du message / attach the document under the entry's id" location="DocumentEntry[d1]" severity="urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"/>
        </rs:RegistryErrorList>
        </rs:RegistryResponse>
        """#

    static let retrieval = #"""
        <xds:RetrieveDocumentSetResponse xmlns:xds="urn:ihe:iti:xds-b:2007">
        <rs:RegistryResponse xmlns:rs="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0" status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"/>
        <xds:DocumentResponse>
        <xds:RepositoryUniqueId>1.2.250.1.999.7</xds:RepositoryUniqueId>
        <xds:DocumentUniqueId>1.2.3</xds:DocumentUniqueId>
        <xds:mimeType>text/xml</xds:mimeType>
        <xds:Document>
        <xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:doc1%40essai.example"/>
        </xds:Document>
        </xds:DocumentResponse>
        </xds:RetrieveDocumentSetResponse>
        """#

    static let references = #"""
        <query:AdhocQueryResponse xmlns:query="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0" xmlns:rs="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0" status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success">
        <RegistryObjectList xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
        <Association id="urn:uuid:11112222-3333-4444-8000-000000000046" associationType="urn:ihe:iti:2007:AssociationType:RPLC" objectType="urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:Association" status="urn:oasis:names:tc:ebxml-regrep:StatusType:Approved" sourceObject="urn:uuid:11112222-3333-4444-8000-000000000002" targetObject="urn:uuid:11112222-3333-4444-8000-000000000001"/>
        <ObjectRef id="urn:uuid:11112222-3333-4444-8000-000000000003"/>
        </RegistryObjectList>
        </query:AdhocQueryResponse>
        """#

    static let statusChange = #"""
        <lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0">
        <RegistryObjectList xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
        <RegistryPackage id="ss" objectType="urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:RegistryPackage">
        <Classification id="ss-1" classifiedObject="ss" classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd"/>
        </RegistryPackage>
        <Association id="ss-update-1" associationType="urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus" objectType="urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:Association" sourceObject="ss" targetObject="urn:uuid:11112222-3333-4444-8000-000000000002">
        <Slot name="OriginalStatus">
        <ValueList>
        <Value>urn:oasis:names:tc:ebxml-regrep:StatusType:Approved</Value>
        </ValueList>
        </Slot>
        <Slot name="NewStatus">
        <ValueList>
        <Value>urn:asip:ci-sis:2010:StatusType:Archived</Value>
        </ValueList>
        </Slot>
        </Association>
        </RegistryObjectList>
        </lcm:SubmitObjectsRequest>
        """#
}
