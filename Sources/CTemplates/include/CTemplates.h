#ifndef CTEMPLATES_H
#define CTEMPLATES_H

#include <stddef.h>

/// A file of /templates as it was when the program was compiled.
struct shipped_template {
    /// The path from the folder /templates, for example "standards/iso9001-2015.tsv".
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t length;
};

/// How many files are compiled in.
size_t shipped_template_count(void);

/// The file at a position below the count.
const struct shipped_template *_Nonnull shipped_template_at(size_t position);

#endif
