alter table directory.legal_entity drop column closed_on;
