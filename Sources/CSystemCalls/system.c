#define _GNU_SOURCE
#include "CSystemCalls.h"
#include <fcntl.h>
#include <locale.h>
#include <malloc.h>
#include <pthread.h>
#include <unistd.h>
#include <wchar.h>

int synchronize_file_system(int descriptor) { return syncfs(descriptor); }

int begin_writing_to_disk(int descriptor) {
    return sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
}

int return_large_memory(void) { return mallopt(M_MMAP_THRESHOLD, 1 << 20); }

static locale_t unicode;
static pthread_once_t unicode_once = PTHREAD_ONCE_INIT;

static void make_unicode(void) { unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

int terminal_columns(unsigned int scalar) {
    pthread_once(&unicode_once, make_unicode);
    if (!unicode) return 1;
    /* Widths belong to the locale of the calling thread. */
    locale_t former = uselocale(unicode);
    int columns = wcwidth((wchar_t)scalar);
    uselocale(former);
    return columns;
}
