#pragma once

#include <stdbool.h>
#include <stdint.h>

/// Whether this program's allocations can be counted: on glibc, whose functions are taken over, and without a sanitizer, which does so itself.
bool allocations_can_be_counted(void);

/// From now on every allocation of any thread is counted, from zero.
void allocations_start_counting(void);

void allocations_stop_counting(void);

/// How many blocks were asked for while counting; a `realloc` is one.
int64_t allocations_count(void);

/// How many bytes these were.
int64_t allocations_bytes(void);
