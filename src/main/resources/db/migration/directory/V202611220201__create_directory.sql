CREATE SCHEMA directory;
COMMENT ON SCHEMA directory IS 'Health structures, their legal entities and groups, and how they are reached';

-- Trusted since PostgreSQL 13: the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE TABLE directory.hospital_group (
    code text PRIMARY KEY,
    name text NOT NULL
);
COMMENT ON TABLE directory.hospital_group IS 'Groupements hospitaliers de territoire (GHT)';
COMMENT ON COLUMN directory.hospital_group.code IS 'Number of the group in the FINESS register';
COMMENT ON COLUMN directory.hospital_group.name IS 'As in the register';

CREATE TABLE directory.legal_entity (
    finess varchar(9) PRIMARY KEY,
    name text,
    siren varchar(9),
    register_id text,
    hospital_group text REFERENCES directory.hospital_group,
    closed_on date,
    changed_at timestamptz NOT NULL
);
COMMENT ON TABLE directory.legal_entity IS 'Legal entities (FINESS EJ) that run structures';
COMMENT ON COLUMN directory.legal_entity.finess IS 'FINESS number of the legal entity';
COMMENT ON COLUMN directory.legal_entity.name IS 'As in the register; none when a file gave the number only';
COMMENT ON COLUMN directory.legal_entity.siren IS 'Number in the register of enterprises';
COMMENT ON COLUMN directory.legal_entity.register_id IS 'Technical key of the FINESS flows, by which groups name their members';
COMMENT ON COLUMN directory.legal_entity.hospital_group IS 'Group (GHT) that it belongs to';
COMMENT ON COLUMN directory.legal_entity.closed_on IS 'Day on which it ceased to exist';
COMMENT ON COLUMN directory.legal_entity.changed_at IS 'Last time an import changed it';
CREATE INDEX legal_entity_by_register_id ON directory.legal_entity (register_id);
CREATE INDEX legal_entity_by_group ON directory.legal_entity (hospital_group);

CREATE TABLE directory.structure (
    id uuid PRIMARY KEY,
    finess varchar(9) UNIQUE,
    external_key text,
    country varchar(2) NOT NULL,
    legal_entity varchar(9) REFERENCES directory.legal_entity,
    name text NOT NULL,
    long_name text,
    category text NOT NULL,
    legal_status text,
    region text,
    department text,
    town text,
    postcode text,
    address text,
    siret varchar(14),
    latitude double precision,
    longitude double precision,
    opened_on date,
    closed_on date,
    emergency boolean NOT NULL DEFAULT false,
    paediatric_emergency boolean NOT NULL DEFAULT false,
    emergency_visits integer,
    smur boolean NOT NULL DEFAULT false,
    samu boolean NOT NULL DEFAULT false,
    acute_beds integer,
    intensive_care_beds integer,
    activities text[] NOT NULL DEFAULT '{}',
    search text NOT NULL,
    weight integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (country, external_key),
    CHECK (finess IS NOT NULL OR external_key IS NOT NULL),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);
COMMENT ON TABLE directory.structure IS 'Places of care: FINESS sites (ET), and foreign ones that imports name. Never deleted: incidents refer to them';
COMMENT ON COLUMN directory.structure.id IS 'UUIDv7';
COMMENT ON COLUMN directory.structure.finess IS 'FINESS number of the site; none abroad';
COMMENT ON COLUMN directory.structure.external_key IS 'What an import calls a structure without FINESS number; unique in its country';
COMMENT ON COLUMN directory.structure.country IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN directory.structure.legal_entity IS 'FINESS number of the legal entity that runs it';
COMMENT ON COLUMN directory.structure.name IS 'Short name, as in the register';
COMMENT ON COLUMN directory.structure.long_name IS 'Long name, where it differs';
COMMENT ON COLUMN directory.structure.category IS 'Code of the vocabulary structure-category, from which the group and the duty to declare follow';
COMMENT ON COLUMN directory.structure.legal_status IS 'Code of the vocabulary legal-status';
COMMENT ON COLUMN directory.structure.region IS 'Code of the vocabulary region; abroad what the import says';
COMMENT ON COLUMN directory.structure.department IS 'Code of the vocabulary department';
COMMENT ON COLUMN directory.structure.town IS 'Town of the postal address';
COMMENT ON COLUMN directory.structure.postcode IS 'Postcode';
COMMENT ON COLUMN directory.structure.address IS 'Street and number';
COMMENT ON COLUMN directory.structure.siret IS 'Number in the register of enterprises';
COMMENT ON COLUMN directory.structure.latitude IS 'Degrees north, WGS 84';
COMMENT ON COLUMN directory.structure.longitude IS 'Degrees east, WGS 84';
COMMENT ON COLUMN directory.structure.opened_on IS 'Day of opening';
COMMENT ON COLUMN directory.structure.closed_on IS 'Day of closure, past or planned';
COMMENT ON COLUMN directory.structure.emergency IS 'Has an authorised emergency department';
COMMENT ON COLUMN directory.structure.paediatric_emergency IS 'Has one for children';
COMMENT ON COLUMN directory.structure.emergency_visits IS 'Visits in the year of the last survey (SAE)';
COMMENT ON COLUMN directory.structure.smur IS 'Has a mobile emergency and resuscitation service';
COMMENT ON COLUMN directory.structure.samu IS 'Houses the emergency call centre of its department';
COMMENT ON COLUMN directory.structure.acute_beds IS 'Beds of medicine, surgery and obstetrics';
COMMENT ON COLUMN directory.structure.intensive_care_beds IS 'Beds of intensive care';
COMMENT ON COLUMN directory.structure.activities IS 'Codes of the vocabulary activity';
COMMENT ON COLUMN directory.structure.search IS 'Words of names, town, legal entity, numbers and usual abbreviations: lower case, no accents, a space before each';
COMMENT ON COLUMN directory.structure.weight IS 'Rank among equals in a search: emergency department and size first';
COMMENT ON COLUMN directory.structure.created_at IS 'When it was entered';
COMMENT ON COLUMN directory.structure.changed_at IS 'Last time something changed';
CREATE INDEX structure_by_search ON directory.structure USING gin (search gin_trgm_ops);
CREATE INDEX structure_by_weight ON directory.structure (weight DESC, name);
CREATE INDEX structure_by_region ON directory.structure (region);
CREATE INDEX structure_by_legal_entity ON directory.structure (legal_entity);

