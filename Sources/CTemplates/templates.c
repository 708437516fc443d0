#include "CTemplates.h"

/* Each #embed names its file in full: the directive takes no name computed from a table. */

#define FILE_BYTES(symbol) static const unsigned char symbol[] =
#define SHIPPED(path, symbol) {path, symbol, sizeof symbol}

FILE_BYTES(audits_bundles) {
#embed "../../templates/audits/bundles.tsv"
};
FILE_BYTES(audits_surveillance) {
#embed "../../templates/audits/surveillance.tsv"
};
FILE_BYTES(bundle_verify) {
#embed "../../templates/bundle/VERIFY.txt"
};
FILE_BYTES(bundle_bagit_profile) {
#embed "../../templates/bundle/bagit-profile.json"
};
FILE_BYTES(bundle_dossier) {
#embed "../../templates/bundle/dossier.schema.json"
};
FILE_BYTES(bundle_findings) {
#embed "../../templates/bundle/findings.schema.json"
};
FILE_BYTES(bundle_index) {
#embed "../../templates/bundle/index.html"
};
FILE_BYTES(bundle_style) {
#embed "../../templates/bundle/style.css"
};
FILE_BYTES(bundle_workbench) {
#embed "../../templates/bundle/workbench.js"
};
FILE_BYTES(documents_asset_register) {
#embed "../../templates/documents/asset-register.md"
};
FILE_BYTES(documents_availability_plan) {
#embed "../../templates/documents/availability-plan.md"
};
FILE_BYTES(documents_business_impact_analysis) {
#embed "../../templates/documents/business-impact-analysis.md"
};
FILE_BYTES(documents_capacity_plan) {
#embed "../../templates/documents/capacity-plan.md"
};
FILE_BYTES(documents_change_management_policy) {
#embed "../../templates/documents/change-management-policy.md"
};
FILE_BYTES(documents_change_request) {
#embed "../../templates/documents/change-request.md"
};
FILE_BYTES(documents_communication_plan) {
#embed "../../templates/documents/communication-plan.md"
};
FILE_BYTES(documents_competence_matrix) {
#embed "../../templates/documents/competence-matrix.md"
};
FILE_BYTES(documents_continuity_test_report) {
#embed "../../templates/documents/continuity-test-report.md"
};
FILE_BYTES(documents_corrective_action_record) {
#embed "../../templates/documents/corrective-action-record.md"
};
FILE_BYTES(documents_document_control) {
#embed "../../templates/documents/document-control.md"
};
FILE_BYTES(documents_improvement_register) {
#embed "../../templates/documents/improvement-register.md"
};
FILE_BYTES(documents_incident_procedure) {
#embed "../../templates/documents/incident-procedure.md"
};
FILE_BYTES(documents_index) {
#embed "../../templates/documents/index.tsv"
};
FILE_BYTES(documents_information_security_policy) {
#embed "../../templates/documents/information-security-policy.md"
};
FILE_BYTES(documents_interested_parties) {
#embed "../../templates/documents/interested-parties.md"
};
FILE_BYTES(documents_internal_audit_programme) {
#embed "../../templates/documents/internal-audit-programme.md"
};
FILE_BYTES(documents_internal_audit_report) {
#embed "../../templates/documents/internal-audit-report.md"
};
FILE_BYTES(documents_kpi_definitions) {
#embed "../../templates/documents/kpi-definitions.md"
};
FILE_BYTES(documents_legal_register) {
#embed "../../templates/documents/legal-register.md"
};
FILE_BYTES(documents_major_incident_procedure) {
#embed "../../templates/documents/major-incident-procedure.md"
};
FILE_BYTES(documents_management_policy) {
#embed "../../templates/documents/management-policy.md"
};
FILE_BYTES(documents_management_review_minutes) {
#embed "../../templates/documents/management-review-minutes.md"
};
FILE_BYTES(documents_new_service_plan) {
#embed "../../templates/documents/new-service-plan.md"
};
FILE_BYTES(documents_objectives_plan) {
#embed "../../templates/documents/objectives-plan.md"
};
FILE_BYTES(documents_operating_procedure) {
#embed "../../templates/documents/operating-procedure.md"
};
FILE_BYTES(documents_parts_header) {
#embed "../../templates/documents/parts/header.md"
};
FILE_BYTES(documents_parts_history) {
#embed "../../templates/documents/parts/history.md"
};
FILE_BYTES(documents_problem_procedure) {
#embed "../../templates/documents/problem-procedure.md"
};
FILE_BYTES(documents_release_procedure) {
#embed "../../templates/documents/release-procedure.md"
};
FILE_BYTES(documents_risk_method) {
#embed "../../templates/documents/risk-method.md"
};
FILE_BYTES(documents_risk_register) {
#embed "../../templates/documents/risk-register.md"
};
FILE_BYTES(documents_risk_treatment_plan) {
#embed "../../templates/documents/risk-treatment-plan.md"
};
FILE_BYTES(documents_roles_and_authorities) {
#embed "../../templates/documents/roles-and-authorities.md"
};
FILE_BYTES(documents_scope_statement) {
#embed "../../templates/documents/scope-statement.md"
};
FILE_BYTES(documents_security_incident_procedure) {
#embed "../../templates/documents/security-incident-procedure.md"
};
FILE_BYTES(documents_service_budget) {
#embed "../../templates/documents/service-budget.md"
};
FILE_BYTES(documents_service_catalogue) {
#embed "../../templates/documents/service-catalogue.md"
};
FILE_BYTES(documents_service_continuity_plan) {
#embed "../../templates/documents/service-continuity-plan.md"
};
FILE_BYTES(documents_service_level_agreement) {
#embed "../../templates/documents/service-level-agreement.md"
};
FILE_BYTES(documents_service_management_plan) {
#embed "../../templates/documents/service-management-plan.md"
};
FILE_BYTES(documents_service_management_policy) {
#embed "../../templates/documents/service-management-policy.md"
};
FILE_BYTES(documents_service_report) {
#embed "../../templates/documents/service-report.md"
};
FILE_BYTES(documents_service_request_procedure) {
#embed "../../templates/documents/service-request-procedure.md"
};
FILE_BYTES(documents_supplier_evaluation) {
#embed "../../templates/documents/supplier-evaluation.md"
};
FILE_BYTES(documents_topic_policy) {
#embed "../../templates/documents/topic-policy.md"
};
FILE_BYTES(documents_training_record) {
#embed "../../templates/documents/training-record.md"
};
FILE_BYTES(help_formats) {
#embed "../../templates/help/formats.txt"
};
FILE_BYTES(lists_columns) {
#embed "../../templates/lists/columns.tsv"
};
FILE_BYTES(lists_values) {
#embed "../../templates/lists/values.tsv"
};
FILE_BYTES(mail_reminder) {
#embed "../../templates/mail/reminder.txt"
};
FILE_BYTES(profiles_cn_qms_2026) {
#embed "../../templates/profiles/cn-qms-2026.yaml"
};
FILE_BYTES(profiles_default) {
#embed "../../templates/profiles/default.yaml"
};
FILE_BYTES(soa_index) {
#embed "../../templates/soa/index.html"
};
FILE_BYTES(soa_style) {
#embed "../../templates/soa/style.css"
};
FILE_BYTES(systemd_service) {
#embed "../../templates/systemd/dossier-remind.service"
};
FILE_BYTES(systemd_timer) {
#embed "../../templates/systemd/dossier-remind.timer"
};
FILE_BYTES(suggest_kinds) {
#embed "../../templates/suggest/kinds.tsv"
};
FILE_BYTES(suggest_subjects) {
#embed "../../templates/suggest/subjects.tsv"
};
FILE_BYTES(standards_harmonized) {
#embed "../../templates/standards/harmonized.tsv"
};
FILE_BYTES(standards_iso14001_2015) {
#embed "../../templates/standards/iso14001-2015.tsv"
};
FILE_BYTES(standards_iso20000_1_2018) {
#embed "../../templates/standards/iso20000-1-2018.tsv"
};
FILE_BYTES(standards_iso22301_2019) {
#embed "../../templates/standards/iso22301-2019.tsv"
};
FILE_BYTES(standards_iso27001_2022) {
#embed "../../templates/standards/iso27001-2022.tsv"
};
FILE_BYTES(standards_iso45001_2018) {
#embed "../../templates/standards/iso45001-2018.tsv"
};
FILE_BYTES(standards_iso50001_2018) {
#embed "../../templates/standards/iso50001-2018.tsv"
};
FILE_BYTES(standards_iso9001_2015) {
#embed "../../templates/standards/iso9001-2015.tsv"
};
FILE_BYTES(standards_mapping) {
#embed "../../templates/standards/mapping.tsv"
};

