/* SPDX-License-Identifier: MIT */
/* The formats.  To add one, add a row here and in write.c. */
#ifndef WRITE_FORMATS_H
#define WRITE_FORMATS_H

#include "gloss/write.h"

extern const struct format format_man;
extern const struct format format_texinfo;
extern const struct format format_text;
extern const struct format format_html;
extern const struct format format_dict;

#endif
