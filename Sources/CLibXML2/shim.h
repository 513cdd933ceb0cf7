#ifndef MIRROR_AUDIT_CLIBXML2_H
#define MIRROR_AUDIT_CLIBXML2_H

// Debian's libxml2 would pull in ICU's headers, whose names clash with Foundation's own ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

// Swift cannot write a variadic function, nor read libxml2's global function pointers: they are
// set here, and only here.

static void mirror_xml_ignore_generic(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

static xmlParserInputPtr mirror_xml_refuse_entity(
    const char *url, const char *identifier, xmlParserCtxtPtr context) {
  (void)url;
  (void)identifier;
  (void)context;
  return NULL;
}

// For the whole process: nothing outside the document is ever opened.
static inline void mirror_xml_prepare_process(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(mirror_xml_refuse_entity);
}

// For the calling thread (libxml2 keeps these two per thread): nothing is printed; errors that
// belong to no parser go to `receive`.
static inline void mirror_xml_route_errors(void *context, xmlStructuredErrorFunc receive) {
  xmlSetGenericErrorFunc(NULL, mirror_xml_ignore_generic);
  xmlSetStructuredErrorFunc(context, receive);
}

static inline size_t mirror_xml_length(const xmlChar *text) {
  return text == NULL ? 0 : strlen((const char *)text);
}

// The address of `errno` is a macro, and open(2) is variadic.

static inline int mirror_errno(void) { return errno; }

static inline int mirror_open_to_read(const char *path) {
  return open(path, O_RDONLY | O_CLOEXEC);
}

static inline int mirror_open_to_write(const char *path) {
  return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
}

#endif
