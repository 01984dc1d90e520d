// What reads PDF files, and draws their pages on surfaces of cairo.
#ifndef DMP_CPOPPLER_SHIM_H
#define DMP_CPOPPLER_SHIM_H

#include <cairo.h>
#include <poppler.h>

// Swift sees no macro that calls a function.
static inline int dmp_is_locked(const GError *error) { return g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED); }

#endif
