// Tells ThreadSanitizer of the ways through Swift's `Mutex` that it cannot see: where several threads want it at once, the mutex is taken and given
// back in the standard library, which is not instrumented. Loaded before it, by `sanitize`.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define SELF __attribute__((swift_context)) void *

// Not there in programs without the sanitizer, such as the package manager.
extern void __tsan_acquire(void *) __attribute__((weak));
extern void __tsan_release(void *) __attribute__((weak));

typedef __attribute__((swiftcall)) void (*Lock)(uint32_t, SELF);
typedef __attribute__((swiftcall)) void (*Unlock)(SELF);

#define HOOK __attribute__((swiftcall, visibility("default"))) void
HOOK lock(uint32_t thread, SELF mutex) __asm__(LOCK);
HOOK unlock(SELF mutex) __asm__(UNLOCK);

HOOK lock(uint32_t thread, SELF mutex) {
    static Lock original;
    if (original == NULL) original = (Lock)dlsym(RTLD_NEXT, LOCK);
    original(thread, mutex);
    if (__tsan_acquire) __tsan_acquire(mutex);
}

HOOK unlock(SELF mutex) {
    static Unlock original;
    if (original == NULL) original = (Unlock)dlsym(RTLD_NEXT, UNLOCK);
    if (__tsan_release) __tsan_release(mutex);
    original(mutex);
}
