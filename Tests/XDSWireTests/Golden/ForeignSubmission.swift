/// A lot as other software writes it: default namespaces, children in another order, a classification beside its
/// object, `classifiedObject` and `registryObject` left out, a document id of another case, inline base64.
enum ForeignSubmission {
    static let text = """
        <ProvideAndRegisterDocumentSetRequest xmlns="urn:ihe:iti:xds-b:2007">
         <SubmitObjectsRequest xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0">
          <RegistryObjectList xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
           <Association id="as1" associationType="HasMember" sourceObject="Lot" targetObject="documentME1"/>
           <ExtrinsicObject id="documentME1" mimeType="application/pdf"
             objectType="urn:uuid:7EDCA82F-054D-47F2-A032-9B2A5B5186C1">
            <ExternalIdentifier identificationScheme="urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab" value="1.2.3.4"/>
            <ExternalIdentifier identificationScheme="urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427"
              value="181016322075188^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH^^20210604092415"/>
            <Name><LocalizedString value="Courrier"/></Name>
            <Classification classificationScheme="urn:uuid:f0306f51-975f-434e-a61c-c59651d33983"
              nodeRepresentation="11488-4">
             <Name><LocalizedString xml:lang="FR" value="CR de consultation"/></Name>
             <Slot name="codingScheme"><ValueList><Value> 2.16.840.1.113883.6.1 </Value></ValueList></Slot>
            </Classification>
            <Classification classificationScheme="urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d" nodeRepresentation="">
             <Slot name="authorInstitution"><ValueList>
              <Value>Centre<!-- cut -->^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST^^^10B0057881</Value>
             </ValueList></Slot>
            </Classification>
            <Slot name="creationTime"><ValueList><Value>20260401</Value></ValueList></Slot>
           </ExtrinsicObject>
           <RegistryPackage id="Lot">
            <ExternalIdentifier identificationScheme="urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8" value="1.2.3.5"/>
            <ExternalIdentifier identificationScheme="urn:uuid:6b5aea1a-874d-4603-a4bc-96a0a7b38446"
              value="181016322075188^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH"/>
           </RegistryPackage>
           <Classification classifiedObject="Lot"
             classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd"/>
          </RegistryObjectList>
         </SubmitObjectsRequest>
         <Document id="DocumentME1">JVBERi0x
         LjQ=</Document>
        </ProvideAndRegisterDocumentSetRequest>
        """
}
