#include <zlib.h>

/* deflateInit2 and inflateInit2 are macros, which Swift does not see. */
static inline int raw_deflate_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}

static inline int raw_inflate_init(z_stream *stream) { return inflateInit2(stream, -15); }

/* A gzip member with its header and checksum, and nothing else. */
static inline int gzip_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
