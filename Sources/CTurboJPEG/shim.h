// What writes pictures that a camera or a scanner made.
#ifndef DMP_CTURBOJPEG_SHIM_H
#define DMP_CTURBOJPEG_SHIM_H

#include <turbojpeg.h>

#endif
