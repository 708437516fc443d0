#define _GNU_SOURCE
#include "CSystemCalls.h"
#include <fcntl.h>
#include <link.h>
#include <locale.h>
#include <malloc.h>
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

int synchronize_file_system(int descriptor) { return syncfs(descriptor); }

int begin_writing_to_disk(int descriptor) {
    return sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
}

int return_large_memory(void) { return mallopt(M_MMAP_THRESHOLD, 1 << 20); }

/* The program is the first that is told of. Its code is never written to: the pages are those of its file. */
static int give_back_code(struct dl_phdr_info *object, size_t size, void *context) {
    long page = sysconf(_SC_PAGESIZE);
    for (int number = 0; number < object->dlpi_phnum; number++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[number];
        if (segment->p_type != PT_LOAD || segment->p_flags != (PF_R | PF_X)) continue;
        uintptr_t start = object->dlpi_addr + segment->p_vaddr;
        uintptr_t first = start & ~(uintptr_t)(page - 1);
        madvise((void *)first, start + segment->p_memsz - first, MADV_DONTNEED);
    }
    return 1;
}

void give_back_program_code(void) { dl_iterate_phdr(give_back_code, NULL); }

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
