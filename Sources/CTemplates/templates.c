#include "CTemplates.h"

/* Each #embed names its file in full: the directive takes no name computed from a table. */

#define FILE_BYTES(symbol) static const unsigned char symbol[] =
#define SHIPPED(path, symbol) {path, symbol, sizeof symbol}

FILE_BYTES(bundle_verify) {
#embed "../../templates/bundle/VERIFY.txt"
};
FILE_BYTES(bundle_clauses) {
#embed "../../templates/bundle/clauses.html"
};
FILE_BYTES(bundle_dossier) {
#embed "../../templates/bundle/dossier.schema.json"
};
FILE_BYTES(bundle_evidence) {
#embed "../../templates/bundle/evidence.html"
};
FILE_BYTES(bundle_file) {
#embed "../../templates/bundle/file.html"
};
FILE_BYTES(bundle_index) {
#embed "../../templates/bundle/index.html"
};
FILE_BYTES(bundle_mention) {
#embed "../../templates/bundle/mention.html"
};
FILE_BYTES(bundle_not_ready) {
#embed "../../templates/bundle/not-ready.html"
};
FILE_BYTES(bundle_reasons) {
#embed "../../templates/bundle/reasons.html"
};
FILE_BYTES(bundle_style) {
#embed "../../templates/bundle/style.css"
};
FILE_BYTES(bundle_title) {
#embed "../../templates/bundle/title.html"
};
FILE_BYTES(help_formats) {
#embed "../../templates/help/formats.txt"
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
    SHIPPED("bundle/VERIFY.txt", bundle_verify),
    SHIPPED("bundle/clauses.html", bundle_clauses),
    SHIPPED("bundle/dossier.schema.json", bundle_dossier),
    SHIPPED("bundle/evidence.html", bundle_evidence),
    SHIPPED("bundle/file.html", bundle_file),
    SHIPPED("bundle/index.html", bundle_index),
    SHIPPED("bundle/mention.html", bundle_mention),
    SHIPPED("bundle/not-ready.html", bundle_not_ready),
    SHIPPED("bundle/reasons.html", bundle_reasons),
    SHIPPED("bundle/style.css", bundle_style),
    SHIPPED("bundle/title.html", bundle_title),
    SHIPPED("help/formats.txt", help_formats),
    SHIPPED("standards/harmonized.tsv", standards_harmonized),
    SHIPPED("standards/iso14001-2015.tsv", standards_iso14001_2015),
    SHIPPED("standards/iso20000-1-2018.tsv", standards_iso20000_1_2018),
    SHIPPED("standards/iso22301-2019.tsv", standards_iso22301_2019),
    SHIPPED("standards/iso27001-2022.tsv", standards_iso27001_2022),
    SHIPPED("standards/iso45001-2018.tsv", standards_iso45001_2018),
    SHIPPED("standards/iso50001-2018.tsv", standards_iso50001_2018),
    SHIPPED("standards/iso9001-2015.tsv", standards_iso9001_2015),
    SHIPPED("standards/mapping.tsv", standards_mapping),
};

size_t shipped_template_count(void) { return sizeof shipped / sizeof shipped[0]; }

const struct shipped_template *shipped_template_at(size_t position) { return &shipped[position]; }
