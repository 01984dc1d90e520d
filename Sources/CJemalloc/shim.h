// Linked and never called: the library takes the place of the C library's allocator in the whole process. Requests take and
// give back buffers of some hundred kilobytes and thousands of small objects, on several threads at once, which it does in
// less time and holds no more memory for.
#ifndef DMP_CJEMALLOC_SHIM_H
#define DMP_CJEMALLOC_SHIM_H

#include <jemalloc/jemalloc.h>

#endif
