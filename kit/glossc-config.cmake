# SPDX-License-Identifier: MIT
# find_package(glossc): GLOSSC_EXECUTABLE, and a function that uses it.
cmake_minimum_required(VERSION 3.20)

# the program beside this file, but one of another machine does not run here
if(CMAKE_CROSSCOMPILING)
  find_program(GLOSSC_EXECUTABLE glossc)
else()
  get_filename_component(_glossc_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.."
    ABSOLUTE)
  find_program(GLOSSC_EXECUTABLE glossc HINTS "${_glossc_prefix}/bin")
  unset(_glossc_prefix)
endif()
if(NOT GLOSSC_EXECUTABLE)
  set(glossc_FOUND FALSE)
  set(glossc_NOT_FOUND_MESSAGE
    "the program is missing; set GLOSSC_EXECUTABLE to where it is")
endif()

# glossc_document(OUTPUT SOURCE [OPTION...])
#
# A rule that makes OUTPUT, in the build folder, of the DocBook file SOURCE, and
# again whenever SOURCE or a file that it includes has changed.  OUTPUT's name
# says the format: .texi is Texinfo, .txt plain text, anything else a manual
# page.  OPTION is one of glossc's.  A target must ask for it:
#
#   glossc_document(hello.1 hello.1.xml --strict)
#   add_custom_target(docs ALL DEPENDS hello.1)
function(glossc_document output source)
  if(output MATCHES "\\.texi$")
    set(format texinfo)
  elseif(output MATCHES "\\.txt$")
    set(format text)
  else()
    set(format man)
  endif()
  get_filename_component(source "${source}" ABSOLUTE)
  get_filename_component(output "${output}" ABSOLUTE
    BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
  # makefiles make no folder for it
  get_filename_component(folder "${output}" DIRECTORY)
  file(MAKE_DIRECTORY "${folder}")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${GLOSSC_EXECUTABLE}" --to=${format} ${ARGN}
      "--depfile=${output}.d" "--output=${output}" "${source}"
    DEPENDS "${source}"
    DEPFILE "${output}.d"
    COMMENT "Compiling ${output}"
    VERBATIM)
endfunction()