/* In the order of their names. */
static const struct shipped_template shipped[] = {
    SHIPPED("audits/bundles.tsv", audits_bundles),
    SHIPPED("audits/surveillance.tsv", audits_surveillance),
    SHIPPED("bundle/VERIFY.txt", bundle_verify),
    SHIPPED("bundle/bagit-profile.json", bundle_bagit_profile),
    SHIPPED("bundle/dossier.schema.json", bundle_dossier),
    SHIPPED("bundle/findings.schema.json", bundle_findings),
    SHIPPED("bundle/index.html", bundle_index),
    SHIPPED("bundle/style.css", bundle_style),
    SHIPPED("bundle/workbench.js", bundle_workbench),
    SHIPPED("documents/asset-register.md", documents_asset_register),
    SHIPPED("documents/availability-plan.md", documents_availability_plan),
    SHIPPED("documents/business-impact-analysis.md", documents_business_impact_analysis),
    SHIPPED("documents/capacity-plan.md", documents_capacity_plan),
    SHIPPED("documents/change-management-policy.md", documents_change_management_policy),
    SHIPPED("documents/change-request.md", documents_change_request),
    SHIPPED("documents/communication-plan.md", documents_communication_plan),
    SHIPPED("documents/competence-matrix.md", documents_competence_matrix),
    SHIPPED("documents/continuity-test-report.md", documents_continuity_test_report),
    SHIPPED("documents/corrective-action-record.md", documents_corrective_action_record),
    SHIPPED("documents/document-control.md", documents_document_control),
    SHIPPED("documents/improvement-register.md", documents_improvement_register),
    SHIPPED("documents/incident-procedure.md", documents_incident_procedure),
    SHIPPED("documents/index.tsv", documents_index),
    SHIPPED("documents/information-security-policy.md", documents_information_security_policy),
    SHIPPED("documents/interested-parties.md", documents_interested_parties),
    SHIPPED("documents/internal-audit-programme.md", documents_internal_audit_programme),
    SHIPPED("documents/internal-audit-report.md", documents_internal_audit_report),
    SHIPPED("documents/kpi-definitions.md", documents_kpi_definitions),
    SHIPPED("documents/legal-register.md", documents_legal_register),
    SHIPPED("documents/major-incident-procedure.md", documents_major_incident_procedure),
    SHIPPED("documents/management-policy.md", documents_management_policy),
    SHIPPED("documents/management-review-minutes.md", documents_management_review_minutes),
    SHIPPED("documents/new-service-plan.md", documents_new_service_plan),
    SHIPPED("documents/objectives-plan.md", documents_objectives_plan),
    SHIPPED("documents/operating-procedure.md", documents_operating_procedure),
    SHIPPED("documents/parts/header.md", documents_parts_header),
    SHIPPED("documents/parts/history.md", documents_parts_history),
    SHIPPED("documents/problem-procedure.md", documents_problem_procedure),
    SHIPPED("documents/release-procedure.md", documents_release_procedure),
    SHIPPED("documents/risk-method.md", documents_risk_method),
    SHIPPED("documents/risk-register.md", documents_risk_register),
    SHIPPED("documents/risk-treatment-plan.md", documents_risk_treatment_plan),
    SHIPPED("documents/roles-and-authorities.md", documents_roles_and_authorities),
    SHIPPED("documents/scope-statement.md", documents_scope_statement),
    SHIPPED("documents/security-incident-procedure.md", documents_security_incident_procedure),
    SHIPPED("documents/service-budget.md", documents_service_budget),
    SHIPPED("documents/service-catalogue.md", documents_service_catalogue),
    SHIPPED("documents/service-continuity-plan.md", documents_service_continuity_plan),
    SHIPPED("documents/service-level-agreement.md", documents_service_level_agreement),
    SHIPPED("documents/service-management-plan.md", documents_service_management_plan),
    SHIPPED("documents/service-management-policy.md", documents_service_management_policy),
    SHIPPED("documents/service-report.md", documents_service_report),
    SHIPPED("documents/service-request-procedure.md", documents_service_request_procedure),
    SHIPPED("documents/supplier-evaluation.md", documents_supplier_evaluation),
    SHIPPED("documents/topic-policy.md", documents_topic_policy),
    SHIPPED("documents/training-record.md", documents_training_record),
    SHIPPED("help/formats.txt", help_formats),
    SHIPPED("lists/columns.tsv", lists_columns),
    SHIPPED("lists/values.tsv", lists_values),
    SHIPPED("mail/reminder.txt", mail_reminder),
    SHIPPED("profiles/cn-qms-2026.yaml", profiles_cn_qms_2026),
    SHIPPED("profiles/default.yaml", profiles_default),
    SHIPPED("soa/index.html", soa_index),
    SHIPPED("soa/style.css", soa_style),
    SHIPPED("standards/harmonized.tsv", standards_harmonized),
    SHIPPED("standards/iso14001-2015.tsv", standards_iso14001_2015),
    SHIPPED("standards/iso20000-1-2018.tsv", standards_iso20000_1_2018),
    SHIPPED("standards/iso22301-2019.tsv", standards_iso22301_2019),
    SHIPPED("standards/iso27001-2022.tsv", standards_iso27001_2022),
    SHIPPED("standards/iso45001-2018.tsv", standards_iso45001_2018),
    SHIPPED("standards/iso50001-2018.tsv", standards_iso50001_2018),
    SHIPPED("standards/iso9001-2015.tsv", standards_iso9001_2015),
    SHIPPED("standards/mapping.tsv", standards_mapping),
    SHIPPED("suggest/kinds.tsv", suggest_kinds),
    SHIPPED("suggest/subjects.tsv", suggest_subjects),
    SHIPPED("systemd/dossier-remind.service", systemd_service),
    SHIPPED("systemd/dossier-remind.timer", systemd_timer),
};

size_t shipped_template_count(void) { return sizeof shipped / sizeof shipped[0]; }

const struct shipped_template *shipped_template_at(size_t position) { return &shipped[position]; }
