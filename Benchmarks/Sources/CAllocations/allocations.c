#include "CAllocations.h"

#include <stdatomic.h>
#include <stdlib.h>

static atomic_bool is_counting;
static _Atomic int64_t count;
static _Atomic int64_t bytes;

void allocations_start_counting(void) {
    atomic_store(&count, 0);
    atomic_store(&bytes, 0);
    atomic_store(&is_counting, true);
}

void allocations_stop_counting(void) { atomic_store(&is_counting, false); }
int64_t allocations_count(void) { return atomic_load(&count); }
int64_t allocations_bytes(void) { return atomic_load(&bytes); }

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif

#if defined(__GLIBC__) && !defined(HAS_SANITIZER)

#include <errno.h>

bool allocations_can_be_counted(void) { return true; }

// A program's own definitions come before the C library's, whose functions are still there under these names.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t number, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *block);

static inline void note(size_t size) {
    if (__builtin_expect(atomic_load_explicit(&is_counting, memory_order_relaxed), 0)) {
        atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
        atomic_fetch_add_explicit(&bytes, (int64_t)size, memory_order_relaxed);
    }
}

void *malloc(size_t size) {
    note(size);
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    note(number * size);
    return __libc_calloc(number, size);
}

void *realloc(void *block, size_t size) {
    note(size);
    return __libc_realloc(block, size);
}

void *memalign(size_t alignment, size_t size) {
    note(size);
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size) {
    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
    void *aligned = memalign(alignment, size);
    if (aligned == NULL) return ENOMEM;
    *block = aligned;
    return 0;
}

// All of them or none: what is mixed with another allocator's would be freed by the wrong one.
void free(void *block) { __libc_free(block); }

#else

bool allocations_can_be_counted(void) { return false; }

#endif
