#ifndef ABILITY_H
#define ABILITY_H

#include <stdbool.h>

/// What is known of the processor: nothing until it was asked.
typedef enum { ability_unknown, ability_present, ability_absent } ability;

/// Whether the processor has the instructions that `ask` looks for. It is asked once; who asks at once finds the same.
static inline bool is_able(ability *known, bool (*ask)(void)) {
    ability answer = __atomic_load_n(known, __ATOMIC_RELAXED);
    if (answer == ability_unknown) {
        answer = ask() ? ability_present : ability_absent;
        __atomic_store_n(known, answer, __ATOMIC_RELAXED);
    }
    return answer == ability_present;
}

#endif