CREATE TABLE directory.contact (
    id uuid PRIMARY KEY,
    structure uuid NOT NULL REFERENCES directory.structure,
    kind text NOT NULL,
    value text NOT NULL,
    label text,
    out_of_band boolean NOT NULL DEFAULT false,
    from_register boolean NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (structure, kind, value)
);
COMMENT ON TABLE directory.contact IS 'How a structure is reached';
COMMENT ON COLUMN directory.contact.id IS 'UUIDv7';
COMMENT ON COLUMN directory.contact.structure IS 'Structure that is reached';
COMMENT ON COLUMN directory.contact.kind IS 'PHONE or EMAIL';
COMMENT ON COLUMN directory.contact.value IS 'Number or address';
COMMENT ON COLUMN directory.contact.label IS 'Whom one reaches: function or service';
COMMENT ON COLUMN directory.contact.out_of_band IS 'Works when the structure''s own network, mail and telephones are down';
COMMENT ON COLUMN directory.contact.from_register IS 'Brought by an import and replaced by the next; else kept by hand';
COMMENT ON COLUMN directory.contact.changed_at IS 'When it was entered';

CREATE TABLE directory.import_run (
    id uuid PRIMARY KEY,
    file text NOT NULL,
    format text NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    complete boolean,
    taken bigint NOT NULL DEFAULT 0,
    changed bigint NOT NULL DEFAULT 0,
    unchanged bigint NOT NULL DEFAULT 0,
    refused bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE directory.import_run IS 'Imports of structures';
COMMENT ON COLUMN directory.import_run.id IS 'UUIDv7';
COMMENT ON COLUMN directory.import_run.file IS 'Name of the file, without its folder';
COMMENT ON COLUMN directory.import_run.format IS 'SAE, ETALAB, DAILY_JSON, UNKNOWN, INVENTED';
COMMENT ON COLUMN directory.import_run.started_at IS 'Start';
COMMENT ON COLUMN directory.import_run.ended_at IS 'End; none while it runs, or when it was interrupted';
COMMENT ON COLUMN directory.import_run.complete IS 'Whether the file was read to its regular end';
COMMENT ON COLUMN directory.import_run.taken IS 'Structures that were new';
COMMENT ON COLUMN directory.import_run.changed IS 'Structures that were known and changed';
COMMENT ON COLUMN directory.import_run.unchanged IS 'Structures that were known as they are';
COMMENT ON COLUMN directory.import_run.refused IS 'Lines refused, kept in import_refusal';

CREATE TABLE directory.import_refusal (
    import uuid NOT NULL REFERENCES directory.import_run ON DELETE CASCADE,
    position integer NOT NULL,
    line bigint NOT NULL,
    subject text NOT NULL,
    reason text NOT NULL,
    detail text NOT NULL,
    PRIMARY KEY (import, position)
);
COMMENT ON TABLE directory.import_refusal IS 'Lines that an import did not take, and why';
COMMENT ON COLUMN directory.import_refusal.import IS 'Import';
COMMENT ON COLUMN directory.import_refusal.position IS 'Order within the import, from 1';
COMMENT ON COLUMN directory.import_refusal.line IS 'Line of the file, from 1; 0 when the whole file is meant';
COMMENT ON COLUMN directory.import_refusal.subject IS 'FINESS number or other name as far as it could be read';
COMMENT ON COLUMN directory.import_refusal.reason IS 'Reason as a code';
COMMENT ON COLUMN directory.import_refusal.detail IS 'Reason in words, with what was found';
