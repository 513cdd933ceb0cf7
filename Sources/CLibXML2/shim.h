#ifndef MIRROR_AUDIT_CLIBXML2_H
#define MIRROR_AUDIT_CLIBXML2_H

// Debian's libxml2 would pull in ICU's headers, whose names clash with Foundation's own ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>

#endif
