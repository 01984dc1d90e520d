/// The sample entry and the sample set, as an answer shows them.
enum GoldenObject {
    static let entry = #"""
        <ExtrinsicObject id="urn:uuid:11112222-3333-4444-8000-000000000001" lid="urn:uuid:11112222-3333-4444-8000-000000000001" objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1" status="urn:oasis:names:tc:ebxml-regrep:StatusType:Approved" mimeType="text/xml">
        <Slot name="creationTime">
        <ValueList>
        <Value>20260401081500</Value>
        </ValueList>
        </Slot>
        <Slot name="serviceStartTime">
        <ValueList>
        <Value>20260331</Value>
        </ValueList>
        </Slot>
        <Slot name="serviceStopTime">
        <ValueList>
        <Value>202604010800</Value>
        </ValueList>
        </Slot>
        <Slot name="languageCode">
        <ValueList>
        <Value>fr-FR</Value>
        </ValueList>
        </Slot>
        <Slot name="hash">
        <ValueList>
        <Value>a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9a9</Value>
        </ValueList>
        </Slot>
        <Slot name="size">
        <ValueList>
        <Value>12345</Value>
        </ValueList>
        </Slot>
        <Slot name="repositoryUniqueId">
        <ValueList>
        <Value>1.2.250.1.999.7</Value>
        </ValueList>
        </Slot>
        <Slot name="sourcePatientId">
        <ValueList>
        <Value>IPP1^^^&amp;1.2.250.1.999.2&amp;ISO^PI</Value>
        </ValueList>
        </Slot>
        <Slot name="sourcePatientInfo">
        <ValueList>
        <Value>PID-5|ESSAI^Jeanne^^^^^L</Value>
        <Value>PID-7|19810101</Value>
        <Value>PID-8|F</Value>
        </ValueList>
        </Slot>
        <Slot name="legalAuthenticator">
        <ValueList>
        <Value>899900063480^MARTIN^Zoé^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS</Value>
        </ValueList>
        </Slot>
        <Slot name="urn:ihe:iti:xds:2013:referenceIdList">
        <ValueList>
        <Value>A12^^^&amp;1.2.250.1.999.3&amp;ISO^urn:ihe:iti:xds:2013:accession</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="Analyses &lt;sang&gt; &amp; &quot;urines&quot;"/>
        </Name>
        <Description>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="À revoir"/>
        </Description>
        <VersionInfo versionName="1"/>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000000" classificationScheme="urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000001" nodeRepresentation="">
        <Slot name="authorPerson">
        <ValueList>
        <Value>899900063480^MARTIN^Zoé^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS</Value>
        </ValueList>
        </Slot>
        <Slot name="authorInstitution">
        <ValueList>
        <Value>Clinique d'essai^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST^^^10B0057881</Value>
        </ValueList>
        </Slot>
        <Slot name="authorRole">
        <ValueList>
        <Value>PCP</Value>
        </ValueList>
        </Slot>
        <Slot name="authorSpecialty">
        <ValueList>
        <Value>G15_10/SM26^Médecin - Qualifié en médecine générale (SM)^1.2.250.1.213.1.1.4.5</Value>
        </ValueList>
        </Slot>
        </Classification>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000003" classificationScheme="urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000001" nodeRepresentation="10">
        <Slot name="codingScheme">
        <ValueList>
        <Value>1.2.250.1.213.1.1.4.1</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="Compte rendu"/>
        </Name>
        </Classification>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000002" classificationScheme="urn:uuid:f0306f51-975f-434e-a61c-c59651d33983" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000001" nodeRepresentation="11502-2">
        <Slot name="codingScheme">
        <ValueList>
        <Value>2.16.840.1.113883.6.1</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="CR d'examens biologiques"/>
        </Name>
        </Classification>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000005" classificationScheme="urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000001" nodeRepresentation="urn:ihe:lab:xd-lab:2008">
        <Slot name="codingScheme">
        <ValueList>
        <Value>1.3.6.1.4.1.19376.1.2.3</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="Biologie"/>
        </Name>
        </Classification>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000004" classificationScheme="urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000001" nodeRepresentation="N">
        <Slot name="codingScheme">
        <ValueList>
        <Value>2.16.840.1.113883.5.25</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="Normal"/>
        </Name>
        </Classification>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000007" classificationScheme="urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000001" nodeRepresentation="MASQUE_PS">
        <Slot name="codingScheme">
        <ValueList>
        <Value>1.2.250.1.213.1.1.4.13</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="Document masqué aux professionnels de santé"/>
        </Name>
        </Classification>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000006" classificationScheme="urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000001" nodeRepresentation="INVISIBLE_PATIENT">
        <Slot name="codingScheme">
        <ValueList>
        <Value>1.2.250.1.213.1.1.4.13</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="Document non visible par le patient"/>
        </Name>
        </Classification>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000009" classificationScheme="urn:uuid:f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000001" nodeRepresentation="SA07">
        <Slot name="codingScheme">
        <ValueList>
        <Value>1.2.250.1.71.4.2.4</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="Cabinet individuel"/>
        </Name>
        </Classification>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000008" classificationScheme="urn:uuid:cccf5598-8b07-4b77-a05e-ae952c785ead" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000001" nodeRepresentation="AMBULATOIRE">
        <Slot name="codingScheme">
        <ValueList>
        <Value>1.2.250.1.213.1.1.4.9</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="Ambulatoire"/>
        </Name>
        </Classification>
        <Classification id="urn:uuid:11112222-3333-8444-8000-00000000000b" classificationScheme="urn:uuid:2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000001" nodeRepresentation="DEQP003">
        <Slot name="codingScheme">
        <ValueList>
        <Value>1.2.250.1.213.2.5</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="ECG"/>
        </Name>
        </Classification>
        <Classification id="urn:uuid:11112222-3333-8444-8000-00000000000a" classificationScheme="urn:uuid:2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000001" nodeRepresentation="I10">
        <Slot name="codingScheme">
        <ValueList>
        <Value>2.16.840.1.113883.6.3</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="HTA"/>
        </Name>
        </Classification>
        <ExternalIdentifier id="urn:uuid:11112222-3333-8444-8000-00000000000d" registryObject="urn:uuid:11112222-3333-4444-8000-000000000001" identificationScheme="urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427" value="181016322075140^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH">
        <Name>
        <LocalizedString value="XDSDocumentEntry.patientId"/>
        </Name>
        </ExternalIdentifier>
        <ExternalIdentifier id="urn:uuid:11112222-3333-8444-8000-00000000000c" registryObject="urn:uuid:11112222-3333-4444-8000-000000000001" identificationScheme="urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab" value="1.2.250.1.999.1.1">
        <Name>
        <LocalizedString value="XDSDocumentEntry.uniqueId"/>
        </Name>
        </ExternalIdentifier>
        </ExtrinsicObject>
        """#

    static let set = #"""
        <RegistryPackage id="urn:uuid:11112222-3333-4444-8000-000000000384" lid="urn:uuid:11112222-3333-4444-8000-000000000384" objectType="urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:RegistryPackage" status="urn:oasis:names:tc:ebxml-regrep:StatusType:Approved">
        <Slot name="submissionTime">
        <ValueList>
        <Value>20260401082000</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="Lot"/>
        </Name>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000385" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000384" classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd"/>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000386" classificationScheme="urn:uuid:a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000384" nodeRepresentation="">
        <Slot name="authorPerson">
        <ValueList>
        <Value>899900063480^MARTIN^Zoé^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS</Value>
        </ValueList>
        </Slot>
        <Slot name="authorInstitution">
        <ValueList>
        <Value>Clinique d'essai^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST^^^10B0057881</Value>
        </ValueList>
        </Slot>
        <Slot name="authorRole">
        <ValueList>
        <Value>PCP</Value>
        </ValueList>
        </Slot>
        <Slot name="authorSpecialty">
        <ValueList>
        <Value>G15_10/SM26^Médecin - Qualifié en médecine générale (SM)^1.2.250.1.213.1.1.4.5</Value>
        </ValueList>
        </Slot>
        </Classification>
        <Classification id="urn:uuid:11112222-3333-8444-8000-000000000387" classificationScheme="urn:uuid:aa543740-bdda-424e-8c96-df4873be8500" classifiedObject="urn:uuid:11112222-3333-4444-8000-000000000384" nodeRepresentation="07">
        <Slot name="codingScheme">
        <ValueList>
        <Value>1.2.250.1.213.2.2</Value>
        </ValueList>
        </Slot>
        <Name>
        <LocalizedString charset="UTF-8" xml:lang="FR" value="Consultation"/>
        </Name>
        </Classification>
        <ExternalIdentifier id="urn:uuid:11112222-3333-8444-8000-000000000380" registryObject="urn:uuid:11112222-3333-4444-8000-000000000384" identificationScheme="urn:uuid:6b5aea1a-874d-4603-a4bc-96a0a7b38446" value="181016322075140^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH">
        <Name>
        <LocalizedString value="XDSSubmissionSet.patientId"/>
        </Name>
        </ExternalIdentifier>
        <ExternalIdentifier id="urn:uuid:11112222-3333-8444-8000-000000000381" registryObject="urn:uuid:11112222-3333-4444-8000-000000000384" identificationScheme="urn:uuid:554ac39e-e3fe-47fe-b233-965d2a147832" value="1.2.250.1.999.10">
        <Name>
        <LocalizedString value="XDSSubmissionSet.sourceId"/>
        </Name>
        </ExternalIdentifier>
        <ExternalIdentifier id="urn:uuid:11112222-3333-8444-8000-000000000382" registryObject="urn:uuid:11112222-3333-4444-8000-000000000384" identificationScheme="urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8" value="1.2.250.1.999.9.1">
        <Name>
        <LocalizedString value="XDSSubmissionSet.uniqueId"/>
        </Name>
        </ExternalIdentifier>
        </RegistryPackage>
        """#
}
